//! Which functions are needed at once: a module that notes what it has run.

use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, Instruction,
    ValType,
    reencode::{Error, Reencode, utils},
};
use wasmparser::FunctionBody;

use crate::build::module::Module;

/// The module with a global for each function, lent to the outside as `+` and the function's
/// number, which is 1 once the function has run.
pub(super) fn noting(module: &Module<'_>) -> Result<Vec<u8>, Error> {
    let mut out = wasm_encoder::Module::new();
    let mut noting = Noting { module, next: 0 };
    utils::parse_core_module(&mut noting, &mut out, wasmparser::Parser::new(0), module.bytes)?;
    Ok(out.finish())
}

struct Noting<'a> {
    module: &'a Module<'a>,
    /// How many functions have been written.
    next: u32,
}

impl Noting<'_> {
    /// The number of the global of the function that is not imported and has this place.
    fn note(&self, place: u32) -> u32 {
        self.module.globals.len() as u32 + place
    }
}

impl Reencode for Noting<'_> {
    type Error = std::convert::Infallible;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: wasmparser::GlobalSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_global_section(self, globals, section)?;
        let kind = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        for _ in &self.module.bodies {
            globals.global(kind, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_export_section(self, exports, section)?;
        for (place, (function, _)) in (0..).zip(self.module.own()) {
            exports.export(&format!("+{function}"), ExportKind::Global, self.note(place));
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::GlobalSet(self.note(self.next)));
        self.next += 1;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            function.instruction(&self.parse_instruction(&mut reader)?);
        }
        code.function(&function);
        Ok(())
    }
}
