//! The forms of counted phrases, chosen by the browser's own rules.

use crate::story::PluralCategory;
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

/// The category of a number in a language.
pub(super) fn plural_category(language: &str, count: usize) -> PluralCategory {
    let rules = PluralRules::new(language).ok();
    let category = rules.and_then(|it| PluralCategory::from_name(&it.select(count as f64)));
    category.unwrap_or_default()
}
