//! The width of a node and the size of its text, followed by a `ResizeObserver`.

use super::frame::Frame;
use super::number::number;
use super::trap;
use js_sys::Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};
use yew::{Callback, NodeRef};

/// The size of text, in px, for which a drawing is as it is laid out.
const USUAL_TEXT_PX: f64 = 16.0;

/// Follows the width of one node at a time.
#[derive(Default)]
pub struct WidthWatch {
    following: Option<(Element, Observation)>,
}

impl WidthWatch {
    /// Tells `on_width` the width of `node` in whole CSS px, and how many times as large as usual
    /// its text is, now, unless they are known, and whenever the node changes its size. It has to do
    /// so with its text.
    ///
    /// The width is that of the content box, rounded down; the node should have neither padding
    /// nor border. Nothing happens if that node is followed already. Widths of zero are not told:
    /// a hidden node has no width that anything could be laid out for.
    pub fn follow(&mut self, node: &NodeRef, is_known: bool, on_width: Callback<(f64, f64)>) {
        let element = node.cast::<Element>();
        if self.following.as_ref().map(|(element, _)| element) == element.as_ref() {
            return;
        }
        self.following = element.and_then(|element| {
            // Looking at once saves the first picture a frame; the observer comes after layout.
            if !is_known {
                size(&element, None).into_iter().for_each(|size| on_width.emit(size));
            }
            let observation = Observation::new(&element, on_width)?;
            Some((element, observation))
        });
    }
}

/// A `ResizeObserver` on one element; dropped, it observes no more.
struct Observation {
    observer: ResizeObserver,
    _on_resize: Closure<dyn Fn(Array)>,
}

impl Observation {
    fn new(element: &Element, on_width: Callback<(f64, f64)>) -> Option<Self> {
        let (latest, frame) = (Rc::new(Cell::new(0.0)), Frame::default());
        let watched = element.clone();
        let on_resize = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            if trap::is_set() {
                return;
            }
            latest.set(last_width(&entries));
            let (latest, on_width) = (Rc::clone(&latest), on_width.clone());
            let watched = watched.clone();
            // A render inside the observer's own turn would change sizes it has just read,
            // which browsers report as an error of the page.
            frame.request(move || {
                size(&watched, Some(latest.get())).into_iter().for_each(|size| on_width.emit(size));
            });
        });
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _on_resize: on_resize })
    }
}

impl Drop for Observation {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The width of a node in whole CSS px, and how many times as large as usual its text is; none if it
/// is not there, or has no box.
pub(super) fn frame_size(node: &NodeRef) -> Option<(f64, f64)> {
    size(&node.cast::<Element>()?, None)
}

/// The same of an element, the width of which may be known.
fn size(element: &Element, width_px: Option<f64>) -> Option<(f64, f64)> {
    let width_px = width_px.unwrap_or_else(|| computed_px(element, "width")).floor();
    let text_px = || computed_px(element, "font-size");
    let scale = |text_px: f64| if text_px > 0.0 { text_px / USUAL_TEXT_PX } else { 1.0 };
    (width_px >= 1.0).then(|| (width_px, scale(text_px())))
}

/// The content width of the latest entry.
fn last_width(entries: &Array) -> f64 {
    let entry = entries.get(entries.length().saturating_sub(1));
    entry.dyn_ref::<ResizeObserverEntry>().map_or(0.0, |entry| entry.content_rect().width())
}

/// A length in force, which transforms of the page do not touch; 0 if there is none.
fn computed_px(element: &Element, property: &str) -> f64 {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok()?);
    let length = style.and_then(|style| style.get_property_value(property).ok());
    length.and_then(|length| number(length.strip_suffix("px")?)).unwrap_or(0.0)
}
