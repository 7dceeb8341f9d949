//! The outline: which sections are shown, and what needs no check of its meaning.

use crate::story::fault::Faults;
use crate::story::raw::{self, Items, Outline, Slot, Try};
use crate::story::{About, Image, Section, Source};

/// What a story says under the key of a section.
enum Content {
    Nothing,
    /// Something that cannot be read.
    Broken,
    /// Something, from this offset on.
    At(usize),
}

/// Notes sections that are named twice, named without content, or have content but no name.
pub(super) fn sections(outline: &Outline, faults: &mut Faults) {
    let Some(named) = &outline.sections.0 else { return };
    if named.entries.is_empty() {
        let right = "Name those it has, such as \"trivia\".";
        faults.push(named.at, "the story names no section", right);
    }
    let named = &named.entries;
    for (index, section) in named.iter().enumerate() {
        let id = section.value.id();
        if named[..index].iter().any(|earlier| earlier.value == section.value) {
            faults.push(
                section.at,
                format!("the section \"{id}\" is named twice"),
                "Name it once.",
            );
        } else if matches!(content(outline, section.value), Content::Nothing) {
            let right = format!("Add items under the key \"{id}\", or do not name the section.");
            faults.push(section.at, format!("the section \"{id}\" has no content"), right);
        }
    }
    for section in Section::ALL.into_iter().filter(|section| *section != Section::Sources) {
        if let Content::At(at) = content(outline, section)
            && !named.iter().any(|name| name.value == section)
        {
            let id = section.id();
            let wrong = format!("the section \"{id}\" has content, but the card does not show it");
            faults.push(at, wrong, format!("Add \"{id}\" to the story's sections."));
        }
    }
}

/// What a story says in a section.
fn content(outline: &Outline, section: Section) -> Content {
    match section {
        Section::Overview => match &outline.overview.0 {
            Some(Some(overview)) => overview_content(overview),
            Some(None) => Content::Nothing,
            None => Content::Broken,
        },
        Section::Trivia => match &outline.trivia.0 {
            Some(Some(trivia)) => required(trivia.questions.0.as_ref()),
            Some(None) => Content::Nothing,
            None => Content::Broken,
        },
        Section::Timeline => match &outline.timeline.0 {
            Some(Some(timeline)) => required(timeline.events.0.as_ref()),
            Some(None) => Content::Nothing,
            None => Content::Broken,
        },
        Section::Charts => optional(&outline.charts),
        Section::Cast => optional(&outline.cast),
        Section::Faq => optional(&outline.faq),
        Section::Outcomes => optional(&outline.outcomes),
        Section::Disputes => optional(&outline.disputes),
        Section::Sources => required(outline.sources.0.as_ref()),
    }
}

/// The first part of the overview that says something.
fn overview_content(overview: &raw::Overview) -> Content {
    let text = match &overview.text.0 {
        Some(text) => text
            .as_ref()
            .and_then(|text| text.0.entries.first())
            .map_or(Content::Nothing, |it| Content::At(it.at)),
        None => Content::Broken,
    };
    [text, optional(&overview.figures), optional(&overview.facts)]
        .into_iter()
        .find(|content| !matches!(content, Content::Nothing))
        .unwrap_or(Content::Nothing)
}

fn optional<T>(items: &Try<Option<Items<T>>>) -> Content {
    match &items.0 {
        Some(Some(items)) => required(Some(items)),
        Some(None) => Content::Nothing,
        None => Content::Broken,
    }
}

fn required<T>(items: Option<&Items<T>>) -> Content {
    match items {
        Some(items) if items.slots.is_empty() => Content::Nothing,
        Some(items) => Content::At(items.at),
        None => Content::Broken,
    }
}

/// What the story is about.
pub(super) fn about(about: raw::About) -> About {
    About {
        kind: about.r#type.0,
        name: about.name.0,
        url: about.url.map(|url| url.0),
        published: about.published.map(|day| day.date),
    }
}

/// The picture for previews.
pub(super) fn image(image: raw::Image) -> Image {
    Image { url: image.url.0, alt: image.alt.0 }
}

/// The registry.
pub(super) fn sources(sources: Items<raw::Source>) -> Vec<Source> {
    let mut registry = Vec::with_capacity(sources.slots.len());
    for source in sources.slots.into_iter().filter_map(Slot::whole) {
        registry.push(Source {
            id: source.id.text,
            title: source.title.0,
            publisher: source.publisher.map(|publisher| publisher.0),
            url: source.url.map(|url| url.0),
            published: source.published.map(|day| day.date),
            note: source.note.map(|note| note.0),
        });
    }
    registry
}
