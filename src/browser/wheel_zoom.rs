//! The wheel that zooms: turned with Control or the Command key. Every other turn is the page's.

use super::wheel_turn::WheelTurn;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, WheelEvent};
use yew::{Callback, NodeRef};

/// Px of a line and of a page, for wheels that count in those.
const LINE_PX: f64 = 16.0;
const PAGE_PX: f64 = 400.0;

/// Hears a wheel over one element. Yew's own listeners cannot keep the page from zooming.
#[derive(Default)]
pub struct WheelZoom {
    following: Option<(Element, EventListener)>,
    zoom: Rc<RefCell<Callback<WheelTurn>>>,
}

impl WheelZoom {
    /// Hears the wheel over one node from now on.
    pub fn follow(&mut self, node: &NodeRef, zoom: Callback<WheelTurn>) {
        self.zoom.replace(zoom);
        let element = node.cast::<Element>();
        if self.following.as_ref().map(|(element, _)| element) == element.as_ref() {
            return;
        }
        self.following = element.map(|element| {
            let zoom = Rc::clone(&self.zoom);
            let options = EventListenerOptions::enable_prevent_default();
            let hear = move |event: &Event| {
                let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
                if event.ctrl_key() || event.meta_key() {
                    event.prevent_default();
                    let zoom = zoom.borrow().clone();
                    zoom.emit(turn(event));
                }
            };
            let listener = EventListener::new_with_options(&element, "wheel", options, hear);
            (element, listener)
        });
    }
}

fn turn(event: &WheelEvent) -> WheelTurn {
    let px = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => LINE_PX,
        WheelEvent::DOM_DELTA_PAGE => PAGE_PX,
        _ => 1.0,
    };
    WheelTurn {
        x: f64::from(event.offset_x()),
        y: f64::from(event.offset_y()),
        delta_px: event.delta_y() * px,
    }
}
