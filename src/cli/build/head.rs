//! What a page says about itself: title, description, link previews, data for search engines.

use super::{Job, markup};
use crate::story::{MessageKey, is_beside};
use crate::view;

/// The lines of a head that every page of a story has.
pub(super) fn common(job: &Job<'_>) -> String {
    let title = markup::text(&job.story.title);
    let description = meta("name", "description", &description(job));
    let data = view::json_ld(job.story).map_or_else(String::new, |data| {
        format!("<script type=\"application/ld+json\">{data}</script>\n")
    });
    format!(
        "<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         {description}\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         {data}"
    )
}

/// What others show of a page when they link to it.
pub(super) fn previews(job: &Job<'_>) -> String {
    let mut lines = String::new();
    if let Some(base) = job.base {
        let address = base.join(&format!("{}.html", job.name));
        let href = markup::attribute_value(&address);
        lines.push_str(&format!("<link rel=\"canonical\" href=\"{href}\">\n"));
        lines.push_str(&meta("property", "og:url", &address));
    }
    lines.push_str(&meta("property", "og:type", "article"));
    lines.push_str(&meta("property", "og:title", &job.story.title));
    lines.push_str(&meta("property", "og:description", &description(job)));
    if let Some(image) = &job.story.image {
        let address = match job.base {
            Some(base) if is_beside(&image.url) => base.join(&image.url),
            _ => image.url.clone(),
        };
        lines.push_str(&meta("property", "og:image", &address));
        lines.push_str(&meta("property", "og:image:alt", &image.alt));
        lines.push_str(&meta("name", "twitter:card", "summary_large_image"));
    }
    lines
}

/// The start of the document, in the story's language.
pub(super) fn document_start(job: &Job<'_>) -> String {
    let attributes = [("lang", job.story.lang.clone()), ("dir", job.story.dir.as_str().to_owned())];
    format!("<!doctype html>\n{}\n", markup::start_tag("html", &attributes))
}

/// The sentence below the title, or what kind of card it is.
fn description(job: &Job<'_>) -> String {
    let subtitle = job.story.subtitle.as_ref().map(|text| text.words());
    subtitle.unwrap_or_else(|| job.story.messages.text(MessageKey::Kicker).to_owned())
}

fn meta(kind: &'static str, name: &str, content: &str) -> String {
    let attributes = [(kind, name.to_owned()), ("content", content.to_owned())];
    format!("{}\n", markup::start_tag("meta", &attributes))
}
