//! The messages a story replaces.

use super::leaf::text;
use super::object::members_of;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::{fault, quote, suggestion};
use crate::story::{MessageKey, Messages};

/// Messages by key; English in place of those it does not have.
pub(in crate::story) struct MessageTexts;

impl Shape for MessageTexts {
    type Value = Messages;

    fn read(value: &mut Messages, node: Node<'_>, cx: &mut Context) -> bool {
        let Some(members) = members_of(node, cx) else { return false };
        let mut replaced: Vec<(MessageKey, String)> = Vec::new();
        for (name, node) in members {
            let mut message = String::new();
            if cx.faults.is_full() || !text(&mut message, node, cx) {
                continue;
            }
            let Some(key) = known(name, cx) else { continue };
            if replaced.iter().any(|(known, _)| *known == key) {
                let key = key.id();
                fault!(cx, name.at, "the message \"{key}\" stands twice", "Keep one of them.");
            }
            check(key, &message, node.at, cx);
            replaced.push((key, message));
        }
        *value = Messages::new(replaced);
        true
    }
}

/// The message that a key names; none after noting that there is none.
fn known(name: Node<'_>, cx: &mut Context) -> Option<MessageKey> {
    let id = name.content().unwrap_or_default();
    let key = MessageKey::from_id(&id);
    if key.is_none() {
        let known: Vec<&str> = MessageKey::ALL.iter().map(|key| key.id()).collect();
        let (found, right) = (quote(&id), suggestion(&id, &known, "messages"));
        fault!(cx, name.at, "the card has no message {found}", "{right}");
    }
    key
}

/// Notes what is wrong with the words of one message.
fn check(key: MessageKey, message: &str, at: usize, cx: &mut Context) {
    // Some languages set nothing between groups of digits, and some a blank.
    if message.trim().is_empty() && key != MessageKey::NumberGroup {
        fault!(cx, at, "this message is empty", "Write what the card shall say.");
    }
    let names = message.split('|').filter(|name| !name.trim().is_empty()).count();
    if matches!(key, MessageKey::DateMonths | MessageKey::DateMonthsShort) && names != 12 {
        let right = "Write twelve names with a bar | between them.";
        fault!(cx, at, "these are {names} names of months", "{right}");
    }
    let known = placeholders(key.english());
    for name in placeholders(message) {
        if !known.contains(&name) {
            let (found, right) = (quote(name), suggestion(name, &known, "values"));
            fault!(cx, at, "this message has no value {found}", "{right}");
        }
    }
}

/// The names between braces.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for behind in text.split('{').skip(1) {
        names.extend(behind.split_once('}').map(|(name, _)| name));
    }
    names
}
