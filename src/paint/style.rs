//! Styles of lines and words, as a backend asks for them.

use super::Theme;
use crate::layout::{Anchor, Label};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, FontFamily, FontStyle,
};
use std::{error::Error, fmt};

/// The faces of the card; the style sheet names the same.
const TEXT: &str = "system-ui, sans-serif";
const HEADINGS: &str = "ui-serif, Georgia, 'Times New Roman', serif";

/// The `font-family` of headings, or of text.
pub fn font_family(serif: bool) -> &'static str {
    if serif { HEADINGS } else { TEXT }
}

/// A font as `plotters-canvas` writes it for CSS; `style` is a word of `font-style` or `font-weight`.
///
/// What is measured by other words may be wider or narrower than what is drawn.
pub fn css_font(style: &str, size_px: f64, family: &str) -> String {
    format!("{style} {size_px}px {family}")
}

/// A line of some width in CSS px.
pub(super) struct Stroke {
    pub(super) color: BackendColor,
    pub(super) width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// Words, set in the card's own faces.
pub(super) struct TextStyle {
    size: f64,
    bold: bool,
    family: &'static str,
    anchor: Anchor,
    color: BackendColor,
}

impl TextStyle {
    /// The style of a label; `scale` evens out a backend that divides the size.
    pub(super) fn new(label: &Label, theme: &Theme, scale: f64) -> Self {
        Self {
            size: label.font.size_px * scale,
            bold: label.font.bold,
            family: font_family(label.font.serif),
            anchor: label.anchor,
            color: theme.words(label).backend(1.0),
        }
    }
}

/// The backend asked for something only a font of our own could give.
#[derive(Debug)]
pub(super) struct NoGlyphs;

impl fmt::Display for NoGlyphs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this backend must set text itself; the card brings no font")
    }
}

impl Error for NoGlyphs {}

impl BackendTextStyle for TextStyle {
    type FontError = NoGlyphs;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        // The only vertical anchor on which canvas and SVG agree to half a pixel.
        Pos::new(horizontal, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.family)
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), NoGlyphs> {
        Err(NoGlyphs)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, NoGlyphs> {
        Err(NoGlyphs)
    }
}
