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
mod stroke;
mod summary;
mod tiles;
mod upright;
mod upright_axis;
mod upright_frame;
mod upright_labels;
mod whisker;

pub use comparison::{comparison, is_known};
pub use estimate::estimate;
pub use guess::guess;
pub use sentence::sentence;
pub use slider_range::{SliderRange, slider_range};
pub use summary::summary;

use super::context::LayoutContext;
use super::{Layout, Measure};
use crate::story::{Chart, ChartKind, Data, Messages};

/// Lays out a chart of any kind, `width_px` wide; the height follows from the data.
///
/// The width is taken as a whole number between 200 and 8192.
pub fn chart(chart: &Chart, messages: &Messages, width_px: f64, measure: &dyn Measure) -> Layout {
    chart_view(chart, ChartView::default(), messages, width_px, measure)
}

/// In which place a chart is seen, and what a reader chose there.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChartView {
    /// It is small: names stand beside the plot where they can, however narrow it is.
    pub is_small: bool,
    /// The line in focus where there are more of them than colours can tell apart; none for the first.
    pub focus: Option<usize>,
}

/// The same as [`chart`] for a place other than the widest.
pub fn chart_view(
    chart: &Chart,
    ChartView { is_small, focus }: ChartView,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let cx = LayoutContext::new(measure, messages, width_px);
    let notation = chart.axis.notation;
    let cx = &LayoutContext { is_small, focus, notation, ..cx };
    let drawing = match (&chart.data, chart.kind) {
        (Data::Rows(rows), ChartKind::Bars | ChartKind::Stacked) => {
            let lying = match chart.kind {
                ChartKind::Stacked => stacked::stacked,
                _ => bars::bars,
            };
            upright::upright(chart, rows, cx).unwrap_or_else(|| lying(chart, rows, cx))
        }
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
