//! A card whose code comes in two parts, the second played by the test.

use crate::element::open_story;
use crate::page::{Ear, Guest, script, settle};
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use story_card::element::{CardHandle, StoryFile, await_rest, read_story, rest_came};
use story_card::session::{Options, Session};
use story_card::story::{Form, Story};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const STORY: &str = include_str!("../stories/good/everything.story.json");

/// The rest while it is missing; at the end of a test it is there again.
struct Rest {
    asked: Array,
}

impl Rest {
    fn missing() -> Self {
        let asked = Array::new();
        let make = Function::new_with_args("list", "return () => { list.push('fetch'); }");
        await_rest(make.call1(&JsValue::NULL, &asked).unwrap().unchecked_into());
        Self { asked }
    }

    /// What was asked of the page since the last time.
    fn asked(&self) -> Vec<String> {
        let asked = self.asked.iter().filter_map(|it| it.as_string()).collect();
        self.asked.set_length(0);
        asked
    }
}

impl Drop for Rest {
    fn drop(&mut self) {
        rest_came(true);
    }
}

fn story() -> StoryFile {
    read_story(STORY, "story.json").unwrap_or_else(|_| unreachable!("the story is right"))
}

async fn open(attributes: &[(&str, &str)]) -> (Guest, CardHandle) {
    let (guest, card) = open_story(&story(), attributes);
    settle().await;
    (guest, card)
}

fn tab(guest: &Guest, section: &str) {
    guest.find(&format!("#sc-everything-tab-{section}")).unwrap().click();
}

fn is_at(guest: &Guest, section: &str) -> bool {
    guest.find(&format!("#sc-everything-{section}")).is_some()
}

fn is_busy(guest: &Guest) -> bool {
    guest.find("article[aria-busy=true]").is_some()
}

/// The words of the alert, if there is one.
fn alert(guest: &Guest) -> Option<String> {
    guest.find("[role=alert]")?.text_content()
}

/// A seed with which a question of this kind comes first.
fn seed(is_wanted: fn(&Form) -> bool) -> String {
    let story = Story::parse(STORY.as_bytes()).unwrap();
    let fits = |seed: &u64| {
        let session = Session::new(&story, Options::default(), *seed);
        let asked = session.quiz().current().unwrap();
        is_wanted(&story.trivia.questions[asked.question].form)
    };
    (0..1000).find(fits).unwrap().to_string()
}

fn place(id: &str) -> Option<String> {
    Some(id.to_owned())
}

#[wasm_bindgen_test]
async fn what_needs_the_rest_waits_for_it_in_order() {
    let rest = Rest::missing();
    let (guest, card) = open(&[]).await;
    let card = Rc::new(card);
    let shown = Ear::new(&guest, "story-show");
    let whose = Rc::new(RefCell::new(Vec::new()));
    let (list, inner) = (Rc::clone(&whose), Rc::clone(&card));
    let listener = Closure::<dyn Fn()>::new(move || list.borrow_mut().push(inner.is_readers()));
    guest
        .add_event_listener_with_callback("story-show", listener.as_ref().unchecked_ref())
        .unwrap();
    assert!(!is_busy(&guest));
    tab(&guest, "charts");
    settle().await;
    assert!(is_busy(&guest) && is_at(&guest, "overview"));
    assert!(card.show("faq", false), "it leads somewhere");
    assert!(!card.show("nowhere", false), "it does not, and that is known at once");
    tab(&guest, "overview");
    settle().await;
    assert_eq!(rest.asked(), ["fetch"], "asked for once");
    assert!(shown.take().is_empty());
    rest_came(true);
    settle().await;
    assert!(!is_busy(&guest) && is_at(&guest, "overview"));
    assert_eq!(
        shown.take(),
        ["charts", "faq", "overview"].map(|it| format!(r#"{{"section":"{it}","item":null}}"#))
    );
    assert_eq!(whose.take(), [true, false, true]);
}

#[wasm_bindgen_test]
async fn a_rest_that_cannot_be_fetched_is_said_and_asked_for_again() {
    let rest = Rest::missing();
    let (guest, _card) = open(&[]).await;
    tab(&guest, "charts");
    tab(&guest, "faq");
    rest_came(false);
    settle().await;
    assert!(is_at(&guest, "overview") && !is_busy(&guest));
    let words = alert(&guest).unwrap();
    assert!(words.contains("Check the connection and press again"), "{words}");
    assert_eq!(rest.asked(), ["fetch"]);
    tab(&guest, "charts");
    settle().await;
    assert_eq!((rest.asked(), alert(&guest)), (vec!["fetch".to_owned()], None));
    rest_came(false);
    settle().await;
    assert!(alert(&guest).is_some());
    tab(&guest, "charts");
    rest_came(true);
    settle().await;
    assert!(is_at(&guest, "charts") && alert(&guest).is_none(), "nothing that was dropped comes");
}

#[wasm_bindgen_test]
async fn a_question_of_choice_is_answered_without_the_rest() {
    let rest = Rest::missing();
    let (guest, _card) = open(&[("seed", &seed(|form| matches!(form, Form::One { .. })))]).await;
    tab(&guest, "trivia");
    settle().await;
    guest.find(".sc-option input").unwrap().click();
    settle().await;
    guest.find(".sc-quiz .sc-button").unwrap().click();
    settle().await;
    assert!(guest.find("#sc-everything-verdict").is_some());
    assert!(rest.asked().is_empty() && !is_busy(&guest));
}

#[wasm_bindgen_test]
async fn a_question_of_another_form_waits_and_the_line_goes_with_what_can_be_done() {
    let rest = Rest::missing();
    let (guest, _card) = open(&[("seed", &seed(|form| matches!(form, Form::Order { .. })))]).await;
    tab(&guest, "trivia");
    settle().await;
    assert!(is_busy(&guest) && is_at(&guest, "overview"));
    rest_came(false);
    settle().await;
    assert!(alert(&guest).is_some());
    tab(&guest, "overview");
    settle().await;
    assert_eq!(alert(&guest), None);
    tab(&guest, "trivia");
    rest_came(true);
    settle().await;
    assert!(is_at(&guest, "trivia"));
    assert_eq!(rest.asked(), ["fetch", "fetch"]);
}

#[wasm_bindgen_test]
async fn another_story_is_not_told_what_the_last_one_waited_for() {
    let rest = Rest::missing();
    let (guest, card) = open(&[]).await;
    tab(&guest, "charts");
    card.close();
    card.open(&story());
    rest_came(false);
    settle().await;
    assert!(is_at(&guest, "overview") && alert(&guest).is_none() && !is_busy(&guest));
    assert_eq!(rest.asked(), ["fetch"]);
}

#[wasm_bindgen_test]
async fn a_card_is_prepared_for_what_it_opens_with() {
    let guest = Guest::with_shadow();
    let card = CardHandle::new(&guest);
    let file = story();
    assert!(card.prepare(&file, place("sc-everything-charts")).is_none(), "all code is there");
    let rest = Rest::missing();
    assert!(card.prepare(&file, None).is_none());
    assert!(card.prepare(&file, place("")).is_none());
    assert!(card.prepare(&file, place("sc-everything-overview")).is_none());
    assert!(rest.asked().is_empty());
    let waiting = card.prepare(&file, place("sc-everything-charts")).unwrap();
    assert_eq!(rest.asked(), ["fetch"]);
    rest_came(true);
    JsFuture::from(waiting).await.unwrap();
    assert!(card.prepare(&file, place("sc-everything-charts")).is_none());
}

#[wasm_bindgen_test]
async fn a_card_that_cannot_be_prepared_says_so_as_the_loader_does() {
    let _rest = Rest::missing();
    let guest = Guest::with_shadow();
    let card = CardHandle::new(&guest);
    card.set_attribute("section", Some("charts".to_owned()));
    let waiting: Promise = card.prepare(&story(), None).unwrap();
    rest_came(false);
    let problem = JsFuture::from(waiting).await.unwrap_err();
    let read = |key: &str| Reflect::get(&problem, &key.into()).unwrap().as_string().unwrap();
    assert_eq!(read("kind"), "network");
    assert!(read("message").starts_with("story-card-app_rest.wasm cannot be fetched. "));
}

#[wasm_bindgen_test]
async fn the_question_that_was_prepared_for_is_the_one_that_comes() {
    let _rest = Rest::missing();
    for _ in 0..20 {
        let guest = Guest::with_shadow();
        let card = CardHandle::new(&guest);
        card.set_attribute("section", Some("trivia".to_owned()));
        let file = story();
        let is_early = card.prepare(&file, None).is_none();
        card.open(&file);
        card.resume();
        settle().await;
        let is_choice = guest.find(".sc-option input").is_some();
        assert_eq!(is_early, is_choice);
    }
}

#[wasm_bindgen_test]
async fn a_card_is_prepared_for_the_hash_of_the_page() {
    let _rest = Rest::missing();
    let go = |hash: &str| {
        script(&format!("history.replaceState(null, '', '{hash}')")).call0(&JsValue::NULL).unwrap();
    };
    let card = CardHandle::new(&Guest::with_shadow());
    let file = story();
    for (hash, waits) in [
        ("#everything/charts", true),
        ("#everything/trivia?seed=1", true),
        ("#everything/overview", false),
        ("#another/charts", false),
        ("#", false),
    ] {
        go(hash);
        assert_eq!(card.prepare(&file, None).is_some(), waits, "{hash}");
    }
}

#[wasm_bindgen_test]
async fn the_page_is_told_when_what_it_asked_for_is_shown() {
    let _rest = Rest::missing();
    let (guest, card) = open(&[]).await;
    assert_eq!(card.lead("nowhere").as_bool(), Some(false));
    for came in [false, true] {
        let shown: Promise = card.lead("faq").unchecked_into();
        rest_came(came);
        assert_eq!(JsFuture::from(shown).await.unwrap().as_bool(), Some(came));
        settle().await;
        assert_eq!(is_at(&guest, "faq"), came);
    }
    assert_eq!(card.lead("charts").as_bool(), Some(true), "nothing is missing");
}
