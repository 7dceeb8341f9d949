//! The Yew roots of a page, pooled.
//!
//! Yew never lets go of the listeners of a root, so a root is never destroyed: it is
//! emptied and waits for the next card. A page has as many as cards ever stood in it
//! at once.

use crate::view::{Card, CardProps, Face};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

/// A stage and the app on it.
pub(super) struct Root {
    /// An element of our own: Yew clears what it is mounted on, and mounted on the
    /// shadow root itself it would hear the events of apps around the card.
    stage: HtmlElement,
    app: AppHandle<Card>,
}

thread_local! {
    static WAITING: RefCell<Vec<Root>> = const { RefCell::new(Vec::new()) };
    static MADE: Cell<usize> = const { Cell::new(0) };
}

/// How many roots were ever made.
pub fn root_count() -> usize {
    MADE.get()
}

impl Root {
    /// Puts a root into `home`: one that waits, or a new one.
    pub(super) fn take(home: &ShadowRoot, props: CardProps) -> Option<Self> {
        let waiting = WAITING.with_borrow_mut(Vec::pop);
        let Some(mut root) = waiting else { return Self::new(home, props) };
        home.append_child(&root.stage).ok()?;
        root.show(props);
        Some(root)
    }

    fn new(home: &ShadowRoot, props: CardProps) -> Option<Self> {
        let stage = web_sys::window()?.document()?.create_element("div").ok()?;
        stage.set_class_name("stage");
        home.append_child(&stage).ok()?;
        MADE.set(MADE.get() + 1);
        let app = Renderer::<Card>::with_root_and_props(stage.clone(), props).render();
        Some(Self { stage: stage.unchecked_into(), app })
    }

    /// Shows something else.
    pub(super) fn show(&mut self, props: CardProps) {
        self.app.update(props);
    }

    /// Takes the root out of the page and lets it wait.
    pub(super) fn give_back(mut self) {
        self.show(CardProps { face: Face::Empty, on_action: Callback::noop() });
        self.stage.remove();
        WAITING.with_borrow_mut(|waiting| waiting.push(self));
    }
}
