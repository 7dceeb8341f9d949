//! How long functions are, as `syn` reads them.
//!
//! Left out: unit tests, and what stands inside macros.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, Item, ItemFn, Signature, TraitItemFn};

use crate::sources::is_for_tests;

/// A function with a body.
#[derive(Debug, PartialEq)]
pub(crate) struct Function {
    pub(crate) name: String,
    /// The line on which it begins, below its comments and attributes; the first is 1.
    pub(crate) line: usize,
    /// From there to the brace that closes it.
    pub(crate) lines: usize,
}

/// The functions and methods of a file, those within others as well.
pub(crate) fn functions(text: &str) -> Vec<Function> {
    let mut reader = Reader(Vec::new());
    reader.visit_file(&syn::parse_file(text).unwrap());
    reader.0
}

struct Reader(Vec<Function>);

impl Reader {
    fn add(&mut self, signature: &Signature, body: &Block) {
        // A signature may begin with `pub(crate)` on the same line, which changes nothing.
        let (from, to) = (signature.span().start().line, body.span().end().line);
        let name = signature.ident.to_string();
        self.0.push(Function { name, line: from, lines: to + 1 - from });
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_for_tests(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, method: &'ast ImplItemFn) {
        self.add(&method.sig, &method.block);
        visit::visit_impl_item_fn(self, method);
    }

    fn visit_trait_item_fn(&mut self, method: &'ast TraitItemFn) {
        if let Some(body) = &method.default {
            self.add(&method.sig, body);
        }
        visit::visit_trait_item_fn(self, method);
    }
}
