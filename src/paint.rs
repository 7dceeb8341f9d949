//! The same drawing on any `DrawingBackend`.
//!
//! In: colours, and how each kind of shape reaches paper. Out: where anything
//! goes; that is decided by `crate::layout`. The backend's unit is the CSS px;
//! whoever owns a canvas scales it to device pixels. Nothing is drawn behind
//! the picture, so that the card's paper shows through.

mod draw;
mod style;
#[cfg(not(target_arch = "wasm32"))]
mod svg;
mod theme;

pub use style::font_family;
#[cfg(not(target_arch = "wasm32"))]
pub use svg::{Colors, svg};
pub use theme::{Color, Theme};

use crate::layout::{ChartLayout, Mark, Shape, Size, TimelineLayout};
use plotters_backend::DrawingBackend;
use std::{fmt, rc::Rc};

/// Something to draw, and what is picked in it.
#[derive(Clone, Debug)]
pub enum Picture {
    /// A chart.
    Chart {
        /// Where everything goes.
        layout: Rc<ChartLayout>,
        /// The picked value.
        mark: Option<Mark>,
    },
    /// A timeline.
    Timeline {
        /// Where everything goes.
        layout: Rc<TimelineLayout>,
        /// The selected event, a place in `Timeline::events`.
        selected: Option<usize>,
        /// The mark under the pointer.
        mark: Option<Mark>,
    },
}

/// A drawing could not be finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaintError {
    /// What was being drawn.
    pub what: &'static str,
    /// What the backend said.
    pub why: String,
}

impl fmt::Display for PaintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the drawing stopped at {}: {}", self.what, self.why)
    }
}

impl std::error::Error for PaintError {}

/// Two pictures are the same if they show the same layout (not an equal one) with the same picks.
impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Chart { layout, mark }, Self::Chart { layout: other, mark: picked }) => {
                Rc::ptr_eq(layout, other) && mark == picked
            }
            (
                Self::Timeline { layout, selected, mark },
                Self::Timeline { layout: other, selected: chosen, mark: picked },
            ) => Rc::ptr_eq(layout, other) && selected == chosen && mark == picked,
            _ => false,
        }
    }
}

impl Picture {
    /// Width and height in CSS px.
    pub fn size(&self) -> Size {
        match self {
            Self::Chart { layout, .. } => layout.size(),
            Self::Timeline { layout, .. } => layout.size(),
        }
    }

    /// Draws the picture; the backend's unit is the CSS px.
    pub fn paint<B: DrawingBackend>(
        &self,
        backend: &mut B,
        theme: &Theme,
    ) -> Result<(), PaintError> {
        self.paint_scaled(backend, theme, 1.0)
    }

    /// The same, with the size of text multiplied for a backend that divides it.
    fn paint_scaled<B: DrawingBackend>(
        &self,
        backend: &mut B,
        theme: &Theme,
        text_scale: f64,
    ) -> Result<(), PaintError> {
        let mut pen = draw::Pen { backend, theme, text_scale };
        for shape in self.shapes().iter().chain(&self.emphasis()) {
            pen.shape(shape)?;
        }
        pen.finish()
    }

    /// What is drawn whatever is picked.
    fn shapes(&self) -> &[Shape] {
        match self {
            Self::Chart { layout, .. } => layout.shapes(),
            Self::Timeline { layout, .. } => layout.shapes(),
        }
    }

    /// What is drawn for the picks.
    fn emphasis(&self) -> Vec<Shape> {
        match self {
            Self::Chart { layout, mark } => {
                mark.iter().filter_map(|at| layout.emphasis(*at)).collect()
            }
            Self::Timeline { layout, selected, mark } => {
                let selected = selected.and_then(|event| layout.mark_of(event));
                let pointed = mark.filter(|mark| Some(*mark) != selected);
                [selected, pointed]
                    .into_iter()
                    .flatten()
                    .filter_map(|at| layout.emphasis(at))
                    .collect()
            }
        }
    }
}
