//! The domain of an axis: from which value to which it goes.

use crate::layout::extent::Extent;
use crate::layout::scale::Scale;
use crate::story::limits::BEYOND_WHOLE;
use crate::story::{Axis, AxisScale, Chart, Columns, Row};

/// What the values of some rows span, with what their sources give.
pub(super) fn rows_extent<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Extent {
    let mut extent = Extent::default();
    for number in rows.into_iter().flat_map(|row| &row.values).flatten() {
        extent.add(number.low);
        extent.add(number.high);
    }
    extent
}

fn add_references(extent: &mut Extent, chart: &Chart) {
    let ends = chart.references.iter().flat_map(|it| [Some(it.value), it.end]);
    ends.flatten().for_each(|value| extent.add(value));
}

/// The domain of bars without those that are cut short, which reach a little beyond the others.
pub(super) fn of_bars(chart: &Chart, rows: &[Row]) -> (f64, f64) {
    let mut whole = rows_extent(rows.iter().filter(|row| !row.is_cut));
    if rows.iter().any(|row| row.is_cut) {
        let (_, longest) = whole.ends.unwrap_or_default();
        whole.add((longest * BEYOND_WHOLE).min(f64::MAX));
    }
    from_zero(chart, whole)
}

/// The domain of bars: what the author fixed, or from the least to the greatest
/// of zero, what the values span, and the references.
pub(super) fn from_zero(chart: &Chart, values: Extent) -> (f64, f64) {
    let mut found = values;
    add_references(&mut found, chart);
    found.add(0.0);
    chart.domain.or(found.ends).unwrap_or((0.0, 1.0))
}

/// What lies on the axis of ranges: values, references, ticks of the author.
pub(super) fn ranges_extent(chart: &Chart, rows: &[Row]) -> Extent {
    let mut found = rows_extent(rows);
    add_references(&mut found, chart);
    chart.axis.ticks.iter().for_each(|tick| found.add(*tick));
    found
}

/// The domain of ranges: from zero where zero is near, else only what lies on their axis.
pub(super) fn of_ranges(chart: &Chart, values: Extent) -> (f64, f64) {
    let (low, high) = values.ends.unwrap_or((0.0, 1.0));
    let near_zero = low > 0.0 && low < high / 2.0;
    chart.domain.unwrap_or((if near_zero { 0.0 } else { low }, high))
}

/// What lies on the axis of y: values, references, annotations, ticks of the author.
pub(super) fn y_extent(chart: &Chart, columns: &Columns) -> Extent {
    let mut found = Extent::default();
    for line in &columns.lines {
        line.y.iter().flatten().for_each(|y| found.add(*y));
    }
    for (low, high) in columns.lines.iter().flat_map(|line| &line.band).flatten() {
        found.add(*low);
        found.add(*high);
    }
    if chart.kind.is_filled() {
        found.add(0.0);
    }
    add_references(&mut found, chart);
    chart.annotations.iter().filter_map(|it| it.y).for_each(|y| found.add(y));
    chart.axis.ticks.iter().for_each(|tick| found.add(*tick));
    found
}

/// A domain around what lies on an axis, from zero where zero is near, and of some length.
pub(super) fn near_zero(values: Extent) -> (f64, f64) {
    let (low, high) = match values.ends.unwrap_or((0.0, 1.0)) {
        (low, high) if low > 0.0 && low < high / 2.0 => (0.0, high),
        (low, high) if high < 0.0 && high > low / 2.0 => (low, 0.0),
        ends => ends,
    };
    let scale = Scale::new((low, high), 0.0, 1.0);
    (scale.low, scale.high)
}

/// What lies on the axis of x: values, annotations, ticks of the author.
pub(super) fn x_extent(chart: &Chart, columns: &Columns) -> Extent {
    let mut found = Extent::default();
    let (low, high) = chart.x_ends(columns);
    [low, high].into_iter().filter(|end| end.is_finite()).for_each(|end| found.add(end));
    // On this axis alone it matters how near to 0 values are, and what is marked between them.
    if columns.x.scale == AxisScale::Symlog {
        columns.lines.iter().flat_map(|line| &line.x).for_each(|x| found.add(*x));
        for annotation in &chart.annotations {
            found.add(annotation.x);
            annotation.end.into_iter().for_each(|end| found.add(end));
        }
    }
    found
}

/// Both ends of an axis in px, as they follow from its direction.
pub(super) fn ends(axis: &Axis, from: f64, to: f64) -> (f64, f64) {
    if axis.is_reversed { (to, from) } else { (from, to) }
}
