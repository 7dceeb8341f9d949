//! A chart as its reader has arranged it: another chart, made of the story's.
//!
//! In: what the reader chose. Out: what can be chosen (`arrangement`), the way of the marks from one
//! arrangement to the next (`crate::layout::Motion`).

use super::arrangement::{Arrangement, ArrangementChange, RowOrder, changed};
use super::keyed::{find, put};
use super::{Session, WindowChange};
use crate::story::{
    Axis, Chart, ChartKind, Data, Messages, Number, Orientation, Row, Series, Stack, Story, folded,
    has_part,
};
use std::mem::take;
use std::ops::Deref;
use std::rc::Rc;

/// A chart as its reader has arranged it.
#[derive(Debug)]
pub struct ArrangedChart {
    /// What the reader chose.
    pub arrangement: Arrangement,
    /// What is drawn, read and saved.
    pub chart: Chart,
    /// How many rows say what the reader looks for; none where nothing is looked for.
    pub found: Option<usize>,
    /// The rows that are shown, places in the story's chart; none of a chart of columns.
    rows: Vec<usize>,
    /// The series that are shown, places in the story's chart.
    series: Vec<usize>,
}

/// A shared one; two are equal if they are the same one.
#[derive(Clone, Debug)]
pub struct ArrangedRef(Rc<ArrangedChart>);

impl Deref for ArrangedRef {
    type Target = ArrangedChart;

    fn deref(&self) -> &ArrangedChart {
        &self.0
    }
}

impl PartialEq for ArrangedRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl ArrangedChart {
    /// The chart, arranged; `messages` know how names are ordered.
    fn new(chart: &Chart, arrangement: Arrangement, messages: &Messages) -> Self {
        let mut arranged = Self {
            chart: chart.clone(),
            found: None,
            rows: Vec::new(),
            series: Vec::new(),
            arrangement,
        };
        arranged.keep_lying();
        arranged.stack();
        arranged.choose_series();
        arranged.choose_rows(messages);
        arranged.leave_whole();
        arranged
    }

    /// Has bars that lie for the sake of one that is cut short go on to when it goes.
    fn keep_lying(&mut self) {
        if let Data::Rows(rows) = &mut self.chart.data
            && rows.rows.iter().any(|row| row.is_cut)
        {
            rows.orientation = Orientation::Horizontal;
        }
    }

    /// Stacks other parts. What is marked on the axis of the values goes: it is one of shares then, or
    /// no more.
    fn stack(&mut self) {
        let Some(stack) = self.arrangement.stack else { return };
        match &mut self.chart.data {
            Data::Rows(rows) => rows.stack = stack,
            Data::Columns(columns) => columns.stack = stack,
        }
        let Axis { notation, decimals, .. } = self.chart.axis;
        self.chart.axis = Axis { notation, decimals, ..Axis::default() };
        self.chart.domain = None;
        self.chart.references.clear();
        self.chart.annotations.retain(|remark| remark.y.is_none());
    }

    /// Leaves out the series that were not chosen, and what is said of all of them together.
    fn choose_series(&mut self) {
        let chosen = &self.arrangement.series;
        if !chosen.is_empty() {
            self.chart.annotations.retain(|remark| remark.y.is_none());
            if matches!(self.chart.kind, ChartKind::Stacked | ChartKind::Areas) {
                self.chart.references.clear();
            }
        }
        let shows = |place: &usize| chosen.is_empty() || chosen.contains(place);
        self.series = match &mut self.chart.data {
            Data::Rows(rows) => {
                let shown: Vec<usize> = (0..rows.series.len()).filter(shows).collect();
                if !chosen.is_empty() {
                    keep_colors(rows.series.iter_mut().collect());
                    rows.series = only(&shown, &rows.series);
                    for row in &mut rows.rows {
                        row.values = only(&shown, &row.values);
                        row.annotation = None;
                    }
                }
                shown
            }
            Data::Columns(columns) => {
                let shown: Vec<usize> = (0..columns.lines.len()).filter(shows).collect();
                if !chosen.is_empty() {
                    let mut places = 0..;
                    keep_colors(columns.lines.iter_mut().map(|line| &mut line.series).collect());
                    columns.lines.retain(|_| places.next().is_some_and(|place| shows(&place)));
                }
                shown
            }
        };
    }

    /// Leaves out the rows that do not say what is looked for, unless none does, and has the others
    /// stand in their order.
    fn choose_rows(&mut self, messages: &Messages) {
        let Data::Rows(rows) = &mut self.chart.data else { return };
        let wanted = folded(&self.arrangement.wanted);
        let mut shown: Vec<(usize, Row)> = take(&mut rows.rows).into_iter().enumerate().collect();
        if !wanted.is_empty() {
            let says = |(_, row): &(usize, Row)| has_part(&folded(&name(row)), &wanted);
            let found = shown.iter().filter(|row| says(row)).count();
            self.found = Some(found);
            if found > 0 {
                shown.retain(says);
            }
        }
        match self.arrangement.order {
            RowOrder::Story => {}
            RowOrder::Value => {
                // What has no size is less than any number.
                let size =
                    |row: &Row| size(row, self.chart.kind, rows.stack).unwrap_or(f64::NEG_INFINITY);
                shown.sort_by(|(_, one), (_, other)| size(other).total_cmp(&size(one)));
            }
            RowOrder::Name => {
                let names: Vec<&str> = shown.iter().map(|(_, row)| row.label.as_str()).collect();
                shown = only(&messages.order_of(&names), &shown);
            }
        }
        (self.rows, rows.rows) = shown.into_iter().unzip();
    }

    /// Cuts no bar short that does not dwarf those that are shown.
    fn leave_whole(&mut self) {
        let Data::Rows(rows) = &mut self.chart.data else { return };
        let ends = self.chart.references.iter().map(|it| it.end.unwrap_or(it.value));
        if !rows.can_cut(ends.fold(0.0, f64::max)) {
            rows.rows.iter_mut().for_each(|row| row.is_cut = false);
        }
    }

    /// Where a value of this chart stands in the story's: its series, and its row or point.
    fn origin(&self, (series, index): (usize, usize)) -> Option<(usize, usize)> {
        let row = if self.rows.is_empty() { Some(index) } else { self.rows.get(index).copied() };
        Some((*self.series.get(series)?, row?))
    }

    /// Where a value of the story's chart stands in this one, if it is shown.
    fn place_of(&self, (series, index): (usize, usize)) -> Option<(usize, usize)> {
        let place = |all: &[usize], wanted| all.iter().position(|place| *place == wanted);
        let row = if self.rows.is_empty() { Some(index) } else { place(&self.rows, index) };
        Some((place(&self.series, series)?, row?))
    }
}

/// Where a value of a chart, its series and its row or point, stands in another arrangement of the
/// same; none where it is not shown.
pub fn rearranged(
    before: Option<&ArrangedRef>,
    after: Option<&ArrangedRef>,
    value: (usize, usize),
) -> Option<(usize, usize)> {
    let origin = before.map_or(Some(value), |before| before.origin(value))?;
    after.map_or(Some(origin), |after| after.place_of(origin))
}

/// What stands at these places.
fn only<T: Clone>(places: &[usize], all: &[T]) -> Vec<T> {
    places.iter().filter_map(|place| all.get(*place).cloned()).collect()
}

/// Has each series keep its colour when others go.
fn keep_colors(series: Vec<&mut Series>) {
    let count = series.iter().filter(|series| !series.subject).count();
    let mut nth = 0;
    for series in series {
        series.among = Some((nth, count));
        nth += u8::from(!series.subject);
    }
}

/// The name of a row as it is drawn.
fn name(row: &Row) -> String {
    [&row.label, " ", row.detail.as_deref().unwrap_or_default()].concat()
}

/// By what a row is told to be greater than another; none without a value.
fn size(row: &Row, kind: ChartKind, stack: Stack) -> Option<f64> {
    let known = row.values.iter().flatten().copied();
    let sum = Number::sum(known.clone()).value;
    let first = row.values.first().copied().flatten().map(|number| number.value);
    match (kind, stack) {
        (ChartKind::Stacked, Stack::Absolute) => known.clone().next().map(|_| sum),
        (ChartKind::Stacked, Stack::Percent) => {
            let has_shares = sum > 0.0 && row.values.iter().all(Option::is_some);
            first.filter(|_| has_shares).map(|first| first / sum)
        }
        _ => first,
    }
}

/// The chart at this place of the story's list, or what a reader has made of it.
pub fn chart_shown<'a>(
    arranged: Option<&'a ArrangedRef>,
    story: &'a Story,
    at: usize,
) -> Option<&'a Chart> {
    arranged.map(|arranged| &arranged.chart).or_else(|| story.charts.get(at))
}

impl Session {
    /// How the reader has arranged the chart at this place; none for as in the story.
    pub fn arranged(&self, chart: usize) -> Option<&ArrangedRef> {
        find(&self.arranged, &chart)
    }

    /// The chart at this place of the story's list, as the reader has arranged it.
    pub fn chart_shown<'a>(&'a self, story: &'a Story, at: usize) -> Option<&'a Chart> {
        chart_shown(self.arranged(at), story, at)
    }

    pub(super) fn arrange_chart(&mut self, story: &Story, at: usize, change: ArrangementChange) {
        let Some(chart) = story.charts.get(at) else { return };
        let before = self.arranged(at).map(|it| it.arrangement.clone()).unwrap_or_default();
        let after = changed(before.clone(), chart, change);
        if before == after {
            return;
        }
        let is_other = after != Arrangement::default();
        let arranged = || ArrangedChart::new(chart, after, &story.messages);
        let arranged = is_other.then(|| ArrangedRef(Rc::new(arranged())));
        put(&mut self.arranged, at, arranged);
        self.exported = None;
        // Other lines may begin and end elsewhere.
        if let Some(window) = self.chart_window(at) {
            put(&mut self.windows, at, None);
            self.zoom_chart(story, at, Some(WindowChange::Show(window)));
        }
    }
}
