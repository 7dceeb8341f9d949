//! The WebAssembly in two parts: what a card needs to start and to take its first answers, and
//! the rest, which is fetched when a reader touches a card.
//!
//! `parts/rest.txt` names the functions of the rest: those that did not run when
//! `cargo xtask parts` last had every engine start cards and answer questions. A function that
//! is not named there, a new one for instance, stays in the first part. `parts/rest.js` fetches.

mod profile;
mod split;

use std::{
    collections::{BTreeSet, HashSet},
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
};

use super::module::{self, Module};
use crate::{
    project::root,
    run::{Outcome, say},
};
pub(super) use split::Parts;

/// The names of the functions of the rest, one to a line.
const LIST: &str = "xtask/src/build/parts/rest.txt";

/// Parts of the names of functions that free something.
const FREEING: [&str; 3] = ["drop_in_place", "drop_slow", " as core::ops::drop::Drop>::drop"];

/// What the glue says at its end, and what it says instead when there is a rest.
const WHOLE_GLUE: &str = "export { initSync, __wbg_init as default };";
const GLUE_WITH_REST: &str = "export { initSync, start as default };";

/// Where the glue gathers what it lends to the WebAssembly, and how it lends what `rest.js` has
/// as well.
const WHOLE_LOAN: &str = "const imports = __wbg_get_imports();";
const LOAN_WITH_REST: &str = "const imports = { ...__wbg_get_imports(), ...LENT_FOR_REST };";

/// Takes a module apart that has the names of its functions.
pub(super) fn take_apart(module: &[u8]) -> Outcome<Parts> {
    let module = Module::read(module).map_err(wrong)?;
    let list = root().join(LIST);
    let list = fs::read_to_string(&list)
        .map_err(|error| format!("cannot read {}: {error}", list.display()))?;
    let rest: HashSet<&str> = list.lines().collect();
    let is_deferred =
        |function: &u32| module.stable_name(*function).is_some_and(|it| rest.contains(it.as_str()));
    let mut deferred: BTreeSet<u32> =
        module.own().map(|(function, _)| function).filter(is_deferred).collect();
    keep_what_frees(&module, &mut deferred).map_err(wrong)?;
    split::split(&module, deferred, &build_name(module.bytes)).map_err(wrong)
}

/// Takes out of `deferred` what frees anything, with all that this calls: engines collect garbage
/// when they like, and no list of what has run can be relied on for it.
fn keep_what_frees(
    module: &Module<'_>,
    deferred: &mut BTreeSet<u32>,
) -> Result<(), wasmparser::BinaryReaderError> {
    let is_freeing = |function: &u32| {
        let name = module.stable_name(*function).unwrap_or_default();
        name.ends_with("_free") || FREEING.iter().any(|part| name.contains(part))
    };
    let mut found: Vec<u32> =
        module.own().map(|(function, _)| function).filter(is_freeing).collect();
    let mut seen: BTreeSet<u32> = found.iter().copied().collect();
    while let Some(function) = found.pop() {
        deferred.remove(&function);
        // Functions that are imported have no code.
        if let Some(body) = module.body(function) {
            found.extend(module::named_in(body)?.into_iter().filter(|it| seen.insert(*it)));
        }
    }
    Ok(())
}

/// The glue that fetches the rest.
pub(super) fn glue_with_rest(glue: &str) -> Outcome<String> {
    let mut glue = glue.to_owned();
    for (before, after) in [(WHOLE_GLUE, GLUE_WITH_REST), (WHOLE_LOAN, LOAN_WITH_REST)] {
        if !glue.contains(before) {
            return Err(format!("the glue does not say `{before}`"));
        }
        glue = glue.replace(before, after);
    }
    Ok(glue + include_str!("parts/rest.js"))
}

/// A name for this very build. The parts of two builds must not meet, so what they share is
/// called by it; no name that Binaryen gives begins with a digit.
fn build_name(module: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    module.hash(&mut hasher);
    format!("0_{:x}", hasher.finish() as u32)
}

/// The module, noting which functions run.
pub(super) fn noting(module: &[u8]) -> Outcome<Vec<u8>> {
    profile::noting(&Module::read(module).map_err(wrong)?).map_err(wrong)
}

/// Where the engines write what has run: a file for each, with a number of a function to a line.
fn notes() -> PathBuf {
    root().join("target/parts")
}

/// Forgets what has run.
pub(super) fn forget_notes() -> Outcome {
    let folder = notes();
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// Writes the list of what has not run, of the functions of this module.
pub(super) fn write_list(module: &[u8]) -> Outcome {
    let module = Module::read(module).map_err(wrong)?;
    let ran = read_notes()?;
    let mut names = BTreeSet::new();
    for (function, _) in module.own().filter(|(function, _)| !ran.contains(function)) {
        names.extend(module.stable_name(function));
    }
    // Several functions may have one name.
    for function in &ran {
        module.stable_name(*function).map(|name| names.remove(&name));
    }
    let count = names.len();
    let text: String = names.into_iter().map(|name| name + "\n").collect();
    fs::write(root().join(LIST), text).map_err(|error| format!("{LIST}: {error}"))?;
    say(&format!("{count} functions did not run; {LIST} names them"));
    Ok(())
}

fn read_notes() -> Outcome<BTreeSet<u32>> {
    let folder = notes();
    let failed = |error| format!("{}: {error}", folder.display());
    let mut ran = BTreeSet::new();
    for file in fs::read_dir(&folder).map_err(failed)?.flatten() {
        let text = fs::read_to_string(file.path()).map_err(failed)?;
        ran.extend(text.lines().filter_map(|line| line.parse::<u32>().ok()));
    }
    Ok(ran)
}

fn wrong(error: impl std::fmt::Display) -> String {
    format!("the WebAssembly cannot be taken apart: {error}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasm_encoder::{
        CodeSection, Function, FunctionSection, Instruction, NameMap, NameSection, TypeSection,
    };

    use super::{Module, glue_with_rest, keep_what_frees};

    /// A module of functions with these names, of which each calls those behind it.
    fn module(functions: &[(&str, &[u32])]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut section, mut code, mut names) =
            (FunctionSection::new(), CodeSection::new(), NameMap::new());
        for (number, (name, calls)) in (0..).zip(functions) {
            section.function(0);
            let mut function = Function::new([]);
            for called in *calls {
                function.instruction(&Instruction::Call(*called));
            }
            function.instruction(&Instruction::End);
            code.function(&function);
            names.append(number, name);
        }
        let mut named = NameSection::new();
        named.functions(&names);
        let mut module = wasm_encoder::Module::new();
        module.section(&types).section(&section).section(&code).section(&named);
        module.finish()
    }

    #[test]
    fn what_frees_memory_is_never_deferred() {
        let bytes = module(&[
            ("__wbg_card_free", &[1]),
            ("give_back", &[]),
            ("core[0123456789abcdef]::ptr::drop_in_place::<Card>", &[3]),
            ("dealloc", &[3]),
            ("draw", &[1]),
        ]);
        let module = Module::read(&bytes).unwrap();
        let mut deferred = BTreeSet::from([0, 1, 2, 3, 4]);
        keep_what_frees(&module, &mut deferred).unwrap();
        assert_eq!(deferred, BTreeSet::from([4]));
    }

    #[test]
    fn a_glue_of_another_form_is_refused() {
        let reason = glue_with_rest("export { start as default };").unwrap_err();
        assert!(reason.contains("__wbg_init as default"), "{reason}");
    }
}
