//! Taking a module apart: the first part keeps memory, tables and data; the rest is a module of
//! its own that borrows them.
//!
//! A function of the rest that the first part can come to leaves a door behind: a function of
//! the same type that goes on through a slot of its own in the table of functions. The rest fills
//! these slots when it is instantiated. Until then a door calls what fetches the rest first: a
//! function that the glue lends, so that no door stands on the way to it.

mod first;
mod rest;

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::{
    ExportKind, GlobalType, ValType,
    reencode::{Error, RoundtripReencoder, utils},
};
use wasmparser::{BinaryReaderError, Parser};

use crate::build::module::{Module, named_in};

/// The table that holds functions.
const FUNCTIONS: u32 = 0;

/// Whether the rest is there: 0 or 1.
const WHOLE: GlobalType = GlobalType { val_type: ValType::I32, mutable: true, shared: false };

/// A function of so many bytes is worth a door and the names that the rest borrows by; a
/// shorter one is not.
const WORTH_A_DOOR: usize = 48;

/// A module in two parts.
#[derive(Debug)]
pub(in crate::build) struct Parts {
    pub(in crate::build) first: Vec<u8>,
    pub(in crate::build) rest: Vec<u8>,
}

/// Takes `module` apart: the functions in `deferred` go to the rest, except small ones that the
/// first part calls. Memory is lent under the name `build`, so that only parts of one build fit
/// together.
pub(super) fn split(
    module: &Module<'_>,
    deferred: BTreeSet<u32>,
    build: &str,
) -> Result<Parts, Error> {
    let deferred = without_small(module, deferred)?;
    let plan = Plan::new(module, &deferred, build)?;
    let mut first = wasm_encoder::Module::new();
    utils::parse_core_module(
        &mut first::First::new(&plan),
        &mut first,
        Parser::new(0),
        module.bytes,
    )?;
    Ok(Parts { first: first.finish(), rest: rest::write(&plan)? })
}

/// The deferred functions without those that cost less where they were.
fn without_small(
    module: &Module<'_>,
    mut deferred: BTreeSet<u32>,
) -> Result<BTreeSet<u32>, BinaryReaderError> {
    loop {
        let doors = doors(module, &deferred)?;
        let mut small = Vec::new();
        for (function, body) in module.own() {
            if doors.contains(&function) && body.as_bytes().len() < WORTH_A_DOOR {
                // It must not need doors that were not there before.
                let named = named_in(body)?;
                if named.intersection(&deferred).all(|it| doors.contains(it)) {
                    small.push(function);
                }
            }
        }
        if small.is_empty() {
            return Ok(deferred);
        }
        deferred.retain(|function| !small.contains(function));
    }
}

/// The deferred functions that the first part can come to: it names them in its code, or they
/// stand in a table or are lent to the outside.
fn doors(
    module: &Module<'_>,
    deferred: &BTreeSet<u32>,
) -> Result<BTreeSet<u32>, BinaryReaderError> {
    let mut reached: BTreeSet<u32> = module.in_tables.iter().copied().collect();
    reached.extend(module.exported());
    for (function, body) in module.own() {
        if !deferred.contains(&function) {
            reached.extend(named_in(body)?);
        }
    }
    Ok(reached.intersection(deferred).copied().collect())
}

/// The functions that the deferred ones call and that stay in the first part, each with its
/// number in the rest: those that are called most have the shortest numbers.
fn lent(
    module: &Module<'_>,
    deferred: &BTreeSet<u32>,
) -> Result<BTreeMap<u32, u32>, BinaryReaderError> {
    let mut calls: BTreeMap<u32, usize> = BTreeMap::new();
    for (_, body) in module.own().filter(|(function, _)| deferred.contains(function)) {
        for function in named_in(body)?.difference(deferred) {
            *calls.entry(*function).or_default() += 1;
        }
    }
    let mut functions: Vec<(u32, usize)> = calls.into_iter().collect();
    functions.sort_by_key(|(function, calls)| (std::cmp::Reverse(*calls), *function));
    Ok(functions.into_iter().map(|(function, _)| function).zip(0..).collect())
}

/// Who is where, and by which numbers and names.
struct Plan<'a> {
    module: &'a Module<'a>,
    /// The functions of the rest, each with its number there.
    deferred: BTreeMap<u32, u32>,
    /// The functions of the rest that the first part can come to, each with its slot.
    doors: BTreeMap<u32, u32>,
    /// The functions of the first part that the rest calls, each with its number there.
    lent: BTreeMap<u32, u32>,
    /// The name of the memory.
    build: &'a str,
}

impl<'a> Plan<'a> {
    fn new(
        module: &'a Module<'a>,
        deferred: &BTreeSet<u32>,
        build: &'a str,
    ) -> Result<Self, BinaryReaderError> {
        let lent = lent(module, deferred)?;
        Ok(Self {
            module,
            deferred: deferred.iter().copied().zip(lent.len() as u32..).collect(),
            doors: doors(module, deferred)?.into_iter().zip(module.slots()..).collect(),
            lent,
            build,
        })
    }

    /// Everything that the first part lends to the rest, in one order: what, its number in the
    /// first part, and its name. Binaryen's own names do not begin with a digit.
    fn loans(&self) -> Vec<(ExportKind, u32, String)> {
        let module = self.module;
        let mut lent: Vec<(u32, u32)> =
            self.lent.iter().map(|(function, place)| (*place, *function)).collect();
        lent.sort_unstable();
        let functions =
            lent.into_iter().map(|(place, function)| (ExportKind::Func, function, name(place)));
        let tables = (0..module.tables.len() as u32)
            .map(|table| (ExportKind::Table, table, format!("0_t{table}")));
        let memories = (0..module.memories.len() as u32)
            .map(|memory| (ExportKind::Memory, memory, self.build.to_owned()));
        let globals = (0..=module.globals.len() as u32)
            .map(|global| (ExportKind::Global, global, format!("0_g{global}")));
        functions.chain(tables).chain(memories).chain(globals).collect()
    }

    /// The number of the type of functions without parameters and results, which both parts add
    /// to those of the module.
    fn plain(&self) -> u32 {
        self.module.types.len() as u32
    }

    /// The number of the global, the first behind those of the module, that says whether the
    /// rest is there.
    fn whole(&self) -> u32 {
        self.module.globals.len() as u32
    }

    /// The type of a table, with room for what is behind the doors.
    fn table(
        &self,
        number: u32,
        kind: wasmparser::TableType,
    ) -> Result<wasm_encoder::TableType, Error> {
        let mut kind = wasm_encoder::reencode::Reencode::table_type(&mut RoundtripReencoder, kind)?;
        if number == FUNCTIONS {
            let slots = self.doors.len() as u64;
            kind.minimum += slots;
            kind.maximum = kind.maximum.map(|most| most + slots);
        }
        Ok(kind)
    }
}

/// A short name that begins with a digit.
fn name(place: u32) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = (place % 10).to_string();
    let mut rest = place / 10;
    while rest > 0 {
        name.push(char::from(LETTERS[rest as usize % LETTERS.len()]));
        rest /= LETTERS.len() as u32;
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
        Function, FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection,
        MemoryType, RefType, TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{Import, Parser, Payload, Validator};

    use super::{Module, Parts, WHOLE, WORTH_A_DOOR, split};

    /// The functions of the module that is taken apart.
    const ALONE: u32 = 1;
    const START: u32 = 2;
    const LATER: u32 = 3;
    const LATER_STILL: u32 = 4;
    const SMALL: u32 = 5;

    /// `start` calls `later` and `small`; `later` calls `later_still`, which calls what is
    /// imported. A table holds `later_still`.
    fn whole() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("a", "b", EntityType::Function(1));
        let mut functions = FunctionSection::new();
        functions.function(0).function(1).function(1).function(1).function(1);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: Some(2),
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut globals = GlobalSection::new();
        globals.global(WHOLE, &ConstExpr::i32_const(7));
        let mut exports = ExportSection::new();
        exports.export("c", ExportKind::Func, START).export("d", ExportKind::Func, ALONE);
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(1),
            Elements::Functions([LATER_STILL][..].into()),
        );
        let mut code = CodeSection::new();
        let mut alone = Function::new([]);
        alone.instruction(&Instruction::End);
        code.function(&alone)
            .function(&calling(&[LATER, SMALL], WORTH_A_DOOR))
            .function(&calling(&[LATER_STILL], WORTH_A_DOOR))
            .function(&calling(&[0], WORTH_A_DOOR))
            .function(&calling(&[], 0));
        let mut module = wasm_encoder::Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&tables)
            .section(&memories)
            .section(&globals)
            .section(&exports)
            .section(&elements)
            .section(&code);
        module.finish()
    }

    /// A function that hands its number through these, and is of some length.
    fn calling(others: &[u32], length: usize) -> Function {
        let mut function = Function::new([]);
        for _ in 0..length {
            function.instruction(&Instruction::Nop);
        }
        function.instruction(&Instruction::LocalGet(0));
        for other in others {
            function.instruction(&Instruction::Call(*other));
        }
        function.instruction(&Instruction::End);
        function
    }

    fn parts(build: &str) -> Parts {
        let whole = whole();
        let module = Module::read(&whole).unwrap();
        split(&module, BTreeSet::from([LATER, LATER_STILL, SMALL]), build).unwrap()
    }

    fn borrowed(rest: &[u8]) -> Vec<Import<'_>> {
        let mut imports = Vec::new();
        for payload in Parser::new(0).parse_all(rest) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                imports.extend(section.into_imports().map(Result::unwrap));
            }
        }
        imports
    }

    #[test]
    fn both_parts_are_modules() {
        let Parts { first, rest } = parts("0_1");
        Validator::new().validate_all(&first).unwrap();
        Validator::new().validate_all(&rest).unwrap();
    }

    #[test]
    fn the_first_part_lends_what_the_rest_borrows() {
        let Parts { first, rest } = parts("0_1");
        let first = Module::read(&first).unwrap();
        let names: Vec<_> = borrowed(&rest).iter().map(|import| import.name).collect();
        assert_eq!(names, ["0", "0_t0", "0_1", "0_g0", "0_g1"]);
        for name in names {
            assert!(first.exports.contains_key(name), "{name} is not lent");
        }
    }

    #[test]
    fn parts_of_two_builds_do_not_fit_together() {
        let (first, rest) = (parts("0_1").first, parts("0_2").rest);
        let first = Module::read(&first).unwrap();
        assert!(borrowed(&rest).iter().any(|import| !first.exports.contains_key(import.name)));
    }

    #[test]
    fn small_functions_stay_and_doors_stand_for_the_others() {
        let Parts { first, rest } = parts("0_1");
        let (first, rest) = (Module::read(&first).unwrap(), Module::read(&rest).unwrap());
        // Each has one function more: what waits for the rest, and what says that it is there.
        assert_eq!((first.bodies.len(), rest.bodies.len()), (5 + 1, 2 + 1));
        assert_eq!(first.slots(), 2 + 2, "a slot behind each door");
        assert_eq!(first.imported, 2, "what fetches the rest is imported");
        let length = |function: u32| {
            let own = first.own().find(|(number, _)| *number == function + 1);
            own.map(|(_, body)| body.as_bytes().len()).unwrap()
        };
        assert!(length(START) > WORTH_A_DOOR);
        assert!(length(LATER) < WORTH_A_DOOR && length(LATER_STILL) < WORTH_A_DOOR);
        assert_eq!(length(SMALL), 4, "no door");
    }
}
