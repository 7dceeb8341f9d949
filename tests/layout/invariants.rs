//! What must hold of every drawing.

use crate::labels::labels;
use story_card::layout::{Layout, Measure, Rect, Shape, Size, TableMeasure};

/// Where a shape is, its stroke left out.
fn bounds(shape: &Shape) -> Rect {
    match shape {
        Shape::Block(rect, _) | Shape::Pill(rect, _) => *rect,
        Shape::Dot(at, radius, _) | Shape::Ring(at, radius, _) => Rect::around(*at, *radius),
        Shape::Path(points, _) | Shape::Area(points, _) => {
            let x = points.iter().map(|point| point.x);
            let y = points.iter().map(|point| point.y);
            Rect::between(
                x.clone().fold(f64::MAX, f64::min),
                y.clone().fold(f64::MAX, f64::min),
                x.fold(f64::MIN, f64::max),
                y.fold(f64::MIN, f64::max),
            )
        }
        Shape::Label(label) => label.rect(),
    }
}

/// Whether an ellipsis stands in a number.
fn is_cut_number(text: &str) -> bool {
    let kept = text.strip_suffix('\u{2026}').unwrap_or_default();
    kept.ends_with(|c: char| c.is_ascii_digit())
}

/// Panics if anything leaves the drawing, words overlap, or a mark cannot be found again.
pub(crate) fn check(drawn: &Layout) {
    let Size { width, height } = drawn.size();
    assert!((120.0..=8192.0).contains(&width) && width.fract() == 0.0);
    assert!(height >= 1.0 && height.is_finite() && height.fract() == 0.0);
    let inside = |rect: Rect| {
        rect.x >= -0.01
            && rect.y >= -0.01
            && rect.right() <= width + 0.01
            && rect.bottom() <= height + 0.01
    };
    for shape in drawn.shapes() {
        assert!(inside(bounds(shape)), "{shape:?} leaves {width} by {height}");
    }
    let labels = labels(drawn.shapes());
    for (place, label) in labels.iter().enumerate() {
        let measured = TableMeasure.width(&label.text, label.font);
        assert!((measured - label.width_px).abs() < 0.01, "{label:?}");
        assert!(!is_cut_number(&label.text), "{label:?}");
        let rect = label.rect().grown(-0.25);
        for other in &labels[place + 1..] {
            assert!(!rect.overlaps(&other.rect()), "{label:?}\n{other:?}");
        }
    }
    for mark in drawn.marks() {
        let rect = drawn.rect(*mark).unwrap();
        assert!(inside(rect), "{mark:?} at {rect:?} leaves {width} by {height}");
        let found = drawn.hit(rect.center()).and_then(|found| drawn.rect(found));
        assert!(found.is_some_and(|found| found.contains(rect.center())), "{mark:?}");
    }
}
