//! A canvas to draw on in CSS px, crisp at any pixel ratio.
//!
//! `plotters-canvas` draws; what it leaves to others is done here: the scale between
//! CSS px and device pixels, texts that run from the left in pages that do not, and
//! the measuring of texts without touching the page.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Error = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Error>>;

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
        let surface = Self {
            backend: CanvasBackend::with_canvas_object(canvas.clone())?,
            context,
            width_px,
            height_px,
        };
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
        let _ = style.set_property(property, &format!("{px}px"));
    }
}

impl DrawingBackend for Surface {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        (self.width_px, self.height_px)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.backend.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.backend.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.backend.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.backend.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.backend.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.backend.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.backend.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.backend.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Error>> {
        let (face, size) = (style.family(), style.size());
        let font = format!("{} {size}px {}", style.style().as_str(), face.as_str());
        self.context.set_font(&font);
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        Ok((width.ceil() as u32, size.ceil() as u32))
    }
}
