//! Charts: what goes where in each kind of them.

mod annotations;
mod areas;
mod bars;
mod category_axis;
mod chart_index;
mod comparison;
mod domain;
mod estimate;
mod guess;
mod legend;
mod lines;
mod number_axis;
mod palette;
mod plot;
mod points;
mod ranges;
mod references;
mod scatter;
mod sentence;
mod shares;
mod sight;
mod slider_range;
mod slope;
mod stack;
mod stacked;
mod strip;
mod stroke;
mod summary;
mod tiles;
mod upright;
mod upright_axis;
mod upright_frame;
mod upright_labels;
mod whisker;

pub use chart_index::ChartIndex;
pub use comparison::{comparison, is_known};
pub use estimate::estimate;
pub use guess::guess;
pub use sentence::sentence;
pub use slider_range::{SliderRange, slider_range};
pub use summary::summary;

use chart_index::Part;

use super::context::{LayoutContext, whole_width};
use super::{Layout, Measure};
use crate::story::{Chart, ChartKind, Data, Messages};

/// Lays out a chart of any kind, `width_px` wide; the height follows from the data.
///
/// The width is taken as a whole number between 200 and 8192.
pub fn chart(chart: &Chart, messages: &Messages, width_px: f64, measure: &dyn Measure) -> Layout {
    chart_view(chart, ChartView::default(), messages, width_px, measure)
}

/// What of a chart stays the same while a reader moves along its x axis, for this width.
pub fn chart_index(chart: &Chart, width_px: f64) -> ChartIndex {
    let Data::Columns(columns) = &chart.data else { return ChartIndex::default() };
    let index = ChartIndex::of(chart, columns);
    let sketch = strip::sketch(chart, &index, whole_width(width_px));
    ChartIndex { sketch, ..index }
}

/// In which place a chart is seen, and what a reader chose there.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChartView<'a> {
    /// It is small: names stand beside the plot where they can, however narrow it is.
    pub is_small: bool,
    /// The line in focus where there are more of them than colours can tell apart; none for the first.
    pub focus: Option<usize>,
    /// The part of the x axis that is shown, as it lies along the axis; none for all.
    pub window: Option<(f64, f64)>,
    /// Whether a strip below shows all of a chart that can be looked at in part.
    pub has_strip: bool,
    /// What was found of the chart for this width; none to find it anew.
    pub index: Option<&'a ChartIndex>,
}

/// The same as [`chart`] for a place other than the widest.
pub fn chart_view(
    chart: &Chart,
    view: ChartView<'_>,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let cx = LayoutContext::new(measure, messages, width_px);
    let notation = chart.axis.notation;
    let ChartView { is_small, focus, window, has_strip, index } = view;
    let cx = &LayoutContext { is_small, focus, notation, ..cx };
    let found;
    let index = match index {
        Some(index) => index,
        None => {
            found = chart_index(chart, width_px);
            &found
        }
    };
    let part = Part { index, window, has_strip };
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
        (Data::Columns(columns), ChartKind::Areas) => areas::areas(chart, columns, part, cx),
        (Data::Columns(columns), ChartKind::Scatter) => scatter::scatter(chart, columns, part, cx),
        (Data::Columns(columns), _) => lines::lines(chart, columns, part, cx),
    };
    Layout::of(drawing)
}
