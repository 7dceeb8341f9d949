//! How a reader can arrange a chart: in which order its rows stand, which of them and of its series are
//! shown, and whether what is stacked are values or shares.

use super::timeline_state::toggle;
use crate::story::{Chart, ChartKind, Columns, Data, Date, Row, Rows, SeriesMark, Stack};

/// Fewer rows are seen at a glance, in whatever order.
const LEAST_TO_SORT: usize = 3;
/// From so many rows on there is a field to find some.
const LEAST_TO_FIND: usize = 12;
/// Of fewer series none is in the way of another; of more than colours can tell apart one is in focus.
const LEAST_TO_CHOOSE: usize = 3;

/// In which order the rows of a chart stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowOrder {
    /// As in the story.
    #[default]
    Story,
    /// The greatest first: by the sum of values that are stacked, else by the first of each row, as a
    /// share where shares are stacked; rows without one last.
    Value,
    /// As names are ordered in the story's language.
    Name,
}

/// What a reader chose for a chart. The default is the story's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// In which order its rows stand.
    pub order: RowOrder,
    /// The series that are shown, places in the story's chart; none for all.
    pub series: Vec<usize>,
    /// Rows are shown whose names say this; all for an empty text.
    pub wanted: String,
    /// What the parts of its stacks are; none for what the story says.
    pub stack: Option<Stack>,
}

/// A step by which a reader arranges a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArrangementChange {
    /// Its rows are to stand in this order.
    Order(RowOrder),
    /// A series is to be shown beside those chosen, or no more.
    Series(usize),
    /// Rows that say this are to be shown; all for an empty text.
    Find(String),
    /// The parts of its stacks are to be these.
    Stack(Stack),
}

/// What of a chart a reader can arrange.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrangeable {
    /// The order of its rows.
    pub order: bool,
    /// Which of its series are shown.
    pub series: bool,
    /// Which of its rows are shown.
    pub rows: bool,
    /// What the parts of its stacks are.
    pub stack: bool,
}

impl Arrangeable {
    /// What a reader can arrange of a chart.
    pub fn of(chart: &Chart) -> Self {
        match &chart.data {
            Data::Rows(rows) => Self::of_rows(chart.kind, rows),
            Data::Columns(columns) => Self::of_columns(chart.kind, columns),
        }
    }

    fn of_rows(kind: ChartKind, rows: &Rows) -> Self {
        let has_lines = rows.series.iter().any(|series| series.mark == SeriesMark::Line);
        // What is joined by a line, or stands in the order of time, has no other.
        let is_list = match kind {
            ChartKind::Slope | ChartKind::Shares => false,
            _ => !has_lines && !rows.rows.iter().all(has_date),
        };
        let (is_stack, has_bars) = (kind == ChartKind::Stacked, kind == ChartKind::Bars);
        // Two series have the tints of a row's colour, but their own where no subject is shown.
        let may_be_tinted = (is_stack || has_bars) && rows.series.len() == 2;
        let mut values = rows.rows.iter().flat_map(|row| row.values.iter().flatten());
        let order = is_list && rows.rows.len() >= LEAST_TO_SORT;
        Self {
            order,
            series: (is_stack || has_bars) && !has_lines && rows.series.len() >= LEAST_TO_CHOOSE,
            rows: order
                && rows.rows.len() >= LEAST_TO_FIND
                && !(may_be_tinted && rows.rows.iter().any(|row| row.subject)),
            stack: is_stack && rows.series.len() > 1 && values.all(|number| number.low >= 0.0),
        }
    }

    fn of_columns(kind: ChartKind, columns: &Columns) -> Self {
        let lines = &columns.lines;
        let mut values = lines.iter().flat_map(|line| line.y.iter().flatten());
        Self {
            series: lines.len() >= LEAST_TO_CHOOSE && !columns.has_focus(),
            stack: kind == ChartKind::Areas && lines.len() > 1 && values.all(|y| *y >= 0.0),
            ..Self::default()
        }
    }

    /// Whether there is anything to arrange.
    pub fn is_any(self) -> bool {
        self != Self::default()
    }
}

/// Whether a row stands for a time, be it by its name.
fn has_date(row: &Row) -> bool {
    row.date.is_some() || Date::from_text(&row.label).is_some()
}

/// What a reader's choice is after a change; the same if the chart has nothing of that.
pub(super) fn changed(
    mut it: Arrangement,
    chart: &Chart,
    change: ArrangementChange,
) -> Arrangement {
    let (can, stack) = (Arrangeable::of(chart), it.stack.unwrap_or(chart.data.stack()));
    match change {
        ArrangementChange::Order(order) if can.order => it.order = order,
        ArrangementChange::Find(wanted) if can.rows => it.wanted = wanted,
        // A share is one of the whole, not of what is left of it.
        ArrangementChange::Series(series) if can.series && stack == Stack::Absolute => {
            let count = chart.data.series().len();
            toggle(&mut it.series, series, count);
            it.series = (0..count).filter(|place| it.series.contains(place)).collect();
        }
        ArrangementChange::Stack(stack) if can.stack => {
            it.stack = (stack != chart.data.stack()).then_some(stack);
            if stack == Stack::Percent {
                it.series.clear();
            }
        }
        _ => {}
    }
    it
}
