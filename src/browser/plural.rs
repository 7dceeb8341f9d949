//! The forms of counted phrases, chosen by the browser's own rules.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    /// Throws for what is no language.
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str) -> Result<PluralRules, JsValue>;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, count: f64) -> String;
}

/// The name of a number's category in a language; empty for what is no language.
pub(super) fn plural_category(language: &str, count: f64) -> String {
    let rules = PluralRules::new(language).ok();
    rules.map_or_else(String::new, |rules| rules.select(count))
}
