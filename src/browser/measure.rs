//! How wide texts are, measured on a canvas that stands in no page.

use crate::layout::{Font, Measure, TableMeasure};
use crate::paint::{self, font_family};
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

/// Widths in the order of their texts. A map by hash would be 2 KB more of WebAssembly.
type Widths = Vec<(Box<str>, f64)>;

/// Measures with `measureText`.
struct CanvasMeasure {
    context: CanvasRenderingContext2d,
    /// For each of the few fonts.
    widths: RefCell<Vec<(Font, Widths)>>,
}

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let mut fonts = self.widths.borrow_mut();
        let known = fonts.iter().position(|(known, _)| *known == font);
        let of_font = known.unwrap_or_else(|| {
            fonts.push((font, Widths::new()));
            fonts.len() - 1
        });
        let widths = &mut fonts[of_font].1;
        match widths.binary_search_by(|(known, _)| (**known).cmp(text)) {
            Ok(place) => widths[place].1,
            Err(place) => {
                let width = self.measured(text, font);
                keep(widths, place, text, width);
                width
            }
        }
    }
}

impl CanvasMeasure {
    fn measured(&self, text: &str, font: Font) -> f64 {
        self.context.set_font(&css_font(font));
        let metrics = self.context.measure_text(text);
        metrics.map_or_else(|_| TableMeasure.width(text, font), |metrics| metrics.width())
    }
}

fn keep(widths: &mut Widths, place: usize, text: &str, width: f64) {
    if widths.len() < CACHED {
        widths.insert(place, (text.into(), width));
    } else {
        *widths = vec![(text.into(), width)];
    }
}

/// The same words in which `plotters-canvas` sets the font of a label.
fn css_font(font: Font) -> String {
    let weight = if font.bold { "bold" } else { "normal" };
    paint::css_font(weight, font.size_px, font_family(font.serif))
}
