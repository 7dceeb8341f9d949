//! Cast and crew, under the headings their author gave them.

use super::claim::{claim, see};
use super::context::ViewContext;
use super::prose::prose;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{classed, nodes, tag};
use crate::story::{Item, MessageKey, Person, Section};
use yew::prelude::*;

/// Cast and crew.
pub(super) fn cast(cx: &ViewContext) -> Html {
    let mut parts = Vec::new();
    for (name, places) in groups(&cx.story().cast) {
        if let Some(name) = name {
            parts.push(cx.subheading(name.to_owned()));
        }
        let people = classed("ul", "sc-people");
        parts.push(people.each(places.len(), &|nth| person(cx, places[nth])).done());
    }
    parts.push(spoiler_switch(cx, Section::Cast));
    nodes(parts)
}

/// The places of the people by heading, headings in the order in which they first appear.
fn groups(people: &[Person]) -> Vec<(Option<&str>, Vec<usize>)> {
    let mut groups: Vec<(Option<&str>, Vec<usize>)> = Vec::new();
    for (place, person) in people.iter().enumerate() {
        let name = person.group.as_deref();
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(place),
            None => groups.push((name, vec![place])),
        }
    }
    groups
}

fn person(cx: &ViewContext, index: usize) -> Html {
    let person = &cx.story().cast[index];
    foldable(cx, Item { section: Section::Cast, index }, "li", "sc-person", &|| {
        let mut text = tag("p")
            .tag(classed("b", "sc-name").words(person.name.clone()))
            .text(" ")
            .tag(classed("span", "sc-role").child(prose(&person.role)));
        if person.returning {
            let word = cx.say(MessageKey::CastReturning);
            text = text.tag(classed("span", "sc-tag").text(" ").words(word));
        }
        let mut parts = vec![text.child(claim(cx, &person.claim)).done()];
        if let Some(note) = &person.note {
            parts.push(classed("p", "sc-note").child(prose(note)).done());
        }
        parts.push(see(cx, &person.claim));
        nodes(parts)
    })
}
