//! What the look of a drawing depends on besides the drawing: colours and pixel ratio.
//!
//! The colours in force are those of the custom properties `--story-…`, whatever set
//! them: the style sheet, the page, a colour scheme, forced colours. A hidden element
//! beside the card's content resolves them, and its transitions tell when they change:
//! that covers every cause with one listener and without looking at the page.

use super::pixel_ratio::{RatioWatch, pixel_ratio};
use super::{color, trap};
use crate::paint::{Color, Theme};
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Document, Element, HtmlElement, Node};

/// The look in force in one tree: a card's shadow root, or the document.
pub struct Appearance {
    root: Node,
    probe: HtmlElement,
    theme: Cell<Option<Theme>>,
    watchers: RefCell<Vec<Weak<dyn Fn()>>>,
    listener: RefCell<Option<(EventListener, RatioWatch)>>,
}

thread_local! {
    static APPEARANCES: RefCell<Vec<Weak<Appearance>>> = const { RefCell::new(Vec::new()) };
}

/// The CSS properties that carry the colours of [`Theme::tokens`], in the same order.
///
/// All of them take any colour, can make a transition, and compute to a plain colour.
const CARRIERS: [&str; 13] = [
    "background-color",
    "color",
    "border-top-color",
    "border-right-color",
    "border-bottom-color",
    "border-left-color",
    "outline-color",
    "text-decoration-color",
    "column-rule-color",
    "fill",
    "stroke",
    "flood-color",
    "stop-color",
];

/// What keeps the probe out of sight and out of the layout, and lets it tell of changes.
const PROBE_STYLE: [(&str, &str); 7] = [
    ("position", "absolute"),
    ("visibility", "hidden"),
    ("pointer-events", "none"),
    // The style sheet chooses among the system's colours; the browser need not do it again.
    ("forced-color-adjust", "none"),
    ("transition-property", "all"),
    ("transition-duration", "1ms"),
    ("transition-timing-function", "step-start"),
];

impl Appearance {
    /// The look of the tree that `element` stands in; one for all that ask while any holds it.
    pub fn of(element: &Element) -> Option<Rc<Self>> {
        let root = element.get_root_node();
        let known = APPEARANCES.with_borrow_mut(|looks| {
            looks.retain(|look| look.strong_count() > 0);
            looks.iter().filter_map(Weak::upgrade).find(|look| look.root == root)
        });
        known.or_else(|| {
            let look = Rc::new(Self::new(root)?);
            look.listen();
            APPEARANCES.with_borrow_mut(|looks| looks.push(Rc::downgrade(&look)));
            Some(look)
        })
    }

    fn new(root: Node) -> Option<Self> {
        let probe = insert_probe(&root)?;
        let (theme, watchers) = (Cell::new(None), RefCell::new(Vec::new()));
        Some(Self { root, probe, theme, watchers, listener: RefCell::new(None) })
    }

    /// The theme in force.
    pub fn theme(&self) -> Theme {
        let theme = self.theme.get().unwrap_or_else(|| read_theme(&self.probe));
        self.theme.set(Some(theme));
        theme
    }

    /// Device pixels in a CSS px.
    pub fn pixel_ratio(&self) -> f64 {
        pixel_ratio()
    }

    /// Calls `on_change` after every change of theme or pixel ratio while someone holds it.
    pub fn watch(&self, on_change: &Rc<dyn Fn()>) {
        let mut watchers = self.watchers.borrow_mut();
        let on_change = Rc::downgrade(on_change);
        watchers.retain(|it| it.strong_count() > 0 && !it.ptr_eq(&on_change));
        watchers.push(on_change);
    }

    fn listen(self: &Rc<Self>) {
        let (weak, again) = (Rc::downgrade(self), Rc::downgrade(self));
        let transitions = EventListener::new(&self.probe, "transitionrun", move |_| tell(&weak));
        let ratio = RatioWatch::new(move || tell(&again));
        self.listener.replace(Some((transitions, ratio)));
    }
}

impl Drop for Appearance {
    fn drop(&mut self) {
        self.probe.remove();
    }
}

fn tell(look: &Weak<Appearance>) {
    let Some(look) = look.upgrade().filter(|_| !trap::is_set()) else { return };
    look.theme.set(None);
    let watchers: Vec<_> = look.watchers.borrow().iter().filter_map(Weak::upgrade).collect();
    watchers.iter().for_each(|on_change| on_change());
}

fn insert_probe(root: &Node) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let probe: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
    let _ = probe.set_attribute("aria-hidden", "true");
    let style = probe.style();
    let carried = CARRIERS.iter().zip(Theme::LIGHT.tokens());
    for (property, (token, color)) in carried {
        set(&style, property, &format!("var({token}, {})", color.hex()));
    }
    for (property, value) in PROBE_STYLE {
        set(&style, property, value);
    }
    let home = root.dyn_ref::<Document>().and_then(Document::body);
    home.as_ref().map_or(root, |body| body.as_ref()).append_child(&probe).ok()?;
    Some(probe)
}

fn set(style: &CssStyleDeclaration, property: &str, value: &str) {
    // A property the browser does not know leaves a colour of the light theme, never an error.
    let _ = style.set_property(property, value);
}

fn read_theme(probe: &Element) -> Theme {
    let style = web_sys::window().and_then(|window| window.get_computed_style(probe).ok()?);
    let Some(style) = style else { return Theme::LIGHT };
    let mut colors = Theme::LIGHT.tokens().map(|(_, color)| color);
    for (place, property) in CARRIERS.iter().enumerate() {
        // The first is the paper, on which all that shines through is laid.
        let read = style.get_property_value(property).ok();
        colors[place] = read.and_then(|it| color::read(&it, colors[0])).unwrap_or(colors[place]);
    }
    theme_of(colors)
}

/// The theme with these colours, in the order of [`Theme::tokens`].
fn theme_of(colors: [Color; 13]) -> Theme {
    let [paper, ink, muted, rule, accent, gold, right, wrong, one, two, three, four, five] = colors;
    let series = [one, two, three, four, five];
    Theme { paper, ink, muted, rule, accent, gold, right, wrong, series }
}
