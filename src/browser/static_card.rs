//! What a reader has opened in the static card, read from its markup.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Every `<details>` that is open in the static card of `host`, with spaces between: of options
/// `QUESTION/OPTION`, by their ids; of others `CLASS:ID` with the class of it and the id of the item
/// around it, such as `sc-entry:faq-budget`, or `CLASS>ID` with that of the first one inside.
pub fn opened(host: &HtmlElement) -> String {
    let mut opened = String::new();
    let found = host.query_selector_all(".sc-card details[open]:not(.sc-part)").ok();
    let Some(found) = found else { return opened };
    for place in 0..found.length() {
        let said = found.get(place).and_then(|it| told(it.dyn_ref()?));
        opened.extend(said);
        opened.push(' ');
    }
    opened
}

/// The attribute, for a form gives its field of that name in place of the property.
fn id(element: &Element) -> Option<String> {
    element.get_attribute("id")
}

fn told(details: &Element) -> Option<String> {
    let panel = id(&details.closest(".sc-panel").ok()??)?;
    // All ids of the card begin so, and the page around it has its own.
    let (start, _) = panel.split_at_checked(panel.rfind('-')? + 1)?;
    let item = ["[id^=\"", start, "\"]:not(.sc-panel)"].concat();
    let around = details.closest(&item).ok()?;
    let mark = if around.is_some() { ":" } else { ">" };
    let item = id(&around.or_else(|| details.query_selector(&item).ok()?)?)?;
    let item = item.get(start.len()..)?;
    // What sends a post may add classes of its own.
    let classes = details.get_attribute("class")?;
    let class = classes.split_whitespace().find(|class| class.starts_with("sc-"))?;
    if class == "sc-try" {
        let question = item.split_once('-')?.1;
        return Some([question, "/", &details.get_attribute("data-id")?].concat());
    }
    Some([class, mark, item].concat())
}
