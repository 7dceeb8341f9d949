//! What is around upright bars: the names of the series, the plot and its axes.

use super::domain;
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::plot::{Plot, YAxis, plot_height};
use super::stroke::HALO;
use super::upright_axis::UprightAxis;
use super::upright_labels::UprightLabels;
use crate::layout::context::LayoutContext;
use crate::layout::drawing::Drawing;
use crate::layout::extent::Extent;
use crate::layout::{Ink, Rect};
use crate::story::{Chart, Rows, SeriesMark, Stack};

/// Where everything goes: the values stand over the bars where all find room, else on an axis.
pub(super) fn frame(
    drawing: &mut Drawing,
    chart: &Chart,
    rows: &Rows,
    cx: &LayoutContext,
    (extent, top, is_stack): (Extent, f64, bool),
) -> Option<(UprightAxis, UprightLabels, Plot)> {
    let domain = domain::from_zero(chart, extent);
    let height = plot_height(cx, 0.42, (150.0, 260.0));
    let has_lines = rows.series.iter().any(|series| series.mark == SeriesMark::Line);
    let across = Rect { x: 0.0, y: 0.0, width: cx.width, height };
    if !has_lines && rows.stack == Stack::Absolute {
        let axis = UprightAxis::new(cx, rows, across, is_stack)?;
        if let Some(labels) = UprightLabels::over_bars(cx, rows, &axis, is_stack) {
            let [above, below] = labels.room();
            let area = Rect { y: top + above, height: height + below, ..across };
            let plot = Plot::bare(area, domain, below);
            return Some((axis, labels, plot));
        }
    }
    let is_share = is_stack && rows.stack == Stack::Percent;
    // The last point of a line has room, however many there are.
    let margin = if has_lines { HALO } else { 0.0 };
    let y_axis = match is_share {
        true => YAxis::of_shares(height),
        false => {
            let mut values = Extent::default();
            values.add(domain.0);
            values.add(domain.1);
            YAxis::new(chart, values, height)
        }
    };
    let plot = Plot::with_y(drawing, cx, &y_axis, (top, height, margin));
    let axis = UprightAxis::new(cx, rows, plot.area, is_stack)?;
    Some((axis, UprightLabels::below_plot(cx, rows), plot))
}

/// Names the series, where there are several; returns where that ends.
pub(super) fn legend(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    rows: &Rows,
    palette: &Palette,
) -> f64 {
    if !rows.has_named_series() {
        return 0.0;
    }
    let entries = legend::entries(cx, &mut rows.series.iter(), &|index, series| {
        Some(match series.mark {
            SeriesMark::Bar => Symbol::Square(palette.fill(index, false)),
            SeriesMark::Line => Symbol::Stroke(line_ink(palette, index).solid()),
        })
    });
    legend::draw(drawing, cx, 0.0, &entries)
}

/// The role of a line: what is muted would be lost over bars.
pub(super) fn line_ink(palette: &Palette, series: usize) -> Ink {
    let ink = palette.ink(series, false);
    if ink == Ink::Muted { Ink::Ink } else { ink }
}
