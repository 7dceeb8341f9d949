//! The wheel that zooms: turned with Control or the Command key. Every other turn is the page's.

use super::node_listener::NodeListener;
use super::wheel_turn::WheelTurn;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::WheelEvent;
use yew::{Callback, NodeRef};

/// Px of a line and of a page, for wheels that count in those.
const LINE_PX: f64 = 16.0;
const PAGE_PX: f64 = 400.0;

/// Hears a wheel over one element.
#[derive(Default)]
pub struct WheelZoom {
    listener: NodeListener,
    zoom: Rc<RefCell<Callback<WheelTurn>>>,
}

impl WheelZoom {
    /// Hears the wheel over one node from now on.
    pub fn follow(&mut self, node: &NodeRef, zoom: Callback<WheelTurn>) {
        self.zoom.replace(zoom);
        let zoom = Rc::clone(&self.zoom);
        self.listener.follow(node, "wheel", move |event| {
            let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
            if event.ctrl_key() || event.meta_key() {
                event.prevent_default();
                let zoom = zoom.borrow().clone();
                zoom.emit(turn(event));
            }
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
