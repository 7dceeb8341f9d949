//! A picture as SVG text, as a reader saves it.

use super::{PaintError, Picture, Theme};
use plotters_svg::SVGBackend;

/// `plotters-svg` divides the size of text by this.
const TEXT_SCALE: f64 = 1.24;

/// Draws a picture as an `<svg>` element, in the backend's own spelling, which needs no reader of
/// numbers.
pub fn svg_as_drawn(picture: &Picture, theme: &Theme) -> Result<String, PaintError> {
    let size = picture.size();
    let mut text = String::new();
    // The layout keeps sizes whole, positive and small.
    let mut backend = SVGBackend::with_string(&mut text, (size.width as u32, size.height as u32));
    picture.paint_scaled(&mut backend, theme, TEXT_SCALE)?;
    drop(backend);
    Ok(text)
}
