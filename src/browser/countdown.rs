//! Counting the seconds of a question down, where the reader sees it.
//!
//! It runs beside the session and writes into the page itself: a render every second would
//! take from the reader what is half written in a field.

use super::countdown_spec::CountdownSpec;
use super::trap;
use gloo::timers::callback::Interval;
use js_sys::Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, ShadowRoot};
use yew::NodeRef;

/// Counts the seconds of one specification at a time. It waits while the card or the tab is out of sight.
#[derive(Default)]
pub struct Countdown {
    /// What is counted, by its name.
    name: String,
    left: Rc<Cell<u32>>,
    running: Option<Running>,
}

/// What ticks; dropped, it ticks no more.
struct Running {
    _interval: Interval,
    observer: IntersectionObserver,
    _on_sight: Closure<dyn Fn(Array)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Countdown {
    /// Counts down in `card` what `spec` says, from where it was if it is the same; none ends it.
    pub fn follow(&mut self, card: &NodeRef, spec: Option<CountdownSpec>) {
        let name = spec.as_ref().map_or("", |spec| &spec.name);
        if self.name != name {
            self.name = name.to_owned();
            self.left.set(spec.as_ref().map_or(0, |spec| spec.seconds));
            self.running = None;
        }
        let card = card.cast::<Element>();
        let spec = spec.filter(|spec| spec.is_running && self.left.get() > 0);
        let (Some(card), Some(spec)) = (card, spec) else {
            self.running = None;
            return;
        };
        show(&card, &spec, self.left.get());
        if self.running.is_none() {
            self.running = run(card, spec, Rc::clone(&self.left));
        }
    }
}

fn run(card: Element, spec: CountdownSpec, left: Rc<Cell<u32>>) -> Option<Running> {
    // The reader has just acted in it; the observer tells what comes after.
    let is_seen = Rc::new(Cell::new(true));
    let seen = Rc::clone(&is_seen);
    let on_sight = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let last = entries.get(entries.length().saturating_sub(1));
        seen.set(last.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
    });
    let observer = IntersectionObserver::new(on_sight.as_ref().unchecked_ref()).ok()?;
    observer.observe(&card);
    let interval = Interval::new(1000, move || {
        let is_hidden = card.owner_document().is_none_or(|document| document.hidden());
        if trap::is_set() || is_hidden || !is_seen.get() || left.get() == 0 {
            return;
        }
        left.set(left.get() - 1);
        show(&card, &spec, left.get());
        if left.get() == 0 {
            spec.on_end.emit(has_focus(&card));
        }
    });
    Some(Running { _interval: interval, observer, _on_sight: on_sight })
}

/// Writes what is left where the card says it.
fn show(card: &Element, spec: &CountdownSpec, left: u32) {
    if let Some(bar) = find(card, ".sc-time progress") {
        // Any text may be the value of an attribute.
        let _ = bar.set_attribute("value", &left.to_string());
    }
    if let Some(words) = find(card, ".sc-time span") {
        words.set_text_content(Some(&(spec.words)(left)));
    }
}

/// Whether focus is in the card, also while its window is not in front.
fn has_focus(card: &Element) -> bool {
    let root = card.get_root_node().dyn_into::<ShadowRoot>();
    root.is_ok_and(|root| root.active_element().is_some())
}

fn find(card: &Element, selector: &str) -> Option<Element> {
    card.query_selector(selector).ok()?
}
