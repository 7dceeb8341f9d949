//! Points alone, named where there is room.

use super::annotations;
use super::chart_index::Part;
use super::legend::{self, Symbol};
use super::lines::entries;
use super::palette::Palette;
use super::plot::{Plot, plot_height};
use super::points::MOST_TO_PX;
use super::strip;
use crate::layout::circle::arc;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::{LabelPlacement, label_order};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Fill, Ink, Mark, Point, Rect, Shape};
use crate::story::{self, Chart, Columns, MessageKey, number};

/// Half the width of a point, in px.
const RADIUS: f64 = 5.0;
/// Half the width of the mark in the middle of a large point, in px.
const MIDDLE: f64 = 3.0;
/// No more points are given a name; a plot of more is about their shape.
const MOST_NAMES: usize = 120;

/// Lays out points.
pub(super) fn scatter(
    chart: &Chart,
    columns: &Columns,
    part: Part<'_>,
    cx: &LayoutContext,
) -> Drawing {
    let palette = Palette::lines(columns, cx.focus);
    let mut drawing = Drawing::default();
    let mut entries = match columns.lines.len() {
        1 if !columns.is_part() => Vec::new(),
        _ => entries(cx, columns, &palette, &|series| Symbol::Dot(palette.fill(series, false))),
    };
    entries.extend(size_entry(cx, columns, part.index.most_size));
    let top = legend::draw(&mut drawing, cx, 0.0, &entries);
    let height = plot_height(cx, 0.56, (190.0, 360.0));
    let mut plot = Plot::new(&mut drawing, cx, (chart, columns, part), (top, height, 0.0));
    annotations::draw_ground(&mut drawing, chart, &plot);
    let most = part.index.most_size.max(f64::MIN_POSITIVE);
    let scale = SizeScale { most: columns.size.is_some().then_some((most, plot.inset)) };
    let mut placement = plot.label_placement();
    // The subject lies in front, behind it what is in focus.
    let rank = |(series, line): &(usize, &story::Line)| match line.series.subject {
        true => 2,
        false => usize::from(!palette.is_grey(*series)),
    };
    let mut lines = Vec::new();
    for at in 0..=2 {
        lines.extend(columns.lines.iter().enumerate().filter(|line| rank(line) == at));
    }
    let mut seen = Vec::new();
    for (series, line) in lines {
        let fill = palette.fill(series, false);
        let points = points(&plot, line, &scale);
        for &(index, at, radius) in &points {
            match columns.size {
                Some(_) => draw_sized(&mut drawing, at, radius, fill),
                None => drawing.dot(at, radius, fill),
            }
            drawing.mark_dot(Mark::Value { series, index }, at, radius);
            placement.occupy(Rect::around(at, radius + 2.0));
        }
        seen.push((line, points));
    }
    strip::draw(&mut drawing, cx, part, &mut plot);
    // Annotations first: names are in the table as well.
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    for (line, points) in seen.iter().rev() {
        draw_names(&mut drawing, cx, points, &mut placement, line);
    }
    drawing.sized(cx.width, bottom)
}

/// How large points are: their areas are as their sizes.
struct SizeScale {
    /// The size of a point with the greatest radius; none where points have no sizes.
    most: Option<(f64, f64)>,
}

impl SizeScale {
    /// The radius of a point, in px.
    fn radius(&self, line: &story::Line, index: usize) -> f64 {
        let Some((most, greatest)) = self.most else { return RADIUS };
        let size = line.sizes.get(index).copied().unwrap_or_default();
        ((size / most).sqrt() * greatest).clamp(2.0, greatest)
    }
}

/// A large point, which lets others through; an edge tells where it ends, and its middle whose it is.
fn draw_sized(drawing: &mut Drawing, at: Point, radius: f64, fill: Fill) {
    let around = arc(at, radius, (0.0, 1.0), 0.0);
    drawing.shapes.push(Shape::Area(around, fill.ink.faint()));
    drawing.ring(at, radius - 1.0, fill);
    if radius > 2.0 * MIDDLE {
        drawing.dot(at, MIDDLE, fill);
    }
}

/// What the greatest size is.
fn size_entry(cx: &LayoutContext, columns: &Columns, most: f64) -> Option<(Symbol, TextLine)> {
    let size = columns.size.as_ref()?;
    let value = size.unit.beside(&number::format(most, cx.messages), cx.messages);
    let words =
        cx.labelled(&size.label, &cx.messages.fill(MessageKey::NumberTo, &[("high", &value)]));
    Some((Symbol::Ring(Ink::Muted.solid()), legend::words(cx, &words)))
}

/// The points of a series that are seen, where they are and their radii; where there are very many,
/// without sizes, one of those in one place.
fn points(plot: &Plot, line: &story::Line, scale: &SizeScale) -> Vec<(usize, Point, f64)> {
    let mut points = Vec::new();
    for (index, (x, y)) in line.x.iter().zip(&line.y).enumerate() {
        if plot.sight.shows(*x, *x) {
            let radius = scale.radius(line, index);
            points.extend(y.map(|y| (index, plot.at(*x, y), radius)));
        }
    }
    if scale.most.is_none() && points.len() as f64 > plot.area.width * MOST_TO_PX {
        let mut taken = vec![false; (plot.area.width * (plot.area.height + 1.0)) as usize];
        points.retain(|(_, at, _)| {
            let place = (at.y - plot.area.y) * plot.area.width + at.x - plot.area.x;
            let is_taken = taken.get_mut(place as usize);
            is_taken.is_none_or(|is_taken| !std::mem::replace(is_taken, true))
        });
    }
    points
}

/// Writes the names of points that find room, those far apart first.
fn draw_names(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    points: &[(usize, Point, f64)],
    placement: &mut LabelPlacement,
    line: &story::Line,
) {
    let mut named = Vec::new();
    for (index, at, _) in points {
        named
            .extend(line.labels.get(*index).filter(|name| !name.is_empty()).map(|name| (at, name)));
    }
    for index in label_order(named.len()).into_iter().take(MOST_NAMES) {
        let Some((at, name)) = named.get(index) else { continue };
        let words = cx.note(name);
        if let Some(rect) = placement.place_beside(**at, words.width(), LINE_HEIGHT - 1.0) {
            drawing.text(&words, Point::new(rect.x, rect.center().y.round()), Anchor::Start);
        }
    }
}
