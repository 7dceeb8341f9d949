//! How many device pixels a CSS px has: it changes with the screen and with zoom.

use super::trap;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;

/// Device pixels in a CSS px; 1 where the browser says nothing sensible.
pub(super) fn pixel_ratio() -> f64 {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 }
}

/// Watches the pixel ratio; dropped, it watches no more.
pub(super) struct RatioWatch {
    _listener: Rc<RefCell<Option<EventListener>>>,
}

impl RatioWatch {
    /// Calls `on_change` after every change.
    pub(super) fn new(on_change: impl Fn() + 'static) -> Self {
        let listener = Rc::new(RefCell::new(None));
        arm(&listener, Rc::new(on_change));
        Self { _listener: listener }
    }
}

/// A media query knows one ratio only, so that each change needs the next query.
fn arm(slot: &Rc<RefCell<Option<EventListener>>>, on_change: Rc<dyn Fn()>) {
    let query = format!("(resolution: {}dppx)", pixel_ratio());
    let list = web_sys::window().and_then(|window| window.match_media(&query).ok()?);
    let Some(list) = list else { return };
    let weak = Rc::downgrade(slot);
    let listener = EventListener::once(&list, "change", move |_| {
        if let Some(slot) = weak.upgrade().filter(|_| !trap::is_set()) {
            arm(&slot, Rc::clone(&on_change));
            on_change();
        }
    });
    slot.replace(Some(listener));
}
