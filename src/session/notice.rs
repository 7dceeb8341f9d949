//! What the page is told: facts worked out from the states before and after an action.

use super::{Asked, Guess, Phase, Reply, Session};
use crate::story::{Form, Item, Placing, Question, Section, Story};

/// Something that happened, for the page; each becomes one `CustomEvent`.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A section or an item came into sight.
    Shown {
        /// The section.
        section: Section,
        /// The item's id.
        item: Option<String>,
    },
    /// A question was answered.
    Answered {
        /// The question's id.
        question: String,
        /// The answer, in ids and numbers.
        answer: Answer,
        /// Full credit.
        correct: bool,
        /// Points so far.
        score: f64,
        /// Questions with a reply so far.
        answered: usize,
        /// Questions of the round.
        total: usize,
    },
    /// The round came to its end.
    Completed {
        /// Points reached.
        score: f64,
        /// Points of the round.
        total: f64,
        /// What fixed its order.
        seed: u64,
    },
}

/// An answer in the story's own ids.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// An option's id, `true` or `false`.
    Id(String),
    /// Ids in the reader's order.
    Ids(Vec<String>),
    /// A number.
    Number(f64),
    /// Left and right ids.
    Pairs(Vec<(String, String)>),
    /// Values drawn.
    Numbers(Vec<f64>),
    /// A text, as it was typed.
    Text(String),
}

/// What happened between two states of a card.
pub fn notices(story: &Story, before: &Session, after: &Session) -> Vec<Notice> {
    let shown = shown(story, before, after);
    let answered = answered(story, before, after);
    let completed = completed(story, before, after);
    [shown, answered, completed].into_iter().flatten().collect()
}

fn shown(story: &Story, before: &Session, after: &Session) -> Option<Notice> {
    // The id of a folded item could tell what it hides.
    let (last, now) = (place(before), place(after));
    let item = now.filter(|item| !after.is_folded(story, *item));
    let has_left = last.is_some() && now.is_none() && has_place(after.open());
    let moved = before.open() != after.open() || (item.is_some() && item != last) || has_left;
    let id = item.map(|item| story.item_id(item).to_owned());
    moved.then_some(Notice::Shown { section: after.open(), item: id })
}

/// Whether a reader is at an item of this section for as long as it is open: elsewhere a link's
/// target is forgotten with the next thing that is wanted in sight.
fn has_place(section: Section) -> bool {
    matches!(section, Section::Timeline | Section::Trivia)
}

/// The item a reader is at: the picked event in the timeline, the question being asked, the
/// target of the last link elsewhere.
fn place(session: &Session) -> Option<Item> {
    match session.open() {
        Section::Timeline => {
            session.event().map(|index| Item { section: Section::Timeline, index })
        }
        Section::Trivia => {
            let index = session.quiz().current()?.question;
            Some(Item { section: Section::Trivia, index })
        }
        open => match session.focus_request()?.target {
            super::Target::Item(item) if item.section == open => Some(item),
            _ => None,
        },
    }
}

fn answered(story: &Story, before: &Session, after: &Session) -> Option<Notice> {
    let quiz = after.quiz();
    let had_reply =
        |question| before.quiz().find(question).is_some_and(|asked| asked.reply.is_some());
    let asked = quiz.asked().iter().find(|asked| asked.is_given() && !had_reply(asked.question))?;
    let question = story.trivia.questions.get(asked.question)?;
    Some(Notice::Answered {
        question: question.id.clone(),
        answer: answer(story, question, asked)?,
        correct: asked.reply.is_some_and(Reply::is_right),
        score: quiz.score(story),
        answered: quiz.answered(),
        total: quiz.asked().len(),
    })
}

fn completed(story: &Story, before: &Session, after: &Session) -> Option<Notice> {
    let ended = before.quiz().phase() != Phase::Finished && after.quiz().phase() == Phase::Finished;
    let quiz = after.quiz();
    ended.then(|| Notice::Completed {
        score: quiz.score(story),
        total: quiz.total(story),
        seed: quiz.seed(),
    })
}

/// A reader's answer in the question's own ids.
fn answer(story: &Story, question: &Question, asked: &Asked) -> Option<Answer> {
    Some(match (&question.form, &asked.guess) {
        (Form::One { options, .. }, Guess::One(option)) => {
            Answer::Id(options.get(*option)?.id.clone())
        }
        (Form::TrueFalse { .. }, Guess::TrueFalse(judged)) => Answer::Id(judged.to_string()),
        (Form::Several { options: list, .. }, Guess::Several(places))
        | (Form::Order { items: list }, Guess::Order(places)) => Answer::Ids(
            places.iter().filter_map(|place| Some(list.get(*place)?.id.clone())).collect(),
        ),
        (Form::Estimate { .. }, Guess::Estimate(value)) => Answer::Number(*value),
        (Form::Match { pairs }, Guess::Match(chosen)) => {
            let pair = |(left, right): (usize, &Option<usize>)| {
                Some((pairs.get(left)?.id.clone(), pairs.get((*right)?)?.id.clone()))
            };
            Answer::Pairs(chosen.iter().enumerate().filter_map(pair).collect())
        }
        (Form::Draw { .. }, Guess::Draw(values)) => Answer::Numbers(values.clone()),
        (Form::Type { .. }, Guess::Type(text)) => Answer::Text(text.clone()),
        (form @ Form::Place { .. }, Guess::Place(step)) => {
            Answer::Text(Placing::of(story, form)?.date(*step)?.to_string())
        }
        _ => return None,
    })
}
