//! How large each function of a WebAssembly module is.

use std::collections::BTreeMap;

use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload};

/// Sizes in bytes, read from a module that has its names.
#[derive(Default)]
pub(super) struct Sizes {
    /// Functions that are imported come first in the numbering and have no body.
    imported: u32,
    /// The body of each function of the module.
    bodies: Vec<usize>,
    /// The name of each function, imported ones included.
    names: BTreeMap<u32, String>,
    /// Data segments.
    pub(super) data: usize,
}

impl Sizes {
    /// Reads a module.
    pub(super) fn of(module: &[u8]) -> Result<Self, wasmparser::BinaryReaderError> {
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
    pub(super) fn functions(&self) -> impl Iterator<Item = (&str, usize)> {
        let name = |index| self.names.get(&index).map_or("", String::as_str);
        (self.imported..).zip(&self.bodies).map(move |(index, size)| (name(index), *size))
    }

    /// Sizes by where functions come from; those of no origin are left out.
    pub(super) fn by<'a>(
        &'a self,
        origin: impl Fn(&'a str) -> Option<String>,
    ) -> BTreeMap<String, usize> {
        let mut shares = BTreeMap::new();
        for (name, size) in self.functions() {
            if let Some(origin) = origin(name) {
                *shares.entry(origin).or_default() += size;
            }
        }
        shares
    }

    /// One line for each function, largest first.
    pub(super) fn list(&self) -> String {
        let mut functions: Vec<_> = self.functions().collect();
        functions.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        functions.iter().map(|(name, size)| format!("{size:>8} {name}\n")).collect()
    }
}

/// How many functions a module imports; they come first in the numbering.
pub(crate) fn imported_functions(
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
