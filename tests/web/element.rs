//! The handle that the loader holds, played as the loader plays it.

use crate::page::{Ear, Guest, Spy, settle, task};
use js_sys::{Array, Function, JSON, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use story_card::element::{CardHandle, StoryFile, read_story, root_count, version};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const STORY: &str = include_str!("../stories/good/minimal.story.json");
const LOADER: &str = include_str!("../../static/story-card.js");

fn story() -> StoryFile {
    read_story(STORY, "story.json", &Function::default())
        .unwrap_or_else(|_| unreachable!("the story is right"))
}

/// What takes the session as a text, and does nothing with it.
fn nothing() -> js_sys::Function {
    js_sys::Function::new_no_args("")
}

fn open(attributes: &[(&str, &str)]) -> (Guest, CardHandle) {
    open_story(&story(), attributes)
}

/// An element with its card, open and in the page.
pub(crate) fn open_story(story: &StoryFile, attributes: &[(&str, &str)]) -> (Guest, CardHandle) {
    let guest = Guest::with_shadow();
    let card = CardHandle::new(&guest, nothing());
    for (name, value) in attributes {
        card.set_attribute(name, Some((*value).to_owned()));
    }
    card.open(story, None);
    card.resume();
    (guest, card)
}

fn words(list: &Array) -> Vec<String> {
    list.iter().filter_map(|word| word.as_string()).collect()
}

#[wasm_bindgen_test]
fn the_loader_asks_for_this_version() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
    assert!(LOADER.contains(&format!("const VERSION = '{}';", version())));
}

#[wasm_bindgen_test]
async fn a_story_opens_and_says_so() {
    let guest = Guest::with_shadow();
    let ready = Ear::new(&guest, "story-ready");
    let card = CardHandle::new(&guest, nothing());
    assert_eq!(card.sections().length(), 0);
    card.set_attribute("sections", Some("charts trivia".to_owned()));
    card.open(&story(), None);
    card.resume();
    assert!(ready.take().is_empty(), "the page is told after the call, not within it");
    settle().await;
    assert_eq!(ready.take(), [r#"{"story":"minimal","sections":["charts","trivia"]}"#]);
    assert_eq!(words(&card.sections()), ["charts", "trivia"]);
    assert!(guest.find("article").is_some());
    card.set_attribute("sections", None);
    assert_eq!(words(&card.sections()), ["trivia", "timeline", "charts", "sources"]);
    card.close();
    settle().await;
    assert!(guest.find("article").is_none());
    assert_eq!(card.sections().length(), 0);
    assert!(!card.show("charts", false, None));
}

#[wasm_bindgen_test]
async fn going_somewhere_tells_where() {
    let (guest, card) = open(&[]);
    let shown = Ear::new(&guest, "story-show");
    assert!(card.show("charts", false, None));
    assert!(card.show("timeline/lit", false, None));
    for wrong in ["timeline/dark", "cast", "", "charts/", "TIMELINE"] {
        assert!(!card.show(wrong, false, None), "{wrong}");
    }
    settle().await;
    assert_eq!(
        shown.take(),
        [
            r#"{"section":"charts","item":null,"byReader":false}"#,
            r#"{"section":"timeline","item":"lit","byReader":false}"#
        ]
    );
    guest.find("button.sc-tab").unwrap().click();
    settle().await;
    assert_eq!(shown.take(), [r#"{"section":"trivia","item":"colour","byReader":true}"#]);
}

#[wasm_bindgen_test]
async fn an_event_says_whose_doing_it_tells() {
    let (guest, card) = open(&[]);
    let shown = Ear::new(&guest, "story-show");
    settle().await;
    card.show("charts", false, None);
    settle().await;
    guest.find("button.sc-tab").unwrap().click();
    settle().await;
    // What the reader has asked for is told by whoever asks the card for it.
    card.show("timeline", true, None);
    settle().await;
    let by_reader: Vec<bool> =
        shown.take().iter().map(|detail| detail.contains("\"byReader\":true")).collect();
    assert_eq!(by_reader, [false, true, false]);
}

#[wasm_bindgen_test]
async fn another_instance_goes_on_from_what_the_loader_holds() {
    let guest = Guest::with_shadow();
    let held = Rc::new(RefCell::new(Vec::new()));
    let list = Rc::clone(&held);
    let hold = Closure::<dyn Fn(JsValue, String)>::new(move |host: JsValue, text| {
        list.borrow_mut().push((host, text));
    });
    let card = CardHandle::new(&guest, hold.as_ref().unchecked_ref::<js_sys::Function>().clone());
    card.open(&story(), None);
    card.resume();
    settle().await;
    assert!(held.borrow().is_empty(), "nothing has been done");
    card.show("trivia", false, None);
    answer(&guest).await;
    let (host, text) = held.borrow().last().cloned().unwrap();
    // The element keeps the function, so the function must not keep the element: it is handed over.
    assert_eq!(host.unchecked_ref::<web_sys::HtmlElement>(), &*guest);
    assert!(text.contains("\"colour\""), "{text}");
    let other = Guest::with_shadow();
    let next = CardHandle::new(&other, nothing());
    next.open(&story(), Some(text));
    next.resume();
    next.show("trivia", false, None);
    settle().await;
    assert!(other.find("[part~=verdict]").is_some(), "the answer is there");
    let wrong = CardHandle::new(&Guest::with_shadow(), nothing());
    wrong.open(&story(), Some("{\"asked\":[[7]]".to_owned()));
    assert_eq!(wrong.sections().length(), 4, "any text will do");
}

#[wasm_bindgen_test]
async fn focus_goes_where_the_reader_wants_to_go_and_not_where_the_page_does() {
    let (guest, card) = open(&[]);
    settle().await;
    let focused = || guest.shadow().active_element().map(|element| element.id());
    card.show("timeline/lit", false, None);
    settle().await;
    assert_eq!(focused(), None);
    card.show("timeline/lit", true, None);
    settle().await;
    assert_eq!(focused().as_deref(), Some("sc-minimal-timeline-lit"));
    card.show("charts", true, None);
    settle().await;
    assert_eq!(focused().as_deref(), Some("sc-minimal-tab-charts"));
}

#[wasm_bindgen_test]
async fn a_drawing_has_its_width_before_a_frame_has_come() {
    let (guest, card) = open(&[("section", "sources")]);
    guest.put("width", "420px");
    settle().await;
    assert!(guest.find("canvas").is_none());
    card.show("charts", true, None);
    // The first render is done when all that was under way is; a frame takes longer.
    for _ in 0..20 {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    let canvas = guest.find("canvas").unwrap();
    let frame = guest.find(".sc-frame").unwrap().client_width();
    assert!(frame > 0);
    assert_eq!(canvas.get_attribute("width"), Some(frame.to_string()));
}

#[wasm_bindgen_test]
async fn answering_tells_what_was_answered() {
    let (guest, card) = open(&[("seed", "7")]);
    let (answered, completed) =
        (Ear::new(&guest, "story-answer"), Ear::new(&guest, "story-complete"));
    settle().await;
    answer(&guest).await;
    let told = answered.take();
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with(r#"{"question":"colour","answer":""#), "{told:?}");
    assert!(told[0].ends_with(r#""answered":1,"total":1,"byReader":true}"#), "{told:?}");
    assert!(completed.take().is_empty());
    guest.find(".sc-quiz .sc-button").unwrap().click();
    settle().await;
    let told = completed.take();
    assert_eq!(told.len(), 1);
    assert!(told[0].ends_with(r#""total":1,"seed":7,"byReader":true}"#), "{told:?}");
    card.restart();
    settle().await;
    assert!(guest.find(".sc-quiz input").is_some(), "a new round asks again");
}

/// Gives the first option as the answer.
async fn answer(guest: &Guest) {
    guest.find(".sc-quiz input").unwrap().click();
    settle().await;
    if let Some(check) = guest.find(".sc-quiz button[type=submit]") {
        check.click();
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn what_is_wrong_with_a_story_is_said_with_its_place() {
    let wrong = STORY.replace("\"answer\": \"red\"", "\"answer\": \"rod\"");
    let told = |text: &str| {
        let failure =
            read_story(text, "https://example.org/a.json", &Function::default()).err().unwrap();
        String::from(JSON::stringify(&failure).unwrap())
    };
    let failure = told(&wrong);
    assert!(
        failure.starts_with(r#"{"kind":"story","message":"https://example.org/a.json:2"#),
        "{failure}"
    );
    assert!(
        failure.contains(r#""faults":[{"path":"trivia.questions[0].answer","line":2"#),
        "{failure}"
    );
    assert!(failure.contains("red"), "the remedy is named: {failure}");
    assert!(told("{\"format\": 1,").contains(r#""kind":"format""#));
    let page = told("\u{feff} <!doctype html>");
    assert!(page.contains(r#""kind":"format""#) && page.contains("HTML page"), "{page}");
}

#[wasm_bindgen_test]
async fn a_failure_is_shown_in_place_of_the_card() {
    let (guest, card) = open(&[]);
    card.fail("a.json, line 3: it is wrong.".to_owned(), 4);
    settle().await;
    let alert = guest.find("[role=alert]").unwrap().text_content().unwrap();
    assert!(alert.contains("a.json, line 3") && alert.contains('3'), "{alert}");
    card.open(&story(), None);
    settle().await;
    assert!(guest.find("[role=alert]").is_none() && guest.find("article").is_some());
}

#[wasm_bindgen_test]
async fn a_wrong_attribute_is_reported_once() {
    let warned = Spy::on("console", "warn");
    let cards = [open(&[("heading-level", "9")]), open(&[("heading-level", "9")])];
    cards[0].1.set_attribute("heading-level", Some("eight".to_owned()));
    let calls = warned.calls();
    assert_eq!(calls.len(), 2, "{calls:?}");
    assert!(calls[0].contains("heading-level=\"9\"") && calls[0].contains("1 to 6"), "{calls:?}");
}

#[wasm_bindgen_test]
async fn roots_are_used_again_and_keep_nothing() {
    let (guest, card) = open(&[]);
    settle().await;
    card.suspend();
    let count = root_count();
    assert!(guest.find("article").is_none());
    for _ in 0..20 {
        let (other, card) = open(&[]);
        task().await;
        assert!(other.find("article").is_some());
        card.suspend();
        card.suspend();
        task().await;
    }
    card.resume();
    card.resume();
    settle().await;
    assert_eq!(root_count(), count, "as many as ever stood at once");
    assert_eq!(guest.shadow().query_selector_all("article").unwrap().length(), 1);
}

#[wasm_bindgen_test]
async fn a_root_that_moved_hears_each_click_once_and_the_session_stays() {
    let (first, first_card) = open(&[]);
    settle().await;
    first_card.show("charts", false, None);
    settle().await;
    first_card.suspend();
    task().await;
    // The root goes to another card, and the first card gets another root later.
    let (second, _second_card) = open(&[]);
    settle().await;
    let shown = Ear::new(&second, "story-show");
    let tabs = second.shadow().query_selector_all("button.sc-tab").unwrap();
    tabs.get(1).unwrap().unchecked_into::<web_sys::HtmlElement>().click();
    settle().await;
    assert_eq!(shown.take(), [r#"{"section":"timeline","item":null,"byReader":true}"#]);
    first_card.resume();
    settle().await;
    let open = first.find(".sc-tab[aria-current]").unwrap();
    assert!(open.id().contains("charts"), "{}", open.id());
}

#[wasm_bindgen_test]
async fn a_card_that_is_let_go_gives_its_root_back() {
    let (_guest, card) = open(&[]);
    settle().await;
    let count = root_count();
    drop(card);
    let _next = open(&[]);
    settle().await;
    assert_eq!(root_count(), count);
}

#[wasm_bindgen_test]
async fn a_listener_may_do_with_the_card_what_it_likes() {
    let (guest, card) = open(&[]);
    settle().await;
    let card = Rc::new(card);
    let order = Rc::new(RefCell::new(Vec::new()));
    let (inner, heard) = (Rc::clone(&card), Rc::clone(&order));
    let listener =
        Closure::<dyn Fn(web_sys::CustomEvent)>::new(move |event: web_sys::CustomEvent| {
            let detail = String::from(JSON::stringify(&event.detail()).unwrap());
            heard.borrow_mut().push(detail.clone());
            if detail.contains("charts") {
                assert!(inner.show("timeline/lit", false, None));
                inner.restart();
                inner.set_attribute("spoilers", Some("show".to_owned()));
                inner.suspend();
                inner.resume();
            }
        });
    let function: &js_sys::Function = listener.as_ref().unchecked_ref();
    guest.add_event_listener_with_callback("story-show", function).unwrap();
    let tab = guest.shadow().query_selector_all("button.sc-tab").unwrap().get(2).unwrap();
    tab.unchecked_into::<web_sys::HtmlElement>().click();
    settle().await;
    assert_eq!(
        *order.borrow(),
        [
            r#"{"section":"charts","item":null,"byReader":true}"#,
            r#"{"section":"timeline","item":"lit","byReader":false}"#
        ]
    );
    assert!(guest.find("article").is_some());
    card.suspend();
}
