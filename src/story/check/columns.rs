//! Charts of columns: lines and points.

use std::mem::take;

use super::chart::{Frame, MOST_MARKS, MOST_SERIES};
use super::{Check, words};
use crate::story::raw::{self, At, List, XValue};
use crate::story::{Annotation, ChartKind, Columns, Date, Line, Series, XScale};

/// A place on the x axis: where it is, and how it was written if it is a date.
type Place = (f64, Option<Date>);

impl Check<'_> {
    /// The x axis and its lines.
    pub(super) fn columns(&mut self, data: &mut raw::ColumnData, frame: &Frame) -> Option<Columns> {
        if !self.has_length(&data.columns, 1, MOST_SERIES, "columns") {
            return None;
        }
        let columns = &mut data.columns.entries;
        self.unique(columns.iter().map(|column| &column.value.id).collect(), "columns");
        let x = data.x.scale.map_or(XScale::Number, |scale| scale.value);
        let mut lines = Vec::new();
        for column in columns.iter_mut() {
            lines.extend(self.column(column, x, frame));
        }
        let is_whole = lines.len() == columns.len();
        is_whole.then(|| Columns { x, x_label: words(&mut data.x.label), lines })
    }

    fn column(&mut self, column: &mut At<raw::Column>, x: XScale, frame: &Frame) -> Option<Line> {
        let At { at, value: column } = column;
        let sources = self.sources_or(column.sources.as_ref(), &frame.inherited, *at);
        self.values_of(column, frame);
        let (x, dates) = self.places(&column.x, x, frame)?;
        let labels = column.labels.iter_mut().flat_map(|labels| &mut labels.entries);
        Some(Line {
            series: Series {
                id: take(&mut column.id.text),
                label: take(&mut column.label.0),
                subject: column.subject.is_some_and(|subject| subject.0),
            },
            x,
            dates,
            y: column.y.entries.iter().map(|y| y.0.map(|y| y.value)).collect(),
            labels: labels.map(|label| take(&mut label.0)).collect(),
            sources,
            status: column.status.map(|status| status.value),
        })
    }

    /// Notes what is wrong with the points of a column, whatever their axis is.
    fn values_of(&mut self, column: &raw::Column, frame: &Frame) {
        let length = column.x.entries.len();
        if length == 0 {
            self.faults.push(column.x.at, "this column has no point", "Add one, or leave it out.");
        }
        self.same_length(&column.y, length);
        if let Some(labels) = &column.labels {
            self.same_length(labels, length);
        }
        let mut is_empty = true;
        for y in column.y.entries.iter().filter_map(|y| y.0) {
            self.within(frame, y.at, y.value);
            is_empty = false;
        }
        if is_empty && length > 0 {
            self.faults.push(column.y.at, "this column has no value", "Add one, or leave it out.");
        }
    }

    /// Notes a list that has not one entry per x.
    fn same_length<T>(&mut self, list: &List<T>, length: usize) {
        if list.entries.len() != length {
            let wrong = format!("this list has {} entries, x has {length}", list.entries.len());
            self.faults.push(list.at, wrong, "Write one entry per x.");
        }
    }

    /// The places of a column, and the dates of those that are dates; those of lines ascend.
    fn places(
        &mut self,
        x: &List<XValue>,
        scale: XScale,
        frame: &Frame,
    ) -> Option<(Vec<f64>, Vec<Date>)> {
        let (mut places, mut dates) = (Vec::new(), Vec::new());
        for x in &x.entries {
            if let Some((place, date)) = self.place(*x, scale) {
                places.push(place);
                dates.extend(date);
            }
        }
        if places.len() < x.entries.len() {
            return None;
        }
        if frame.kind == ChartKind::Lines {
            let behind = places.windows(2).position(|pair| pair[1] <= pair[0]);
            if let Some(x) = behind.and_then(|before| x.entries.get(before + 1)) {
                let right = "Put the points of a line in ascending order, each x once.";
                self.faults.push(x.at(), "this x does not lie behind the last", right);
            }
        }
        Some((places, dates))
    }

    /// A place on the axis; none after noting that it is of the wrong kind.
    fn place(&mut self, x: XValue, scale: XScale) -> Option<Place> {
        let (wrong, right) = match (x, scale) {
            (XValue::Number(x), XScale::Number) => return Some((x.value, None)),
            (XValue::Date(day), XScale::Date) => match day.date {
                Date::At(at) => return Some((f64::from(at.start()), Some(day.date))),
                Date::Qualified(..) | Date::Range(..) => (
                    "a point needs a single date",
                    "Write a year, a month or a day, such as \"2025-06\".",
                ),
            },
            (XValue::Number(_), XScale::Date) => (
                "expected a date, found a number",
                "Write dates such as \"2025-06\" in quotes, or give the axis the scale \"number\".",
            ),
            (XValue::Date(_), XScale::Number) => (
                "expected a number, found a date",
                "Write numbers, or give the axis the scale \"date\".",
            ),
        };
        self.faults.push(x.at(), wrong, right);
        None
    }

    /// Remarks at places of the plot; `columns` is none where those are broken.
    pub(super) fn annotations(
        &mut self,
        annotations: Option<&mut List<raw::ColumnAnnotation>>,
        columns: Option<&Columns>,
        frame: &Frame,
    ) -> Vec<Annotation> {
        let (Some(annotations), Some(columns)) = (annotations, columns) else { return Vec::new() };
        self.has_length(annotations, 0, MOST_MARKS, "annotations");
        let (mut first, mut last) = (f64::MAX, f64::MIN);
        for x in columns.lines.iter().flat_map(|line| &line.x) {
            (first, last) = (first.min(*x), last.max(*x));
        }
        let mut checked = Vec::new();
        for annotation in &mut annotations.entries {
            let Some((x, _)) = self.place(annotation.x, columns.x) else { continue };
            if !(first <= x && x <= last) {
                let right = "Move it between the first and the last point.";
                self.faults.push(annotation.x.at(), "this remark lies outside the plot", right);
            }
            self.within(frame, annotation.y.at, annotation.y.value);
            let text = take(&mut annotation.text.0);
            checked.push(Annotation { x, y: annotation.y.value, text });
        }
        checked
    }
}
