//! Drawing a round: which questions, in which order, and how their options stand.
//!
//! The same story, seed and count give the same round in every engine: the
//! generator is asked for 32-bit numbers only, so pointer width does not matter.

use super::guess::Guess;
use super::quiz::Asked;
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
    shuffled::shuffle(&mut pool, &mut Rng::with_seed(seed));
    pool.truncate(count.unwrap_or(usize::MAX));
    pool.into_iter().filter_map(|question| ask(story, question, seed)).collect()
}

/// One question, its options shuffled by `seed` and its own place in the pool.
pub(super) fn ask(story: &Story, question: usize, seed: u64) -> Option<Asked> {
    let form = &story.trivia.questions.get(question)?.form;
    let mut rng = Rng::with_seed(seed ^ (question as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut order: Vec<usize> = (0..length(form)).collect();
    shuffled::shuffle(&mut order, &mut rng);
    if matches!(form, Form::Order { .. }) && shuffled::is_sorted(&order) {
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

/// Permutations of places in a list.
pub(super) mod shuffled {
    use fastrand::Rng;

    /// Fisher and Yates, from the end.
    pub(in crate::session) fn shuffle(places: &mut [usize], rng: &mut Rng) {
        for last in (1..places.len()).rev() {
            let bound = u32::try_from(last).unwrap_or(u32::MAX);
            places.swap(last, rng.u32(..=bound) as usize);
        }
    }

    pub(in crate::session) fn is_sorted(places: &[usize]) -> bool {
        places.is_sorted()
    }

    /// Whether every place of the list stands in it once.
    pub(in crate::session) fn is_permutation(places: &[usize]) -> bool {
        let mut seen = vec![false; places.len()];
        places
            .iter()
            .all(|place| seen.get_mut(*place).is_some_and(|seen| !std::mem::replace(seen, true)))
    }
}
