//! Writing the rest: a module without memory of its own.

use std::convert::Infallible;

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, Function,
    FunctionSection, ImportSection, Instruction, Module, StartSection, TypeSection,
    reencode::{Error, Reencode, RoundtripReencoder, utils},
};

use super::{Plan, WHOLE};

/// The module of which the rest borrows; the glue calls it the same.
pub(super) const LENDER: &str = "0";

/// The bytes of the rest.
pub(super) fn write(plan: &Plan<'_>) -> Result<Vec<u8>, Error> {
    let mut module = Module::new();
    module
        .section(&types(plan)?)
        .section(&imports(plan)?)
        .section(&functions(plan))
        .section(&StartSection { function_index: arrival(plan) })
        .section(&behind_the_doors(plan))
        .section(&code(plan)?);
    Ok(module.finish())
}

/// The same types with the same numbers, and the plain one. Binaryen takes out what is not used.
fn types(plan: &Plan<'_>) -> Result<TypeSection, Error> {
    let mut types = TypeSection::new();
    for kind in &plan.module.types {
        types.ty().func_type(&RoundtripReencoder.func_type(kind.clone())?);
    }
    types.ty().function([], []);
    Ok(types)
}

fn imports(plan: &Plan<'_>) -> Result<ImportSection, Error> {
    let mut imports = ImportSection::new();
    for (kind, number, name) in plan.loans() {
        imports.import(LENDER, &name, loan(plan, kind, number)?);
    }
    Ok(imports)
}

/// The type of something lent.
fn loan(plan: &Plan<'_>, kind: ExportKind, number: u32) -> Result<EntityType, Error> {
    let (module, place) = (plan.module, number as usize);
    Ok(match kind {
        ExportKind::Func => EntityType::Function(module.type_of(number).0),
        ExportKind::Table => EntityType::Table(plan.table(number, module.tables[place])?),
        ExportKind::Memory => {
            EntityType::Memory(RoundtripReencoder.memory_type(module.memories[place])?)
        }
        _ => EntityType::Global(match module.globals.get(place) {
            Some(kind) => RoundtripReencoder.global_type(*kind)?,
            None => WHOLE,
        }),
    })
}

fn functions(plan: &Plan<'_>) -> FunctionSection {
    let mut functions = FunctionSection::new();
    for function in plan.deferred.keys() {
        functions.function(plan.module.type_of(*function).0);
    }
    functions.function(plan.plain());
    functions
}

/// The number of the function that says that the rest is there.
fn arrival(plan: &Plan<'_>) -> u32 {
    (plan.lent.len() + plan.deferred.len()) as u32
}

/// Fills the slots to which the doors lead.
fn behind_the_doors(plan: &Plan<'_>) -> ElementSection {
    let functions: Vec<u32> = plan.doors.keys().map(|door| plan.deferred[door]).collect();
    let offset = ConstExpr::i32_const(plan.module.slots().cast_signed());
    let mut elements = ElementSection::new();
    elements.active(None, &offset, Elements::Functions(functions.into()));
    elements
}

fn code(plan: &Plan<'_>) -> Result<CodeSection, Error> {
    let mut code = CodeSection::new();
    for (function, body) in plan.module.own() {
        if plan.deferred.contains_key(&function) {
            utils::parse_function_body(&mut Rest(plan), &mut code, body.clone())?;
        }
    }
    let mut arrive = Function::new([]);
    arrive.instruction(&Instruction::I32Const(1));
    arrive.instruction(&Instruction::GlobalSet(plan.whole()));
    arrive.instruction(&Instruction::End);
    code.function(&arrive);
    Ok(code)
}

/// Copies code that calls functions by their new numbers; all other numbers are the same.
struct Rest<'a>(&'a Plan<'a>);

impl Reencode for Rest<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let number = self.0.deferred.get(&function).or_else(|| self.0.lent.get(&function));
        // Every function that is named is the rest's own or lent.
        number.copied().ok_or(Error::UnexpectedNonCoreModuleSection)
    }
}
