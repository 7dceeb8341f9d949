//! The messages a story replaces, counted ones in as many forms as their language has.

use super::leaf::text;
use super::object::members_of;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::{fault, quote, suggestion};
use crate::story::{MessageKey, Messages, PluralCategory};

/// Messages by key; English in place of those it does not have.
pub(in crate::story) struct MessageTexts;

impl Shape for MessageTexts {
    type Value = Messages;

    fn read(value: &mut Messages, node: Node<'_>, cx: &mut Context) -> bool {
        let Some(members) = members_of(node, cx) else { return false };
        let mut replaced: Vec<(MessageKey, PluralCategory, String)> = Vec::new();
        for (name, node) in members {
            if cx.faults.is_full() {
                continue;
            }
            let Some(forms) = forms(node, cx) else { continue };
            let Some(key) = known(name, cx) else { continue };
            if replaced.iter().any(|(known, ..)| *known == key) {
                let key = key.id();
                fault!(cx, name.at, "the message \"{key}\" stands twice", "Keep one of them.");
            }
            if node.text.starts_with('{') && key.english_one().is_none() {
                let right = "Write one text.";
                fault!(cx, node.at, "this message counts nothing and has one form", "{right}");
            }
            for (at, category, message) in forms {
                check(key, &message, at, cx);
                replaced.push((key, category, message));
            }
        }
        *value = Messages::with_forms(replaced);
        true
    }
}

/// A form of a message, behind the offset at which it begins.
type Form = (usize, PluralCategory, String);

/// The forms of one message: a text, or a text for each plural category; none after noting what is
/// wrong.
fn forms(node: Node<'_>, cx: &mut Context) -> Option<Vec<Form>> {
    let Some(members) = node.members() else {
        let mut message = String::new();
        let is_whole = text(&mut message, node, cx);
        return is_whole.then(|| vec![(node.at, PluralCategory::Other, message)]);
    };
    let mut forms: Vec<Form> = Vec::new();
    for (name, node) in members {
        let mut message = String::new();
        let category = category(name, cx)?;
        if !text(&mut message, node, cx) {
            return None;
        }
        if forms.iter().any(|(_, known, _)| *known == category) {
            fault!(cx, name.at, "this form stands twice", "Keep one of them.");
        }
        forms.push((node.at, category, message));
    }
    if !forms.iter().any(|(_, category, _)| *category == PluralCategory::Other) {
        let right = "Add the one that fits all other numbers.";
        fault!(cx, node.at, "the form \"other\" is missing", "{right}");
        return None;
    }
    Some(forms)
}

/// The plural category that a key names; none after noting that there is none.
fn category(name: Node<'_>, cx: &mut Context) -> Option<PluralCategory> {
    let id = name.content().unwrap_or_default();
    let category = PluralCategory::from_name(&id);
    if category.is_none() {
        let known = PluralCategory::ALL.map(|(name, _)| name);
        let (found, right) = (quote(&id), suggestion(&id, &known, "forms"));
        fault!(cx, name.at, "a message has no form {found}", "{right}");
    }
    category
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
    // Some languages set nothing between groups of digits, some a blank, and many have no articles.
    let may_be_empty = matches!(key, MessageKey::NumberGroup | MessageKey::QuizArticles);
    if message.trim().is_empty() && !may_be_empty {
        fault!(cx, at, "this message is empty", "Write what the card shall say.");
    }
    let names = message.split('|').filter(|name| !name.trim().is_empty()).count();
    if matches!(key, MessageKey::DateMonths | MessageKey::DateMonthsShort) && names != 12 {
        let right = "Write twelve names with a bar | between them.";
        fault!(cx, at, "these are {names} names of months", "{right}");
    }
    let is_sizes = !message.is_empty() && message.bytes().all(|it| (b'1'..=b'9').contains(&it));
    if key == MessageKey::NumberGroupSizes && !is_sizes {
        let right = "Write how many digits a group has, that of the last group first, such as \"3\", \
                     or \"32\" for 12,34,567.";
        fault!(cx, at, "these are no sizes of groups", "{right}");
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
