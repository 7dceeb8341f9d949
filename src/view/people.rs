//! Cast and crew, under the headings their author gave them.

use super::claim::{claim, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use crate::story::{Item, Key, Person, Section};
use yew::prelude::*;

/// Cast and crew.
pub(super) fn people(reader: &Reader) -> Html {
    html! {<>
        {for groups(&reader.story().cast).into_iter().map(|(name, people)| group(reader, name, &people))}
        {spoiler_switch(reader, Section::Cast)}
    </>}
}

/// Some of the people, with their places in the story's list.
type Listed<'a> = Vec<(usize, &'a Person)>;

/// The people by heading, headings in the order in which they first appear.
fn groups(people: &[Person]) -> Vec<(Option<&str>, Listed<'_>)> {
    let mut groups: Vec<(Option<&str>, Listed<'_>)> = Vec::new();
    for (place, person) in people.iter().enumerate() {
        let name = person.group.as_deref();
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push((place, person)),
            None => groups.push((name, vec![(place, person)])),
        }
    }
    groups
}

fn group(reader: &Reader, name: Option<&str>, people: &[(usize, &Person)]) -> Html {
    html! {<>
        if let Some(name) = name { <@{reader.heading(1)} class="sc-subheading">{name}</@> }
        <ul class="sc-people">{for people.iter().map(|(place, it)| person(reader, *place, it))}</ul>
    </>}
}

fn person(reader: &Reader, index: usize, person: &Person) -> Html {
    foldable(reader, Item { section: Section::Cast, index }, "li", "sc-person", &|| {
        html! {<>
            <p>
                <b class="sc-name">{&person.name}</b>{" "}
                <span class="sc-role">{prose(&person.role)}</span>
                if person.returning { <span class="sc-tag">{" "}{reader.say(Key::CastReturning)}</span> }
                {claim(reader, &person.claim)}
            </p>
            if let Some(note) = &person.note { <p class="sc-note">{prose(note)}</p> }
            {see(reader, &person.claim)}
        </>}
    })
}
