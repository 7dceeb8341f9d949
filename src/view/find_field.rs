//! A field to find something with, by its words.

use super::context::ViewContext;
use super::tag::{Tag, classed};
use crate::browser::hooks::text_of;
use crate::session::Action;
use std::rc::Rc;
use yew::html::oninput;
use yew::prelude::*;

/// A field with this name in which `wanted` stands; `action` is what happens with what is typed.
pub(super) fn find_field(
    cx: &ViewContext,
    name: String,
    wanted: &str,
    action: impl Fn(String) -> Action + 'static,
) -> Tag {
    let cx = cx.clone();
    let find = Callback::from(move |event: InputEvent| {
        cx.dispatch(action(text_of(&event).unwrap_or_default()));
    });
    classed("input", "sc-find")
        .attr("type", "search")
        .set("aria-label", name.clone())
        .set("placeholder", name)
        .value(wanted.to_owned())
        .listen(Rc::new(oninput::Wrapper::new(find)))
}
