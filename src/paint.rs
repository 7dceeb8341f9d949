//! The same drawing on any `DrawingBackend`.
//!
//! In: colours, and how each kind of shape reaches paper. Out: where anything
//! goes; that is decided by `crate::layout`. The backend's unit is the CSS px;
//! whoever owns a canvas scales it to device pixels. Nothing is drawn behind
//! the picture, so that the card's paper shows through.

mod draw;
mod series;
mod style;
#[cfg(any(feature = "browser", feature = "tool"))]
mod svg;
mod theme;
#[cfg(feature = "tool")]
mod tidy_svg;

pub use style::{css_font, font_family};
#[cfg(any(feature = "browser", feature = "tool"))]
pub use svg::svg_as_drawn;
pub use theme::{Color, Theme};
#[cfg(feature = "tool")]
pub use tidy_svg::{Colors, svg};

use crate::layout::{Layout, Mark, Shape, Size};
use plotters_backend::DrawingBackend;
use std::{fmt, rc::Rc};

/// Something to draw, and what is picked in it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Where everything goes.
    pub layout: Rc<Layout>,
    /// The picked mark.
    pub picked: Option<Mark>,
    /// The mark under the pointer.
    pub pointed: Option<Mark>,
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
        Rc::ptr_eq(&self.layout, &other.layout)
            && self.picked == other.picked
            && self.pointed == other.pointed
    }
}

impl Picture {
    /// A layout with nothing picked.
    pub fn plain(layout: Layout) -> Self {
        Self { layout: Rc::new(layout), picked: None, pointed: None }
    }

    /// Width and height in CSS px.
    pub fn size(&self) -> Size {
        self.layout.size()
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
        for shape in self.layout.shapes().iter().chain(&self.emphasis()) {
            pen.shape(shape)?;
        }
        pen.finish()
    }

    /// What is drawn for the picks, once where both are one mark.
    fn emphasis(&self) -> Vec<Shape> {
        let mut emphasis = Vec::new();
        let pointed = self.pointed.filter(|mark| Some(*mark) != self.picked);
        for mark in [self.picked, pointed].into_iter().flatten() {
            emphasis.extend(self.layout.emphasis(mark));
        }
        emphasis
    }
}
