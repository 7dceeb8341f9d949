//! Cast and crew, under the headings their author gave them.

use super::claim::{claim, see};
use super::context::ViewContext;
use super::disclosure::{disclosure, rest_button, shown};
use super::lists::{LETTERS, LINES_OF_PEOPLE, first_of_rest, grouped, letters};
use super::picture::picture;
use super::prose::prose;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{classed, nodes, nothing, tag};
use crate::session::Disclosure;
use crate::story::{Item, MessageKey, Person, Section};
use yew::prelude::*;

/// Cast and crew.
pub(super) fn cast(cx: &ViewContext) -> Html {
    let people = &cx.story().cast;
    // A heading and links take lines of their own.
    let length = |index: usize| {
        let person = &people[index];
        let is_new = people[..index].iter().all(|other| other.group != person.group);
        let has_links = has_line(person) && !person.claim.see.is_empty();
        let more = usize::from(is_new && person.group.is_some()) + usize::from(has_links);
        letters(&person.name) + letters(&person.role.words()) + more * LETTERS
    };
    let shown = shown(cx, Section::Cast, LINES_OF_PEOPLE, &length);
    let mut parts = Vec::new();
    let groups = || people.iter().map(|person| person.group.as_deref()).enumerate();
    for (name, places) in grouped(&mut groups().take(shown)) {
        if let Some(name) = name {
            parts.push(cx.subheading(name.to_owned()));
        }
        let list = classed("ul", "sc-people");
        parts.push(list.each(places.len(), &|nth| person(cx, places[nth])).done());
    }
    let index = first_of_rest(&mut groups(), shown);
    parts.push(rest_button(cx, Item { section: Section::Cast, index }, people.len()));
    parts.push(spoiler_switch(cx, Section::Cast));
    nodes(parts)
}

/// Whether a line says all of a person, so that nothing unfolds.
fn has_line(person: &Person) -> bool {
    person.note.is_none() && person.image.is_none()
}

fn person(cx: &ViewContext, index: usize) -> Html {
    let person = &cx.story().cast[index];
    let item = Item { section: Section::Cast, index };
    foldable(cx, item, "li", "sc-person", &|| {
        let (claim, see) = (claim(cx, &person.claim), see(cx, &person.claim));
        if has_line(person) {
            let line = tag("p").child(name(cx, person)).child(claim);
            return nodes(vec![line.done(), see]);
        }
        let note = person.note.as_ref().map_or_else(nothing, prose);
        let rest = nodes(vec![
            picture(cx, person.image.as_deref()),
            classed("p", "sc-note").child(note).child(claim).done(),
            see,
        ]);
        disclosure(cx, Disclosure::Item(item), "sc-entry", name(cx, person), rest)
    })
}

/// Name and role.
fn name(cx: &ViewContext, person: &Person) -> Html {
    let returning = match person.returning {
        true => classed("span", "sc-tag").text(" ").words(cx.say(MessageKey::CastReturning)).done(),
        false => nothing(),
    };
    tag("span")
        .tag(classed("b", "sc-name").words(person.name.clone()))
        .text(" ")
        .tag(classed("span", "sc-role").child(prose(&person.role)))
        .child(returning)
        .done()
}
