//! What happens after a trap: nothing. It ends the whole instance, so that this test stands alone.
#![cfg(all(target_arch = "wasm32", feature = "browser"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "web/page.rs"]
#[expect(dead_code, reason = "the other tests use the rest of it")]
mod page;

use page::{Guest, settle};
use story_card::element::{self, CardHandle, read_story};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const STORY: &str = include_str!("stories/good/minimal.story.json");

#[wasm_bindgen_test]
async fn no_callback_acts_after_a_trap() {
    let guest = Guest::with_shadow();
    let card = CardHandle::new(&guest, js_sys::Function::new_no_args(""));
    let story = read_story(STORY, "story.json", &js_sys::Function::default())
        .unwrap_or_else(|_| unreachable!("it is right"));
    card.open(&story, None);
    card.resume();
    settle().await;
    let is_open = |tab: &str| guest.find(tab).unwrap().get_attribute("aria-current");
    let tab = "button.sc-tab:nth-child(2)";
    element::stop();
    guest.find(tab).unwrap().click();
    settle().await;
    assert_eq!(is_open(tab), None);
    assert_eq!(is_open("button.sc-tab:first-child").as_deref(), Some("true"));
}
