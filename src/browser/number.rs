//! Numbers in texts, read by JavaScript: Rust's own parser brings tables of 10 KB.

use wasm_bindgen::JsValue;

/// The number that is all of `text`; none if it is something else or not finite.
pub(super) fn number(text: &str) -> Option<f64> {
    // An empty text would be 0 to JavaScript.
    let number = JsValue::from_str(text).unchecked_into_f64();
    (number.is_finite() && !text.is_empty()).then_some(number)
}
