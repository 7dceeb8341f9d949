//! What the stories under test say, read from their JSON: the tests' own knowledge, not the card's.

use std::fs;

use serde_json::Value;
use story_card::story::MessageKey;

use crate::{
    Outcome,
    site::{dist, stories},
    world::{BUNDLED, EVERYTHING, card_of},
};

/// The bundled story that most tests use.
pub(crate) fn bundled() -> Outcome<Value> {
    bundled_as("ballerina")
}

/// The bundled story with this id.
pub(crate) fn bundled_as(id: &str) -> Outcome<Value> {
    Ok(serde_json::from_slice(&fs::read(dist().join(format!("{id}.story.json")))?)?)
}

/// A card of every bundled story, and of the one with every feature, each with what it says.
pub(crate) fn cards() -> Outcome<Vec<(String, Value)>> {
    let mut cards = vec![(EVERYTHING.to_owned(), example("everything")?)];
    for (id, _) in BUNDLED {
        cards.push((card_of(id), bundled_as(id)?));
    }
    Ok(cards)
}

/// An example story of the tests.
pub(crate) fn example(name: &str) -> Outcome<Value> {
    Ok(serde_json::from_slice(&fs::read(stories().join(format!("{name}.story.json")))?)?)
}

/// Ids of a story's sections, in its order.
pub(crate) fn sections(story: &Value) -> Vec<String> {
    texts(&story["sections"])
}

/// The items of a section.
pub(crate) fn items<'a>(story: &'a Value, section: &str) -> Vec<&'a Value> {
    let place = match section {
        "trivia" => &story["trivia"]["questions"],
        "timeline" => &story["timeline"]["events"],
        "overview" => {
            let lists = [&story["overview"]["figures"], &story["overview"]["facts"]];
            return lists.into_iter().filter_map(Value::as_array).flatten().collect();
        }
        other => &story[other],
    };
    place.as_array().map(|items| items.iter().collect()).unwrap_or_default()
}

/// The item with this id.
pub(crate) fn item<'a>(story: &'a Value, section: &str, id: &str) -> Option<&'a Value> {
    items(story, section).into_iter().find(|item| item["id"] == id)
}

/// The items of a section marked as spoilers.
pub(crate) fn spoilers<'a>(story: &'a Value, section: &str) -> Vec<&'a Value> {
    items(story, section).into_iter().filter(|item| item["spoiler"] == true).collect()
}

/// Every sentence (and id of more than one word) of a story's spoilers that nothing else in it says.
pub(crate) fn secret_words(story: &Value) -> Vec<String> {
    let (mut secret, mut open) = (Vec::new(), String::new());
    split(story, false, &mut secret, &mut open);
    secret.retain(|words| words.len() > 12 && !open.contains(words.as_str()));
    secret.sort();
    secret.dedup();
    secret
}

/// Puts every text below `value` to the spoilers or to the rest.
fn split(value: &Value, inside: bool, secret: &mut Vec<String>, open: &mut String) {
    match value {
        Value::Object(entries) => {
            let inside = inside || entries.get("spoiler") == Some(&Value::Bool(true));
            // What a spoiler rests on, and where it stands, is told without it.
            let told = |key: &str| {
                matches!(
                    key,
                    "sources" | "see" | "lane" | "date" | "kind" | "status" | "as_of" | "url"
                )
            };
            for (key, value) in entries {
                split(value, inside && !told(key), secret, open);
            }
        }
        Value::Array(entries) => {
            entries.iter().for_each(|value| split(value, inside, secret, open));
        }
        Value::String(text) if inside => secret.extend(pieces(text)),
        Value::String(text) => {
            open.push_str(&plain(text));
            open.push('\n');
        }
        _ => {}
    }
}

/// The stretches of a text that stand in HTML without markup between them.
fn pieces(text: &str) -> Vec<String> {
    let without_links = text.replace("](", "*").replace([')', '['], "*");
    without_links
        .split('*')
        .map(|piece| piece.trim().to_owned())
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// A text without its marks of emphasis.
pub(crate) fn plain(text: &str) -> String {
    text.replace('*', "")
}

/// What the card itself says, in the words of a story.
pub(crate) fn say(story: &Value, key: MessageKey) -> String {
    story["messages"][key.id()].as_str().unwrap_or_else(|| key.english()).to_owned()
}

/// The strings of a list.
pub(crate) fn texts(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.as_str().map(str::to_owned))
        .collect()
}

/// Words of the options (of their `text`) that are right, for questions of one or several choices.
pub(crate) fn right_options(question: &Value) -> Vec<String> {
    let right = match &question["answer"] {
        Value::Array(_) => texts(&question["answer"]),
        Value::String(id) => vec![id.clone()],
        Value::Bool(true) => return vec!["True".into()],
        Value::Bool(false) => return vec!["False".into()],
        _ => Vec::new(),
    };
    let options = question["options"].as_array().into_iter().flatten();
    let chosen = options.filter(|option| right.iter().any(|id| option["id"] == id.as_str()));
    chosen.filter_map(|option| option["text"].as_str().map(plain)).collect()
}
