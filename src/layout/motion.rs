//! The way of a drawing from one arrangement of its marks to another.

use super::drawing::Drawing;
use super::hit_region::HitRegion;
use super::{Label, Layout, Mark, Point, Rect, Shape};
use std::rc::Rc;

/// A layout, and where everything in it comes from.
#[derive(Clone, Debug)]
pub struct Motion {
    to: Rc<Layout>,
    /// As long as the shapes of `to`.
    ways: Vec<Way>,
    /// The marks that come from elsewhere, with what was drawn of them there.
    marks: Vec<(Mark, Rect)>,
}

/// Of more shapes or marks nobody sees which goes where, and every frame would cost more than it lasts.
const MOST_MOVING: usize = 2000;
/// Words so near to what is drawn of a mark, in px, belong to it.
const NEAR: f64 = 20.0;

/// How a shape comes to where it is.
#[derive(Clone, Debug)]
enum Way {
    /// It is there at once.
    Still,
    /// From so many px further right and down.
    Straight(f64, f64),
    /// From this rectangle.
    Stretched(Rect),
    /// From these points, as many as it has.
    Bent(Vec<Point>),
}

/// Edges are one within this, in CSS px.
const SAME: f64 = 0.5;

impl Motion {
    /// The way from one layout to another; `marks` are those that both have, as they are called in the
    /// latter and in the former.
    ///
    /// What is drawn of a mark comes from where the mark was, words and whiskers beside it with it.
    /// Other words come from where the same words stood, lines and areas from the like ones of as many
    /// points. All else is there at once. None where nothing moves, or too much.
    pub fn new(from: &Layout, to: &Rc<Layout>, marks: &[(Mark, Mark)]) -> Option<Self> {
        let (before, after) = (from.shapes(), to.shapes());
        if before.len().max(after.len()).max(marks.len()) > MOST_MOVING {
            return None;
        }
        let mut places = Vec::new();
        let mut moved = Vec::new();
        for (is, was) in marks {
            let Some((region, was)) = to.drawing.hit_region(*is).zip(from.rect(*was)) else {
                continue;
            };
            places.push((region.rect, region.area, was));
            moved.push((*is, was));
        }
        let mut ways = Vec::new();
        for (nth, shape) in after.iter().enumerate() {
            let way = of_mark(shape, &places).or_else(|| of_like(shape, after.get(..nth)?, before));
            ways.push(way.unwrap_or(Way::Still));
        }
        let moves = after.iter().zip(&ways).any(|(shape, way)| way.moves(shape));
        moves.then(|| Self { to: to.clone(), ways, marks: moved })
    }

    /// Where it leads.
    pub fn to(&self) -> &Rc<Layout> {
        &self.to
    }

    /// What is seen when this share of the way is done, from 0 to 1.
    pub fn at(&self, share: f64) -> Layout {
        let left = 1.0 - share.clamp(0.0, 1.0);
        let shapes = self.to.shapes().iter().zip(&self.ways);
        let shapes = shapes.map(|(shape, way)| way.shape(shape.clone(), left)).collect();
        let mut drawing = Drawing { size: self.to.size(), shapes, ..Drawing::default() };
        // So that what is picked is seen to be.
        for (mark, was) in &self.marks {
            let Some(region) = self.to.drawing.hit_region(*mark) else { continue };
            drawing.mark(*mark, HitRegion { rect: mixed(region.rect, *was, left), ..*region });
        }
        Layout::of(drawing)
    }
}

impl Way {
    /// Whether there is any way to go.
    fn moves(&self, shape: &Shape) -> bool {
        match (self, shape) {
            (Self::Still, _) => false,
            (Self::Straight(right, down), _) => *right != 0.0 || *down != 0.0,
            (Self::Stretched(from), Shape::Block(to, _)) => from != to,
            (Self::Bent(from), Shape::Path(to, _) | Shape::Area(to, _)) => from != to,
            _ => false,
        }
    }

    /// The shape when this share of its way is left.
    fn shape(&self, shape: Shape, left: f64) -> Shape {
        match (self, shape) {
            (Self::Straight(right, down), shape) => shape.moved(right * left, down * left),
            (Self::Stretched(from), Shape::Block(to, fill)) => {
                Shape::Block(mixed(to, *from, left), fill)
            }
            (Self::Bent(from), Shape::Path(to, fill)) => Shape::Path(bent(to, from, left), fill),
            (Self::Bent(from), Shape::Area(to, fill)) => Shape::Area(bent(to, from, left), fill),
            (_, shape) => shape,
        }
    }
}

/// Between two values; at the former when all of the way is left.
fn between(from: f64, to: f64, left: f64) -> f64 {
    to + (from - to) * left
}

fn mixed(to: Rect, from: Rect, left: f64) -> Rect {
    Rect {
        x: between(from.x, to.x, left),
        y: between(from.y, to.y, left),
        width: between(from.width, to.width, left),
        height: between(from.height, to.height, left),
    }
}

fn bent(mut to: Vec<Point>, from: &[Point], left: f64) -> Vec<Point> {
    for (to, from) in to.iter_mut().zip(from) {
        *to = Point::new(between(from.x, to.x, left), between(from.y, to.y, left));
    }
    to
}

/// The way of what belongs to a mark. Of each is given what is drawn of it, where a pointer means it,
/// and what was drawn of it before.
fn of_mark(shape: &Shape, places: &[(Rect, Rect, Rect)]) -> Option<Way> {
    let bounds = bounds(shape)?;
    if let Shape::Block(..) = shape
        && let Some((.., before)) = places.iter().find(|(rect, ..)| is_same(rect, &bounds))
    {
        return Some(Way::Stretched(*before));
    }
    let center = bounds.center();
    let is_part = |rect: &Rect, area: &Rect| match shape {
        // Words may reach beyond, or stand for a line across the plot.
        Shape::Label(_) => area.contains(center) && bounds.overlaps(&rect.grown(NEAR)),
        // What goes beyond is of the axis.
        _ => [Point::new(bounds.x, bounds.y), Point::new(bounds.right(), bounds.bottom())]
            .iter()
            .all(|corner| area.grown(SAME).contains(*corner)),
    };
    let near = places.iter().filter(|(rect, area, _)| is_part(rect, area));
    let (rect, _, before) =
        near.min_by(|a, b| a.0.distance(center).total_cmp(&b.0.distance(center)))?;
    let right = shift(center.x, (rect.x, rect.right()), (before.x, before.right()));
    let down = shift(center.y, (rect.y, rect.bottom()), (before.y, before.bottom()));
    Some(Way::Straight(right, down))
}

/// How far what is at `at` was from there: as far as the edge beside which it is, or as the middle.
fn shift(at: f64, after: (f64, f64), before: (f64, f64)) -> f64 {
    if at < after.0 {
        before.0 - after.0
    } else if at > after.1 {
        before.1 - after.1
    } else {
        (before.0 + before.1 - after.0 - after.1) / 2.0
    }
}

/// The way of what was there before: the first of its like, the second, and so on. `earlier` are the
/// shapes before it.
fn of_like(shape: &Shape, earlier: &[Shape], from: &[Shape]) -> Option<Way> {
    if !matches!(shape, Shape::Label(_) | Shape::Path(..) | Shape::Area(..)) {
        return None;
    }
    let nth = earlier.iter().filter(|other| is_like(shape, other)).count();
    let before = from.iter().filter(|other| is_like(shape, other)).nth(nth)?;
    Some(match (shape, before) {
        (Shape::Label(after), Shape::Label(before)) => {
            Way::Straight(before.at.x - after.at.x, before.at.y - after.at.y)
        }
        (Shape::Path(..), Shape::Path(points, _)) | (Shape::Area(..), Shape::Area(points, _)) => {
            Way::Bent(points.clone())
        }
        _ => return None,
    })
}

/// Whether one is the same as another but for its place: words, or as many points in one colour.
fn is_like(shape: &Shape, other: &Shape) -> bool {
    match (shape, other) {
        (Shape::Label(one), Shape::Label(other)) => {
            let face = |label: &Label| (label.font, label.anchor);
            one.text == other.text && face(one) == face(other)
        }
        (Shape::Path(one, fill), Shape::Path(other, others))
        | (Shape::Area(one, fill), Shape::Area(other, others)) => {
            fill == others && one.len() == other.len()
        }
        _ => false,
    }
}

/// The least rectangle around a shape; none around lines and areas of several marks.
fn bounds(shape: &Shape) -> Option<Rect> {
    Some(match shape {
        Shape::Block(rect, _) | Shape::Pill(rect, _) => *rect,
        Shape::Dot(center, radius, _) | Shape::Ring(center, radius, _) => {
            Rect::around(*center, *radius)
        }
        Shape::Label(label) => label.rect(),
        Shape::Path(points, _) => match points.as_slice() {
            [one, other] => Rect::between(one.x, one.y, other.x, other.y),
            _ => return None,
        },
        Shape::Area(..) => return None,
    })
}

fn is_same(one: &Rect, other: &Rect) -> bool {
    let edges = |rect: &Rect| [rect.x, rect.y, rect.right(), rect.bottom()];
    edges(one).iter().zip(edges(other)).all(|(one, other)| (one - other).abs() <= SAME)
}
