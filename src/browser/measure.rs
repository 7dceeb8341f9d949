//! How wide texts are, measured on a canvas that stands in no page.

use crate::layout::{Font, Measure, TableMeasure};
use crate::paint::font_family;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

thread_local! {
    static MEASURE: RefCell<Option<Rc<dyn Measure>>> = const { RefCell::new(None) };
}

/// So many widths are kept; then the cache starts anew, so that no page can make it grow.
const CACHED: usize = 4096;

/// The measure of the page, made once; a browser without canvas measures by the table.
pub(super) fn measure() -> Rc<dyn Measure> {
    MEASURE.with_borrow_mut(|slot| Rc::clone(slot.get_or_insert_with(new_measure)))
}

fn new_measure() -> Rc<dyn Measure> {
    match new_context() {
        Some(context) => Rc::new(CanvasMeasure { context, widths: RefCell::default() }),
        None => Rc::new(TableMeasure),
    }
}

fn new_context() -> Option<CanvasRenderingContext2d> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    let context = canvas.dyn_into::<HtmlCanvasElement>().ok()?.get_context("2d").ok()??;
    context.dyn_into().ok()
}

/// Measures with `measureText`.
struct CanvasMeasure {
    context: CanvasRenderingContext2d,
    /// Widths by CSS font and text.
    widths: RefCell<HashMap<String, HashMap<String, f64>>>,
}

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let css = css_font(font);
        let mut widths = self.widths.borrow_mut();
        if let Some(width) = widths.get(&css).and_then(|widths| widths.get(text)) {
            return *width;
        }
        self.context.set_font(&css);
        let measured = self.context.measure_text(text).map(|metrics| metrics.width());
        let width = measured.unwrap_or_else(|_| TableMeasure.width(text, font));
        let of_font = widths.entry(css).or_default();
        if of_font.len() >= CACHED {
            of_font.clear();
        }
        of_font.insert(text.to_owned(), width);
        width
    }
}

/// The same words in which `plotters-canvas` sets the font.
fn css_font(font: Font) -> String {
    let style = if font.bold { "bold" } else { "normal" };
    format!("{style} {}px {}", font.size_px, font_family(font.serif))
}
