//! What a statement rests on, as its panel shows it.

use crate::story::{Address, Status};

/// The sources of a statement, shown where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The sources, indices.
    pub sources: Vec<usize>,
    /// How firm the statement is, if it is less than a plain fact.
    pub status: Option<Status>,
    /// Where it stands.
    pub place: Option<Address>,
}
