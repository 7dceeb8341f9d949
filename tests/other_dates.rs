//! Dates that other sources give of an event: said wherever its date is said, drawn beside it, and
//! right in an answer.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::rc::Rc;

use story_card::layout::{
    Shape, TableMeasure, TimelineIndex, TimelineView, timeline, timeline_room,
};
use story_card::session::{Action, Options, Session};
use story_card::story::{Messages, Placing, ScaleId, Section, Story};
use story_card::view::{Card, CardProps, Face, Lists, Model, StoryRef, static_card};
use yew::{Callback, LocalServerRenderer};

/// What is said of the first event.
const WORDS: &str = "1 May 1854; other sources give 13 June 1854";

fn story() -> Story {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = path.join("tests/stories/good/two-dates.story.json");
    Story::parse(&fs::read(path).unwrap()).unwrap()
}

fn live(story: &Story) -> String {
    let session = Session::new(story, Options::default(), 1);
    let session = session.apply(story, Action::Open(Section::Timeline)).unwrap_or(session);
    let face = Face::Card(Model { story: StoryRef::new(story.clone()), session: Rc::new(session) });
    let props = CardProps { face, on_action: Callback::noop() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let rendered = LocalServerRenderer::<Card>::with_props(props).hydratable(false).render();
    tokio::task::LocalSet::new().block_on(&runtime, rendered)
}

#[test]
fn other_dates_are_said_where_the_date_is() {
    let story = story();
    let read = static_card(story.clone(), Options::default(), Lists::Whole, None).unwrap();
    let html = live(&story);
    for (html, least) in [(&read, 1), (&html, 2)] {
        assert!(html.matches(WORDS).count() >= least, "{html}");
        assert!(html.contains("March 1855; other sources give October 1855, about June 1856"));
    }
    // Each with the sources that give it.
    let list = read.split("sc-lanes").nth(1).unwrap();
    let of_keeper = list.split("A second keeper comes").nth(1).unwrap();
    let of_keeper = of_keeper.split("The bell").next().unwrap();
    let [october, june] = ["October 1855<sup", "about June 1856<sup"].map(|it| of_keeper.find(it));
    assert!(october.is_some() && october < june, "{of_keeper}");
    assert!(!read.contains("datetime=\"1854-05-01\""), "no single date is what was said");
}

#[test]
fn a_source_of_another_date_is_one_that_something_rests_on() {
    let story = story();
    let uses = |id: &str| {
        let source = story.sources.iter().position(|source| source.id == id).unwrap();
        story.uses(source).len()
    };
    assert_eq!([uses("paper"), uses("letters")], [3, 3]);
    let warnings = story
        .warnings(&fs::read_to_string("tests/stories/good/two-dates.story.json").unwrap(), &|_| {
            story_card::story::PictureFile::Unknown
        });
    assert!(!warnings.iter().any(|it| it.wrong.contains("nothing rests")), "{warnings:?}");
}

/// What is drawn of the lanes, in a window of the shared scale.
fn drawn(story: &Story, window: Option<(f64, f64)>) -> (Vec<Shape>, usize) {
    let of = &story.timeline;
    let first = |scale| match (scale, window) {
        (ScaleId::Shared, Some(window)) => window,
        _ => of.first_window(scale),
    };
    let view = TimelineView {
        window: &first,
        hidden: &|_| false,
        selected: None,
        is_small: false,
        strip: None,
    };
    let index = TimelineIndex::new(of, &|_| true);
    let messages = Messages::default();
    let room = timeline_room(of, &index, &view, &messages, 600.0, &TableMeasure);
    let layout = timeline(of, &index, (&view, &room), &messages, 600.0, &TableMeasure);
    (layout.shapes().to_vec(), layout.event_count())
}

fn rings(shapes: &[Shape]) -> usize {
    shapes.iter().filter(|shape| matches!(shape, Shape::Ring(..))).count()
}

#[test]
fn dates_that_can_be_told_apart_are_two_marks_and_others_one() {
    let story = story();
    let (all, count) = drawn(&story, None);
    assert_eq!(count, story.timeline.events.len(), "each event is counted once");
    // A hollow mark each of "lit", "keeper" and "gale"; the two days of "full" are one mark.
    assert_eq!(rings(&all), 3);
    let (start, _) = story.timeline.events[3].span(None);
    let (near, _) = drawn(&story, Some((start - 3000.0, start + 6000.0)));
    // By the hour the two days of the log are two bars, of which one is an outline.
    let paths = |shapes: &[Shape]| shapes.iter().filter(|it| matches!(it, Shape::Path(..))).count();
    assert!(paths(&near) > 0, "{near:?}");
}

#[test]
fn a_guess_at_any_of_the_dates_is_right() {
    let story = story();
    let placing = Placing::of(&story, &story.trivia.questions[0].form).unwrap();
    let distance = |date: &str| {
        let date = story_card::story::Date::from_text(date).unwrap();
        placing.distance(placing.step_of(&date).unwrap())
    };
    assert_eq!(distance("1854-05-01"), 0.0);
    assert_eq!(distance("1854-06-13"), 0.0);
    assert_eq!(distance("1854-05-20"), 0.0, "as numbers between what sources give");
    assert!(distance("1854-08-01") > 0.0);
}
