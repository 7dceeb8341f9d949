//! The outline: which sections are shown, and what needs no check of its meaning.

use std::mem::take;

use super::words;
use crate::story::fault::Faults;
use crate::story::raw::{self, Given, Items, Outline, Slot};
use crate::story::{About, Image, Section, Source};

/// What a story says under the key of a section.
enum Content {
    Nothing,
    /// Something that cannot be read.
    Broken,
    /// Something, from this offset on.
    At(usize),
}

/// The sections that the story names.
pub(super) fn shown(outline: &Outline) -> Vec<Section> {
    let named = outline.sections.0.as_ref().map_or(&[][..], |named| &named.entries);
    named.iter().map(|section| section.value).collect()
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
        Section::Trivia => content_of(outline.questions()),
        Section::Timeline => content_of(outline.events()),
        Section::Charts => content_of(outline.charts.items()),
        Section::Cast => content_of(outline.cast.items()),
        Section::Faq => content_of(outline.faq.items()),
        Section::Outcomes => content_of(outline.outcomes.items()),
        Section::Disputes => content_of(outline.disputes.items()),
        Section::Sources => content_of(outline.sources.items()),
    }
}

/// The first part of the overview that says something.
fn overview_content(overview: &raw::Overview) -> Content {
    let text = match &overview.text.0 {
        Some(Some(text)) => {
            text.0.entries.first().map_or(Content::Nothing, |it| Content::At(it.at))
        }
        Some(None) => Content::Nothing,
        None => Content::Broken,
    };
    [text, content_of(overview.figures.items()), content_of(overview.facts.items())]
        .into_iter()
        .find(|content| !matches!(content, Content::Nothing))
        .unwrap_or(Content::Nothing)
}

fn content_of(given: Given<'_>) -> Content {
    match given {
        Given::List(items) if items.count() > 0 => Content::At(items.at()),
        Given::List(_) | Given::Nothing => Content::Nothing,
        Given::Broken => Content::Broken,
    }
}

/// What the story is about.
pub(super) fn about(about: &mut raw::About) -> About {
    About {
        kind: take(&mut about.r#type.0),
        name: take(&mut about.name.0),
        url: about.url.take().map(|url| url.0),
        published: about.published.map(|day| day.date),
    }
}

/// The picture for previews.
pub(super) fn image(image: &mut raw::Image) -> Image {
    Image { url: take(&mut image.url.0), alt: take(&mut image.alt.0) }
}

/// The registry.
pub(super) fn sources(sources: &mut Items<raw::Source>) -> Vec<Source> {
    let mut registry = Vec::new();
    for source in sources.slots.iter_mut().filter_map(Slot::whole_mut) {
        registry.push(Source {
            id: take(&mut source.id.text),
            title: take(&mut source.title.0),
            publisher: words(&mut source.publisher),
            url: source.url.take().map(|url| url.0),
            published: source.published.map(|day| day.date),
            note: words(&mut source.note),
        });
    }
    registry
}
