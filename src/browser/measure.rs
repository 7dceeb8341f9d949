//! How wide texts are, measured on a canvas that stands in no page.

use crate::layout::{Font, Measure, TableMeasure};
use crate::paint::font_family;
use std::cell::RefCell;
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
    widths: RefCell<Vec<Widths>>,
}

/// Widths of texts in one font.
struct Widths {
    font: Font,
    /// In the order of the texts: a map by hash would double the code.
    by_text: Vec<(Box<str>, f64)>,
}

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let mut widths = self.widths.borrow_mut();
        let known = widths.iter().position(|widths| widths.font == font);
        let at = known.unwrap_or(widths.len());
        if known.is_none() {
            widths.push(Widths { font, by_text: Vec::new() });
        }
        widths[at].get(text, || self.measured(text, font))
    }
}

impl CanvasMeasure {
    fn measured(&self, text: &str, font: Font) -> f64 {
        self.context.set_font(&css_font(font));
        let measured = self.context.measure_text(text).map(|metrics| metrics.width());
        measured.unwrap_or_else(|_| TableMeasure.width(text, font))
    }
}

impl Widths {
    /// The width that is kept, or a new one.
    fn get(&mut self, text: &str, measured: impl FnOnce() -> f64) -> f64 {
        match self.by_text.binary_search_by(|(known, _)| (**known).cmp(text)) {
            Ok(place) => self.by_text[place].1,
            Err(place) => {
                let width = measured();
                if self.by_text.len() < CACHED {
                    self.by_text.insert(place, (text.into(), width));
                } else {
                    self.by_text = vec![(text.into(), width)];
                }
                width
            }
        }
    }
}

/// The same words in which `plotters-canvas` sets the font.
fn css_font(font: Font) -> String {
    let style = if font.bold { "bold" } else { "normal" };
    format!("{style} {}px {}", font.size_px, font_family(font.serif))
}
