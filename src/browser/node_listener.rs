//! A listener that follows a node, and may keep the browser from what it would do. Yew's own cannot.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Element, Event};
use yew::NodeRef;

/// Listens to an event of one node, whichever element that is.
#[derive(Default)]
pub(super) struct NodeListener {
    following: Option<(Element, EventListener)>,
}

impl NodeListener {
    /// Hears an event of the node from now on; while it is the same element `hear` stays the first.
    pub(super) fn follow(
        &mut self,
        node: &NodeRef,
        event: &'static str,
        hear: impl FnMut(&Event) + 'static,
    ) {
        let element = node.cast::<Element>();
        if self.following.as_ref().map(|(element, _)| element) == element.as_ref() {
            return;
        }
        self.following = element.map(|element| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(&element, event, options, hear);
            (element, listener)
        });
    }
}
