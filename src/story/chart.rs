//! Charts: what they show, as the author wrote it.
//!
//! Where bars and labels go stands in `crate::layout`.

mod kind;
mod zoom;

pub use kind::{ChartKind, Curve, Orientation, SeriesMark, Stack};

use super::limits::{BEYOND_WHOLE, MOST_SERIES};
use super::{Axis, Claim, Date, MessageKey, Messages, Notation, Number, Status, Text, Unit};

/// One chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Unique in the story.
    pub id: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// The finding, as a sentence.
    pub title: Text,
    /// What is measured.
    pub subtitle: Option<Text>,
    /// The question the chart answers.
    pub question: Option<Text>,
    /// The unit of all values; none for a plain count.
    pub unit: Unit,
    /// The values.
    pub data: Data,
    /// Ends of the value axis, if the author fixes them; `.0 < .1`, and 0 lies within for bars.
    pub domain: Option<(f64, f64)>,
    /// The axis of its values; never one of dates.
    pub axis: Axis,
    /// Lines and bands across the plot.
    pub references: Vec<Reference>,
    /// Remarks at a place of the plot; charts of columns only.
    pub annotations: Vec<Annotation>,
    /// How to read it, and what to beware of.
    pub note: Option<Text>,
    /// What the chart does not show for want of figures.
    pub missing: Vec<Text>,
    /// Sources of all its values together, spoiler mark and links.
    pub claim: Claim,
}

/// The values of a chart; its kind says of which sort ([`ChartKind::has_rows`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// A list of things, each with a value per series.
    Rows(Rows),
    /// Long series over a common axis.
    Columns(Columns),
}

impl Default for Data {
    /// No rows.
    fn default() -> Self {
        Self::Rows(Rows::default())
    }
}

impl Data {
    /// The rows of its table.
    pub fn row_count(&self) -> usize {
        match self {
            Self::Rows(rows) => rows.rows.len(),
            Self::Columns(columns) => columns.lines.iter().map(|line| line.x.len()).sum(),
        }
    }

    /// What the parts of its stacks are.
    pub fn stack(&self) -> Stack {
        match self {
            Self::Rows(rows) => rows.stack,
            Self::Columns(columns) => columns.stack,
        }
    }

    /// Whether its values are drawn as shares of stacks.
    pub fn is_percent(&self) -> bool {
        self.stack() == Stack::Percent
    }

    /// Its series, or those of its lines.
    pub fn series(&self) -> Vec<&Series> {
        match self {
            Self::Rows(rows) => rows.series.iter().collect(),
            Self::Columns(columns) => columns.lines.iter().map(|line| &line.series).collect(),
        }
    }

    /// What a value rests on: its sources, indices into [`super::Story::sources`], and how firm it is.
    /// `series` and `index` are as in a drawing: series and row, or line and point.
    pub fn basis(&self, series: usize, index: usize) -> Option<(&[usize], Option<Status>)> {
        match self {
            Self::Rows(rows) => rows.rows.get(index).map(|row| (&row.sources[..], row.status)),
            Self::Columns(columns) => {
                columns.lines.get(series).map(|line| (&line.sources[..], line.status))
            }
        }
    }

    /// The known values of the first series, each with its index among the rows or points.
    pub fn known(&self) -> Vec<(usize, Number)> {
        let mut known = Vec::new();
        match self {
            Self::Rows(rows) => {
                for (index, row) in rows.rows.iter().enumerate() {
                    let number = row.values.first().copied().flatten();
                    known.extend(number.map(|number| (index, number)));
                }
            }
            Self::Columns(columns) => {
                for line in columns.lines.iter().take(1) {
                    let value = |index| line.value(index).map(|number| (index, number));
                    known.extend((0..line.y.len()).filter_map(value));
                }
            }
        }
        known
    }
}

/// A list of things, each with a value per series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// At least one and at most five; exactly two for `Ranges` and `Slope`, one for `Shares` and
    /// `Tiles`.
    pub series: Vec<Series>,
    /// At least one; for `Shares` from two to five with a value each, none below zero.
    pub rows: Vec<Row>,
    /// Which way its bars lie; `Bars` and `Stacked` only.
    pub orientation: Orientation,
    /// What is stacked; `Stacked` only. With shares, no value is below zero.
    pub stack: Stack,
    /// Parts of a whole around a circle, not along a bar; `Shares` only.
    pub is_donut: bool,
}

impl Rows {
    /// Whether its bars had better stand upright; one that is cut short lies.
    pub fn is_upright(&self) -> bool {
        let has_lines = self.series.iter().any(|series| series.mark == SeriesMark::Line);
        (has_lines || self.orientation == Orientation::Vertical)
            && !self.rows.iter().any(|row| row.is_cut)
    }

    /// Whether a reader has left some of its series out.
    pub fn is_part(&self) -> bool {
        self.series.iter().any(|series| series.among.is_some())
    }

    /// Whether its series are told apart, by name and colour: there are several, or a reader has left
    /// some out.
    pub fn has_named_series(&self) -> bool {
        self.series.len() > 1 || self.is_part()
    }

    /// Whether rows can be cut short as they are: something above 0 is left whole, and what is cut is
    /// longer by enough, also than the greatest of the references.
    pub fn can_cut(&self, references: f64) -> bool {
        match whole_and_cut(&self.rows) {
            Some((whole, cut)) => whole > 0.0 && cut > (whole * BEYOND_WHOLE).max(references),
            None => true,
        }
    }

    /// The dates of all rows; none unless each has one.
    pub fn dates(&self) -> Option<Vec<Date>> {
        self.rows.iter().map(|row| row.date).collect()
    }
}

/// The greatest of what is left whole, none below 0, and the least of what is cut short; none where
/// nothing is.
pub(super) fn whole_and_cut(rows: &[Row]) -> Option<(f64, f64)> {
    let greatest =
        |row: &Row, of: fn(&Number) -> f64| row.values.iter().flatten().map(of).fold(0.0, f64::max);
    let cut = rows.iter().filter(|row| row.is_cut).map(|row| greatest(row, |it| it.value));
    let whole = rows.iter().filter(|row| !row.is_cut).map(|row| greatest(row, |it| it.high));
    Some((whole.fold(0.0, f64::max), cut.reduce(f64::min)?))
}

/// What one column of values is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// Unique in its chart.
    pub id: String,
    /// Its name; empty only where there is a single series.
    pub label: String,
    /// Drawn in the colour of the subject.
    pub subject: bool,
    /// As what it is drawn; a line in `Bars` only.
    pub mark: SeriesMark,
    /// Where a reader has left other series out: how many before it in the story are not the subject's,
    /// and how many in all. So it keeps its colour.
    pub among: Option<(u8, usize)>,
}

/// One thing and its values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Unique in its chart.
    pub id: String,
    /// Its name.
    pub label: String,
    /// When it was; in a chart all rows have a date, or none has.
    pub date: Option<Date>,
    /// Set lighter behind the name, such as a year.
    pub detail: Option<String>,
    /// Drawn in the colour of the subject.
    pub subject: bool,
    /// One per series; none where no figure was found.
    pub values: Vec<Option<Number>>,
    /// Words to stand behind the value, such as a ratio.
    pub annotation: Option<String>,
    /// A remark for the table and for speech.
    pub note: Option<Text>,
    /// Indices into [`super::Story::sources`]; never empty.
    pub sources: Vec<usize>,
    /// Its bar is cut short: it dwarfs the others, which share an axis without it.
    pub is_cut: bool,
    /// How firm the values are.
    pub status: Option<Status>,
    /// The day up to which they hold.
    pub as_of: Option<Date>,
}

/// Long series over a common axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// The x axis.
    pub x: Axis,
    /// Name of the x axis.
    pub x_label: Option<String>,
    /// At least one and at most twelve; those of `Areas` are at most five, and have the same x.
    pub lines: Vec<Line>,
    /// How points are joined; `Lines` and `Areas` only.
    pub curve: Curve,
    /// What is stacked; `Areas` only. With shares, no value is below zero.
    pub stack: Stack,
    /// What the sizes of points count, if they have sizes; `Scatter` only.
    pub size: Option<PointSize>,
}

/// What the size of a point counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PointSize {
    /// Its name.
    pub label: String,
    /// Its unit.
    pub unit: Unit,
}

impl Columns {
    /// Whether there are more lines than colours can tell apart, so that one is in focus.
    pub fn has_focus(&self) -> bool {
        self.lines.len() > MOST_SERIES
    }

    /// Whether a reader has left some of its lines out.
    pub fn is_part(&self) -> bool {
        self.lines.iter().any(|line| line.series.among.is_some())
    }

    /// The line that is in focus first: the subject's, else the first.
    pub fn first_focus(&self) -> usize {
        self.lines.iter().position(|line| line.series.subject).unwrap_or(0)
    }

    /// Where a point of a line stands on the x axis, in words.
    pub fn x_words(&self, line: &Line, place: usize, messages: &Messages) -> Option<String> {
        if let Some(date) = line.dates.get(place) {
            return Some(date.words(messages));
        }
        let [decimals, _] = line.decimals.get(place).copied().unwrap_or_default();
        Some(self.x.words(*line.x.get(place)?, decimals, messages))
    }
}

/// One series of a chart of columns.
///
/// Its `x` and `y` have the same length, at least 1; other lines may be longer or shorter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its name, and whether it is the subject's.
    pub series: Series,
    /// Ascending for `Lines`.
    pub x: Vec<f64>,
    /// How each x was written, for the table and for speech; only for dates.
    pub dates: Vec<Date>,
    /// None is a gap.
    pub y: Vec<Option<f64>>,
    /// From the lowest to the highest value around each y; empty, or as long as `x`. None where
    /// there is no y. `Lines` only.
    pub band: Vec<Option<(f64, f64)>>,
    /// What the band is; what sources give if it has no name.
    pub band_label: Option<String>,
    /// How large each point is, not below zero; empty, or as long as `x`.
    pub sizes: Vec<f64>,
    /// How many decimals each x and its y are shown with at least; as long as `x`, or empty.
    pub decimals: Vec<[u8; 2]>,
    /// Names of single points; empty, or as long as `x`.
    pub labels: Vec<String>,
    /// Indices into [`super::Story::sources`]; never empty.
    pub sources: Vec<usize>,
    /// How firm the values are.
    pub status: Option<Status>,
}

impl Line {
    /// The value of a point; none where there is a gap.
    pub fn value(&self, place: usize) -> Option<Number> {
        let [_, decimals] = self.decimals.get(place).copied().unwrap_or_default();
        let number = Number::written((*self.y.get(place)?)?, decimals);
        Some(match self.band.get(place).copied().flatten() {
            Some((low, high)) => Number { low, high, ..number },
            None => number,
        })
    }
}

/// A line across the plot at a value, or a band from one value to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// Where on the value axis.
    pub value: f64,
    /// Where a band ends; above `value`.
    pub end: Option<f64>,
    /// How many decimals both are shown with at least.
    pub decimals: u8,
    /// What it stands for.
    pub label: String,
}

impl Reference {
    /// The value in words, or both ends.
    pub fn words(&self, messages: &Messages) -> String {
        let words = |value| Notation::Standard.words(value, self.decimals, messages);
        range_words(&words(self.value), self.end.map(words), messages)
    }
}

/// A remark at a place of a chart of columns: at a point, at a place of the x axis, or along a
/// stretch of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    /// Where on the x axis.
    pub x: f64,
    /// Where a stretch ends; above `x`.
    pub end: Option<f64>,
    /// How both were written, if they are dates.
    pub dates: [Option<Date>; 2],
    /// Where on the value axis; none for all of the height.
    pub y: Option<f64>,
    /// The remark.
    pub text: String,
}

impl Annotation {
    /// Where on the x axis it stands, in words.
    pub fn x_words(&self, axis: &Axis, messages: &Messages) -> String {
        let words = |date: Option<Date>, x| match date {
            Some(date) => date.words(messages),
            None => axis.words(x, axis.decimals, messages),
        };
        let [from, to] = self.dates;
        range_words(&words(from, self.x), self.end.map(|end| words(to, end)), messages)
    }
}

/// A value in words, or from one to another.
fn range_words(from: &str, to: Option<String>, messages: &Messages) -> String {
    match to {
        Some(to) => messages.fill(MessageKey::NumberRange, &[("low", from), ("high", &to)]),
        None => from.to_owned(),
    }
}
