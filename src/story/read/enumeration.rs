//! Words of a fixed set.

use super::leaf::text;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::{fault, quote, suggestion};
use crate::story::{
    AxisScale, ChartKind, Curve, Difficulty, Direction, DisputeVerdict, LaneKind, Notation,
    Orientation, OutcomeResult, Section, SeriesMark, Stack, Status,
};

/// A value that a story writes as one of some words.
pub(in crate::story) trait Enumeration: Copy + PartialEq + 'static {
    /// The words.
    const WORDS: &'static [&'static str];
    /// What each stands for.
    const VALUES: &'static [Self];

    /// How a story writes it.
    fn word(self) -> &'static str {
        let index = Self::VALUES.iter().position(|it| *it == self);
        index.and_then(|index| Self::WORDS.get(index)).copied().unwrap_or_default()
    }
}

/// What a word stands for, looked at before it is read; none if it is not of the set.
pub(in crate::story) fn word<E: Enumeration>(node: Node<'_>) -> Option<E> {
    let word = node.content()?;
    E::WORDS.iter().position(|known| *known == word).and_then(|index| E::VALUES.get(index)).copied()
}

/// The index of the word that a story writes; none after noting that it is not known.
fn find(node: Node<'_>, known: &[&str], cx: &mut Context) -> Option<usize> {
    let mut word = String::new();
    if !text(&mut word, node, cx) {
        return None;
    }
    let found = known.iter().position(|known| *known == word);
    if found.is_none() {
        let (found, right) = (quote(&word), suggestion(&word, known, "words here"));
        fault!(cx, node.at, "the word {found} is not known here", "{right}");
    }
    found
}

/// Declares the words of a type, each with what it stands for.
macro_rules! enumeration {
    ($type:ident { $($word:literal $value:ident,)+ }) => {
        impl Enumeration for $type {
            const WORDS: &'static [&'static str] = &[$($word),+];
            const VALUES: &'static [Self] = &[$(Self::$value),+];
        }

        impl Shape for $type {
            type Value = Self;

            fn read(value: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
                let found = find(node, Self::WORDS, cx).and_then(|index| Self::VALUES.get(index));
                if let Some(found) = found {
                    *value = *found;
                }
                found.is_some()
            }
        }
    };
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::story) enum QuestionKind {
    #[default]
    One,
    Several,
    TrueFalse,
    Order,
    Estimate,
    Match,
    Draw,
    Type,
    Place,
}

enumeration! {
    QuestionKind {
        "one" One,
        "several" Several,
        "true-false" TrueFalse,
        "order" Order,
        "estimate" Estimate,
        "match" Match,
        "draw" Draw,
        "type" Type,
        "place" Place,
    }
}

enumeration! {
    Section {
        "overview" Overview,
        "trivia" Trivia,
        "timeline" Timeline,
        "charts" Charts,
        "cast" Cast,
        "faq" Faq,
        "outcomes" Outcomes,
        "disputes" Disputes,
        "sources" Sources,
    }
}

enumeration! {
    Direction {
        "ltr" Ltr,
        "rtl" Rtl,
    }
}

enumeration! {
    Status {
        "reported" Reported,
        "expected" Expected,
        "opinion" Opinion,
        "derived" Derived,
    }
}

enumeration! {
    Difficulty {
        "easy" Easy,
        "medium" Medium,
        "hard" Hard,
    }
}

enumeration! {
    LaneKind {
        "dates" Dates,
        "own" Own,
        "order" Order,
    }
}

enumeration! {
    ChartKind {
        "bars" Bars,
        "stacked" Stacked,
        "ranges" Ranges,
        "slope" Slope,
        "shares" Shares,
        "tiles" Tiles,
        "table" Table,
        "lines" Lines,
        "areas" Areas,
        "scatter" Scatter,
    }
}

enumeration! {
    Orientation {
        "horizontal" Horizontal,
        "vertical" Vertical,
    }
}

enumeration! {
    Stack {
        "absolute" Absolute,
        "percent" Percent,
    }
}

enumeration! {
    Curve {
        "linear" Linear,
        "step" Step,
    }
}

enumeration! {
    SeriesMark {
        "bar" Bar,
        "line" Line,
    }
}

enumeration! {
    AxisScale {
        "number" Number,
        "date" Date,
        "log" Log,
        "symlog" Symlog,
    }
}

enumeration! {
    Notation {
        "standard" Standard,
        "compact" Compact,
    }
}

enumeration! {
    OutcomeResult {
        "met" Met,
        "partly" Partly,
        "missed" Missed,
        "open" Open,
    }
}

enumeration! {
    DisputeVerdict {
        "settled" Settled,
        "partly" Partly,
        "open" Open,
        "opinion" Opinion,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_written_as_its_id() {
        assert_eq!(Section::WORDS, Section::ALL.map(Section::id));
        assert_eq!(Section::VALUES, Section::ALL);
    }
}
