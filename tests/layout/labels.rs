//! The words in a drawing.

use story_card::layout::{Label, Shape};

/// The labels among shapes, in the order in which they are drawn.
pub(crate) fn labels(shapes: &[Shape]) -> Vec<&Label> {
    let labels = shapes.iter().filter_map(|shape| match shape {
        Shape::Label(label) => Some(label),
        _ => None,
    });
    labels.collect()
}

/// Their texts.
pub(crate) fn texts(shapes: &[Shape]) -> Vec<&str> {
    labels(shapes).into_iter().map(|label| label.text.as_str()).collect()
}
