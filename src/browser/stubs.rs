//! What stands behind the hooks where there is no browser: the same names, doing nothing.

use super::countdown_spec::CountdownSpec;
use super::scroll_request::ScrollRequest;
use super::wheel_turn::WheelTurn;
use crate::layout::{Layout, Measure, Motion, TableMeasure};
use crate::paint::Picture;
use std::cell::Cell;
use std::rc::Rc;
use yew::{Callback, Event, FocusEvent, MouseEvent, NodeRef, PointerEvent};

/// Counts nothing.
#[derive(Default)]
pub struct Countdown {}

impl Countdown {
    /// Does nothing.
    pub fn follow(&mut self, _: &NodeRef, _: Option<CountdownSpec>) {}
}

/// Paints nothing.
#[derive(Default)]
pub struct Painter {}

impl Painter {
    /// Does nothing.
    pub fn show(&self, _: &NodeRef, _: Option<Picture>, _: f64, _: Option<Motion>) {}
}

/// Follows no width.
#[derive(Default)]
pub struct WidthWatch {}

impl WidthWatch {
    /// Does nothing.
    pub fn follow(&mut self, _: &NodeRef, _: bool, _: Callback<(f64, f64)>) {}
}

/// Holds no finger.
#[derive(Default)]
pub struct TouchGuard {}

impl TouchGuard {
    /// Does nothing.
    pub fn follow(&mut self, _: &NodeRef, _: &Rc<Cell<bool>>) {}
}

/// Hears no wheel.
#[derive(Default)]
pub struct WheelZoom {}

impl WheelZoom {
    /// Does nothing.
    pub fn follow(&mut self, _: &NodeRef, _: Callback<WheelTurn>) {}
}

/// Does nothing.
pub fn capture(_: &PointerEvent) {}

/// Knows no rows.
pub fn drag(_: &PointerEvent, _: usize) -> Option<usize> {
    None
}

/// Does nothing.
pub fn focus_in_row(_: &Event, _: usize, _: &str) {}

/// Does nothing.
pub fn scroll_into_view(_: &NodeRef, _: &ScrollRequest) {}

pub(super) fn new_seed() -> u64 {
    0
}

pub(super) fn lower_case(text: &str) -> String {
    text.to_lowercase()
}

pub(super) fn is_open(_: &Event) -> bool {
    false
}

pub(super) fn close_left(_: &FocusEvent) {}

pub(super) fn close_around(_: &Event) {}

pub(super) fn keep_row(_: &Event) {}

pub(super) fn frame_size(_: &NodeRef) -> Option<(f64, f64)> {
    None
}

pub(super) fn id_around(_: &Event) -> String {
    String::new()
}

pub(super) fn show_panel(_: &Event) {}

pub(super) fn panel_toggled(_: &Event) {}

pub(super) fn hide_panel(_: &Event) {}

pub(super) fn choice_of(_: &Event) -> Option<String> {
    None
}

pub(super) fn number_of(_: &Event) -> Option<f64> {
    None
}

pub(super) fn control_of(_: &Event) -> String {
    String::new()
}

pub(super) fn text_of(_: &Event) -> Option<String> {
    None
}

pub(super) fn set_text_of(_: &Event, _: &str) {}

pub(super) fn measure() -> Rc<dyn Measure> {
    Rc::new(TableMeasure)
}

pub(super) fn copy(_: &str, _: Callback<bool>) {}

pub(super) fn can_share(_: &str) -> bool {
    false
}

pub(super) fn share(_: &str, _: Callback<bool>) {}

pub(super) fn save_picture(_: &MouseEvent, _: Layout, _: String, _: Callback<bool>) {}

pub(super) fn save_drawing(_: &MouseEvent, _: Layout, _: &str, _: &Callback<bool>) {}

pub(super) fn save_text(_: &str, _: &str, _: &str, _: &Callback<bool>) {}

pub(super) fn page_address() -> String {
    String::new()
}

pub(super) fn page_host() -> String {
    String::new()
}

/// The name of a number's category in a language, by the rules of ICU4X, which the browser's come
/// from too.
#[cfg(feature = "tool")]
pub(super) fn plural_category(language: &str, count: f64) -> String {
    use icu_plurals::PluralCategory;
    // By its digits, for a fraction has a form as well.
    let count: fixed_decimal::Decimal = count.to_string().parse().unwrap_or_default();
    let locale = icu_locale_core::Locale::try_from_str(language).ok();
    let rules = locale.and_then(|it| icu_plurals::PluralRules::try_new_cardinal(it.into()).ok());
    let name = match rules.map(|rules| rules.category_for(&count)) {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    };
    name.to_owned()
}

/// Knows letters alone.
pub(super) fn order_of_names(_: &str, names: &[&str]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..names.len()).collect();
    places.sort_by_cached_key(|place| names[*place].to_lowercase());
    places
}

/// Knows no language but English.
#[cfg(not(feature = "tool"))]
pub(super) fn plural_category(_: &str, count: f64) -> String {
    if count == 1.0 { "one" } else { "other" }.to_owned()
}
