//! A canvas to draw on in CSS px, crisp at any pixel ratio.
//!
//! `plotters-canvas` draws: every `draw_…` and `fill_…` is its method of the same name, and what
//! it says of an error is passed on. What it leaves to others is done here: the scale between CSS
//! px and device pixels, a size in CSS px, texts that run from the left in pages that do not, and
//! the measuring of texts without touching the page. `tests/architecture.rs` reads this file and
//! holds it to that.

use crate::paint::css_font;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// What `plotters-canvas` says of a failure; it has no other name.
type Error = <CanvasBackend as DrawingBackend>::ErrorType;
type Outcome<T = ()> = Result<T, DrawingErrorKind<Error>>;

/// A canvas, cleared and ready to be drawn on; its unit is the CSS px.
pub struct Surface {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    width_px: u32,
    height_px: u32,
}

#[wasm_bindgen]
extern "C" {
    /// A 2D context with the `direction` that `web-sys` leaves out.
    type Directed;

    #[wasm_bindgen(method, setter)]
    fn set_direction(this: &Directed, direction: &str);
}

/// Device pixels a canvas may have: the least that engines in use allow.
const MOST_PIXELS: f64 = 16_777_216.0;
/// CSS px a canvas may be high: much beyond, engines draw nothing at all. What is below is cut off.
const MOST_HEIGHT_PX: u32 = 16_000;

impl Surface {
    /// Clears `canvas` and gives it the pixels for so many CSS px at so many device pixels each.
    ///
    /// None if the browser has no 2D context to give.
    pub fn new(
        canvas: &HtmlCanvasElement,
        (width_px, height_px): (u32, u32),
        pixel_ratio: f64,
    ) -> Option<Self> {
        let height_px = height_px.min(MOST_HEIGHT_PX);
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let (width, height) = (f64::from(width_px.max(1)), f64::from(height_px.max(1)));
        let ratio = pixel_ratio.min((MOST_PIXELS / (width * height)).sqrt());
        // Setting the width clears the canvas and all state of its context.
        canvas.set_width((width * ratio).round() as u32);
        canvas.set_height((height * ratio).round() as u32);
        let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
        let surface = Self { backend, context, width_px, height_px };
        surface.prepare(f64::from(canvas.width()) / width, f64::from(canvas.height()) / height)?;
        Some(surface)
    }

    fn prepare(&self, across: f64, down: f64) -> Option<()> {
        self.context.unchecked_ref::<Directed>().set_direction("ltr");
        self.context.scale(across, down).ok()
    }
}

/// Sets the size a canvas takes in the page, in CSS px.
pub fn set_css_size(canvas: &HtmlCanvasElement, (width_px, height_px): (u32, u32)) {
    let style = canvas.style();
    for (property, px) in [("width", width_px), ("height", height_px.min(MOST_HEIGHT_PX))] {
        // Only a read-only style refuses, and an element in a page has none.
        let _ = style.set_property(property, &[&px.to_string(), "px"].concat());
    }
}

impl DrawingBackend for Surface {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        (self.width_px, self.height_px)
    }

    fn ensure_prepared(&mut self) -> Outcome {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Outcome {
        self.backend.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Outcome {
        self.backend.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Outcome {
        self.backend.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.backend.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.backend.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.backend.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Outcome {
        self.backend.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        anchor: BackendCoord,
    ) -> Outcome {
        self.backend.draw_text(text, style, anchor)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Outcome<(u32, u32)> {
        let (weight, family) = (style.style(), style.family());
        self.context.set_font(&css_font(weight.as_str(), style.size(), family.as_str()));
        let metrics = self.context.measure_text(text).map_err(unmeasured)?;
        Ok((metrics.width().ceil() as u32, style.size().ceil() as u32))
    }
}

/// The browser refused to measure a text.
fn unmeasured(thrown: JsValue) -> DrawingErrorKind<Error> {
    let why = thrown.dyn_into::<js_sys::Error>().map(|error| String::from(error.message()));
    DrawingErrorKind::FontError(why.unwrap_or_else(|_| "Unknown".to_owned()).into())
}
