//! A story's text as elements.

use super::tag::{each, tag, words};
use crate::story::{Inline, Text};
use yew::prelude::*;

/// The text with its emphasis and links.
pub(super) fn prose(text: &Text) -> Html {
    each(text.0.len(), &|place| match &text.0[place] {
        Inline::Plain(text) => words(text.clone()),
        Inline::Emphasis(text) => tag("em").words(text.clone()).done(),
        Inline::Link { label, href } => outside_link(label, href),
    })
}

/// A link out of the page. It opens in the same window, as links in an article do.
pub(super) fn outside_link(label: &str, href: &str) -> Html {
    tag("a").set("href", href.to_owned()).attr("rel", "noopener").words(label.to_owned()).done()
}
