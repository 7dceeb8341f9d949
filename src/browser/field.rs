//! What stands in the field an event came from.

use js_sys::{JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

/// The control an event came from: the type of a field or button, the name of another element;
/// empty for none.
pub(super) fn control_of(event: &Event) -> String {
    let Some(element) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return String::new();
    };
    // No other element of the card has a type.
    let kind = Reflect::get(&element, &"type".into()).ok().and_then(|kind| kind.as_string());
    kind.filter(|kind| !kind.is_empty()).unwrap_or_else(|| element.local_name())
}

/// The choice in a `<select>`; none if the event came from elsewhere.
pub(super) fn choice_of(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}

/// The text in an `<input>`; none if the event came from elsewhere.
pub(super) fn text_of(event: &Event) -> Option<String> {
    Some(input(event)?.value())
}

/// Puts a text into the `<input>` that an event came from.
pub(super) fn set_text_of(event: &Event, text: &str) {
    if let Some(input) = input(event) {
        input.set_value(text);
    }
}

/// The number in an `<input>`, read by the browser; none if there is none.
pub(super) fn number_of(event: &Event) -> Option<f64> {
    let number = input(event)?.value_as_number();
    number.is_finite().then_some(number)
}

/// A text in lower case, by the browser: Rust would bring tables.
pub(super) fn lower_case(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
