//! What a panic leaves behind. It ends the whole instance, so that this test stands alone.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use js_sys::{Array, Function};
use story_card::browser::trap;
use story_card::element;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_panic_is_recorded_and_told_once() {
    let told = Array::new();
    let push = Function::new_with_args("list", "return (message) => list.push(message)");
    element::start(push.call1(&JsValue::NULL, &told).unwrap().unchecked_into());
    assert!(!trap::is_set());
    let fall = Closure::<dyn Fn()>::new(|| panic!("the floor has gone"));
    let thrown = fall.as_ref().unchecked_ref::<Function>().call0(&JsValue::NULL);
    assert!(thrown.is_err());
    assert!(trap::is_set());
    let _ = fall.as_ref().unchecked_ref::<Function>().call0(&JsValue::NULL);
    assert_eq!(told.length(), 1);
    let message = told.get(0).as_string().unwrap();
    assert!(message.contains("the floor has gone") && message.contains("trap.rs"), "{message}");
}
