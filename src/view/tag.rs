//! Elements, built piece by piece.
//!
//! `html!` writes out the building of every element where it stands; here each step is
//! one function that is compiled once, which is 32 KB less WebAssembly. `html!` remains
//! for what has a component in it.
//!
//! Every text of the card is put into the page here, and by the rule of [`siblings`].

mod siblings;

use siblings::{apart, joined, key_of_words, only_text};
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::{
    onchange, onclick, onpointercancel, onpointerdown, onpointerleave, onpointermove, onpointerup,
};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VList, VNode, VTag, VText};

/// An element under construction.
pub(super) struct Tag(Box<Parts>);

/// What an element is made of.
struct Parts {
    tag: VTag,
    /// The names of its attributes, each once.
    names: Vec<&'static str>,
    /// As long as `names`.
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// The names of an element's attributes, in their order.
type Names = &'static [&'static str];

thread_local! {
    /// Every list of names there is, each once: Yew compares lists by their place. There are only
    /// as many as this crate makes, some dozens.
    static NAMES: RefCell<Vec<Names>> = const { RefCell::new(Vec::new()) };
}

/// The one list of these names.
fn only(names: Vec<&'static str>) -> Names {
    NAMES.with_borrow_mut(|lists| {
        let known = lists.iter().find(|known| ***known == *names).copied();
        known.unwrap_or_else(|| {
            lists.push(names.leak());
            lists[lists.len() - 1]
        })
    })
}

/// An element with this name.
#[inline(never)]
pub(super) fn tag(name: &'static str) -> Tag {
    let tag = VTag::new(AttrValue::Static(name));
    Tag(Box::new(Parts { tag, names: Vec::new(), values: Vec::new(), children: Vec::new() }))
}

/// An element with this name and class.
#[inline(never)]
pub(super) fn classed(name: &'static str, class: &'static str) -> Tag {
    tag(name).attr("class", class)
}

/// Controls that belong together, under a name that is not seen.
pub(super) fn group(class: &'static str, name: String) -> Tag {
    classed("div", class).attr("role", "group").set("aria-label", name)
}

/// A line that is said when it changes; an element of its own for as long as it is there.
pub(super) fn status(name: &'static str, class: &'static str) -> Tag {
    classed(name, class).attr("role", "status").attr("aria-live", "polite")
}

/// What is said when it changes, wherever focus is.
pub(super) fn live(content: Html) -> Html {
    tag("div").attr("aria-live", "polite").child(content).done()
}

/// A button that does nothing but `onclick`.
#[inline(never)]
pub(super) fn button(class: &'static str, words: String, onclick: Callback<MouseEvent>) -> Tag {
    tag("button").attr("type", "button").attr("class", class).on_click(onclick).words(words)
}

/// A text.
#[inline(never)]
pub(super) fn words(words: String) -> Html {
    VText::new(words).into()
}

/// Several nodes after each other.
#[inline(never)]
pub(super) fn nodes(nodes: Vec<Html>) -> Html {
    match only_text(joined(nodes)) {
        Ok(text) => text.into(),
        Err(nodes) => VNode::VList(Rc::new(VList::with_children(apart(nodes), None))),
    }
}

/// A node for each number below `count`.
#[inline(never)]
pub(super) fn each(count: usize, node: &dyn Fn(usize) -> Html) -> Html {
    nodes((0..count).map(node).collect())
}

/// Nothing.
pub(super) fn nothing() -> Html {
    Html::default()
}

impl Tag {
    /// Changes the element.
    fn with(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        change(&mut self.0.tag);
        self
    }

    /// Gives an attribute a value, in place of the one it has.
    #[inline(never)]
    fn put(mut self, name: &'static str, value: AttrValue) -> Self {
        let value = Some(AttributeOrProperty::Attribute(value));
        let Parts { names, values, .. } = &mut *self.0;
        if let Some(place) = names.iter().position(|known| *known == name) {
            values[place] = value;
        } else {
            names.push(name);
            values.push(value);
        }
        self
    }

    /// An attribute with a value that is known beforehand.
    #[inline(never)]
    pub(super) fn attr(self, name: &'static str, value: &'static str) -> Self {
        self.put(name, AttrValue::Static(value))
    }

    /// An attribute with a value that is made.
    #[inline(never)]
    pub(super) fn set(self, name: &'static str, value: String) -> Self {
        self.put(name, AttrValue::from(value))
    }

    /// An attribute that is either true or false, in words, as ARIA has it.
    pub(super) fn aria(self, name: &'static str, value: bool) -> Self {
        self.attr(name, if value { "true" } else { "false" })
    }

    /// An attribute that is there or not.
    pub(super) fn flag(self, name: &'static str, is_there: bool) -> Self {
        if is_there { self.attr(name, name) } else { self }
    }

    /// A change that is made or not.
    pub(super) fn when(self, is_so: bool, change: &dyn Fn(Self) -> Self) -> Self {
        if is_so { change(self) } else { self }
    }

    /// What a field holds.
    #[inline(never)]
    pub(super) fn value(self, value: String) -> Self {
        self.with(|tag| tag.set_value(Some(AttrValue::from(value))))
    }

    /// Whether a box is checked.
    pub(super) fn checked(self, checked: bool) -> Self {
        self.with(|tag| tag.set_checked(checked))
    }

    /// What tells the element from its neighbours when a list changes.
    #[inline(never)]
    pub(super) fn key(self, key: String) -> Self {
        self.with(|tag| tag.key = Some(key.into()))
    }

    /// Where the element can be found once it is in the page.
    pub(super) fn node(self, node: &NodeRef) -> Self {
        self.with(|tag| tag.node_ref = node.clone())
    }

    /// A child.
    #[inline(never)]
    pub(super) fn child(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// A child element.
    pub(super) fn tag(self, child: Self) -> Self {
        self.child(child.done())
    }

    /// A text as child.
    #[inline(never)]
    pub(super) fn words(self, text: String) -> Self {
        self.child(words(text))
    }

    /// A text that is known beforehand as child.
    #[inline(never)]
    pub(super) fn text(self, text: &'static str) -> Self {
        self.child(VText::new(AttrValue::Static(text)).into())
    }

    /// Children, one for each number below `count`.
    pub(super) fn each(self, count: usize, node: &dyn Fn(usize) -> Html) -> Self {
        self.child(each(count, node))
    }

    /// What listens to an event.
    #[inline(never)]
    pub(super) fn listen(self, listener: Rc<dyn Listener>) -> Self {
        self.with(|tag| {
            tag.add_listener(listener);
        })
    }

    /// What a pointer does: it goes down, moves, goes up, leaves or is taken away.
    pub(super) fn on_pointer(self, hear: Callback<PointerEvent>) -> Self {
        self.listen(Rc::new(onpointerdown::Wrapper::new(hear.clone())))
            .listen(Rc::new(onpointermove::Wrapper::new(hear.clone())))
            .listen(Rc::new(onpointerup::Wrapper::new(hear.clone())))
            .listen(Rc::new(onpointercancel::Wrapper::new(hear.clone())))
            .listen(Rc::new(onpointerleave::Wrapper::new(hear)))
    }

    /// What a press does.
    #[inline(never)]
    pub(super) fn on_click(self, callback: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// What a change of a field does.
    #[inline(never)]
    pub(super) fn on_change(self, callback: Callback<Event>) -> Self {
        self.listen(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// The finished element.
    #[inline(never)]
    pub(super) fn done(self) -> Html {
        let stays = self.stays();
        let Parts { mut tag, names, values, children } = *self.0;
        if !names.is_empty() {
            tag.attributes = Attributes::Dynamic { keys: only(names), values: values.into() };
        }
        let children = joined(children);
        match if stays { Err(children) } else { only_text(children) } {
            Ok(text) => {
                tag.key = Some(key_of_words(&text));
                tag.add_child(text.into());
            }
            Err(children) => tag.add_children(apart(children)),
        }
        VNode::VTag(Rc::new(tag))
    }

    /// Whether the element stays when its words change: it may have the focus, its changes are
    /// spoken, or its key says what it is.
    fn stays(&self) -> bool {
        let Parts { tag, names, .. } = &*self.0;
        tag.key.is_some()
            || matches!(tag.tag(), "a" | "button" | "summary")
            || names.iter().any(|name| matches!(*name, "aria-live" | "tabindex"))
    }
}
