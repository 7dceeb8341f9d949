//! The page a test runs in.

use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, Document, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode,
};

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element in the page; it leaves at the end of its test.
pub(crate) struct Guest(HtmlElement);

impl Guest {
    pub(crate) fn new(name: &str) -> Self {
        let element = document().create_element(name).unwrap();
        document().body().unwrap().append_child(&element).unwrap();
        Self(element.unchecked_into())
    }

    /// An element with a shadow root, as the loader leaves it.
    pub(crate) fn with_shadow() -> Self {
        let guest = Self::new("div");
        guest.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        guest
    }

    pub(crate) fn shadow(&self) -> ShadowRoot {
        self.shadow_root().unwrap()
    }

    /// The first element in the shadow root that the selector fits.
    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        let found: Option<Element> = self.shadow().query_selector(selector).unwrap();
        found.map(JsCast::unchecked_into)
    }

    pub(crate) fn put(&self, property: &str, value: &str) {
        self.style().set_property(property, value).unwrap();
    }
}

impl std::ops::Deref for Guest {
    type Target = HtmlElement;

    fn deref(&self) -> &HtmlElement {
        &self.0
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets the page come to rest: observers, frames and renders that wait have had their turn.
pub(crate) async fn settle() {
    for _ in 0..4 {
        let frame = Promise::new(&mut |resolve, _| {
            web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
    task().await;
}

/// Lets one task of the browser pass.
pub(crate) async fn task() {
    let timeout = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().set_timeout_with_callback(&resolve).unwrap();
    });
    JsFuture::from(timeout).await.unwrap();
}

/// Everything of one kind that an element has told, as JSON.
pub(crate) struct Ear {
    heard: Rc<RefCell<Vec<String>>>,
    _listener: Closure<dyn Fn(CustomEvent)>,
}

impl Ear {
    pub(crate) fn new(element: &HtmlElement, event: &str) -> Self {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let list = Rc::clone(&heard);
        let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
            assert!(event.bubbles() && event.composed());
            let detail = js_sys::JSON::stringify(&event.detail()).unwrap();
            list.borrow_mut().push(String::from(detail));
        });
        let function = listener.as_ref().unchecked_ref();
        element.add_event_listener_with_callback(event, function).unwrap();
        Self { heard, _listener: listener }
    }

    pub(crate) fn take(&self) -> Vec<String> {
        self.heard.take()
    }
}

/// Counts the calls of a method while it is held.
pub(crate) struct Spy {
    owner: JsValue,
    method: &'static str,
    original: JsValue,
    calls: Array,
}

impl Spy {
    /// Watches `method` of the object that the JavaScript expression `owner` names.
    pub(crate) fn on(owner: &str, method: &'static str) -> Self {
        let owner = script(&format!("return {owner}")).call0(&JsValue::NULL).unwrap();
        let original = Reflect::get(&owner, &method.into()).unwrap();
        let wrap = Function::new_with_args(
            "original, calls",
            "return function (...values) { calls.push(values.map(String).join(' ')); return original.apply(this, values); }",
        );
        let calls = Array::new();
        let wrapped = wrap.call2(&JsValue::NULL, &original, &calls).unwrap();
        Reflect::set(&owner, &method.into(), &wrapped).unwrap();
        Self { owner, method, original, calls }
    }

    pub(crate) fn calls(&self) -> Vec<String> {
        self.calls.iter().filter_map(|call| call.as_string()).collect()
    }
}

impl Drop for Spy {
    fn drop(&mut self) {
        Reflect::set(&self.owner, &self.method.into(), &self.original).unwrap();
    }
}

pub(crate) fn script(body: &str) -> Function {
    Function::new_no_args(body)
}
