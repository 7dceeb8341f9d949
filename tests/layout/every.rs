//! Every drawing of a story, laid out, painted and checked.

use story_card::{
    layout::{self, Layout, TableMeasure},
    paint::{Colors, Picture, Theme, svg},
    story::Story,
};

use crate::invariants;
use crate::timelines::Shown;

/// As narrow as it gets, a phone, a column of text.
const WIDTHS_PX: [f64; 3] = [120.0, 288.0, 640.0];

/// Panics if a drawing of a story breaks a promise; false if the text is no story.
pub(crate) fn check(text: &[u8]) -> bool {
    let Ok(story) = Story::parse(text) else { return false };
    for width in WIDTHS_PX {
        for chart in &story.charts {
            let layout = layout::chart(chart, &story.messages, width, &TableMeasure);
            for mark in layout.marks() {
                assert!(!layout::sentence(chart, *mark, &story.messages).is_empty());
            }
            drawn(layout);
        }
        let last = story.timeline.events.len().checked_sub(1);
        [None, last].into_iter().for_each(|selected| drawn(timeline(&story, selected, width)));
    }
    true
}

fn timeline(story: &Story, selected: Option<usize>, width: f64) -> Layout {
    let events = &story.timeline.events;
    let hidden = |event: usize| events[event].claim.spoiler;
    let view = Shown { hidden: &hidden, selected, ..Shown::default() };
    view.of(&story.timeline, &story.messages, width)
}

fn drawn(layout: Layout) {
    invariants::check(&layout);
    for mark in layout.marks() {
        assert!(!layout.emphasis(*mark).is_empty());
    }
    let picture = svg(&Picture::plain(layout), &Theme::LIGHT, Colors::Hex);
    assert!(picture.is_ok_and(|picture| picture.starts_with("<svg")));
}
