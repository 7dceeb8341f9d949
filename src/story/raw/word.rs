//! Words of a fixed set.

use super::leaf::text;
use super::{Node, Read};
use crate::story::fault::{Faults, instead, quote};
use crate::story::{
    ChartKind, Difficulty, Direction, DisputeVerdict, OutcomeResult, Scale, Section, Status, XScale,
};

/// A value that a story writes as one of some words.
pub(in crate::story) trait Word: Copy + 'static {
    /// Each word with what it stands for; at least one.
    const WORDS: &'static [(&'static str, Self)];
}

/// One of the words of `T`.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct OneOf<T> {
    pub(in crate::story) at: usize,
    pub(in crate::story) value: T,
}

impl<T: Word> Default for OneOf<T> {
    fn default() -> Self {
        Self { at: 0, value: T::WORDS[0].1 }
    }
}

impl<T: Word> Read for OneOf<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        let word = |place| T::WORDS.get(place).map(|(word, _): &(&'static str, T)| *word);
        let found = find(node, &word, faults).and_then(|place| T::WORDS.get(place));
        if let Some((_, value)) = found {
            self.value = *value;
        }
        found.is_some()
    }
}

/// The place of the word that a story writes; none after noting that it is not known.
fn find(
    node: Node<'_>,
    word_at: &dyn Fn(usize) -> Option<&'static str>,
    faults: &mut Faults,
) -> Option<usize> {
    let mut word = String::new();
    if !text(&mut word, node, faults) {
        return None;
    }
    let mut known = Vec::new();
    while let Some(next) = word_at(known.len()) {
        if next == word {
            return Some(known.len());
        }
        known.push(next);
    }
    let wrong = format!("the word {} is not known here", quote(&word));
    faults.push(node.at, wrong, instead(&word, &known, "words here"));
    None
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::story) enum QuestionKind {
    One,
    Several,
    TrueFalse,
    Order,
    Estimate,
    Match,
    Draw,
}

impl Word for QuestionKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("one", Self::One),
        ("several", Self::Several),
        ("true-false", Self::TrueFalse),
        ("order", Self::Order),
        ("estimate", Self::Estimate),
        ("match", Self::Match),
        ("draw", Self::Draw),
    ];
}

impl Word for Section {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("overview", Self::Overview),
        ("trivia", Self::Trivia),
        ("timeline", Self::Timeline),
        ("charts", Self::Charts),
        ("cast", Self::Cast),
        ("faq", Self::Faq),
        ("outcomes", Self::Outcomes),
        ("disputes", Self::Disputes),
        ("sources", Self::Sources),
    ];
}

impl Word for Direction {
    const WORDS: &'static [(&'static str, Self)] = &[("ltr", Self::Ltr), ("rtl", Self::Rtl)];
}

impl Word for Status {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("reported", Self::Reported),
        ("expected", Self::Expected),
        ("opinion", Self::Opinion),
        ("derived", Self::Derived),
    ];
}

impl Word for Difficulty {
    const WORDS: &'static [(&'static str, Self)] =
        &[("easy", Self::Easy), ("medium", Self::Medium), ("hard", Self::Hard)];
}

impl Word for Scale {
    const WORDS: &'static [(&'static str, Self)] =
        &[("dates", Self::Dates), ("order", Self::Order)];
}

impl Word for ChartKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("bars", Self::Bars),
        ("stacked", Self::Stacked),
        ("ranges", Self::Ranges),
        ("lines", Self::Lines),
        ("scatter", Self::Scatter),
    ];
}

impl Word for XScale {
    const WORDS: &'static [(&'static str, Self)] =
        &[("number", Self::Number), ("date", Self::Date)];
}

impl Word for OutcomeResult {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("met", Self::Met),
        ("partly", Self::Partly),
        ("missed", Self::Missed),
        ("open", Self::Open),
    ];
}

impl Word for DisputeVerdict {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("settled", Self::Settled),
        ("partly", Self::Partly),
        ("open", Self::Open),
        ("opinion", Self::Opinion),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_written_as_its_id() {
        for (word, section) in Section::WORDS {
            assert_eq!(*word, section.id());
        }
        assert_eq!(Section::WORDS.len(), Section::ALL.len());
    }
}
