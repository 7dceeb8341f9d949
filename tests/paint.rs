//! Every kind of drawing as SVG text, and what holds of every painting.
//!
//! A snapshot that is missing, stale or different fails; look at the change, then
//! `UPDATE_SNAPSHOTS=1 cargo test --test paint` writes what is drawn now.
#![cfg(feature = "tool")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use story_card::layout::{self, Mark, PlacingView, TableMeasure};
use story_card::paint::{Colors, Picture, Theme, svg};
use story_card::story::{Messages, Placing, ScaleId, Story};

#[path = "layout/timelines.rs"]
mod timelines;

use timelines::Shown;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn story(path: &str) -> Story {
    let bytes = std::fs::read(root().join(path)).unwrap();
    Story::parse(&bytes).unwrap_or_else(|faults| panic!("{path}: {faults:?}"))
}

fn everything() -> Story {
    story("tests/stories/good/everything.story.json")
}

fn ballerina() -> Story {
    story("static/stories/ballerina.story.json")
}

fn chart(story: &Story, id: &str, width: f64) -> Picture {
    let chart = story.charts.iter().find(|chart| chart.id == id).unwrap();
    let layout = layout::chart(chart, &story.messages, width, &TableMeasure);
    Picture::plain(layout)
}

/// The timeline as it first stands: spoilers folded, nothing picked.
fn timeline(story: &Story, width: f64) -> Picture {
    let hidden = |event: usize| story.timeline.events[event].claim.spoiler;
    let view = Shown { hidden: &hidden, ..Shown::default() };
    Picture::plain(view.of(&story.timeline, &story.messages, width))
}

/// A guess at a chart: before anything is set, while the second value is picked, and with the truth.
fn guesses(story: &Story, id: &str, width: f64) -> [(String, Picture); 3] {
    let chart = story.charts.iter().find(|chart| chart.id == id).unwrap();
    let range = layout::slider_range(chart);
    let share = |n: usize| 0.2 + 0.6 * (n as f64 / 4.0).fract();
    let drawn: Vec<f64> = (0..chart.data.known().len())
        .map(|n| range.nearest(range.low + (range.high - range.low) * share(n)))
        .collect();
    let picture = |name: &str, drawn: &[f64], is_known: bool, index: Option<usize>| {
        let layout = layout::guess(chart, drawn, is_known, &story.messages, width, &TableMeasure);
        let pointed = index.map(|index| Mark::Value { series: 0, index });
        (format!("{id}-{name}"), Picture { pointed, ..Picture::plain(layout) })
    };
    [
        picture("unset", &[], false, Some(0)),
        picture("guess", &drawn, false, Some(1)),
        picture("truth", &drawn, true, None),
    ]
}

/// All pictures of a story at a width, by name.
fn pictures(story: &Story, width: f64) -> Vec<(String, Picture)> {
    let charts = story.charts.iter().map(|of| (of.id.clone(), chart(story, &of.id, width)));
    let events = (!story.timeline.events.is_empty()).then(|| timeline(story, width));
    charts.chain(events.map(|picture| ("timeline".to_owned(), picture))).collect()
}

/// Every snapshot by file name.
fn snapshots() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let themes = [("light", Theme::LIGHT), ("dark", Theme::DARK)];
    for width in [320.0, 640.0] {
        for (name, picture) in pictures(&everything(), width) {
            for (theme, colors) in &themes {
                let file = format!("everything-{name}-{width}-{theme}.svg");
                all.insert(file, svg(&picture, colors, Colors::Hex).unwrap());
            }
        }
        // Bars go to the sides, lines up and down.
        let drawn = ["heights", "wrecks"].map(|id| guesses(&everything(), id, width));
        for (name, picture) in drawn.into_iter().flatten() {
            for (theme, colors) in &themes {
                let file = format!("everything-{name}-{width}-{theme}.svg");
                all.insert(file, svg(&picture, colors, Colors::Hex).unwrap());
            }
        }
        // An event to place: before, with a guess, and where it belongs.
        for (name, guess, is_known) in
            [("unset", None, false), ("guess", Some(0.3), false), ("truth", Some(0.3), true)]
        {
            let picture = placing(&everything(), width, guess, is_known);
            let file = format!("everything-placing-{name}-{width}.svg");
            all.insert(file, svg(&picture, &Theme::LIGHT, Colors::Hex).unwrap());
        }
        // Times of a night, dates from the first to the last, events with several dates, axes of all
        // kinds.
        for name in ["night", "dates", "two-dates", "axes"] {
            let of = story(&format!("tests/stories/good/{name}.story.json"));
            for (part, picture) in pictures(&of, width) {
                let file = format!("{name}-{part}-{width}.svg");
                all.insert(file, svg(&picture, &Theme::LIGHT, Colors::Hex).unwrap());
            }
        }
        // Every kind of chart: on both papers, and from the right.
        let kinds = story("tests/stories/good/kinds.story.json");
        for (name, picture) in pictures(&kinds, width) {
            let mirrored = Picture::plain(picture.layout.as_ref().clone().mirrored());
            let both = [("light", &picture, Theme::LIGHT), ("dark", &picture, Theme::DARK)];
            for (way, picture, colors) in
                both.into_iter().chain([("mirrored", &mirrored, Theme::LIGHT)])
            {
                let file = format!("kinds-{name}-{width}-{way}.svg");
                all.insert(file, svg(picture, &colors, Colors::Hex).unwrap());
            }
        }
        // The bundled story as the static card shows it, in the page's colours.
        for (name, picture) in pictures(&ballerina(), width) {
            let file = format!("ballerina-{name}-{width}.svg");
            all.insert(file, svg(&picture, &Theme::LIGHT, Colors::Tokens).unwrap());
        }
    }
    // A timeline in a third width, from the right, and a window onto a part of it.
    for (name, of) in [("everything", everything()), ("ballerina", ballerina())] {
        let whole = timeline(&of, 960.0);
        let layout = whole.layout.as_ref().clone();
        let mirrored = Picture::plain(layout.mirrored());
        let (low, high) = of.timeline.first_window(ScaleId::Shared);
        let window = Some((low + (high - low) * 0.6, high - (high - low) * 0.1));
        let near = Shown { window, selected: of.lead_event(), ..Shown::default() };
        let near = Picture::plain(near.of(&of.timeline, &of.messages, 640.0));
        for (kind, picture) in [("wide", whole), ("mirrored", mirrored), ("near", near)] {
            let file = format!("{name}-timeline-{kind}.svg");
            all.insert(file, svg(&picture, &Theme::LIGHT, Colors::Hex).unwrap());
        }
    }
    all
}

/// The event that the story asks to place, with a guess at a share of the scale.
fn placing(story: &Story, width: f64, share: Option<f64>, is_known: bool) -> Picture {
    let forms = story.trivia.questions.iter().map(|question| &question.form);
    let placing = forms.filter_map(|form| Placing::of(story, form)).next().unwrap();
    let (first, last) = placing.ends();
    let guess = share.map(|share| first + ((last - first) as f64 * share) as i64);
    let hidden = |event: usize| story.timeline.events[event].claim.spoiler;
    let view = PlacingView { placing: &placing, guess, is_known, hidden: &hidden };
    let (timeline, messages) = (&story.timeline, &story.messages);
    Picture::plain(layout::placing(timeline, &view, messages, width, &TableMeasure))
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn drawings_are_as_they_were() {
    let folder = root().join("tests/snapshots");
    let drawn = snapshots();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, svg) in &drawn {
            std::fs::write(folder.join(name), svg).unwrap();
        }
        return;
    }
    let mut wrong: Vec<String> = Vec::new();
    for (name, svg) in &drawn {
        match std::fs::read_to_string(folder.join(name)) {
            Ok(known) if known == *svg => {}
            Ok(known) => wrong.push(format!("{name} differs: {}", first_difference(&known, svg))),
            Err(error) => wrong.push(format!("{name} is missing: {error}")),
        }
    }
    let stale = files(&folder).into_iter().filter(|name| !drawn.contains_key(name));
    wrong.extend(stale.map(|name| format!("{name} is drawn no more")));
    assert!(
        wrong.is_empty(),
        "{}\nIf that is meant: UPDATE_SNAPSHOTS=1 cargo test --test paint",
        wrong.join("\n")
    );
}

fn first_difference(known: &str, drawn: &str) -> String {
    let mut lines = known.lines().zip(drawn.lines()).enumerate();
    match lines.find(|(_, (known, drawn))| known != drawn) {
        Some((place, (known, drawn))) => {
            format!("line {}\n  was {known}\n  is  {drawn}", place + 1)
        }
        None => "one is longer".to_owned(),
    }
}

// What a backend is asked to do.

/// Counts what is drawn, notes where, and fails at a call if told so.
#[derive(Default)]
struct Recorder {
    calls: Vec<&'static str>,
    points: Vec<BackendCoord>,
    widths: Vec<u32>,
    texts: Vec<(String, String, f64)>,
    fails_at: Option<&'static str>,
}

impl Recorder {
    fn note(
        &mut self,
        call: &'static str,
        points: impl IntoIterator<Item = BackendCoord>,
    ) -> Result<(), DrawingErrorKind<std::io::Error>> {
        self.calls.push(call);
        self.points.extend(points);
        if self.fails_at == Some(call) {
            return Err(DrawingErrorKind::DrawingError(std::io::Error::other("no more ink")));
        }
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = std::io::Error;

    fn get_size(&self) -> (u32, u32) {
        (640, 480)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<std::io::Error>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<std::io::Error>> {
        self.note("present", [])
    }

    fn draw_pixel(
        &mut self,
        at: BackendCoord,
        _: BackendColor,
    ) -> Result<(), DrawingErrorKind<std::io::Error>> {
        self.note("pixel", [at])
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<std::io::Error>> {
        assert!(fill && from.0 < to.0 && from.1 < to.1, "{from:?} to {to:?}");
        self.note("rect", [from, to])
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<std::io::Error>> {
        self.widths.push(style.stroke_width());
        self.note("path", path)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<std::io::Error>> {
        self.note("polygon", path)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        _: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<std::io::Error>> {
        self.widths.extend((!fill).then_some(style.stroke_width()));
        self.note("circle", [center])
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<std::io::Error>> {
        self.texts.push((text.to_owned(), style.family().as_str().to_owned(), style.size()));
        self.note("text", [at])
    }
}

fn record(picture: &Picture) -> Recorder {
    let mut recorder = Recorder::default();
    picture.paint(&mut recorder, &Theme::LIGHT).unwrap();
    recorder
}

#[test]
fn everything_is_drawn_within_the_size_and_handed_over_once() {
    for width in [288.0, 640.0] {
        for (name, picture) in pictures(&everything(), width) {
            let recorder = record(&picture);
            let (width, height) = (picture.size().width as i32, picture.size().height as i32);
            for (x, y) in &recorder.points {
                assert!((0..=width).contains(x) && (0..=height).contains(y), "{name}: {x} {y}");
            }
            assert_eq!(recorder.calls.last(), Some(&"present"), "{name}");
            assert_eq!(recorder.calls.iter().filter(|call| **call == "present").count(), 1);
            assert!(recorder.widths.iter().all(|width| *width == 2), "strokes are two px wide");
            assert!(!recorder.calls.contains(&"pixel"), "{name} is not drawn pixel by pixel");
        }
    }
}

#[test]
fn words_are_set_in_the_cards_own_face() {
    let recorder = record(&chart(&everything(), "heights", 640.0));
    assert!(recorder.texts.iter().any(|(text, ..)| text == "Skerry"));
    for (text, family, size) in recorder.texts {
        assert_eq!(family, "system-ui, sans-serif", "{text}");
        assert!([12.5, 13.5].contains(&size), "{text} at {size}");
    }
}

#[test]
fn an_error_says_what_was_being_drawn() {
    let picture = chart(&everything(), "wrecks", 640.0);
    for (call, what) in [
        ("rect", "a bar"),
        ("path", "a line"),
        ("circle", "a circle"),
        ("text", "a label"),
        ("present", "the end"),
    ] {
        let mut recorder = Recorder { fails_at: Some(call), ..Recorder::default() };
        let error = picture.paint(&mut recorder, &Theme::LIGHT).unwrap_err();
        assert_eq!(error.what, what);
        let words = format!("the drawing stopped at {what}: Drawing backend error: no more ink");
        assert_eq!(error.to_string(), words);
    }
}

// What is picked.

fn lines(picture: &Picture) -> Vec<String> {
    let svg = svg(picture, &Theme::LIGHT, Colors::Hex).unwrap();
    svg.lines().map(str::to_owned).collect()
}

#[test]
fn a_picked_mark_is_emphasised_and_the_rest_stays() {
    for (id, form) in [("heights", "<polyline"), ("wrecks", "<circle")] {
        let plain = chart(&everything(), id, 640.0);
        let pointed = plain.layout.marks().first().copied();
        let picked = Picture { pointed, ..plain.clone() };
        let (before, after) = (lines(&plain), lines(&picked));
        assert_eq!(after.len(), before.len() + 1);
        let added = after.iter().find(|line| !before.contains(line)).unwrap();
        assert!(added.starts_with(form) && added.contains(&Theme::LIGHT.ink.hex()), "{added}");
    }
}

#[test]
fn the_selected_event_and_the_one_pointed_at_are_emphasised_once_each() {
    let story = everything();
    let picture = timeline(&story, 640.0);
    let count = |picked, pointed| lines(&Picture { picked, pointed, ..picture.clone() }).len();
    let plain = count(None, None);
    let marks = picture.layout.marks();
    let (first, last) = (marks[0], *marks.last().unwrap());
    assert_eq!(count(Some(first), None), plain + 1);
    assert_eq!(count(Some(first), Some(first)), plain + 1);
    assert_eq!(count(Some(first), Some(last)), plain + 2);
    assert_eq!(count(None, Some(Mark::Event(9999))), plain);
}

#[test]
fn pictures_are_the_same_if_they_share_layout_and_picks() {
    let story = everything();
    let one = chart(&story, "heights", 640.0);
    assert_eq!(one, one.clone());
    assert_ne!(one, chart(&story, "heights", 640.0), "another layout, though an equal one");
    let pointed = one.layout.marks().first().copied();
    assert_ne!(one, Picture { pointed, ..one.clone() });
    assert_ne!(one, timeline(&story, 640.0));
}

// SVG.

#[test]
fn colours_become_tokens_with_their_value_at_hand() {
    let picture = chart(&everything(), "heights", 640.0);
    let svg = svg(&picture, &Theme::LIGHT, Colors::Tokens).unwrap();
    assert!(svg.contains("fill=\"var(--story-accent, #a8123a)\""));
    assert!(!svg.contains("=\"#"), "a colour without a token");
    for value in Theme::LIGHT.tokens().map(|(_, color)| color.hex()) {
        let plain = svg.matches(&value).count();
        assert_eq!(plain, svg.matches(&format!(", {value})")).count(), "{value}");
    }
}

#[test]
fn text_of_svg_has_the_size_it_was_measured_at() {
    let svg = lines(&chart(&everything(), "heights", 640.0)).join("\n");
    assert!(svg.contains("font-size=\"13.5\"") && svg.contains("font-size=\"12.5\""));
    assert!(!svg.contains("opacity=\"1\""));
}

#[test]
fn words_of_a_story_cannot_break_out_of_svg() {
    let mut story = everything();
    let evil = "\"/><script>x</script>&='#a8123a\" opacity=\"1\"";
    story.timeline.lanes[0].title = evil.to_owned();
    let svg = svg(&timeline(&story, 640.0), &Theme::LIGHT, Colors::Tokens).unwrap();
    assert!(!svg.contains("<script"));
    let escaped =
        "&quot;/&gt;&lt;script&gt;x&lt;/script&gt;&amp;=&apos;#a8123a&quot; opacity=&quot;1&quot;";
    assert!(svg.contains(escaped), "the words themselves stay as they are");
}

#[test]
fn folded_words_are_in_no_drawing() {
    for story in [everything(), ballerina()] {
        let folded = story.timeline.events.iter().filter(|event| event.claim.spoiler);
        let folded: Vec<String> = folded.map(|event| event.title.words()).collect();
        assert!(!folded.is_empty());
        for width in [320.0, 640.0, 1100.0] {
            let svg = lines(&timeline(&story, width)).join("\n");
            for words in &folded {
                assert!(!svg.contains(words.as_str()), "{words}");
            }
        }
    }
}

#[test]
fn a_story_in_another_language_brings_its_separators() {
    let mut story = ballerina();
    let replaced = vec![(story_card::story::MessageKey::NumberDecimal, ",".to_owned())];
    story.messages = Messages::new(replaced);
    let id = story.charts[0].id.clone();
    let svg = lines(&chart(&story, &id, 640.0)).join("\n");
    assert!(svg.contains("137,2") && !svg.contains("137.2"));
}
