//! Charts: what goes where in each kind of them.

mod annotations;
mod areas;
mod bars;
mod category_axis;
mod comparison;
mod domain;
mod estimate;
mod guess;
mod legend;
mod lines;
mod number_axis;
mod palette;
mod plot;
mod ranges;
mod references;
mod scatter;
mod sentence;
mod shares;
mod slider_range;
mod slope;
mod stack;
mod stacked;
mod summary;
mod tiles;
mod upright;
mod upright_axis;
mod upright_labels;
mod upright_line;
mod whisker;

pub use comparison::{comparison, is_known};
pub use estimate::estimate;
pub use guess::guess;
pub use sentence::sentence;
pub use slider_range::{SliderRange, slider_range};
pub use summary::summary;

use super::context::LayoutContext;
use super::drawing::Drawing;
use super::{Layout, Measure};
use crate::story::{Chart, ChartKind, Data, Messages, Rows};

/// Lays out a chart of any kind, `width_px` wide; the height follows from the data.
///
/// The width is taken as a whole number between 200 and 8192.
pub fn chart(chart: &Chart, messages: &Messages, width_px: f64, measure: &dyn Measure) -> Layout {
    laid_out(chart, &LayoutContext::new(measure, messages, width_px))
}

/// The same for a small place: names stand beside the plot where they can, however narrow it is.
pub fn small_chart(
    chart: &Chart,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let cx = LayoutContext::new(measure, messages, width_px);
    laid_out(chart, &LayoutContext { is_small: true, ..cx })
}

/// The same as [`chart`] with another line in focus, where there are more of them than colours can tell
/// apart.
pub fn focused_chart(
    chart: &Chart,
    focus: usize,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let cx = LayoutContext::new(measure, messages, width_px);
    laid_out(chart, &LayoutContext { focus: Some(focus), ..cx })
}

fn laid_out(chart: &Chart, cx: &LayoutContext) -> Layout {
    let cx = &LayoutContext { notation: chart.axis.notation, ..*cx };
    let drawing = match (&chart.data, chart.kind) {
        // A bar that is cut short lies.
        (Data::Rows(rows), ChartKind::Bars | ChartKind::Stacked)
            if rows.is_upright() && !rows.rows.iter().any(|row| row.is_cut) =>
        {
            upright::upright(chart, rows, cx).unwrap_or_else(|| lying(chart, rows, cx))
        }
        (Data::Rows(rows), ChartKind::Bars | ChartKind::Stacked) => lying(chart, rows, cx),
        (Data::Rows(rows), ChartKind::Slope) => {
            slope::slope(chart, rows, cx).unwrap_or_else(|| ranges::ranges(chart, rows, cx))
        }
        (Data::Rows(rows), ChartKind::Shares) => shares::shares(chart, rows, cx),
        (Data::Rows(rows), ChartKind::Tiles) => tiles::tiles(chart, rows, cx),
        (Data::Rows(rows), ChartKind::Ranges) => ranges::ranges(chart, rows, cx),
        (Data::Rows(rows), _) => bars::bars(chart, rows, cx),
        (Data::Columns(columns), ChartKind::Areas) => areas::areas(chart, columns, cx),
        (Data::Columns(columns), ChartKind::Scatter) => scatter::scatter(chart, columns, cx),
        (Data::Columns(columns), _) => lines::lines(chart, columns, cx),
    };
    Layout::of(drawing)
}

/// Bars from left to right.
fn lying(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Drawing {
    match chart.kind {
        ChartKind::Stacked => stacked::stacked(chart, rows, cx),
        _ => bars::bars(chart, rows, cx),
    }
}
