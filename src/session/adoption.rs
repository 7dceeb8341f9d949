//! What a reader did in the static card, taken over into the round of the live one.

use super::Session;
use super::guess::Guess;
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
    /// What does not fit the story is passed over. Where one option was to be chosen and several
    /// are open, as a page without the style sheet allows, nothing was chosen.
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

impl Session {
    /// Takes over what was played, as the next question of the round, with its answer if it was
    /// given and else with the options chosen so far.
    ///
    /// A question that has a reply keeps it; a round that is fixed takes over nothing.
    pub(super) fn adopt(&mut self, story: &Story, played: Played) {
        let Played { question, guess } = played;
        let item = Item { section: Section::Trivia, index: question };
        if self.has_fixed_round() || self.is_folded(story, item) || self.has_reply(question) {
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
