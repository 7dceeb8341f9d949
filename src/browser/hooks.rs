//! What the view asks of the browser.
//!
//! All of it exists with every feature; where there is no browser it does nothing, so that the same
//! components render to HTML for authors. Handles are told how things are to be (which node is
//! followed, what a canvas shows), not what has changed: a render too many costs a comparison, a
//! render missed is cured by the next. Dropped, they undo themselves.

#[cfg(not(feature = "browser"))]
pub use super::stubs::{
    Countdown, Painter, TouchGuard, WheelZoom, WidthWatch, capture, drag, focus_in_row,
    scroll_into_view,
};
#[cfg(feature = "browser")]
pub use super::{
    countdown::Countdown,
    drag::{TouchGuard, capture, drag, focus_in_row},
    painter::Painter,
    scroll_into_view::scroll_into_view,
    wheel_zoom::WheelZoom,
    width::WidthWatch,
};

pub use super::{
    countdown_spec::CountdownSpec, scroll_request::ScrollRequest, wheel_turn::WheelTurn,
};

use crate::layout::{Layout, Measure};
use std::rc::Rc;
use yew::prelude::*;

/// How wide texts are: measured on a canvas in the browser, by a table natively.
pub fn measure() -> Rc<dyn Measure> {
    super::measure()
}

/// The form that a number of things takes in a language (BCP 47), by CLDR's rules and as CLDR names
/// it: `one`, `few`, …
pub fn plural_category(language: &str, count: f64) -> String {
    super::plural_category(language, count)
}

/// The places of names in the order in which they stand in a language (BCP 47), by CLDR's rules.
pub fn order_of_names(language: &str, names: &[&str]) -> Vec<usize> {
    super::order_of_names(language, names)
}

/// A number for a new round: 53 random bits in the browser, 0 natively.
pub fn new_seed() -> u64 {
    super::new_seed()
}

/// A text in lower case.
pub fn lower_case(text: &str) -> String {
    super::lower_case(text)
}

/// Whether the `<details>` an event came from are open.
pub fn is_open(event: &Event) -> bool {
    super::is_open(event)
}

/// Closes the `<details>` that the focus has left.
pub fn close_left(event: &FocusEvent) {
    super::close_left(event);
}

/// Closes the `<details>` in which something was pressed; their summary gets the focus.
pub fn close_around(event: &Event) {
    super::close_around(event);
}

/// Has the row of sections in which something was pressed stay where it is in the window.
pub fn keep_row(event: &Event) {
    super::keep_row(event);
}

/// The width of a node in whole CSS px, and how many times as large as usual its text is; none if it
/// is not there, or has no box.
pub fn frame_size(node: &NodeRef) -> Option<(f64, f64)> {
    super::frame_size(node)
}

/// The id of the innermost element around what was pressed that has one; empty for none.
pub fn id_around(event: &Event) -> String {
    super::id_around(event)
}

/// Shows the panel of sources of the card at the mark that was pressed, or closes it if it stands
/// there already.
pub fn show_panel(event: &Event) {
    super::show_panel(event);
}

/// Hears that a panel of sources has opened or closed; the focus goes back to its mark.
pub fn panel_toggled(event: &Event) {
    super::panel_toggled(event);
}

/// Hides the panel of sources in which something was pressed.
pub fn hide_panel(event: &Event) {
    super::hide_panel(event);
}

/// The choice in the `<select>` an event came from; none if it came from elsewhere.
pub fn choice_of(event: &Event) -> Option<String> {
    super::choice_of(event)
}

/// The number in the `<input>` an event came from; none if there is none, or it came from elsewhere.
pub fn number_of(event: &Event) -> Option<f64> {
    super::number_of(event)
}

/// The control an event came from: the type of a field or button, the name of another element;
/// empty for none.
pub fn control_of(event: &Event) -> String {
    super::control_of(event)
}

/// The text in the `<input>` an event came from; none if it came from elsewhere.
pub fn text_of(event: &Event) -> Option<String> {
    super::text_of(event)
}

/// Puts a text into the `<input>` that an event came from.
pub fn set_text_of(event: &Event, text: &str) {
    super::set_text_of(event, text);
}

/// Puts a text into the clipboard; tells whether it is there.
pub fn copy(text: &str, told: Callback<bool>) {
    super::copy(text, told);
}

/// Whether the platform has a share sheet that takes a text.
pub fn can_share(text: &str) -> bool {
    super::can_share(text)
}

/// Opens the share sheet with a text; tells whether that took it, or the reader closed it.
pub fn share(text: &str, told: Callback<bool>) {
    super::share(text, told);
}

/// Lets the browser save a picture under a name, in the colours in force where `event` happened;
/// tells whether there is one.
pub fn save_picture(event: &MouseEvent, layout: Layout, file: String, told: Callback<bool>) {
    super::save_picture(event, layout, file, told);
}

/// The same as SVG.
pub fn save_drawing(event: &MouseEvent, layout: Layout, file: &str, told: &Callback<bool>) {
    super::save_drawing(event, layout, file, told);
}

/// Lets the browser save a text of a media type under a name; tells whether it can.
pub fn save_text(text: &str, media: &str, file: &str, told: &Callback<bool>) {
    super::save_text(text, media, file, told);
}

/// The address of the page without its hash; empty natively and where it leads nobody there.
pub fn page_address() -> String {
    super::page_address()
}

/// The host of the page; empty natively and for a file.
pub fn page_host() -> String {
    super::page_host()
}
