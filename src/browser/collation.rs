//! The order of names, by the browser's own rules.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Collator;

    /// Throws for what is no language.
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str, options: &Object) -> Result<Collator, JsValue>;

    #[wasm_bindgen(method)]
    fn compare(this: &Collator, one: &str, other: &str) -> f64;
}

/// The places of names in their order in a language; as they are for what is no language.
pub(super) fn order_of_names(language: &str, names: &[&str]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..names.len()).collect();
    let options = Object::new();
    // So that 10 stands behind 2. A plain object takes any property.
    let _ = Reflect::set(&options, &"numeric".into(), &true.into());
    if let Ok(collator) = Collator::new(language, &options) {
        places.sort_by(|one, other| collator.compare(names[*one], names[*other]).total_cmp(&0.0));
    }
    places
}
