//! What is known of a WebAssembly module whose functions are to be sorted or taken apart.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{
    BinaryReaderError, CompositeInnerType, ElementItems, ElementKind, ExternalKind, FuncType,
    FunctionBody, KnownCustom, Operator, Parser, Payload, TypeRef,
};

use crate::size::function_names;

/// The sections that matter here, read from the bytes of a module.
pub(in crate::build) struct Module<'a> {
    pub(in crate::build) bytes: &'a [u8],
    /// The type of each number of a type.
    pub(in crate::build) types: Vec<FuncType>,
    /// The number of the type of each function; imported functions come first.
    pub(in crate::build) functions: Vec<u32>,
    /// How many functions are imported.
    pub(in crate::build) imported: u32,
    /// The code of each function that is not imported.
    pub(in crate::build) bodies: Vec<FunctionBody<'a>>,
    pub(in crate::build) tables: Vec<wasmparser::TableType>,
    pub(in crate::build) memories: Vec<wasmparser::MemoryType>,
    pub(in crate::build) globals: Vec<wasmparser::GlobalType>,
    /// What is lent to the outside, by its name.
    pub(in crate::build) exports: BTreeMap<&'a str, (ExternalKind, u32)>,
    /// Functions whose place in a table code or data may know.
    pub(in crate::build) in_tables: BTreeSet<u32>,
    /// The names of functions, where there are any.
    pub(in crate::build) names: BTreeMap<u32, String>,
}

impl<'a> Module<'a> {
    /// Reads a module.
    pub(in crate::build) fn read(bytes: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut module = Self {
            bytes,
            types: Vec::new(),
            functions: Vec::new(),
            imported: 0,
            bodies: Vec::new(),
            tables: Vec::new(),
            memories: Vec::new(),
            globals: Vec::new(),
            exports: BTreeMap::new(),
            in_tables: BTreeSet::new(),
            names: BTreeMap::new(),
        };
        for payload in Parser::new(0).parse_all(bytes) {
            module.add(payload?)?;
        }
        Ok(module)
    }

    fn add(&mut self, payload: Payload<'a>) -> Result<(), BinaryReaderError> {
        match payload {
            Payload::TypeSection(groups) => {
                for group in groups {
                    for kind in group?.into_types() {
                        if let CompositeInnerType::Func(function) = kind.composite_type.inner {
                            self.types.push(function);
                        }
                    }
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if let TypeRef::Func(kind) = import?.ty {
                        self.functions.push(kind);
                        self.imported += 1;
                    }
                }
            }
            Payload::FunctionSection(functions) => {
                for kind in functions {
                    self.functions.push(kind?);
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    self.exports.insert(export.name, (export.kind, export.index));
                }
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element?;
                    if let (ElementKind::Active { .. }, ElementItems::Functions(functions)) =
                        (element.kind, element.items)
                    {
                        for function in functions {
                            self.in_tables.insert(function?);
                        }
                    }
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    self.names = function_names(names)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Each function that is not imported, with its number.
    pub(in crate::build) fn own(&self) -> impl Iterator<Item = (u32, &FunctionBody<'a>)> {
        (self.imported..).zip(&self.bodies)
    }

    /// The code of a function that is not imported.
    pub(in crate::build) fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// How many functions the table of functions holds.
    pub(in crate::build) fn slots(&self) -> u32 {
        self.tables.first().map_or(0, |table| table.initial as u32)
    }

    /// Every function lent to the outside.
    pub(in crate::build) fn exported(&self) -> impl Iterator<Item = u32> {
        self.exports
            .values()
            .filter_map(|(kind, index)| (*kind == ExternalKind::Func).then_some(*index))
    }

    /// The name of a function without what changes from build to build: the hashes of crates.
    pub(in crate::build) fn stable_name(&self, function: u32) -> Option<String> {
        self.names.get(&function).map(|name| without_hashes(name))
    }

    /// The type of a function.
    pub(in crate::build) fn type_of(&self, function: u32) -> (u32, &FuncType) {
        let kind = self.functions[function as usize];
        (kind, &self.types[kind as usize])
    }
}

/// The functions that a function names in its code.
pub(in crate::build) fn named_in(
    body: &FunctionBody<'_>,
) -> Result<BTreeSet<u32>, BinaryReaderError> {
    let mut named = BTreeSet::new();
    for operator in body.get_operators_reader()? {
        if let Operator::Call { function_index }
        | Operator::ReturnCall { function_index }
        | Operator::RefFunc { function_index } = operator?
        {
            named.insert(function_index);
        }
    }
    Ok(named)
}

/// A name such as `yew[b1953594e82c1430]::start` without what stands in brackets and is a hash.
fn without_hashes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, inside)) = rest.split_once('[') {
        out.push_str(before);
        rest = match inside.split_once(']') {
            Some((hash, behind)) if is_hash(hash) => behind,
            _ => {
                out.push('[');
                inside
            }
        };
    }
    out + rest
}

fn is_hash(text: &str) -> bool {
    // `[u8]` is a type.
    text.len() > 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::without_hashes;

    #[test]
    fn names_stay_the_same_from_build_to_build() {
        assert_eq!(
            without_hashes("<[char]>::contains::<core[641134fb57596b42]::Option>"),
            "<[char]>::contains::<core::Option>"
        );
        assert_eq!(
            without_hashes("<[u8] as alloc[c8a1b94caa27ad0]::ToVec"),
            "<[u8] as alloc::ToVec"
        );
        assert_eq!(without_hashes("open ["), "open [");
    }
}
