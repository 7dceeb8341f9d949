//! Colours as the browser computes them, read as red, green and blue.

use super::number::number;
use crate::paint::Color;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A computed colour laid on `paper`; none if this is not a colour.
pub(super) fn read(computed: &str, paper: Color) -> Option<Color> {
    from_rgb(computed, paper).or_else(|| by_canvas(computed, paper))
}

/// Reads `rgb(168, 18, 58)` and `rgba(0, 0, 0, 0.1)`, as browsers write all sRGB colours of CSS 3.
fn from_rgb(computed: &str, paper: Color) -> Option<Color> {
    let parts = computed.strip_prefix("rgb")?.trim_start_matches('a');
    let parts = parts.strip_prefix('(')?.strip_suffix(')')?;
    let mut numbers = parts.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let mut next = || number(numbers.next()?);
    let (red, green, blue) = (next()?, next()?, next()?);
    let alpha = next().unwrap_or(1.0);
    let mix =
        |over: f64, under: u8| (over * alpha + f64::from(under) * (1.0 - alpha)).round() as u8;
    Some(Color(mix(red, paper.0), mix(green, paper.1), mix(blue, paper.2)))
}

/// Any other colour, such as `oklch(…)`: painted on one pixel and looked at.
fn by_canvas(computed: &str, paper: Color) -> Option<Color> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    let context = canvas.dyn_into::<HtmlCanvasElement>().ok()?.get_context("2d").ok()??;
    let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context.set_fill_style_str(&paper.hex());
    context.fill_rect(0.0, 0.0, 1.0, 1.0);
    // What is not a colour leaves the paper.
    context.set_fill_style_str(computed);
    context.fill_rect(0.0, 0.0, 1.0, 1.0);
    let pixel = context.get_image_data(0.0, 0.0, 1.0, 1.0).ok()?.data();
    Some(Color(*pixel.first()?, *pixel.get(1)?, *pixel.get(2)?))
}
