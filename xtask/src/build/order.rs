//! The order of functions in the WebAssembly. Brotli finds what repeats best where it is near, so
//! each function is followed by the one most like it: 2 KB less than in any order of their names.

use std::collections::HashMap;

use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{BinaryReaderError, Parser, Payload};

use crate::{run::Outcome, size::imported_functions};

/// Functions are alike by the stretches of so many bytes that they share.
const STRETCH: usize = 4;
/// A stretch that more functions share says nothing.
const COMMON: usize = 200;
/// How much less a shared stretch counts in long functions.
const LENGTH_POWER: f64 = 0.9;

/// The module with names by which Binaryen can sort its functions; it must have no names yet.
pub(super) fn named(mut module: Vec<u8>) -> Outcome<Vec<u8>> {
    let (imported, bodies) =
        functions(&module).map_err(|error| format!("the WebAssembly: {error}"))?;
    let mut ranks = vec![0; bodies.len()];
    for (rank, function) in order(&bodies).into_iter().enumerate() {
        ranks[function] = rank;
    }
    let mut names = NameMap::new();
    for (function, rank) in (imported..).zip(ranks) {
        names.append(function, &format!("{rank:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    section.append_to(&mut module);
    Ok(module)
}

/// How many functions a module imports, and the code of each of its own.
fn functions(module: &[u8]) -> Result<(u32, Vec<&[u8]>), BinaryReaderError> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => imported = imported_functions(imports)?,
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// The places of all functions: from the shortest on, always the one most like the last.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let stretches: Vec<Vec<&[u8]>> = bodies.iter().map(|body| stretches(body)).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, stretches) in stretches.iter().enumerate() {
        for stretch in stretches {
            holders.entry(*stretch).or_default().push(function);
        }
    }
    holders.retain(|_, functions| (2..COMMON).contains(&functions.len()));
    let mut left: Vec<bool> = vec![true; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = shortest(bodies, &left);
    while let Some(last) = next {
        left[last] = false;
        order.push(last);
        let mut shared = vec![0_u32; bodies.len()];
        for functions in stretches[last].iter().filter_map(|stretch| holders.get(stretch)) {
            functions.iter().for_each(|function| shared[*function] += 1);
        }
        let likeness = |function: &usize| {
            let length = stretches[last].len() + stretches[*function].len() + 1;
            f64::from(shared[*function]) / (length as f64).powf(LENGTH_POWER)
        };
        let alike = (0..bodies.len()).filter(|function| left[*function] && shared[*function] > 0);
        let nearest = alike.max_by(|a, b| likeness(a).total_cmp(&likeness(b)).then(b.cmp(a)));
        next = nearest.or_else(|| shortest(bodies, &left));
    }
    order
}

/// Every different stretch of a function.
fn stretches(body: &[u8]) -> Vec<&[u8]> {
    let mut stretches: Vec<&[u8]> = body.windows(STRETCH).collect();
    stretches.sort_unstable();
    stretches.dedup();
    stretches
}

fn shortest(bodies: &[&[u8]], left: &[bool]) -> Option<usize> {
    (0..bodies.len())
        .filter(|function| left[*function])
        .min_by_key(|function| bodies[*function].len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_functions_stand_together() {
        let bodies: [&[u8]; 4] =
            [b"the first of two kinds", b"0123456789abcdef", b"the first of all", b"0123456789"];
        assert_eq!(order(&bodies), [3, 1, 2, 0]);
    }

    #[test]
    fn a_module_gets_names_for_its_own_functions() {
        // One type, one function without content.
        let module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b";
        let named = named(module.to_vec()).unwrap();
        assert_eq!(&named[module.len()..], b"\0\x10\x04name\x01\x09\x01\0\x06000000");
    }
}
