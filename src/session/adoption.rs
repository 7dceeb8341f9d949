//! What a reader did in the static card, taken over into the live one.

use super::disclosure::Disclosure;
use super::guess::Guess;
use super::{Phase, Session};
use crate::story::{Choice, Form, Item, Section, Story};

/// A question of the static card with the options that a reader has opened there.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// Place in the story's pool.
    question: usize,
    /// The answer; none for a question that was only gone to.
    guess: Guess,
}

impl Played {
    /// What `text` says was played, in its order: `QUESTION/OPTION` for each option that is open,
    /// by their ids, with spaces between; `QUESTION/` for a question without one.
    ///
    /// What does not fit the story, or is something else that is open, is passed over. Where one
    /// option was to be chosen and several are open, as a page without the style sheet allows, nothing
    /// was chosen.
    pub fn read(story: &Story, text: &str) -> Vec<Self> {
        let mut opened: Vec<(&str, Vec<&str>)> = Vec::new();
        for (question, option) in text.split_whitespace().filter_map(|it| it.split_once('/')) {
            let chosen = Some(option).filter(|option| !option.is_empty());
            match opened.iter_mut().find(|(known, _)| *known == question) {
                Some((_, options)) => options.extend(chosen),
                None => opened.push((question, chosen.into_iter().collect())),
            }
        }
        opened.iter().filter_map(|(question, options)| Self::of(story, question, options)).collect()
    }

    fn of(story: &Story, id: &str, options: &[&str]) -> Option<Self> {
        let mut questions = story.trivia.questions.iter().enumerate();
        let (place, question) = questions.find(|(_, question)| question.id == id)?;
        Some(Self { question: place, guess: guess(&question.form, options) })
    }
}

/// The answer of which these options are open.
fn guess(form: &Form, opened: &[&str]) -> Guess {
    let places = |options: &[Choice]| -> Vec<usize> {
        let known = options.iter().enumerate();
        known.filter(|(_, it)| opened.contains(&it.id.as_str())).map(|(place, _)| place).collect()
    };
    match (form, opened) {
        (Form::One { options, .. }, [_]) => {
            places(options).first().map_or(Guess::None, |place| Guess::One(*place))
        }
        (Form::Several { options, .. }, _) => match places(options) {
            chosen if chosen.is_empty() => Guess::None,
            chosen => Guess::Several(chosen),
        },
        (Form::TrueFalse { .. }, ["true"]) => Guess::TrueFalse(true),
        (Form::TrueFalse { .. }, ["false"]) => Guess::TrueFalse(false),
        _ => Guess::None,
    }
}

/// Whether the static card has told the reason: where several options are right, all are found.
fn is_given(form: &Form, guess: &Guess) -> bool {
    match (form, guess) {
        (_, Guess::None) => false,
        (Form::Several { answers, .. }, Guess::Several(chosen)) => {
            answers.iter().all(|answer| chosen.contains(answer))
        }
        _ => true,
    }
}

/// What a reader has expanded in the static card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expanded {
    folds: Vec<Disclosure>,
    /// Spoilers that were unfolded.
    spoilers: Vec<Item>,
}

impl Expanded {
    /// What `text` says is expanded, with spaces between: `CLASS:ID` of an element and the item in
    /// which it stands, such as `sc-entry:faq-budget`; `CLASS>ID` of one and the first item in it.
    ///
    /// What does not fit the story, or is something else that is open, is passed over.
    pub fn read(story: &Story, text: &str) -> Self {
        let mut expanded = Self::default();
        for fold in text.split_whitespace() {
            let inside = fold.split_once('>');
            let Some((class, id)) = inside.or_else(|| fold.split_once(':')) else { continue };
            let Some(item) = item(story, id) else { continue };
            let index = item.index;
            expanded.folds.push(match class {
                "sc-entry" if inside.is_some() => Disclosure::Stretch(index),
                "sc-entry" => Disclosure::Item(item),
                "sc-table" => Disclosure::Table(index),
                "sc-notes" => Disclosure::Notes(index),
                "sc-missing" => Disclosure::Missing(index),
                "sc-more-facts" => Disclosure::Rest(Section::Overview),
                "sc-spoiler" => {
                    expanded.spoilers.push(item);
                    continue;
                }
                _ => continue,
            });
        }
        expanded
    }
}

/// The item with an id such as `faq-budget`, or `faq-_3` where it is folded.
fn item(story: &Story, id: &str) -> Option<Item> {
    let (section, name) = id.split_once('-')?;
    let place = name.strip_prefix('_').and_then(|place| place.parse().ok());
    let mut items = story.items_of(Section::from_id(section)?);
    items.find(|item| Some(item.index) == place || story.item_id(*item) == name)
}

impl Session {
    /// Takes over what is expanded.
    pub(super) fn expand(&mut self, story: &Story, expanded: Expanded) {
        for fold in expanded.folds {
            // The live card may not list at first what was unfolded.
            if let Disclosure::Item(item) = fold
                && !self.is_expanded(fold)
            {
                self.set_expanded(Disclosure::Rest(item.section), true);
            }
            self.disclose(story, fold, true);
        }
        for item in expanded.spoilers {
            // The quiz leaves out what is not for everybody, or asks all of it.
            if item.section != Section::Trivia && self.is_folded(story, item) {
                self.spoilers.unfolded.push(item);
            }
        }
    }

    /// Takes over what was played, as the next question of the round, with its answer if it was
    /// given and else with the options chosen so far.
    ///
    /// A question that has a reply keeps it; a round that is fixed, or over, takes over nothing.
    pub(super) fn adopt(&mut self, story: &Story, played: Played) {
        let Played { question, guess } = played;
        let item = Item { section: Section::Trivia, index: question };
        let is_over = self.quiz.phase() == Phase::Finished || self.has_reply(question);
        if is_over || self.has_fixed_round() || self.is_folded(story, item) {
            return;
        }
        let form = story.trivia.questions.get(question).map(|question| &question.form);
        let is_given = form.is_some_and(|form| is_given(form, &guess));
        self.quiz.bring(story, question);
        self.quiz.guess(story, guess);
        if is_given {
            self.quiz.submit(story);
        }
    }

    fn has_reply(&self, question: usize) -> bool {
        self.quiz.find(question).is_some_and(|asked| asked.reply.is_some())
    }
}
