//! The messages a story replaces.

use std::mem::take;

use super::Check;
use crate::story::fault::{instead, quote};
use crate::story::raw::{MessageText, MessageTexts};
use crate::story::{Key, Messages};

impl Check<'_> {
    /// English, with the messages of the story in place of some.
    pub(super) fn messages(&mut self, texts: Option<&mut MessageTexts>) -> Messages {
        let mut replaced: Vec<(Key, String)> = Vec::new();
        for message in texts.map(|texts| &mut texts.0[..]).unwrap_or_default() {
            if self.faults.is_full() {
                break;
            }
            let Some(key) = Key::from_id(&message.key) else {
                self.note_unknown(message);
                continue;
            };
            if replaced.iter().any(|(known, _)| *known == key) {
                let wrong = format!("the message {} stands twice", quote(&message.key));
                self.faults.push(message.key_at, wrong, "Keep one of them.");
            }
            self.message(key, message);
            replaced.push((key, take(&mut message.text)));
        }
        Messages::new(replaced)
    }

    fn note_unknown(&mut self, message: &MessageText) {
        let known: Vec<&str> = Key::ALL.iter().map(|key| key.id()).collect();
        let wrong = format!("the card has no message {}", quote(&message.key));
        self.faults.push(message.key_at, wrong, instead(&message.key, &known, "messages"));
    }

    /// Notes what is wrong with the words of one message.
    fn message(&mut self, key: Key, message: &MessageText) {
        // Some languages set nothing between groups of digits, and some a blank.
        if message.text.trim().is_empty() && key != Key::NumberGroup {
            self.faults.push(message.at, "this message is empty", "Write what the card shall say.");
        }
        let names = message.text.split('|').filter(|name| !name.trim().is_empty()).count();
        if matches!(key, Key::DateMonths | Key::DateMonthsShort) && names != 12 {
            let right = "Write twelve names with a bar | between them.";
            self.faults.push(message.at, format!("these are {names} names of months"), right);
        }
        let known: Vec<&str> = placeholders(key.english()).collect();
        for name in placeholders(&message.text) {
            if !known.contains(&name) {
                let wrong = format!("this message has no value {}", quote(name));
                self.faults.push(message.at, wrong, instead(name, &known, "values"));
            }
        }
    }
}

/// The names between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|behind| behind.split_once('}')).map(|(name, _)| name)
}
