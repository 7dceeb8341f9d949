//! Drawings of the static card: SVG from the same layout and painter as the canvas, for a
//! phone and for a page. The style sheet shows the one that fits; without it the narrow one stands.
//!
//! The shapes are the only text in the project that becomes markup as it is: `paint` writes
//! them and escapes every label.

use crate::paint::{Colors, Picture, Theme, svg};
use crate::story::{Chart, MessageKey, Section};
use crate::view::context::ViewContext;
use crate::view::drawing_layout::{LayoutInput, Prepared, Subject, layout_of};
use crate::view::tag::{Tag, classed, nothing, tag};
use crate::view::value_words::measured;
use yew::prelude::*;

/// Widths of the two drawings in CSS px.
const NARROW: u32 = 288;
const WIDE: u32 = 640;

/// A chart or the timeline as two drawings.
pub(in crate::view) fn printed(cx: &ViewContext, subject: Subject) -> Html {
    // Shown until a style sheet says otherwise.
    let narrow = drawn(cx, subject, NARROW).attr("class", "sc-narrow");
    let wide = drawn(cx, subject, WIDE).attr("class", "sc-wide").attr("display", "none");
    classed("div", "sc-frame").tag(narrow).tag(wide).done()
}

/// One drawing with its title and what it shows.
fn drawn(cx: &ViewContext, subject: Subject, width: u32) -> Tag {
    let (name, title, description) = words(cx, subject);
    // The cover shows once more what another section shows.
    let place = if cx.is_cover { "-cover-" } else { "-" };
    let id = ["sc-", &cx.story().id, place, &name, "-", &width.to_string()].concat();
    let (title_id, description_id) = ([&id, "-title"].concat(), [&id, "-desc"].concat());
    let Some(picture) = picture(cx, subject, width) else { return tag("svg") };
    let size = picture.size();
    tag("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .set("width", size.width.to_string())
        .set("height", size.height.to_string())
        .set("viewBox", format!("0 0 {} {}", size.width, size.height))
        .attr("preserveAspectRatio", "xMinYMid")
        .attr("role", "img")
        .set("aria-labelledby", title_id.clone())
        .set("aria-describedby", description_id.clone())
        .attr("font-family", "var(--story-sans, system-ui, sans-serif)")
        // The layout counts from the left in every language.
        .attr("direction", "ltr")
        .tag(tag("title").set("id", title_id).words(title))
        .tag(tag("desc").set("id", description_id).words(description))
        // Invisible on the card; where there is no style sheet, what the colours stand on.
        .tag(
            tag("rect")
                .attr("width", "100%")
                .attr("height", "100%")
                .set("fill", ["var(--story-paper, ", &Theme::LIGHT.paper.hex(), ")"].concat()),
        )
        .child(shapes(&picture))
}

/// What goes into the ids of a drawing, its title, and what it shows.
fn words(cx: &ViewContext, subject: Subject) -> (String, String, String) {
    let story = cx.story();
    match subject {
        Subject::Chart(place) => {
            let words = |chart: &Chart| {
                (["drawing-", &chart.id].concat(), chart.title.words(), measured(chart))
            };
            story.charts.get(place).map(words).unwrap_or_default()
        }
        Subject::Timeline | Subject::Strip => {
            let lanes = story.timeline.lanes.iter().map(|lane| lane.title.as_str());
            let lanes =
                lanes.collect::<Vec<_>>().join(cx.messages().text(MessageKey::ListSemicolon));
            ("drawing".to_owned(), cx.say(Section::Timeline.name()), lanes)
        }
        // Nothing is guessed where nothing can be set.
        Subject::Guess(_) | Subject::Place(_) => Default::default(),
    }
}

/// The drawing as it first stands: nothing picked, what is folded without its words.
fn picture(cx: &ViewContext, subject: Subject, width: u32) -> Option<Picture> {
    let input = LayoutInput::new(cx, subject, f64::from(width));
    layout_of(subject, &input, &mut Prepared::default()).map(Picture::plain)
}

/// What goes without saying, or is said for the whole drawing. No label can hold any of it:
/// in labels a quotation mark is written as an entity.
const NEEDLESS: [&str; 4] = [
    " font-family=\"system-ui, sans-serif\"",
    " text-anchor=\"start\"",
    " stroke=\"none\" stroke-width=\"2\"",
    "\n",
];

/// What is inside the painter's `<svg>`; nothing if it could not paint.
fn shapes(picture: &Picture) -> Html {
    let paint = |theme| svg(picture, theme, Colors::Tokens);
    let (Ok(light), Ok(dark)) = (paint(&Theme::LIGHT), paint(&Theme::DARK)) else {
        return nothing();
    };
    let text = for_both(&light, &dark);
    let inside = text.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>"));
    let inside = inside.map_or("", |(inside, _)| inside);
    let inside = NEEDLESS.iter().fold(inside.to_owned(), |text, word| text.replace(word, ""));
    Html::from_html_unchecked(AttrValue::from(inside))
}

/// The light drawing, with both colours where the dark one takes another role: words on a
/// bar are in ink or paper, whichever reads better there.
fn for_both(light: &str, dark: &str) -> String {
    let values = light.split('"').zip(dark.split('"'));
    let values = values.map(|(light, dark)| {
        if role(light).is_some() && role(light) != role(dark) {
            ["light-dark(", light, ", ", dark, ")"].concat()
        } else {
            light.to_owned()
        }
    });
    values.collect::<Vec<_>>().join("\"")
}

/// The custom property a colour is written as.
fn role(value: &str) -> Option<&str> {
    value.strip_prefix("var(--story-")?.split(',').next()
}

#[cfg(test)]
mod tests {
    use super::for_both;

    #[test]
    fn a_role_that_changes_with_the_paper_is_written_twice() {
        let light = r#"<a fill="var(--story-ink, #1)" x="1"/><b fill="var(--story-ink, #1)"/>"#;
        let dark = r#"<a fill="var(--story-ink, #2)" x="1"/><b fill="var(--story-paper, #3)"/>"#;
        let both = r#"light-dark(var(--story-ink, #1), var(--story-paper, #3))"#;
        let both = format!(r#"<a fill="var(--story-ink, #1)" x="1"/><b fill="{both}"/>"#);
        assert_eq!(for_both(light, dark), both);
    }
}
