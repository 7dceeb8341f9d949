//! The story that an import makes, as it is written.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Display;
use std::io;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::story::number;

/// The only source there is before the author names others.
pub(super) const SOURCE: &str = "import";

/// What stands where every question needs an explanation and has none.
pub(super) const NO_EXPLANATION: &str = "[Why this is right.]";

#[derive(Serialize)]
pub(super) struct Draft {
    format: u8,
    id: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) subtitle: Option<String>,
    lang: &'static str,
    sections: Vec<&'static str>,
    sources: Vec<DraftSource>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) trivia: Option<DraftTrivia>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) timeline: Option<DraftTimeline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) charts: Vec<DraftChart>,
}

#[derive(Serialize)]
struct DraftSource {
    id: &'static str,
    title: String,
    note: &'static str,
}

#[derive(Serialize)]
pub(super) struct DraftTrivia {
    sources: [&'static str; 1],
    questions: Vec<DraftQuestion>,
}

#[derive(Serialize)]
pub(super) struct DraftQuestion {
    pub(super) id: String,
    #[serde(flatten)]
    pub(super) form: DraftForm,
    pub(super) explanation: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hint: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum DraftForm {
    One {
        prompt: String,
        options: Vec<DraftChoice>,
        answer: String,
    },
    Several {
        prompt: String,
        options: Vec<DraftChoice>,
        answer: Vec<String>,
    },
    TrueFalse {
        prompt: String,
        answer: bool,
    },
    Match {
        prompt: String,
        pairs: Vec<DraftPair>,
    },
    Estimate {
        prompt: String,
        answer: DraftNumber,
        min: WrittenNumber,
        max: WrittenNumber,
        step: WrittenNumber,
        full: WrittenNumber,
        none: WrittenNumber,
    },
    Type {
        prompt: String,
        answer: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        alternatives: Vec<String>,
    },
}

#[derive(Serialize)]
pub(super) struct DraftChoice {
    pub(super) id: String,
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) remark: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DraftPair {
    pub(super) id: String,
    pub(super) left: String,
    pub(super) right: String,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum DraftNumber {
    Exact(WrittenNumber),
    Between { value: WrittenNumber, low: WrittenNumber, high: WrittenNumber },
}

#[derive(Serialize)]
pub(super) struct DraftTimeline {
    sources: [&'static str; 1],
    pub(super) lanes: Vec<DraftLane>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) eras: Vec<DraftEra>,
    pub(super) events: DraftEvents,
}

#[derive(Serialize)]
pub(super) struct DraftLane {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) scale: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct DraftEra {
    pub(super) title: String,
    pub(super) date: String,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum DraftEvents {
    Written(Vec<DraftEvent>),
    Table { csv: String },
}

#[derive(Serialize)]
pub(super) struct DraftEvent {
    pub(super) id: String,
    pub(super) lane: String,
    pub(super) date: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DraftChart {
    pub(super) id: &'static str,
    pub(super) kind: &'static str,
    pub(super) title: &'static str,
    pub(super) subtitle: &'static str,
    pub(super) sources: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) x: Option<DraftAxis>,
    pub(super) data: DraftTable,
}

#[derive(Serialize)]
pub(super) struct DraftAxis {
    pub(super) scale: &'static str,
    pub(super) label: String,
}

#[derive(Serialize)]
pub(super) struct DraftTable {
    pub(super) csv: String,
    pub(super) x: String,
    pub(super) y: Vec<String>,
}

/// A number with the digits it is written with.
pub(super) type WrittenNumber = Box<RawValue>;

/// A number in as few digits as it needs.
pub(super) fn written(value: f64) -> WrittenNumber {
    let digits = RawValue::from_string(number::plain(value));
    // A number that is none cannot be written, and is not there to be.
    digits.unwrap_or_else(|_| RawValue::NULL.to_owned())
}

/// What was made before, and of what.
#[derive(Default)]
pub(super) struct Made(HashMap<String, String>);

impl Made {
    /// Keeps what was made of something at a place; if the same was made before, where.
    pub(super) fn before(&mut self, made: &impl Serialize, place: &dyn Display) -> Option<String> {
        let made = serde_json::to_string(made).ok()?;
        match self.0.entry(made) {
            Entry::Occupied(before) => Some(before.get().clone()),
            Entry::Vacant(new) => {
                new.insert(place.to_string());
                None
            }
        }
    }
}

impl Draft {
    /// A story without content; all it will say rests on the file.
    pub(super) fn new(id: &str, title: &str, file: &str) -> Self {
        let source = DraftSource {
            id: SOURCE,
            title: format!("Imported from {}", file.replace(char::is_control, " ")),
            note: "Replace this with the sources of each statement.",
        };
        Self {
            format: 1,
            id: id.to_owned(),
            title: title.to_owned(),
            subtitle: None,
            lang: "en",
            sections: Vec::new(),
            sources: vec![source],
            trivia: None,
            timeline: None,
            charts: Vec::new(),
        }
    }

    /// Gives it a quiz.
    pub(super) fn ask(&mut self, questions: Vec<DraftQuestion>) {
        self.trivia = Some(DraftTrivia { sources: [SOURCE], questions });
    }

    /// Gives it a timeline.
    pub(super) fn date(&mut self, lanes: Vec<DraftLane>, eras: Vec<DraftEra>, events: DraftEvents) {
        self.timeline = Some(DraftTimeline { sources: [SOURCE], lanes, eras, events });
    }

    /// The story's text.
    pub(super) fn text(mut self) -> io::Result<String> {
        let sections = [
            (self.trivia.is_some(), "trivia"),
            (self.timeline.is_some(), "timeline"),
            (!self.charts.is_empty(), "charts"),
            (true, "sources"),
        ];
        self.sections = sections.into_iter().filter(|(has, _)| *has).map(|(_, id)| id).collect();
        let mut text = serde_json::to_string_pretty(&self)?;
        text.push('\n');
        Ok(text)
    }
}
