//! A canvas to draw on in CSS px, crisp at any pixel ratio.
//!
//! `plotters-canvas` opens the canvas and says what an error is. What it leaves to others is
//! done here: the scale between CSS px and device pixels, texts that run from the left in pages
//! that do not, and the measuring of texts without touching the page. The few shapes that
//! [`crate::paint`] asks for are drawn here too: `plotters-canvas` writes every colour and font
//! with the standard library's printing of doubles, which is 4 KB (brotli) that nothing else needs.

use crate::paint::{Color, css_font};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use std::f64::consts::TAU;
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
        let _ = style.set_property(property, &[&px.to_string(), "px"].concat());
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

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.dip(color);
        self.context.fill_rect(x.into(), y.into(), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if !fill {
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            return self.draw_path(corners, style);
        }
        self.dip(style.color());
        let (width, height) = (right - left, bottom - top);
        self.context.fill_rect(left.into(), top.into(), width.into(), height.into());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.trace(path);
        self.finish(style, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.context.begin_path();
        // Only a negative radius is refused.
        let _ = self.context.arc(x.into(), y.into(), radius.into(), 0.0, TAU);
        self.finish(style, fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.trace(corners);
        self.finish(style, true);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        self.set_font(style);
        let Pos { h_pos, v_pos } = style.anchor();
        self.context.set_text_align(match h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        });
        self.context.set_text_baseline(match v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        self.dip(style.color());
        // A canvas that draws anything draws text; nothing is thrown.
        let _ = self.context.fill_text(text, x.into(), y.into());
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Error>> {
        self.set_font(style);
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

impl Surface {
    /// Takes up a colour, for filling.
    fn dip(&self, color: BackendColor) {
        self.context.set_global_alpha(color.alpha);
        self.context.set_fill_style_str(&css(color));
    }

    /// Begins a line through points.
    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        // The first of them begins the line.
        for (x, y) in points {
            self.context.line_to(x.into(), y.into());
        }
    }

    /// Fills or draws the line that was begun.
    fn finish(&self, style: &impl BackendStyle, fill: bool) {
        self.dip(style.color());
        if fill {
            self.context.fill();
        } else {
            self.context.set_stroke_style_str(&css(style.color()));
            self.context.set_line_width(style.stroke_width().into());
            self.context.stroke();
        }
    }

    fn set_font(&self, style: &impl BackendTextStyle) {
        let (weight, family) = (style.style(), style.family());
        self.context.set_font(&css_font(weight.as_str(), style.size(), family.as_str()));
    }
}

/// A colour as CSS has it, without its alpha.
fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    Color(red, green, blue).hex()
}
