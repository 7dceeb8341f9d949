//! Drawing a round: which questions, in which order, and how their options stand.
//!
//! The same story, seed and count give the same round in every engine: the
//! generator is asked for 32-bit numbers only, so pointer width does not matter.

use super::asked::Asked;
use super::draw_method::DrawMethod;
use super::guess::Guess;
use super::round_link::RoundLink;
use super::shuffle::shuffle;
use crate::story::{Difficulty, Form, Story};
use fastrand::Rng;

/// The questions that may be asked: all, or those without spoilers.
pub(super) fn pool(story: &Story, spoilers: bool) -> Vec<usize> {
    let questions = story.trivia.questions.iter().enumerate();
    questions
        .filter(|(_, question)| spoilers || !question.claim.spoiler)
        .map(|(place, _)| place)
        .collect()
}

/// A pool without the questions that are known.
pub(super) fn without(story: &Story, mut pool: Vec<usize>, known: &[usize]) -> Vec<usize> {
    let mut is_known = vec![false; story.trivia.questions.len()];
    for place in known {
        is_known.get_mut(*place).into_iter().for_each(|it| *it = true);
    }
    pool.retain(|question| is_known.get(*question) == Some(&false));
    pool
}

/// A round of at most `count` questions of `pool`.
pub(super) fn draw(
    story: &Story,
    pool: Vec<usize>,
    seed: u64,
    count: usize,
    method: DrawMethod,
) -> Vec<Asked> {
    let drawn = questions(story, pool, seed, count, method);
    drawn.into_iter().filter_map(|question| ask(story, question, seed)).collect()
}

/// The questions of such a round, in order.
pub(super) fn questions(
    story: &Story,
    mut pool: Vec<usize>,
    seed: u64,
    count: usize,
    method: DrawMethod,
) -> Vec<usize> {
    shuffle(&mut pool, &mut Rng::with_seed(seed));
    match method {
        DrawMethod::Shuffled => {
            pool.truncate(count);
            pool
        }
        DrawMethod::Mixed => mixed(story, pool, count),
    }
}

/// At most `count` questions of a shuffled pool, so that each form and each difficulty has its
/// turn as often as the pool allows, and the question on the cover is among them; the easy ones
/// first, the hard ones last.
fn mixed(story: &Story, mut pool: Vec<usize>, count: usize) -> Vec<usize> {
    let lead = story.lead_question().filter(|lead| pool.contains(lead));
    pool.retain(|question| Some(*question) != lead);
    // Questions of one form and difficulty wait in one line, and that on the cover goes before all.
    let mut lines: Vec<Line> = Vec::new();
    for question in pool.into_iter().rev() {
        let Some((form, difficulty)) = kind(story, question) else { continue };
        match lines.iter_mut().find(|line| (line.form, line.difficulty) == (form, difficulty)) {
            Some(line) => line.waiting.push(question),
            None => lines.push(Line { form, difficulty, waiting: vec![question] }),
        }
    }
    let mut next = lead.and_then(|lead| Some((kind(story, lead)?, lead)));
    let mut drawn = Vec::new();
    let (mut forms, mut difficulties) = ([0_usize; Form::COUNT], [0_usize; 3]);
    while drawn.len() < count {
        let turns = |line: &&mut Line| {
            let of = |counts: &[usize], place: usize| counts.get(place).copied().unwrap_or(0);
            (of(&forms, line.form), of(&difficulties, line.difficulty as usize))
        };
        let open = lines.iter_mut().rev().filter(|line| !line.waiting.is_empty());
        let waiting = || {
            let line = open.min_by_key(turns)?;
            Some(((line.form, line.difficulty), line.waiting.pop()?))
        };
        let Some(((form, difficulty), question)) = next.take().or_else(waiting) else { break };
        drawn.push((difficulty, question));
        forms.get_mut(form).into_iter().for_each(|turns| *turns += 1);
        difficulties.get_mut(difficulty as usize).into_iter().for_each(|turns| *turns += 1);
    }
    drawn.sort_by_key(|(difficulty, _)| *difficulty);
    drawn.into_iter().map(|(_, question)| question).collect()
}

/// Questions of one form and one difficulty that wait to be drawn; the next is the last.
struct Line {
    /// The form's place among all forms.
    form: usize,
    difficulty: Difficulty,
    waiting: Vec<usize>,
}

/// The form and the difficulty of a question.
fn kind(story: &Story, question: usize) -> Option<(usize, Difficulty)> {
    let question = story.trivia.questions.get(question)?;
    Some((question.form.place(), question.difficulty))
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
        Form::TrueFalse { .. }
        | Form::Estimate { .. }
        | Form::Draw { .. }
        | Form::Type { .. }
        | Form::Place { .. } => 0,
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
        let count = link.questions.unwrap_or(usize::MAX);
        asked = draw(story, pool(story, link.spoilers), link.seed, count, link.method);
    }
    asked
}
