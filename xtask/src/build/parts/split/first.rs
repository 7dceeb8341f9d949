//! Writing the first part: the whole module, with doors in place of what went to the rest.

use std::convert::Infallible;

use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, ImportSection, Instruction, TableSection, TypeSection,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, ExportSectionReader, FunctionBody,
    FunctionSectionReader, GlobalSectionReader, ImportSectionReader, TableSectionReader,
    TypeSectionReader,
};

use super::{FUNCTIONS, Plan, WHOLE, rest::LENDER};

/// What fetches the rest at once, and how the glue lends it: under the name by which it also
/// lends to the rest. `rest.js` says the same.
const FETCH: &str = "fetch";

/// Copies a module section by section.
pub(super) struct First<'a> {
    plan: &'a Plan<'a>,
    /// The function whose code comes next.
    next: u32,
}

impl<'a> First<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        Self { plan, next: plan.module.imported }
    }

    /// A function that goes on through a slot of the table.
    fn door(&self, function: u32, slot: u32) -> Function {
        let (kind, signature) = self.plan.module.type_of(function);
        // Behind those of the module, and one more that is imported.
        let wait = self.plan.module.functions.len() as u32 + 1;
        let mut door = Function::new([]);
        door.instruction(&Instruction::Call(wait));
        for parameter in 0..signature.params().len() as u32 {
            door.instruction(&Instruction::LocalGet(parameter));
        }
        door.instruction(&Instruction::I32Const(slot.cast_signed()));
        door.instruction(&Instruction::CallIndirect { type_index: kind, table_index: FUNCTIONS });
        door.instruction(&Instruction::End);
        door
    }

    /// Fetches the rest if it is not there.
    fn wait(&self) -> Function {
        let mut wait = Function::new([]);
        wait.instruction(&Instruction::GlobalGet(self.plan.whole()));
        wait.instruction(&Instruction::I32Eqz);
        wait.instruction(&Instruction::If(BlockType::Empty));
        wait.instruction(&Instruction::Call(self.plan.module.imported));
        wait.instruction(&Instruction::End);
        wait.instruction(&Instruction::End);
        wait
    }
}

/// In place of a function that only the rest calls. Binaryen takes it out.
fn gone() -> Function {
    let mut gone = Function::new([]);
    gone.instruction(&Instruction::Unreachable);
    gone.instruction(&Instruction::End);
    gone
}

impl Reencode for First<'_> {
    type Error = Infallible;

    /// One import more comes before the module's own functions.
    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(function + u32::from(function >= self.plan.module.imported))
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_type_section(self, types, section)?;
        types.ty().function([], []);
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_import_section(self, imports, section)?;
        imports.import(LENDER, FETCH, EntityType::Function(self.plan.plain()));
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_function_section(self, functions, section)?;
        functions.function(self.plan.plain());
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: TableSectionReader<'_>,
    ) -> Result<(), Error> {
        for (number, table) in (0..).zip(section) {
            tables.table(self.plan.table(number, table?.ty)?);
        }
        Ok(())
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_global_section(self, globals, section)?;
        globals.global(WHOLE, &ConstExpr::i32_const(0));
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_export_section(self, exports, section)?;
        for (kind, number, name) in self.plan.loans() {
            let number =
                if kind == ExportKind::Func { self.function_index(number)? } else { number };
            exports.export(&name, kind, number);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_code_section(self, code, section)?;
        code.function(&self.wait());
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let function = self.next;
        self.next += 1;
        if let Some(slot) = self.plan.doors.get(&function) {
            code.function(&self.door(function, *slot));
        } else if self.plan.deferred.contains_key(&function) {
            code.function(&gone());
        } else {
            utils::parse_function_body(self, code, body)?;
        }
        Ok(())
    }

    /// Leaves the names out: what comes next gives others.
    fn parse_custom_section(
        &mut self,
        _: &mut wasm_encoder::Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        Ok(())
    }
}
