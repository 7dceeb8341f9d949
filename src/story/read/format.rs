//! The version of the format.

use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::fault;

/// The version of the format.
pub(in crate::story) struct Format;

impl Format {
    /// The version this parser reads.
    pub(in crate::story) const KNOWN: u8 = 1;

    /// The version that a text names, if it is newer than this parser.
    pub(in crate::story) fn newer(root: Node<'_>) -> Option<Node<'_>> {
        let version = root.member("format")?;
        let number = version.number().flatten()?;
        (number > f64::from(Self::KNOWN)).then_some(version)
    }
}

impl Shape for Format {
    type Value = ();

    fn read(_: &mut (), node: Node<'_>, cx: &mut Context) -> bool {
        let is_known = node.number().flatten() == Some(f64::from(Self::KNOWN));
        if !is_known {
            fault!(cx, node.at, "this is not a version of the story format", "Write 1.");
        }
        is_known
    }
}
