//! What of the timeline is shown: windows onto its scales, filters, what is looked for.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use story_card::session::{Action, Options, Session, TimelineChange, WindowChange};
use story_card::story::{Address, ScaleId, Section, Story};

#[path = "session/after.rs"]
mod after;

use after::after;

const SHARED: ScaleId = ScaleId::Shared;

fn story(name: &str) -> Story {
    let text = std::fs::read(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    Story::parse(&text).unwrap()
}

fn ballerina() -> Story {
    story("static/stories/ballerina.story.json")
}

fn opened(story: &Story) -> Session {
    Session::new(story, Options::default(), 1)
}

fn change(story: &Story, session: &Session, change: TimelineChange) -> Session {
    after(story, session, [Action::Timeline(change)])
}

fn window(story: &Story, session: &Session) -> (f64, f64) {
    session.timeline().window(&story.timeline, SHARED)
}

fn event(story: &Story, id: &str) -> usize {
    story.timeline.events.iter().position(|event| event.id == id).unwrap()
}

fn shown(story: &Story, session: &Session) -> usize {
    (0..story.timeline.events.len()).filter(|event| session.timeline().shows(*event)).count()
}

fn zoom(factor: f64, around: Option<f64>) -> TimelineChange {
    TimelineChange::Window(SHARED, WindowChange::Zoom { factor, around })
}

#[test]
fn zooming_keeps_the_picked_event_in_sight() {
    let story = ballerina();
    let lead = story.lead_event().unwrap();
    let (start, end) = story.timeline.events[lead].when.span(story.timeline.clock);
    let mut session = opened(&story);
    for _ in 0..20 {
        session = session
            .apply(&story, Action::Timeline(zoom(2.0, None)))
            .unwrap_or_else(|| session.clone());
        let (low, high) = window(&story, &session);
        assert!(low <= start && end <= high, "{low} {start} {end} {high}");
    }
    let (low, high) = window(&story, &session);
    assert_eq!(high - low, story.timeline.least_window(SHARED), "no nearer than two days");
    assert_eq!(session.timeline().can_zoom(&story.timeline, SHARED), (false, true));
    for _ in 0..20 {
        session = session
            .apply(&story, Action::Timeline(zoom(0.5, None)))
            .unwrap_or_else(|| session.clone());
    }
    assert_eq!(window(&story, &session), story.timeline.extent(SHARED));
    assert_eq!(session.timeline().can_zoom(&story.timeline, SHARED), (true, false));
}

#[test]
fn what_is_picked_elsewhere_comes_into_sight_and_what_hides_it_is_let_go_of() {
    let story = ballerina();
    let first = event(&story, "john-wick-release");
    let middle = |event: usize| {
        let (start, end) = story.timeline.events[event].when.span(story.timeline.clock);
        f64::midpoint(start, end)
    };
    let near = after(
        &story,
        &opened(&story),
        [Action::Timeline(zoom(2.0, None)), Action::Timeline(zoom(2.0, None))],
    );
    let (low, high) = window(&story, &near);
    assert!(middle(first) < low);
    let address = Address { section: Section::Timeline, item: Some(first) };
    for arrive in [Action::PickEvent(Some(first)), Action::Show(address)] {
        let there = after(&story, &near, [arrive]);
        let (from, to) = window(&story, &there);
        assert!(from <= middle(first) && middle(first) <= to);
        assert!(((to - from) - (high - low)).abs() < 1.0, "as near as before");
    }
    let in_the_story = change(&story, &opened(&story), TimelineChange::Lane(1));
    assert!(!in_the_story.timeline().shows(first));
    let there = after(&story, &in_the_story, [Action::Show(address)]);
    assert!(there.timeline().shows(first) && there.timeline().lanes().is_empty());
}

#[test]
fn lanes_tags_and_words_choose_events_and_nothing_shows_all() {
    let story = ballerina();
    let all = story.timeline.events.len();
    let start = opened(&story);
    let world = change(&story, &start, TimelineChange::Lane(0));
    assert_eq!(shown(&story, &world), 29);
    let both = change(&story, &world, TimelineChange::Lane(1));
    assert_eq!(shown(&story, &both), all, "all lanes are as good as none");
    assert!(both.timeline().lanes().is_empty());
    let home = story.timeline.tags.iter().position(|(tag, _)| tag == "At home").unwrap();
    let cinemas = story.timeline.tags.iter().position(|(tag, _)| tag == "In cinemas").unwrap();
    let tagged = change(&story, &start, TimelineChange::Tag(home));
    assert_eq!(shown(&story, &tagged), 6);
    let more = change(&story, &tagged, TimelineChange::Tag(cinemas));
    assert_eq!(shown(&story, &more), 13, "an event needs one of the tags");
    let none = after(
        &story,
        &more,
        [
            Action::Timeline(TimelineChange::Tag(cinemas)),
            Action::Timeline(TimelineChange::Tag(home)),
        ],
    );
    assert_eq!(none.timeline(), start.timeline());

    let find = |words: &str| change(&story, &start, TimelineChange::Find(words.into()));
    assert_eq!(shown(&story, &find("STARZ")), 2);
    assert_eq!(shown(&story, &find("trailer")), 1);
    assert_eq!(shown(&story, &find("nothing says so")), 0);
    assert_eq!(find("").timeline(), start.timeline());
    // What was looked for is in sight as a whole.
    let found = find("STARZ");
    let (low, high) = window(&story, &found);
    for (index, event) in story.timeline.events.iter().enumerate() {
        if found.timeline().shows(index) {
            let (start, end) = event.when.span(None);
            assert!(low <= start && end <= high);
        }
    }
}

#[test]
fn folded_words_are_not_found() {
    let story = ballerina();
    let hidden = event(&story, "story-10");
    let says = "Lena";
    let session = change(&story, &opened(&story), TimelineChange::Find(says.into()));
    assert!(!session.timeline().shows(hidden));
    let open = after(
        &story,
        &opened(&story),
        [Action::FoldAll(false), Action::Timeline(TimelineChange::Find(says.into()))],
    );
    assert!(open.timeline().shows(hidden));
}

#[test]
fn the_way_back_leads_to_what_was_shown_first() {
    let story = story("tests/stories/good/everything.story.json");
    let start = opened(&story);
    assert_eq!(window(&story, &start), story.timeline.first_window(SHARED));
    let all = change(&story, &start, TimelineChange::Fit);
    let (low, high) = window(&story, &all);
    let (from, to) = story.timeline.extent(SHARED);
    assert!(low <= from && to <= high, "{low} {from} {to} {high}");
    let back = change(&story, &all, TimelineChange::First);
    assert_eq!(back.timeline(), start.timeline());
    // A lane with a scale of its own has a window of its own.
    let own = ScaleId::Lane(1);
    let near = TimelineChange::Window(own, WindowChange::Zoom { factor: 2.0, around: None });
    let near = change(&story, &start, near);
    assert_eq!(window(&story, &near), window(&story, &start));
    assert_ne!(
        near.timeline().window(&story.timeline, own),
        start.timeline().window(&story.timeline, own)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_leads_out_of_the_timeline(
        changes in prop::collection::vec(
            prop_oneof![
                (any::<f64>(), any::<f64>())
                    .prop_map(|window| TimelineChange::Window(SHARED, WindowChange::Show(window))),
                (0.01..100.0_f64, prop::option::of(-1e9..1e9_f64))
                    .prop_map(|(factor, around)| zoom(factor, around)),
                (-5.0..5.0_f64).prop_map(|by| TimelineChange::Window(SHARED, WindowChange::Pan(by))),
                Just(TimelineChange::Fit),
                Just(TimelineChange::First),
                (0..9usize).prop_map(TimelineChange::Lane),
                (0..9usize).prop_map(TimelineChange::Tag),
                "[a-z]{0,2}".prop_map(TimelineChange::Find),
            ],
            0..20,
        ),
    ) {
        let story = ballerina();
        let (from, to) = story.timeline.extent(SHARED);
        let mut session = opened(&story);
        for change in changes {
            session = session.apply(&story, Action::Timeline(change)).unwrap_or(session);
            let (low, high) = window(&story, &session);
            prop_assert!(from <= low && low < high && high <= to + 1.0, "{} {}", low, high);
            prop_assert!(high - low >= story.timeline.least_window(SHARED) - 1.0);
        }
    }
}
