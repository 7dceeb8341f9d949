//! What the card says itself, in the story's language: what is missing there, and forms of counted
//! phrases that do not fit that language.

use super::Lint;
use super::plural::{CARDINALS, Cardinals};
use crate::story::MessageKey;
use crate::story::fault::quote;
use crate::story::read::Node;

impl<'a> Lint<'a> {
    pub(super) fn messages(&mut self) {
        let given = self.given_messages();
        self.untranslated(&given);
        if let Some(cardinals) = Cardinals::of(&self.story.lang) {
            self.plural_forms(&given, &cardinals);
        }
    }

    /// The messages the story brings, each with its words as they stand in the text.
    fn given_messages(&self) -> Vec<(MessageKey, Node<'a>)> {
        let members = self.at(&["messages"]).and_then(Node::members).unwrap_or_default();
        let known =
            |(key, node): (Node<'_>, _)| Some((MessageKey::from_id(&key.content()?)?, node));
        members.into_iter().filter_map(known).collect()
    }

    fn untranslated(&mut self, given: &[(MessageKey, Node<'_>)]) {
        let lang = &self.story.lang;
        let is_english = lang.split('-').next().is_some_and(|main| main.eq_ignore_ascii_case("en"));
        let missing: Vec<&str> = MessageKey::ALL
            .iter()
            .filter(|key| !given.iter().any(|(given, _)| given == *key))
            .map(|key| key.id())
            .collect();
        if is_english || missing.is_empty() {
            return;
        }
        let wrong = format!("{} messages are in English, the story in {lang}", missing.len());
        let right = format!("Add to \"messages\": {}.", missing.join(", "));
        self.warn(self.root.at, wrong, &right);
    }

    /// Notes forms that the language lacks or never picks, and counted nouns with a single form.
    fn plural_forms(&mut self, given: &[(MessageKey, Node<'_>)], cardinals: &Cardinals) {
        let lang = &self.story.lang;
        let counted = given.iter().filter(|(key, _)| key.english_one().is_some());
        let mut single: Vec<(&str, usize)> = Vec::new();
        for (key, node) in counted {
            let key = key.id();
            let Some(forms) = node.members() else {
                if cardinals.bends(&node.content().unwrap_or_default()) {
                    single.push((key, node.at));
                }
                continue;
            };
            let forms: Vec<String> = forms.iter().filter_map(|(name, _)| name.content()).collect();
            let is_given = |name: &&&str| forms.iter().any(|form| form == **name);
            let takes = format!("Numbers in {lang} take {}.", listed(&cardinals.picked));
            let lacking: Vec<&str> =
                cardinals.picked.iter().filter(|name| !is_given(name)).copied().collect();
            if !lacking.is_empty() {
                let wrong = format!("{} lacks the form {}", quote(key), listed(&lacking));
                self.warn(node.at, wrong, &takes);
            }
            let is_idle = |name: &&&str| **name != "other" && !cardinals.known.contains(*name);
            let idle: Vec<&str> =
                CARDINALS.iter().filter(is_given).filter(is_idle).copied().collect();
            if !idle.is_empty() {
                let wrong = format!(
                    "{} has the form {}, which {lang} never picks",
                    quote(key),
                    listed(&idle)
                );
                self.warn(node.at, wrong, &format!("Leave it out. {takes}"));
            }
        }
        if let Some((_, at)) = single.first() {
            let keys: Vec<&str> = single.iter().map(|(key, _)| *key).collect();
            let wrong =
                format!("a number stands before a noun that has one form, {}", count(&keys));
            let right = format!(
                "Write {{{}}} for {}, or put the number behind the noun.",
                cardinals.written(),
                keys.join(", ")
            );
            self.warn(*at, wrong, &right);
        }
    }
}

/// In how many messages that is so.
fn count(keys: &[&str]) -> String {
    let ending = if keys.len() == 1 { "" } else { "s" };
    format!("in {} message{ending}", keys.len())
}

/// Names one after another: `"one", "few" and "other"`.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| quote(name).to_string()).collect();
    match quoted.split_last() {
        Some((last, before @ [_, ..])) => format!("{} and {last}", before.join(", ")),
        _ => quoted.concat(),
    }
}
