//! A request to scroll an element of a card into view, and to focus it.

/// What to scroll into view, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScrollRequest {
    /// Differs from that of the request before.
    pub serial: u32,
    /// The id of an element of the card.
    pub id: String,
    /// The id of the element that takes its place while it has no box, if there is one.
    pub else_id: Option<String>,
    /// Whether focus goes there as well.
    pub focus: bool,
}
