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

use std::mem::take;

use super::fault::Faults;
use super::order::sort;
use super::raw::{Id, List, Markup, Outline, Words};
use super::{Direction, Section, Story, Text};
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
///
/// What it keeps is taken out of the outline.
pub(super) fn story(outline: &mut Outline, faults: &mut Faults) -> Story {
    debug_assert!(outline.format.0.is_some() || !faults.is_empty(), "a fault went unnoted");
    timeline::sort(outline);
    outline::sections(outline, faults);
    let register = Register::of(outline, faults);
    let shown = outline::shown(outline);
    let mut check = Check { register, shown: shown.clone(), faults };
    // These sections have no sources of their own to inherit.
    let none = Inherited::default();
    // Charts come before the questions that let readers draw on them.
    let charts = check.charts(outline.charts.given());
    let trivia = check.trivia(outline.trivia.given(), &charts);
    Story {
        id: outline.id.0.take().map(|id| id.text).unwrap_or_default(),
        title: words(&mut outline.title.0).unwrap_or_default(),
        subtitle: outline.subtitle.given().map(|subtitle| take(&mut subtitle.text)),
        lang: outline.lang.given().map_or_else(|| "en".to_owned(), |lang| take(&mut lang.0)),
        dir: outline.dir.given().map_or(Direction::Ltr, |dir| dir.value),
        about: outline.about.given().map(outline::about),
        as_of: outline.as_of.given().map(|day| day.date),
        image: outline.image.given().map(outline::image),
        messages: check.messages(outline.messages.given()),
        sections: shown,
        overview: check.overview(outline.overview.given()),
        trivia,
        timeline: check.timeline(outline.timeline.given()),
        charts: whole(charts),
        cast: check.items(outline.cast.given(), &none, Check::person),
        faq: check.items(outline.faq.given(), &none, Check::answer),
        outcomes: check.items(outline.outcomes.given(), &none, Check::outcome),
        disputes: check.items(outline.disputes.given(), &none, Check::dispute),
        sources: outline.sources.0.as_mut().map(outline::sources).unwrap_or_default(),
    }
}

/// What is not broken.
fn whole<T>(checked: Vec<Option<T>>) -> Vec<T> {
    let mut whole = Vec::new();
    for item in checked {
        whole.extend(item);
    }
    whole
}

/// Words that may be left out.
fn words(words: &mut Option<Words>) -> Option<String> {
    words.take().map(|words| words.0)
}

/// A text that may be left out.
fn optional(markup: &mut Option<Markup>) -> Option<Text> {
    markup.take().map(|markup| markup.text)
}

impl Check<'_> {
    /// Whether a list has as many entries as it needs and a reader can bear; notes it if not.
    fn has_length<T>(&mut self, list: &List<T>, least: usize, most: usize, what: &str) -> bool {
        let length = list.entries.len();
        let fits = (least..=most).contains(&length);
        if !fits {
            self.note_length(list.at, length, (least, most), what);
        }
        fits
    }

    fn note_length(&mut self, at: usize, length: usize, bounds: (usize, usize), what: &str) {
        let right = match bounds {
            (0, most) => format!("There may be at most {most}."),
            (least, most) if least == most => format!("There must be {most}."),
            (least, most) => format!("There must be at least {least} and at most {most}."),
        };
        self.faults.push(at, format!("the number of {what} is {length}"), right);
    }

    /// Notes every id of a question or chart that stands twice in it.
    fn unique(&mut self, mut ids: Vec<&Id>, what: &str) {
        sort(&mut ids, |a, b| a.text.cmp(&b.text).then(a.at.cmp(&b.at)));
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
