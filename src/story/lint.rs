//! Likely slips in a valid story: what is no fault, but perhaps not what the author meant.
//!
//! In: the rules, and where in the text each is broken. Out: faults (`read`).

use std::fmt::Display;

use super::fault::{Fault, Faults, quote};
use super::read::Node;
use super::{Choice, Form, Inline, MessageKey, Question, Story, Text, locate};

/// Fewer questions than this show no pattern.
const FEWEST_FOR_PATTERN: usize = 4;

impl Story {
    /// What is likely a slip, in the order of the text; `text` is what the story was read from.
    ///
    /// Empty if the text is not JSON.
    pub fn warnings(&self, text: &str) -> Vec<Fault> {
        // Positions count from behind the mark, as an editor does.
        let text = text.trim_start_matches('\u{FEFF}');
        let Ok(root) = Node::document(text) else { return Vec::new() };
        let mut lint = Lint { story: self, root, ids: Vec::new(), warnings: Faults::default() };
        lint.walk(root, "");
        lint.sources();
        lint.opening();
        lint.links();
        lint.messages();
        lint.lanes();
        lint.questions();
        locate::locate(text, root, lint.warnings.into_sorted())
    }
}

/// A story while it is looked over.
struct Lint<'a> {
    story: &'a Story,
    root: Node<'a>,
    /// Every id with the offset at which it stands.
    ids: Vec<(String, usize)>,
    warnings: Faults,
}

impl<'a> Lint<'a> {
    /// Collects ids and looks at every text; a valid story is only a few levels deep.
    fn walk(&mut self, node: Node<'a>, key: &str) {
        for element in node.elements().unwrap_or_default() {
            self.walk(element, key);
        }
        for (key, value) in node.members().unwrap_or_default() {
            self.walk(value, key.text.trim_matches('"'));
        }
        let Some(words) = node.content() else { return };
        if key == "id" {
            self.ids.push((words, node.at));
        } else if key != "url" {
            self.text(&words, node.at);
        }
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
        for (index, source) in self.story.sources.iter().enumerate() {
            let opening = &self.story.overview.text;
            let opens = opening.iter().any(|paragraph| paragraph.sources.contains(&index));
            if !opens && self.story.uses(index).is_empty() {
                let wrong = format!("nothing rests on the source {}", quote(&source.id));
                self.warn(self.id_at(&source.id), wrong, "Cite it, or leave it out.");
            }
        }
    }

    /// Notes numbers in the opening that rest on nothing but the sources of the whole section.
    fn opening(&mut self) {
        let overview = self.root.member("overview");
        let Some(text) = overview.and_then(|overview| overview.member("text")) else { return };
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

    fn messages(&mut self) {
        let lang = &self.story.lang;
        let is_english = lang.split('-').next().is_some_and(|main| main.eq_ignore_ascii_case("en"));
        let given: Vec<String> = self.message_keys();
        let missing: Vec<&str> = MessageKey::ALL
            .iter()
            .map(|key| key.id())
            .filter(|key| !given.iter().any(|given| given == key))
            .collect();
        if is_english || missing.is_empty() {
            return;
        }
        let wrong = format!("{} messages are in English, the story in {lang}", missing.len());
        let right = format!("Add to \"messages\": {}.", missing.join(", "));
        self.warn(self.root.at, wrong, &right);
    }

    /// The messages the story brings.
    fn message_keys(&self) -> Vec<String> {
        let members = self.root.members().unwrap_or_default();
        let messages = members.into_iter().find(|(key, _)| key.text == "\"messages\"");
        let members = messages.and_then(|(_, messages)| messages.members()).unwrap_or_default();
        members.into_iter().filter_map(|(key, _)| key.content()).collect()
    }

    fn lanes(&mut self) {
        let timeline = &self.story.timeline;
        for (index, lane) in timeline.lanes.iter().enumerate() {
            if !timeline.events.iter().any(|event| event.lane == index) {
                let wrong = format!("the lane {} has no event", quote(&lane.id));
                self.warn(self.id_at(&lane.id), wrong, "Add one, or leave the lane out.");
            }
        }
    }

    fn questions(&mut self) {
        let questions = &self.story.trivia.questions;
        let Some(first) = questions.first() else { return };
        let at = self.id_at(&first.id);
        let ones: Vec<(&[Choice], usize)> = questions.iter().filter_map(one).collect();
        if ones.len() >= FEWEST_FOR_PATTERN {
            if ones.iter().all(|(_, answer)| *answer == 0) {
                self.warn(at, "the first option is always right", "Vary the place of the answer.");
            }
            if ones.iter().all(|(options, answer)| is_longest(options, *answer)) {
                let right = "Shorten some right answers, or lengthen wrong ones.";
                self.warn(at, "the longest option is always right", right);
            }
        }
        let judged: Vec<bool> = questions.iter().filter_map(judged).collect();
        if let [first, others @ ..] = &*judged
            && judged.len() >= FEWEST_FOR_PATTERN
            && others.iter().all(|answer| answer == first)
        {
            let wrong = format!("every statement to judge is {first}");
            self.warn(at, wrong, "Turn some of them round.");
        }
        questions.iter().for_each(|question| self.question(question));
    }

    fn question(&mut self, question: &Question) {
        let at = self.id_at(&question.id);
        match &question.form {
            Form::One { options, .. }
            | Form::Several { options, .. }
            | Form::Order { items: options } => {
                for (index, option) in options.iter().enumerate() {
                    if options.iter().take(index).any(|other| other.text == option.text) {
                        let wrong = format!("two options read {}", quote(&option.text.words()));
                        self.warn(at, wrong, "Readers cannot tell them apart.");
                    }
                }
            }
            Form::Estimate { answer, min, step, full, .. } => {
                let nearest = min + ((answer.value - min) / step).round() * step;
                let off = (answer.low - nearest).max(nearest - answer.high).max(0.0);
                if off > *full {
                    let wrong = "no setting of the scale has full credit";
                    self.warn(at, wrong, "Make \"step\" smaller or \"full\" larger.");
                }
            }
            Form::TrueFalse { .. } | Form::Match { .. } | Form::Draw { .. } => {}
        }
    }

    fn warn(&mut self, at: usize, wrong: impl Display, right: &str) {
        self.warnings.push(at, format_args!("{wrong}"), format_args!("{right}"));
    }

    /// Where an id stands; the start of the story if nowhere.
    fn id_at(&self, id: &str) -> usize {
        self.ids.iter().find(|(known, _)| known == id).map_or(self.root.at, |(_, at)| *at)
    }
}

/// The options of a question with one right answer.
fn one(question: &Question) -> Option<(&[Choice], usize)> {
    match &question.form {
        Form::One { options, answer } => Some((options, *answer)),
        _ => None,
    }
}

/// Whether the statement of a question holds.
fn judged(question: &Question) -> Option<bool> {
    match question.form {
        Form::TrueFalse { answer } => Some(answer),
        _ => None,
    }
}

/// Whether an option is longer than all others.
fn is_longest(options: &[Choice], index: usize) -> bool {
    let length = |option: &Choice| option.text.words().chars().count();
    let Some(longest) = options.get(index).map(length) else { return false };
    options.iter().enumerate().all(|(other, option)| other == index || length(option) < longest)
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
