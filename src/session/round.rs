//! Drawing a round: which questions, in which order, and how their options stand.
//!
//! The same story, seed and count give the same round in every engine: the
//! generator is asked for 32-bit numbers only, so pointer width does not matter.

use super::asked::Asked;
use super::guess::Guess;
use super::round_link::RoundLink;
use super::shuffle::shuffle;
use crate::story::{Form, Story};
use fastrand::Rng;

/// The questions that may be asked: all, or those without spoilers.
pub(super) fn pool(story: &Story, spoilers: bool) -> Vec<usize> {
    let questions = story.trivia.questions.iter().enumerate();
    questions
        .filter(|(_, question)| spoilers || !question.claim.spoiler)
        .map(|(place, _)| place)
        .collect()
}

/// A round of at most `count` questions of `pool`, shuffled.
pub(super) fn draw(
    story: &Story,
    mut pool: Vec<usize>,
    seed: u64,
    count: Option<usize>,
) -> Vec<Asked> {
    shuffle(&mut pool, &mut Rng::with_seed(seed));
    pool.truncate(count.unwrap_or(usize::MAX));
    pool.into_iter().filter_map(|question| ask(story, question, seed)).collect()
}

/// One question, its options shuffled by `seed` and its own place in the pool.
pub(super) fn ask(story: &Story, question: usize, seed: u64) -> Option<Asked> {
    let form = &story.trivia.questions.get(question)?.form;
    let mut rng = Rng::with_seed(seed ^ (question as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut order: Vec<usize> = (0..length(form)).collect();
    shuffle(&mut order, &mut rng);
    if matches!(form, Form::Order { .. }) && order.is_sorted() {
        // Entries to put in order must not stand in order already.
        order.rotate_left(1);
    }
    let guess = match form {
        Form::Order { .. } => Guess::Order(order.clone()),
        _ => Guess::None,
    };
    Some(Asked { question, order, guess, reply: None })
}

/// How many entries of a question can be shuffled.
fn length(form: &Form) -> usize {
    match form {
        Form::One { options, .. } | Form::Several { options, .. } => options.len(),
        Form::Order { items } => items.len(),
        Form::Match { pairs } => pairs.len(),
        Form::TrueFalse { .. } | Form::Estimate { .. } | Form::Draw { .. } => 0,
    }
}

/// The questions of the round that an address names, spoilers and all.
pub(super) fn linked(story: &Story, link: &RoundLink) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for place in &link.ask {
        if asked.iter().all(|known| known.question != *place) {
            asked.extend(ask(story, *place, link.seed));
        }
    }
    if asked.is_empty() {
        asked = draw(story, pool(story, link.spoilers), link.seed, link.questions);
    }
    asked
}
