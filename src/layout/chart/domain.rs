//! The domain of an axis: from which value to which it goes.

use crate::layout::extent::Extent;
use crate::layout::scale::LinearScale;
use crate::story::{Chart, Columns, Row};

/// What the values of some rows span, with what their sources give.
pub(super) fn rows_extent(rows: &[Row]) -> Extent {
    let mut extent = Extent::default();
    for number in rows.iter().flat_map(|row| &row.values).flatten() {
        extent.add(number.low);
        extent.add(number.high);
    }
    extent
}

/// The domain of bars: what the author fixed, or from the least to the greatest
/// of zero, what the values span, and the references.
pub(super) fn from_zero(chart: &Chart, values: Extent) -> (f64, f64) {
    let mut found = values;
    for reference in &chart.references {
        found.add(reference.value);
    }
    found.add(0.0);
    chart.domain.or(found.ends).unwrap_or((0.0, 1.0))
}

/// The domain of ranges: from zero where zero is near, else only what the values span.
pub(super) fn of_ranges(chart: &Chart, rows: &[Row]) -> (f64, f64) {
    let mut found = rows_extent(rows);
    for reference in &chart.references {
        found.add(reference.value);
    }
    let (low, high) = found.ends.unwrap_or((0.0, 1.0));
    let near_zero = low > 0.0 && low < high / 2.0;
    chart.domain.unwrap_or((if near_zero { 0.0 } else { low }, high))
}

/// The domain of y: what the author fixed, or all that is drawn.
pub(super) fn of_y(chart: &Chart, columns: &Columns) -> (f64, f64) {
    let mut found = Extent::default();
    for line in &columns.lines {
        line.y.iter().flatten().for_each(|y| found.add(*y));
    }
    chart.references.iter().for_each(|reference| found.add(reference.value));
    chart.annotations.iter().for_each(|annotation| found.add(annotation.y));
    let (low, high) = found.ends.unwrap_or((0.0, 1.0));
    chart.domain.unwrap_or_else(|| with_zero(low, high))
}

/// A domain from zero where zero is near, and of some length.
fn with_zero(low: f64, high: f64) -> (f64, f64) {
    let (low, high) = match (low, high) {
        (low, high) if low > 0.0 && low < high / 2.0 => (0.0, high),
        (low, high) if high < 0.0 && high > low / 2.0 => (low, 0.0),
        ends => ends,
    };
    let scale = LinearScale::new((low, high), 0.0, 1.0);
    (scale.low, scale.high)
}

/// The domain of x: what data and annotations span.
pub(super) fn of_x(chart: &Chart, columns: &Columns) -> (f64, f64) {
    let mut found = Extent::default();
    for line in &columns.lines {
        line.x.iter().for_each(|x| found.add(*x));
    }
    chart.annotations.iter().for_each(|annotation| found.add(annotation.x));
    found.ends.unwrap_or((0.0, 1.0))
}
