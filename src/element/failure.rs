//! Why a text is no story, as the loader reports it.

use super::event::object;
use crate::story::Fault;
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

/// Whether a text is a page: no JSON begins like this, and servers answer so for what is missing.
pub(super) fn is_page(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

/// A page where a story was looked for.
pub(super) fn page(address: &str) -> Object {
    let message = format!(
        "{address}: the server answered with an HTML page, not JSON. Check the address of the story."
    );
    describe("format", &message, &message, &[])
}

/// A text with faults: the first is the message, all of them are the log.
pub(super) fn faulty(address: &str, faults: &[Fault]) -> Object {
    let lines: Vec<String> = faults.iter().map(|fault| fault.in_file(address)).collect();
    let message = lines.first().map_or("", String::as_str);
    describe(kind(faults), message, &lines.join("\n"), faults)
}

/// Text that is no JSON has one fault, which lies in no part of a story.
fn kind(faults: &[Fault]) -> &'static str {
    match faults {
        [fault] if fault.path.is_empty() => "format",
        _ => "story",
    }
}

fn describe(kind: &str, message: &str, log: &str, faults: &[Fault]) -> Object {
    let faults: Array = faults.iter().map(|fault| JsValue::from(detail(fault))).collect();
    object([
        ("kind", kind.into()),
        ("message", message.into()),
        ("log", log.into()),
        ("faults", faults.into()),
    ])
}

fn detail(fault: &Fault) -> Object {
    object([
        ("path", fault.path.as_str().into()),
        ("line", JsValue::from(fault.at.line as f64)),
        ("column", JsValue::from(fault.at.column as f64)),
        ("message", fault.message().into()),
    ])
}
