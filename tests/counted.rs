//! Counted phrases take the form of their number in the story's language, in both faces of the card.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};
use std::rc::Rc;
use story_card::session::{Options, Session};
use story_card::story::Story;
use story_card::view::{self, Card, CardProps, Face, Lists, Model, StoryRef};
use yew::{Callback, LocalServerRenderer};

/// A story with so many sources, all of which its one statement rests on.
fn story(lang: &str, sources: usize, messages: &Value) -> Story {
    let ids: Vec<String> = (1..=sources).map(|n| format!("s{n}")).collect();
    let entries: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "title": id })).collect();
    let story = json!({
        "format": 1, "id": "counted", "title": "Counted", "lang": lang,
        "sections": ["overview", "sources"], "sources": entries, "messages": messages,
        "overview": { "facts": [{ "id": "fact", "text": "A fact.", "sources": ids }] },
    });
    Story::parse(story.to_string().as_bytes()).unwrap()
}

/// Runs a future of this thread to its end.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, future)
}

/// Both faces of the card.
fn faces(story: &Story) -> [String; 2] {
    let session = Rc::new(Session::new(story, Options::default(), 1));
    let face = Face::Card(Model { story: StoryRef::new(story.clone()), session });
    let props = CardProps { face, on_action: Callback::noop() };
    let live = LocalServerRenderer::<Card>::with_props(props).hydratable(false).render();
    let page = view::static_card(story.clone(), Options::default(), Lists::Whole, None);
    [page.unwrap(), wait(live)]
}

#[test]
fn english_knows_one() {
    for (sources, words) in [(1, ">1 source<"), (2, ">2 sources<")] {
        for face in faces(&story("en", sources, &json!({}))) {
            assert!(face.contains(words), "{words} in {face}");
            assert!(face.contains(">1 statement · <"), "{face}");
        }
    }
}

#[test]
fn a_language_has_its_own_forms() {
    let polish = json!({ "card.sources": {
        "one": "{n} źródło", "few": "{n} źródła", "many": "{n} źródeł", "other": "{n} źródła",
    }});
    let arabic = json!({ "card.sources": {
        "one": "مصدر واحد", "two": "مصدران", "few": "{n} مصادر", "other": "{n} مصدر",
    }});
    for (lang, messages, counts) in [
        (
            "pl",
            &polish,
            &[(1, "1 źródło"), (2, "2 źródła"), (5, "5 źródeł"), (22, "22 źródła")][..],
        ),
        ("ar", &arabic, &[(1, "مصدر واحد"), (2, "مصدران"), (3, "3 مصادر"), (11, "11 مصدر")][..]),
        // No language of anybody: what fits all numbers.
        ("qqq-x", &polish, &[(1, "1 źródła")][..]),
    ] {
        for (count, words) in counts {
            for face in faces(&story(lang, *count, messages)) {
                assert!(face.contains(words), "{words} in {face}");
            }
        }
    }
}

#[test]
fn a_message_that_counts_may_be_a_single_text() {
    for face in faces(&story("de", 1, &json!({ "card.sources": "Quellen: {n}" }))) {
        assert!(face.contains("Quellen: 1"));
    }
}

#[test]
fn times_long_ago_take_the_form_of_their_number() {
    let ago = json!({ "date.million-years-ago": {
        "one": "{n} milion lat temu", "few": "{n} miliony lat temu", "many": "{n} milionów lat temu",
        "other": "{n} miliona lat temu",
    }, "number.decimal": ",", "date.range": "{from} do {to}" });
    for (date, words) in [
        ("-1000000", "1 milion lat temu"),
        ("-2000000", "2 miliony lat temu"),
        ("-66000000", "66 milionów lat temu"),
        ("-66043000", "66,043 miliona lat temu"),
        ("-5000000/-2000000", "5 do 2 miliony lat temu"),
    ] {
        let text = json!({
            "format": 1, "id": "ago", "title": "Ago", "lang": "pl", "sections": ["timeline", "sources"],
            "sources": [{ "id": "s", "title": "S" }], "messages": ago,
            "timeline": { "sources": ["s"], "lanes": [{ "id": "l", "title": "L" }],
                "events": [{ "id": "e", "lane": "l", "date": date, "title": "E" }] },
        });
        let story = Story::parse(text.to_string().as_bytes()).unwrap();
        for face in faces(&story) {
            assert!(face.contains(words), "{words} in {face}");
        }
    }
}
