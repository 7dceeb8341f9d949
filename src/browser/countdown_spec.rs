//! What a countdown counts, says, and does at its end.

use std::rc::Rc;
use yew::Callback;

/// A time to be counted down.
#[derive(Clone)]
pub struct CountdownSpec {
    /// Differs from that of any other countdown of the card.
    pub name: String,
    /// How long it is.
    pub seconds: u32,
    /// Whether it is counted now.
    pub is_running: bool,
    /// What is said of the seconds that are left.
    pub words: Rc<dyn Fn(u32) -> String>,
    /// Told when nothing is left, and whether focus was in the card.
    pub on_end: Callback<bool>,
}
