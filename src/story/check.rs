//! What a story of the right shape means: references resolved, ranges held, words that fit.
//!
//! In: every rule of the types in `crate::story`, one file for each part. Each check notes a
//! fault and goes on with what it has; the story it makes counts only if there was none.
//! Out: the shape (`raw`).

mod chart;
mod claim;
mod columns;
mod messages;
mod outline;
mod question;
mod register;
mod rows;
mod sections;
mod timeline;

use super::fault::Faults;
use super::order::sorted;
use super::raw::{Id, List, Outline};
use super::{Direction, Section, Story};
use claim::Inherited;
use register::Register;

/// What all checks share.
struct Check<'f> {
    /// Every id of the story.
    register: Register,
    /// The sections the story names.
    shown: Vec<Section>,
    faults: &'f mut Faults,
}

/// The story that an outline means; valid only if no fault is noted.
pub(super) fn story(mut outline: Outline, faults: &mut Faults) -> Story {
    debug_assert!(outline.format.0.is_some() || !faults.is_empty(), "a fault went unnoted");
    timeline::sort(&mut outline.timeline);
    outline::sections(&outline, faults);
    let register = Register::of(&outline, faults);
    let sections = outline.sections.0.take().map(|sections| sections.entries);
    let shown: Vec<Section> = sections.iter().flatten().map(|section| section.value).collect();
    let mut check = Check { register, shown: shown.clone(), faults };
    // These sections have no sources of their own to inherit.
    let none = Inherited::default();
    // Charts come before the questions that let readers draw on them.
    let charts = check.charts(outline.charts.0.flatten());
    let trivia = outline.trivia.0.flatten().map(|trivia| check.trivia(trivia, &charts));
    Story {
        id: outline.id.0.map(|id| id.text).unwrap_or_default(),
        title: outline.title.0.map(|title| title.0).unwrap_or_default(),
        subtitle: outline.subtitle.0.flatten().map(|subtitle| subtitle.text),
        lang: outline.lang.0.flatten().map_or_else(|| "en".to_owned(), |lang| lang.0),
        dir: outline.dir.0.flatten().map_or(Direction::Ltr, |dir| dir.value),
        about: outline.about.0.flatten().map(outline::about),
        as_of: outline.as_of.0.flatten().map(|day| day.date),
        image: outline.image.0.flatten().map(outline::image),
        messages: check.messages(outline.messages.0.flatten()),
        sections: shown,
        overview: check.overview(outline.overview.0.flatten()),
        trivia: trivia.unwrap_or_default(),
        timeline: check.timeline(outline.timeline.0.flatten()),
        charts: charts.into_iter().flatten().collect(),
        cast: check.items(outline.cast.0.flatten(), &none, Check::person),
        faq: check.items(outline.faq.0.flatten(), &none, Check::answer),
        outcomes: check.items(outline.outcomes.0.flatten(), &none, Check::outcome),
        disputes: check.items(outline.disputes.0.flatten(), &none, Check::dispute),
        sources: outline.sources.0.map(outline::sources).unwrap_or_default(),
    }
}

impl Check<'_> {
    /// Whether a list has as many entries as it needs and a reader can bear; notes it if not.
    fn has_length<T>(&mut self, list: &List<T>, least: usize, most: usize, what: &str) -> bool {
        let length = list.entries.len();
        let fits = (least..=most).contains(&length);
        if !fits {
            let right = match least {
                0 => format!("There may be at most {most}."),
                _ if least == most => format!("There must be {most}."),
                _ => format!("There must be at least {least} and at most {most}."),
            };
            self.faults.push(list.at, format!("the number of {what} is {length}"), right);
        }
        fits
    }

    /// Notes every id of a question or chart that stands twice in it.
    fn unique<'a>(&mut self, ids: impl Iterator<Item = &'a Id>, what: &str) {
        let ids = sorted(ids.collect(), |a: &&Id, b| a.text.cmp(&b.text).then(a.at.cmp(&b.at)));
        for pair in ids.windows(2) {
            if let [first, second] = pair
                && first.text == second.text
            {
                let wrong = format!("two {what} have the id \"{}\"", second.text);
                self.faults.push(second.at, wrong, "Give each its own.");
            }
        }
    }
}
