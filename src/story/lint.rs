//! Likely slips in a valid story: what is no fault, but perhaps not what the author meant.
//!
//! In: the rules, and where in the text each is broken; those of what the card says itself stand in
//! `messages`, those of what spoils play in `quiz`, those of a few parts in files named after them.
//! Out: faults (`read`); reading files, for a story stands in a page as well as in a folder.

mod ageing;
mod giveaway;
mod language;
mod lengths;
mod messages;
mod picture;
mod plural;
mod quiz;
mod said;
mod timeline;
mod translation;

pub use lengths::MEASURES;
pub use picture::PictureFile;
pub use translation::{MessageForms, messages_to_translate};

use std::fmt::Display;

use super::correction::DATED;
use super::date::before_our_era;
use super::fault::{Fault, Faults, quote};
use super::read::{Document, Node};
use super::{Inline, Story, Text, locate};

/// The keys under which addresses stand.
const ADDRESSES: [&str; 2] = ["url", "$schema"];

impl Story {
    /// What is likely a slip, in the order of the text; `text` is what the story was read from, and
    /// `file` says what there is at a path beside it.
    ///
    /// Empty if the text is not JSON.
    pub fn warnings(&self, text: &str, file: &dyn Fn(&str) -> PictureFile) -> Vec<Fault> {
        // Positions count from behind the mark, as an editor does.
        let text = text.trim_start_matches('\u{FEFF}');
        let Ok(document) = Document::new(text) else { return Vec::new() };
        let root = document.root();
        let mut lint =
            Lint { story: self, root, warnings: Faults::default(), before_our_era: Vec::new() };
        lint.walk(root, "");
        lint.eras();
        lint.sources();
        lint.opening();
        lint.links();
        if lint.language() {
            lint.messages();
        }
        lint.lanes();
        lint.settings();
        lint.window();
        lint.many_events();
        lint.lengths();
        lint.ageing();
        lint.pictures(file);
        lint.questions();
        locate::locate(text, root, lint.warnings.into_sorted())
    }
}

/// A story while it is looked over.
struct Lint<'a> {
    story: &'a Story,
    root: Node<'a>,
    warnings: Faults,
    /// The dates before our era, with what each means, and where the first of them stands.
    before_our_era: Vec<(String, usize)>,
}

impl<'a> Lint<'a> {
    /// Looks at every text; a valid story is only a few levels deep.
    fn walk(&mut self, node: Node<'a>, key: &str) {
        for element in node.elements().unwrap_or_default() {
            self.walk(element, key);
        }
        for (key, value) in node.members().unwrap_or_default() {
            self.walk(value, key.text.trim_matches('"'));
        }
        let Some(words) = node.content() else { return };
        if DATED.contains(&key) {
            self.era(&words, node.at);
        } else if !ADDRESSES.contains(&key) {
            self.text(&words, node.at);
        }
    }

    /// Keeps a date before our era, each once.
    fn era(&mut self, date: &str, at: usize) {
        if let Some(words) = before_our_era(date) {
            let meaning = format!("{} is {words}", quote(date));
            if !self.before_our_era.iter().any(|(known, _)| *known == meaning) {
                self.before_our_era.push((meaning, at));
            }
        }
    }

    /// Says what the years before our era mean: many an author is one off.
    fn eras(&mut self) {
        const MOST: usize = 8;
        let Some((_, at)) = self.before_our_era.first() else { return };
        let named = self.before_our_era.iter().take(MOST).map(|(meaning, _)| meaning.as_str());
        let mut wrong = named.collect::<Vec<_>>().join(", ");
        let more = self.before_our_era.len().saturating_sub(MOST);
        if more > 0 {
            wrong.push_str(&format!(", and {more} more"));
        }
        let right = "Years before our era count down from 0000, which is 1 BCE; 44 BCE is -0043. \
                     If these are the years you mean, all is well.";
        self.warn(*at, wrong, right);
    }

    /// Notes what readers would see as characters though it was meant as markup.
    fn text(&mut self, words: &str, at: usize) {
        if let Some(tag) = html(words) {
            let wrong = format!("{} looks like HTML", quote(tag));
            self.warn(
                at,
                wrong,
                "Readers will see it as it stands; write *emphasis* or plain text.",
            );
        }
        let is_bare =
            |scheme| words.split(scheme).count() > words.split(&format!("]({scheme}")).count();
        if is_bare("https://") || is_bare("http://") {
            let right = "Write [label](https://…), so that readers know where it leads.";
            self.warn(at, "this address is not a link", right);
        }
    }

    fn sources(&mut self) {
        let places = self.id_places(&["sources"]);
        for (index, (source, at)) in self.story.sources.iter().zip(places).enumerate() {
            let opening = &self.story.overview.text;
            let opens = opening.iter().any(|paragraph| paragraph.sources.contains(&index));
            if !opens && self.story.uses(index).is_empty() {
                let wrong = format!("nothing rests on the source {}", quote(&source.id));
                self.warn(at, wrong, "Cite it, or leave it out.");
            }
        }
    }

    /// Notes numbers in the opening that rest on nothing but the sources of the whole section.
    fn opening(&mut self) {
        let Some(text) = self.at(&["overview", "text"]) else { return };
        let paragraphs = text.elements().unwrap_or_else(|| vec![text]);
        for (node, paragraph) in paragraphs.into_iter().zip(&self.story.overview.text) {
            if node.member("sources").is_none() && has_number(&paragraph.text) {
                let right = "Write {\"text\": …, \"sources\": […]}, or make it a figure or a fact.";
                self.warn(node.at, "this paragraph has a number and no source of its own", right);
            }
        }
    }

    fn links(&mut self) {
        let claims = self.story.items().filter_map(|item| self.story.claim(item));
        if claims.into_iter().all(|claim| claim.see.is_empty()) {
            let right = "Join questions, events and charts with \"see\".";
            self.warn(self.root.at, "no item links to another", right);
        }
    }

    fn warn(&mut self, at: usize, wrong: impl Display, right: &str) {
        self.warnings.push(at, format_args!("{wrong}"), format_args!("{right}"));
    }

    /// What stands under these keys, one within the other.
    fn at(&self, path: &[&str]) -> Option<Node<'a>> {
        path.iter().try_fold(self.root, |node, key| node.member(key))
    }

    /// Where the id of each entry of a list stands; options have ids too, which may be the same.
    fn id_places(&self, list: &[&str]) -> Vec<usize> {
        let entries = self.at(list).and_then(Node::elements).unwrap_or_default();
        entries.into_iter().map(|it| it.member("id").map_or(it.at, |id| id.at)).collect()
    }
}

/// Whether a text has a digit; those of what is emphasised, such as *Chapter 3*, belong to a name.
fn has_number(text: &Text) -> bool {
    text.0.iter().any(|inline| match inline {
        Inline::Plain(words) | Inline::Link { label: words, .. } => {
            words.contains(|it: char| it.is_numeric())
        }
        Inline::Emphasis(_) => false,
    })
}

/// A tag or an entity in a text.
fn html(words: &str) -> Option<&str> {
    let tag = words.match_indices('<').find_map(|(at, _)| {
        let inside = words[at + 1..].split_once('>')?.0;
        let name = inside.trim_start_matches('/');
        let is_tag = name.starts_with(|first: char| first.is_ascii_alphabetic());
        is_tag.then(|| &words[at..at + inside.len() + 2])
    });
    let entity = || {
        words.match_indices('&').find_map(|(at, _)| {
            let name = words[at + 1..].split_once(';')?.0;
            let is_entity = (2..=8).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
            is_entity.then(|| &words[at..at + name.len() + 2])
        })
    };
    tag.or_else(entity)
}
