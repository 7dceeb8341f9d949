//! The strip below a plot: all lines small, with the part of the x axis that is shown.

use super::chart_index::{ChartIndex, Part, Sketch};
use super::domain::ends;
use super::plot::Plot;
use super::stroke::{Stroke, thinned};
use crate::layout::context::LayoutContext;
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::scale::Scale;
use crate::layout::window_strip::{GAP, HEIGHT, INSET, draw_ground, draw_window};
use crate::layout::{Ink, Point, ZoomAxis};
use crate::story::{Chart, ChartKind, ScaleId};

/// Between the edges of the strip and the lines in it, in px.
const AIR: f64 = 3.0;

/// What the strip of a chart shows, if that can be looked at in part; no points but those of lines.
pub(super) fn sketch(chart: &Chart, index: &ChartIndex, width: f64) -> Option<Sketch> {
    let (columns, (low, high)) = chart.zoomable()?;
    let scale = columns.x.scale;
    let (from, to) = ends(&columns.x, INSET, width - INSET);
    let along = Scale::new((scale.along(low), scale.along(high)), from, to);
    let mut lines = Vec::new();
    for line in &index.stack.as_ref().unwrap_or(columns).lines {
        let at = |(place, (x, y)): (usize, (&f64, &Option<f64>))| {
            Some((place, Point::new(along.at(scale.along(*x)).round(), (*y)?)))
        };
        if chart.kind != ChartKind::Scatter {
            let points: Vec<_> = line.x.iter().zip(&line.y).enumerate().map(at).collect();
            lines.push(thinned(&points));
        }
    }
    Some(Sketch { along, lines })
}

/// Draws the strip of a chart below its plot, and has both moved.
pub(super) fn draw(drawing: &mut Drawing, cx: &LayoutContext, part: Part<'_>, plot: &mut Plot) {
    let Some(sketch) = part.index.sketch.as_ref().filter(|_| part.has_strip) else { return };
    let [low, high] = [plot.x.low, plot.x.high].map(|end| plot.sight.scale.along(end));
    let px = Scale::new((low, high), plot.x.from, plot.x.to);
    let top = draw_ground(drawing, cx.width, plot.bottom);
    let middle = top - GAP / 2.0;
    drawing.axes.push(ZoomAxis::new(ScaleId::Shared, &px, (plot.area.y, middle), false));
    let stroke = Stroke::straight(Ink::Muted.soft(), false);
    for line in &sketch.lines {
        let down = |value: f64| (plot.y.at(value) - plot.area.y) / plot.area.height;
        let y = |value: f64| top + AIR + down(value) * (HEIGHT - 2.0 * AIR);
        let at = |(_, at): (usize, Point)| Point::new(at.x, y(at.y));
        let points: Vec<_> = line.iter().map(|point| point.map(at)).collect();
        stroke.draw(drawing, &mut LabelPlacement::default(), &points);
    }
    let window = plot.sight.window.unwrap_or((sketch.along.low, sketch.along.high));
    draw_window(drawing, &sketch.along, window, cx.width, top);
    plot.bottom = top + HEIGHT;
    drawing.axes.push(ZoomAxis::new(ScaleId::Shared, &sketch.along, (middle, plot.bottom), true));
}
