//! Charts: what goes where in each kind of them.

mod annotations;
mod bars;
mod category_axis;
mod guess;
mod legend;
mod lines;
mod palette;
mod plot;
mod ranges;
mod references;
mod scatter;
mod sentence;
mod stacked;

pub use guess::{Scale as GuessScale, estimate, guess, guess_scale};
pub use sentence::sentence;

use super::context::Desk;
use super::text::Setter;
use super::{Layout, Measure, whole_width};
use crate::story::{Chart, ChartKind, Data, Messages};

/// Lays out a chart of any kind, `width_px` wide; the height follows from the data.
///
/// The width is taken as a whole number between 200 and 8192.
pub fn chart(chart: &Chart, messages: &Messages, width_px: f64, measure: &dyn Measure) -> Layout {
    let desk = Desk { setter: Setter::new(measure), messages, width: whole_width(width_px) };
    let drawing = match (&chart.data, chart.kind) {
        (Data::Rows(rows), ChartKind::Stacked) => stacked::stacked(chart, rows, &desk),
        (Data::Rows(rows), ChartKind::Ranges) => ranges::ranges(chart, rows, &desk),
        (Data::Rows(rows), _) => bars::bars(chart, rows, &desk, bars::Guessed::default()),
        (Data::Columns(columns), ChartKind::Scatter) => scatter::scatter(chart, columns, &desk),
        (Data::Columns(columns), _) => lines::lines(chart, columns, &desk, true),
    };
    Layout::of(drawing)
}
