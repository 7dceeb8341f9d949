//! Likely slips in a valid story: each is found, and a good story has none.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;

use serde_json::{Value, json};
use story_card::story::Story;

fn minimal() -> Value {
    let text = fs::read("tests/stories/good/minimal.story.json").unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// The warnings of the minimal story after a change, sorted: path and what is wrong.
fn warnings(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut story = minimal();
    change(&mut story);
    let text = serde_json::to_string_pretty(&story).unwrap();
    let story = Story::parse(text.as_bytes()).unwrap();
    let warnings = story.warnings(&text);
    assert!(warnings.is_sorted_by_key(|warning| warning.at));
    // The order of keys, and with it of warnings, depends on how serde_json is built.
    let mut warnings: Vec<String> =
        warnings.iter().map(|warning| format!("{}: {}", warning.path, warning.wrong)).collect();
    warnings.sort();
    warnings
}

/// So many questions with one right answer, made by a function of their number.
fn questions(count: usize, question: impl Fn(usize) -> Value) -> Value {
    (0..count).map(question).collect()
}

fn one(number: usize, options: [&str; 3], answer: usize) -> Value {
    let ids = ["a", "b", "c"];
    let options: Vec<Value> =
        ids.iter().zip(options).map(|(id, text)| json!({ "id": id, "text": text })).collect();
    json!({
        "id": format!("q{number}"), "kind": "one", "prompt": "Which?", "options": options,
        "answer": ids[answer], "explanation": "So.", "see": ["timeline/lit"],
    })
}

#[test]
fn a_good_story_has_no_warning() {
    assert_eq!(warnings(|_| {}), [""; 0]);
}

#[test]
fn a_source_that_nothing_rests_on_is_named() {
    let found = warnings(|story| {
        let sources = story["sources"].as_array_mut().unwrap();
        sources.push(json!({ "id": "spare", "title": "Spare" }));
    });
    assert_eq!(found, ["sources[1].id: nothing rests on the source \"spare\""]);
}

#[test]
fn markup_of_other_tools_is_named() {
    let found = warnings(|story| {
        let event = &mut story["timeline"]["events"][0];
        event["title"] = json!("The light is <b>lit</b>");
        event["text"] = json!("Fish &amp; chips, 1 < 2 & 3 > 2; a&b");
        story["charts"][0]["note"] = json!("See https://example.org/x");
        story["charts"][0]["subtitle"] = json!("See [this](https://example.org/x)");
    });
    assert_eq!(
        found,
        [
            "charts[0].note: this address is not a link",
            "timeline.events[0].text: \"&amp;\" looks like HTML",
            "timeline.events[0].title: \"<b>\" looks like HTML",
        ]
    );
}

/// The warnings of the minimal story with these opening paragraphs.
fn opening(text: &Value) -> Vec<String> {
    warnings(|story| {
        story["sections"].as_array_mut().unwrap().push(json!("overview"));
        story["sources"].as_array_mut().unwrap().push(json!({ "id": "diary", "title": "Diary" }));
        story["overview"] = json!({ "sources": ["diary"], "text": text });
    })
}

#[test]
fn a_number_in_the_opening_without_a_source_of_its_own_is_named() {
    let wrong = "this paragraph has a number and no source of its own";
    let found = opening(&json!("It burnt 137 days."));
    assert_eq!(found, [format!("overview.text: {wrong}")]);
    let found = opening(&json!([
        "It follows *Chapter 3* and [its end](https://example.org/4).",
        { "text": "It burnt 137 days.", "sources": ["log"] },
        "Since then [90 people](https://example.org/x) have seen it.",
    ]));
    assert_eq!(found, [format!("overview.text[2]: {wrong}")]);
}

#[test]
fn what_only_a_paragraph_rests_on_is_used() {
    let found = opening(&json!({ "text": "It stood.", "sources": ["diary"] }));
    assert_eq!(found, [""; 0]);
    let found = opening(&json!({ "text": "It stood.", "sources": ["log"] }));
    assert_eq!(found, ["sources[1].id: nothing rests on the source \"diary\""]);
}

#[test]
fn a_story_without_links_is_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"][0].as_object_mut().unwrap().remove("see");
    });
    assert_eq!(found, [": no item links to another"]);
}

#[test]
fn a_lane_without_events_is_named() {
    let found = warnings(|story| {
        let lanes = story["timeline"]["lanes"].as_array_mut().unwrap();
        lanes.push(json!({ "id": "film", "title": "Film", "scale": "order" }));
    });
    assert_eq!(found, ["timeline.lanes[1].id: the lane \"film\" has no event"]);
}

#[test]
fn messages_missing_in_another_language_are_counted() {
    let found = warnings(|story| {
        story["lang"] = json!("de");
        story["messages"] = json!({ "quiz.next": "Weiter" });
    });
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("messages are in English, the story in de"), "{}", found[0]);
    assert_eq!(warnings(|story| story["lang"] = json!("en-GB")), [""; 0]);
}

#[test]
fn an_answer_that_is_always_first_or_longest_is_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"] = questions(4, |n| one(n, ["long one", "b", "c"], 0));
    });
    assert_eq!(
        found,
        [
            "trivia.questions[0].id: the first option is always right",
            "trivia.questions[0].id: the longest option is always right",
        ]
    );
    let varied = warnings(|story| {
        story["trivia"]["questions"] = questions(4, |n| one(n, ["long one", "b", "c"], n % 3));
    });
    assert_eq!(varied, [""; 0]);
}

#[test]
fn statements_that_are_all_true_are_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"] = questions(4, |n| {
            json!({
                "id": format!("q{n}"), "kind": "true-false", "prompt": "It was red.",
                "answer": true, "explanation": "So.", "see": ["timeline/lit"],
            })
        });
    });
    assert_eq!(found, ["trivia.questions[0].id: every statement to judge is true"]);
}

#[test]
fn options_that_read_the_same_are_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"] = questions(1, |n| one(n, ["Red", "Blue", "Red"], 1));
    });
    assert_eq!(found, ["trivia.questions[0].id: two options read \"Red\""]);
}

#[test]
fn an_estimate_that_nobody_can_hit_is_named() {
    let estimate = |step: f64| {
        warnings(|story| {
            story["trivia"]["questions"] = json!([{
                "id": "q", "kind": "estimate", "prompt": "How tall?", "answer": 41, "min": 0,
                "max": 100, "step": step, "full": 1, "none": 30, "explanation": "So.",
                "see": ["charts/height"],
            }]);
        })
    };
    assert_eq!(estimate(25.0), ["trivia.questions[0].id: no setting of the scale has full credit"]);
    assert_eq!(estimate(2.0), [""; 0]);
}
