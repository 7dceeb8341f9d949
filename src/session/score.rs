//! What an answer is worth.

use super::guess::Guess;
use crate::story::{Form, MessageKey, Number, Placing, Spelling, Story, folded};

/// The share of a drawing's tolerance that still counts as right.
const STEADY_HAND: f64 = 0.1;

/// Share of the points for `guess`, 0 to 1; none while the answer is not complete.
///
/// - several: right ones chosen less wrong ones chosen, over all right ones;
/// - order: share of the pairs of entries that stand the right way round (Kendall's tau, rescaled);
/// - estimate: full within `full` of the sources' spread, then falling evenly to nothing at `none`;
/// - match: share of right pairs;
/// - draw: by the mean distance from the sources' spreads, as a share of the value range: full up
///   to a tenth of `tolerance`, for no hand draws exactly, then falling evenly to nothing at it;
/// - place: by the distance from the date and its doubt as for draw, with the reach of [`Placing`] as
///   tolerance;
/// - type: full for a text that is spelled as one of the answers, give or take a slip.
pub fn credit(story: &Story, form: &Form, guess: &Guess) -> Option<f64> {
    if let Some(tally) = tally(form, guess) {
        return Some(tally.share());
    }
    let share = match (form, guess) {
        (Form::One { answer, .. }, Guess::One(option)) => f64::from(option == answer),
        (Form::TrueFalse { answer }, Guess::TrueFalse(judged)) => f64::from(judged == answer),
        (Form::Estimate { answer, full, none, .. }, Guess::Estimate(value)) => {
            closeness(distance(answer, *value), *full, *none)
        }
        (Form::Draw { chart, tolerance }, Guess::Draw(values)) => {
            let truth = story.charts.get(*chart)?.data.known();
            closeness(mean_distance(&truth, values), tolerance * STEADY_HAND, *tolerance)
        }
        (Form::Place { .. }, Guess::Place(step)) => {
            let placing = Placing::of(story, form)?;
            closeness(placing.distance(*step), placing.none * STEADY_HAND, placing.none)
        }
        (Form::Type { .. }, Guess::Type(text)) if !folded(text).is_empty() => {
            f64::from(spelling(story, form, guess).is_some())
        }
        _ => return None,
    };
    Some(share.clamp(0.0, 1.0))
}

/// How a typed answer is spelled; none where it is none of the right ones.
pub fn spelling(story: &Story, form: &Form, guess: &Guess) -> Option<Spelling> {
    let (Form::Type { answer, alternatives }, Guess::Type(text)) = (form, guess) else {
        return None;
    };
    let articles = story.messages.text(MessageKey::QuizArticles);
    let mut best = Spelling::of(text, &answer.words(), articles);
    for alternative in alternatives {
        best = best.max(Spelling::of(text, alternative, articles));
    }
    best
}

/// The parts of an answer that are counted one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Right options chosen, pairs of entries in the right order, or right pairs.
    pub right: usize,
    /// Wrong options chosen; each takes back a right one.
    pub wrong: usize,
    /// All that there were to get right.
    pub total: usize,
}

impl Tally {
    /// Share of the points, 0 to 1.
    fn share(self) -> f64 {
        let part = self.right.saturating_sub(self.wrong);
        if self.total == 0 { 0.0 } else { part as f64 / self.total as f64 }
    }
}

/// What counts in an answer of several choices, an order or pairs; none for other forms, and
/// while the answer is not complete.
pub fn tally(form: &Form, guess: &Guess) -> Option<Tally> {
    let mut tally = Tally::default();
    match (form, guess) {
        (Form::Several { answers, .. }, Guess::Several(chosen)) if !chosen.is_empty() => {
            tally.total = answers.len();
            tally.right = chosen.iter().filter(|option| answers.contains(option)).count();
            tally.wrong = chosen.len() - tally.right;
        }
        (Form::Order { .. }, Guess::Order(order)) => {
            for (place, first) in order.iter().enumerate() {
                for second in order.iter().skip(place + 1) {
                    tally.total += 1;
                    tally.right += usize::from(first < second);
                }
            }
        }
        (Form::Match { .. }, Guess::Match(chosen)) if chosen.iter().all(Option::is_some) => {
            tally.total = chosen.len();
            let pairs = chosen.iter().enumerate();
            tally.right = pairs.filter(|(left, right)| **right == Some(*left)).count();
        }
        _ => return None,
    }
    Some(tally)
}

/// 1 up to `full`, 0 from `none`, a straight line between.
fn closeness(distance: f64, full: f64, none: f64) -> f64 {
    if distance <= full {
        1.0
    } else if distance >= none {
        0.0
    } else {
        (none - distance) / (none - full)
    }
}

/// How far an estimate missed, as a share of its scale; none for other forms and answers.
pub(super) fn estimate_miss(story: &Story, form: &Form, guess: &Guess) -> Option<f64> {
    match (form, guess) {
        (Form::Place { .. }, Guess::Place(step)) => {
            let placing = Placing::of(story, form)?;
            Some(placing.distance(*step) / (placing.window.1 - placing.window.0))
        }
        (Form::Estimate { answer, min, max, .. }, Guess::Estimate(value)) => {
            Some(distance(answer, *value) / (max - min))
        }
        _ => None,
    }
}

/// How far a value lies outside the sources' spread.
fn distance(truth: &Number, value: f64) -> f64 {
    (truth.low - value).max(value - truth.high).max(0.0)
}

/// Mean distance of drawn values from the true ones, as a share of the true values' range with zero.
fn mean_distance(truth: &[(usize, Number)], drawn: &[f64]) -> f64 {
    let mut low = 0.0_f64;
    let mut high = 0.0_f64;
    let mut sum = 0.0;
    for ((_, truth), drawn) in truth.iter().zip(drawn) {
        low = low.min(truth.value);
        high = high.max(truth.value);
        sum += distance(truth, *drawn);
    }
    let range = if high > low { high - low } else { 1.0 };
    sum / range / truth.len().max(1) as f64
}
