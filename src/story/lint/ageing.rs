//! Statements that say themselves that they may change, but not as of when: in English, for each
//! language says so in words of its own.

use std::ops::Range;

use super::Lint;
use super::said::words;
use crate::story::fault::quote;
use crate::story::read::Node;

/// Words for what holds at the time of writing.
const NOW: [&str; 7] =
    ["so far", "to date", "currently", "at present", "until now", "at the moment", "up to now"];

/// Words between "as of" and a year, such as "as of 6 June 2025".
const MOST_BETWEEN: usize = 2;

impl Lint<'_> {
    /// Notes items that speak of a time, in the lists in which a statement is an item.
    pub(super) fn ageing(&mut self) {
        if !self.story.lang.to_ascii_lowercase().starts_with("en") {
            return;
        }
        let lists = [
            &["overview", "figures"][..],
            &["overview", "facts"],
            &["faq"],
            &["cast"],
            &["charts"],
        ];
        let lists = lists.into_iter().filter_map(|list| self.at(list));
        let items = lists.filter_map(Node::elements).flatten();
        let items: Vec<Node<'_>> = items.filter(|item| item.member("as_of").is_none()).collect();
        for item in items {
            for (_, value) in item.members().unwrap_or_default() {
                self.ages(value);
            }
        }
    }

    fn ages(&mut self, node: Node<'_>) {
        let Some(text) = node.content() else { return };
        let words = words(&text);
        // The same words as they are written.
        let written: Vec<&str> =
            text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let year = as_of_year(&words).and_then(|range| Some(written.get(range)?.join(" ")));
        let phrase = year.or_else(|| {
            // The foot of the card says when the story was researched.
            let now = || NOW.into_iter().find(|phrase| says(&words, phrase));
            self.story.as_of.is_none().then(now).flatten().map(str::to_owned)
        });
        if let Some(phrase) = phrase {
            let wrong =
                format!("{} may change, and the card does not know when it was so", quote(&phrase));
            let right = "Give the day as \"as_of\" of this item, which shows beside it.";
            self.warn(node.at, wrong, right);
        }
    }
}

fn says(words: &[String], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.windows(phrase.len()).any(|part| part == phrase)
}

/// The words from "as of" to a year.
fn as_of_year(words: &[String]) -> Option<Range<usize>> {
    let at = words.windows(2).position(|pair| pair == ["as", "of"])?;
    let behind = words.get(at + 2..)?;
    let is_year = |word: &String| word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit());
    let year = behind.iter().take(MOST_BETWEEN + 1).position(is_year)?;
    Some(at..at + 3 + year)
}
