//! The picture of an item, with whose it is.

use super::context::ViewContext;
use super::prose::prose;
use super::tag::{classed, nothing, tag};
use crate::story::Picture;
use yew::prelude::*;

/// How wide and high a picture is at most, in CSS px, where it is unfolded.
const MOST: (u32, u32) = (560, 320);

/// The same where there is little room: beside other things that are always in sight.
const MOST_SMALL: (u32, u32) = (280, 160);

/// A picture and its credit; nothing if there is none.
pub(super) fn picture(cx: &ViewContext, picture: Option<&Picture>) -> Html {
    figure(cx, picture, MOST)
}

/// The same, small.
pub(super) fn small_picture(cx: &ViewContext, picture: Option<&Picture>) -> Html {
    figure(cx, picture, MOST_SMALL)
}

fn figure(cx: &ViewContext, picture: Option<&Picture>, most: (u32, u32)) -> Html {
    let Some(picture) = picture else { return nothing() };
    let src = picture.src.as_ref().unwrap_or(&picture.url).clone();
    // A file that brings its pictures along has each once, here, where the live card finds it.
    let is_inside = cx.is_static() && src.starts_with("data:");
    let [width, height] = picture.fitted(most).map(|side| side.to_string());
    // It is lazy before it has an address, which would be fetched. Its sides keep its room.
    let image = tag("img")
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .set("width", width)
        .set("height", height)
        .set("alt", picture.alt.clone())
        .when(is_inside, &|image| image.set("data-url", picture.url.clone()))
        .set("src", src);
    // Another picture is another element: until it has come, the one before would stand there.
    classed("figure", "sc-picture")
        .key(picture.url.clone())
        .tag(image)
        .tag(tag("figcaption").child(prose(&picture.credit)))
        .done()
}
