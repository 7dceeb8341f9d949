//! Which crate the WebAssembly's code comes from.
//!
//! The shipped file has no names, so the same code is optimised once more with
//! its names kept, and each function is laid to the crate its name begins with.
//! Inlined code counts for the function it ended up in.

use std::{collections::BTreeMap, fs};

use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload};

use crate::{
    project,
    run::{Outcome, program, run, say},
};

use super::read;

/// Crates with a smaller share than this are summed up.
const SHOWN_FROM: f64 = 0.005;

/// Prints the share of each crate in the shipped code.
pub(crate) fn report() -> Outcome {
    let unoptimised = project::target().join("wasm-bindgen/release/story-card-app_bg.wasm");
    let named = project::target().join("wasm-bindgen/release/named.wasm");
    say("Share of each crate in the code of the WebAssembly");
    run(program("wasm-opt -O2 --one-caller-inline-max-function-size=1 --debuginfo -o")
        .arg(&named)
        .arg(&unoptimised))?;
    let module = read(&named)?;
    let sizes = Sizes::of(&module).map_err(|error| format!("{}: {error}", named.display()))?;
    print(&sizes.by_crate(), sizes.data);
    let list = project::target().join("wasm-bindgen/release/functions.txt");
    fs::write(&list, sizes.list()).map_err(|error| format!("{}: {error}", list.display()))?;
    println!("    every function, largest first: {}", list.display());
    Ok(())
}

fn print(shares: &BTreeMap<String, usize>, data: usize) {
    let total = shares.values().sum::<usize>() + data;
    let mut rows: Vec<(&str, usize)> =
        shares.iter().map(|(name, size)| (name.as_str(), *size)).collect();
    rows.push(("(texts and tables)", data));
    rows.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let (large, small): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| share(row.1, total) >= SHOWN_FROM);
    for (name, size) in large {
        print_row(name, size, total);
    }
    print_row("(others)", small.iter().map(|(_, size)| size).sum(), total);
}

fn print_row(name: &str, size: usize, total: usize) {
    println!("    {name:<26}{size:>10}{:>9.1} %", 100.0 * share(size, total));
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Sizes in bytes, read from a module that has its names.
#[derive(Default)]
struct Sizes {
    /// Functions that are imported come first in the numbering and have no body.
    imported: u32,
    /// The body of each function of the module.
    bodies: Vec<usize>,
    /// The name of each function, imported ones included.
    names: BTreeMap<u32, String>,
    /// Data segments.
    data: usize,
}

impl Sizes {
    fn of(module: &[u8]) -> Result<Self, wasmparser::BinaryReaderError> {
        let mut sizes = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => sizes.imported = imported_functions(imports)?,
                Payload::CodeSectionEntry(body) => sizes.bodies.push(body.range().len()),
                Payload::DataSection(data) => sizes.data = data.range().len(),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        sizes.names = function_names(names)?;
                    }
                }
                _ => {}
            }
        }
        Ok(sizes)
    }

    /// Name and size of each function that has a body.
    fn functions(&self) -> impl Iterator<Item = (&str, usize)> {
        let name = |index| self.names.get(&index).map_or("", String::as_str);
        (self.imported..).zip(&self.bodies).map(move |(index, size)| (name(index), *size))
    }

    fn by_crate(&self) -> BTreeMap<String, usize> {
        let mut shares = BTreeMap::new();
        for (name, size) in self.functions() {
            *shares.entry(crate_of(name).to_owned()).or_default() += size;
        }
        shares
    }

    /// One line for each function, largest first.
    fn list(&self) -> String {
        let mut functions: Vec<_> = self.functions().collect();
        functions.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        functions.iter().map(|(name, size)| format!("{size:>8} {name}\n")).collect()
    }
}

fn imported_functions(
    imports: wasmparser::ImportSectionReader,
) -> Result<u32, wasmparser::BinaryReaderError> {
    let mut count = 0;
    for import in imports.into_imports() {
        count += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
    }
    Ok(count)
}

fn function_names(
    section: NameSectionReader,
) -> Result<BTreeMap<u32, String>, wasmparser::BinaryReaderError> {
    let mut names = BTreeMap::new();
    for part in section {
        if let Name::Function(map) = part? {
            for naming in map {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The crate that a demangled name begins with; of `<Type as Trait>::method` that
/// of the type, or of the trait where the type is a primitive.
fn crate_of(name: &str) -> &str {
    let mut rest = name;
    loop {
        rest = rest.trim_start_matches(['<', '&', '(', '[', '*', ' ']);
        let word =
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest, |end| &rest[..end]);
        let after = &rest[word.len()..];
        match word {
            "dyn" | "mut" | "const" | "impl" => rest = after,
            _ if after.starts_with("::") || after.starts_with('[') => return word,
            _ => match after.split_once(" as ") {
                Some((_, of_trait)) => rest = of_trait,
                None => return "(no crate)",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn a_function_is_laid_to_the_crate_of_its_type_or_trait() {
        assert_eq!(crate_of("yew::scheduler::start_now::h01"), "yew");
        assert_eq!(crate_of("<story_card::story::Date as core::fmt::Display>::fmt"), "story_card");
        assert_eq!(
            crate_of("<&mut serde_json::de::Deserializer<R> as serde::Deserializer>::deserialize"),
            "serde_json"
        );
        assert_eq!(crate_of("<dyn core::any::Any>::is"), "core");
        assert_eq!(crate_of("<u8 as alloc::slice::ToVec>::to_vec"), "alloc");
        assert_eq!(crate_of("memcpy"), "(no crate)");
        assert_eq!(crate_of(""), "(no crate)");
    }
}
