//! A story's text as elements.

use crate::story::{Inline, Text};
use yew::prelude::*;

/// The text with its emphasis and links.
pub(super) fn prose(text: &Text) -> Html {
    text.0.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> Html {
    match inline {
        Inline::Plain(text) => html! { {text} },
        Inline::Emphasis(text) => html! { <em>{text}</em> },
        Inline::Link { label, href } => outside_link(label, href),
    }
}

/// A link out of the page. It opens in the same window, as links in an article do.
pub(super) fn outside_link(label: &str, href: &str) -> Html {
    html! { <a href={href.to_owned()} rel="noopener">{label}</a> }
}
