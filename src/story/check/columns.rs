//! Charts of columns: lines and points.

use super::Check;
use super::chart::{Frame, MOST_MARKS, MOST_SERIES};
use crate::story::raw::{self, At, List, XValue};
use crate::story::{Annotation, ChartKind, Columns, Date, Line, Series, XScale};

/// A place on the x axis: where it is, and how it was written if it is a date.
type Place = (f64, Option<Date>);

impl Check<'_> {
    /// The x axis and its lines.
    pub(super) fn columns(&mut self, data: raw::ColumnData, frame: &Frame) -> Option<Columns> {
        if !self.has_length(&data.columns, 1, MOST_SERIES, "columns") {
            return None;
        }
        self.unique(data.columns.entries.iter().map(|column| &column.value.id), "columns");
        let scale = data.x.scale.map_or(XScale::Number, |scale| scale.value);
        let columns = data.columns.entries.into_iter();
        let lines: Vec<Option<Line>> =
            columns.map(|column| self.column(column, scale, frame)).collect();
        Some(Columns {
            x: scale,
            x_label: data.x.label.map(|label| label.0),
            lines: lines.into_iter().collect::<Option<_>>()?,
        })
    }

    fn column(&mut self, column: At<raw::Column>, scale: XScale, frame: &Frame) -> Option<Line> {
        let At { at, value: column } = column;
        let sources = self.sources_or(column.sources.as_ref(), &frame.inherited, at);
        let length = column.x.entries.len();
        if length == 0 {
            self.faults.push(column.x.at, "this column has no point", "Add one, or leave it out.");
        }
        self.same_length(&column.y, length);
        if let Some(labels) = &column.labels {
            self.same_length(labels, length);
        }
        for y in column.y.entries.iter().filter_map(|y| y.0) {
            self.within(frame, y.at, y.value);
        }
        if column.y.entries.iter().all(|y| y.0.is_none()) && length > 0 {
            self.faults.push(column.y.at, "this column has no value", "Add one, or leave it out.");
        }
        let places = self.places(&column.x, scale, frame)?;
        let labels = column.labels.map(|labels| labels.entries).unwrap_or_default();
        Some(Line {
            series: Series {
                id: column.id.text,
                label: column.label.0,
                subject: column.subject.is_some_and(|subject| subject.0),
            },
            x: places.iter().map(|(x, _)| *x).collect(),
            dates: places.iter().filter_map(|(_, date)| *date).collect(),
            y: column.y.entries.iter().map(|y| y.0.map(|y| y.value)).collect(),
            labels: labels.into_iter().map(|label| label.0).collect(),
            sources,
            status: column.status.map(|status| status.value),
        })
    }

    /// Notes a list that has not one entry per x.
    fn same_length<T>(&mut self, list: &List<T>, length: usize) {
        if list.entries.len() != length {
            let wrong = format!("this list has {} entries, x has {length}", list.entries.len());
            self.faults.push(list.at, wrong, "Write one entry per x.");
        }
    }

    /// The places of a column; those of lines ascend.
    fn places(&mut self, x: &List<XValue>, scale: XScale, frame: &Frame) -> Option<Vec<Place>> {
        let places: Vec<Option<Place>> = x.entries.iter().map(|x| self.place(*x, scale)).collect();
        let places: Vec<Place> = places.into_iter().collect::<Option<_>>()?;
        if frame.kind == ChartKind::Lines {
            for (pair, x) in places.windows(2).zip(x.entries.iter().skip(1)) {
                if let [before, after] = pair
                    && after.0 <= before.0
                {
                    let right = "Put the points of a line in ascending order, each x once.";
                    self.faults.push(x.at(), "this x does not lie behind the last", right);
                    break;
                }
            }
        }
        Some(places)
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
        annotations: Option<List<raw::ColumnAnnotation>>,
        columns: Option<&Columns>,
        frame: &Frame,
    ) -> Vec<Annotation> {
        let (Some(annotations), Some(columns)) = (annotations, columns) else { return Vec::new() };
        self.has_length(&annotations, 0, MOST_MARKS, "annotations");
        let all = || columns.lines.iter().flat_map(|line| line.x.iter().copied());
        let (first, last) = (all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max));
        let mut checked = Vec::with_capacity(annotations.entries.len());
        for annotation in annotations.entries {
            let Some((x, _)) = self.place(annotation.x, columns.x) else { continue };
            if !(first <= x && x <= last) {
                let right = "Move it between the first and the last point.";
                self.faults.push(annotation.x.at(), "this remark lies outside the plot", right);
            }
            self.within(frame, annotation.y.at, annotation.y.value);
            checked.push(Annotation { x, y: annotation.y.value, text: annotation.text.0 });
        }
        checked
    }
}
