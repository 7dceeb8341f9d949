//! The shape of a value: how it is written, and what it is read into.

use super::{Context, Node};
use crate::story::fault::fault;

/// How a value of a story is written, and what it is read into.
pub(in crate::story) trait Shape {
    /// What it is read into; by default, what its key stands for where it is left out.
    type Value: Default;

    /// Whether its key may be left out.
    const IS_OPTIONAL: bool = false;

    /// Reads a value; false after noting what is wrong with it. What is left then means nothing.
    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool;
}

/// Notes that a value is not what it should be.
pub(super) fn expected(node: Node<'_>, what: &str, right: &str, cx: &mut Context) {
    let found = node.kind();
    fault!(cx, node.at, "expected {what}, found {found}", "{right}");
}

/// Notes that data stand in a table, which only the tool can read.
pub(super) fn note_table(at: usize, cx: &mut Context) {
    let right = "Build the story with `story-card build`, which writes them into it.";
    fault!(cx, at, "these data stand in a CSV file, which a card does not read", "{right}");
}
