//! How each kind of shape reaches paper.
//!
//! Backends know whole px only. Hairlines are filled rectangles on whole px,
//! which are crisp on every backend; other strokes are two px wide.

use super::series::{corners, dashes, pattern};
use super::style::{Stroke, TextStyle};
use super::{PaintError, Theme};
use crate::layout::{Fill, Label, Point, Rect, Shape};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

/// Width of a drawn line in px.
const STROKE: u32 = 2;

/// A backend and how to draw on it.
pub(super) struct Pen<'a, B> {
    pub(super) backend: &'a mut B,
    pub(super) theme: &'a Theme,
    /// Evens out a backend that divides the size of text.
    pub(super) text_scale: f64,
}

impl<B: DrawingBackend> Pen<'_, B> {
    /// Draws one shape.
    pub(super) fn shape(&mut self, shape: &Shape) -> Result<(), PaintError> {
        match shape {
            Shape::Block(rect, fill) => self.block(*rect, *fill),
            Shape::Pill(rect, fill) => self.polygon(pill(*rect), *fill),
            Shape::Dot(center, radius, fill) => self.dot(*center, *radius, *fill),
            Shape::Ring(center, radius, fill) => self.circle(*center, *radius, *fill, false),
            Shape::Path(points, fill) => self.path(points, *fill),
            Shape::Area(points, fill) => {
                self.polygon(points.iter().copied().map(whole).collect(), *fill)
            }
            Shape::Label(label) => self.label(label),
        }
    }

    /// Hands the drawing over.
    pub(super) fn finish(self) -> Result<(), PaintError> {
        self.backend.present().map_err(stopped("the end"))
    }

    fn stroke(&self, fill: Fill) -> Stroke {
        Stroke { color: self.theme.fill(fill), width: STROKE }
    }

    fn block(&mut self, rect: Rect, fill: Fill) -> Result<(), PaintError> {
        let (left, top) = whole(Point::new(rect.x, rect.y));
        let (right, bottom) = whole(Point::new(rect.right(), rect.bottom()));
        let corner = (right.max(left + 1), bottom.max(top + 1));
        let style = self.stroke(fill);
        self.backend.draw_rect((left, top), corner, &style, true).map_err(stopped("a bar"))
    }

    fn polygon(&mut self, corners: Vec<BackendCoord>, fill: Fill) -> Result<(), PaintError> {
        let style = self.stroke(fill);
        self.backend
            .fill_polygon(corners, &style)
            .map_err(stopped("an area, or a bar or point with corners"))
    }

    /// A point in the shape of its series.
    fn dot(&mut self, at: Point, radius: f64, fill: Fill) -> Result<(), PaintError> {
        let (x, y) = whole(at);
        let corners = corners(fill.ink, round(radius).max(1));
        if corners.is_empty() {
            return self.circle(at, radius, fill, true);
        }
        let corner = |(dx, dy): (i32, i32)| (x.saturating_add(dx), y.saturating_add(dy));
        self.polygon(corners.into_iter().map(corner).collect(), fill)
    }

    fn circle(&mut self, at: Point, radius: f64, fill: Fill, full: bool) -> Result<(), PaintError> {
        let style = self.stroke(fill);
        let radius = u32::try_from(round(radius)).unwrap_or(1).max(1);
        self.backend.draw_circle(whole(at), radius, &style, full).map_err(stopped("a circle"))
    }

    fn path(&mut self, points: &[Point], fill: Fill) -> Result<(), PaintError> {
        let style = self.stroke(fill);
        for piece in dashes(points, pattern(fill.ink)) {
            let mut points: Vec<_> = piece.into_iter().map(whole).collect();
            points.dedup();
            self.backend.draw_path(points, &style).map_err(stopped("a line"))?;
        }
        Ok(())
    }

    fn label(&mut self, label: &Label) -> Result<(), PaintError> {
        let style = TextStyle::new(label, self.theme, self.text_scale);
        self.backend.draw_text(&label.text, &style, whole(label.at)).map_err(stopped("a label"))
    }
}

/// Turns a backend's error into ours, naming what was being drawn.
fn stopped<E>(what: &'static str) -> impl FnOnce(DrawingErrorKind<E>) -> PaintError
where
    E: std::error::Error + Send + Sync,
{
    move |error| PaintError { what, why: error.to_string() }
}

/// The nearest whole px.
fn round(value: f64) -> i32 {
    // A float cast saturates, and a layout holds no NaN.
    value.round() as i32
}

fn whole(point: Point) -> BackendCoord {
    (round(point.x), round(point.y))
}

/// The corners of a bar with round ends, clockwise from the upper left.
fn pill(rect: Rect) -> Vec<BackendCoord> {
    let (left, top) = whole(Point::new(rect.x, rect.y));
    let (right, bottom) = whole(Point::new(rect.right(), rect.bottom()));
    let (right, bottom) = (right.max(left + 1), bottom.max(top + 1));
    let radius = (bottom - top).min(right - left) / 2;
    // A quarter circle on whole px: three corners at a quarter and three quarters of the radius.
    let near = (f64::from(radius) * 0.25).round() as i32;
    let far = (f64::from(radius) * 0.75).round() as i32;
    let turn = [(radius, radius - near), (far, radius - far), (near, 0)];
    let turn = turn.map(|(dx, dy)| (radius - dx, dy));
    let corners = turn.iter().map(|(dx, dy)| (left + dx, top + dy));
    let corners = corners.chain(turn.iter().rev().map(|(dx, dy)| (right - dx, top + dy)));
    let corners = corners.chain(turn.iter().map(|(dx, dy)| (right - dx, bottom - dy)));
    corners.chain(turn.iter().rev().map(|(dx, dy)| (left + dx, bottom - dy))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pill_stays_in_its_rectangle_and_is_symmetric() {
        let corners = pill(Rect::between(10.0, 20.0, 40.0, 28.0));
        assert_eq!(corners.first(), Some(&(10, 23)));
        assert!(corners.iter().all(|(x, y)| (10..=40).contains(x) && (20..=28).contains(y)));
        for (x, y) in &corners {
            assert!(corners.contains(&(50 - x, *y)) && corners.contains(&(*x, 48 - y)));
        }
    }

    #[test]
    fn a_pill_of_nothing_is_still_drawn() {
        let corners = pill(Rect::default());
        assert!(corners.contains(&(0, 0)) && corners.contains(&(1, 1)));
    }

    #[test]
    fn no_number_is_too_large_for_a_backend() {
        assert_eq!(whole(Point::new(1e300, -1e300)), (i32::MAX, i32::MIN));
    }
}
