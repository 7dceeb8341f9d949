//! Axes of charts: what is marked along them at which width, and what is said of them.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use story_card::layout::{self, ChartView, Ink, Layout, Mark, Shape, TableMeasure};
use story_card::session::Options;
use story_card::story::{Chart, Messages, Story};
use story_card::view::{self, Lists};

#[path = "layout/labels.rs"]
mod labels;
#[path = "charts/words.rs"]
mod words;

use labels::{labels, texts};

fn story() -> Story {
    words::story("axes")
}

fn chart(id: &str) -> Chart {
    words::chart("axes", id)
}

/// The words in the drawing of a chart.
fn drawn(id: &str, width: f64) -> Vec<String> {
    words::drawn(&chart(id), width)
}

fn says(words: &[String], all: &[&str]) {
    for one in all {
        assert!(words.iter().any(|it| it.replace('\u{a0}', " ") == *one), "no {one} in {words:?}");
    }
}

/// A chart with a line in focus.
fn focused(chart: &Chart, line: usize, width: f64) -> Layout {
    let view = ChartView { focus: Some(line), ..ChartView::default() };
    layout::chart_view(chart, view, &Messages::default(), width, &TableMeasure)
}

/// What is said of a value.
fn spoken(id: &str, index: usize) -> String {
    words::spoken(&chart(id), index).replace('\u{a0}', " ")
}

/// The static card.
fn page() -> String {
    let options = Options { seed: Some(1), ..Options::default() };
    let page = view::static_card(story(), options, Lists::Whole, None).unwrap();
    page.replace('\u{a0}', " ")
}

#[test]
fn equal_ratios_are_equally_long_and_marked_by_powers_of_ten() {
    says(&drawn("cases", 280.0), &["1", "10", "100", "1000", "10,000", "100,000"]);
    let layout = layout::chart(&chart("cases"), &Messages::default(), 640.0, &TableMeasure);
    let labels = labels(layout.shapes());
    let y = |text: &str| labels.iter().find(|label| label.text == text).unwrap().at.y;
    assert!((y("1") - y("10") - (y("1000") - y("10,000"))).abs() <= 1.0);
}

#[test]
fn an_axis_goes_through_zero_where_values_do() {
    says(&drawn("balance", 280.0), &["€10,000", "€100", "€0", "\u{2212}€100"]);
}

#[test]
fn an_axis_across_has_three_ticks_on_a_phone() {
    says(&drawn("income", 280.0), &["$1 k", "$5 k", "$20 k"]);
    says(&drawn("balance", 280.0), &["2020", "2022", "2024"]);
    says(&drawn("sizes", 280.0), &["0.0001 m", "0.1 m", "10 m"]);
}

#[test]
fn the_author_says_what_is_marked_and_which_way_it_goes() {
    says(&drawn("income", 640.0), &["0%", "50%", "90%", "95%", "100%", "$50,000"]);
    let rank = chart("rank");
    let layout = layout::chart(&rank, &Messages::default(), 640.0, &TableMeasure);
    let y = |index| layout.rect(Mark::Value { series: 0, index }).unwrap().center().y;
    assert!(y(0) > y(3), "the first place is on top");
    assert!(drawn("rank", 640.0).contains(&"12".to_owned()));
}

#[test]
fn a_rounded_number_is_whole_in_table_and_speech() {
    says(&drawn("people", 640.0), &["1.42 bn", "338 mn", "812.0"]);
    assert_eq!(spoken("people", 0), "The valley: 1,417,173,173.0");
    assert_eq!(spoken("income", 0), "Arda, $740, Lands: 61.5");
    assert!(page().contains(">1,417,173,173.0<"));
}

#[test]
fn readers_are_told_of_axes_that_are_not_even() {
    let page = page();
    for words in [
        ">logarithmic axis<",
        ">Income a head: logarithmic axis<",
        ">axis logarithmic on both sides of 0<",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_band_is_named_with_both_ends_and_a_stretch_with_its_dates() {
    for width in [280.0, 672.0] {
        let words = drawn("cases", width).join(" ").replace('\u{a0}', " ");
        for part in ["What the wards can take: 100 to 1000", "First", "Schools"] {
            assert!(words.contains(part), "{part} at {width} in {words}");
        }
    }
    let page = page();
    assert!(page.contains("100 to 1000"));
    assert!(page.contains("15 March 2020 to 22 March 2020: Schools closed"));
    assert!(page.contains("8 March 2020: First test"));
}

#[test]
fn a_bar_that_dwarfs_the_others_is_cut_and_says_so() {
    let layout = layout::chart(&chart("cities"), &Messages::default(), 640.0, &TableMeasure);
    let width = |index| layout.rect(Mark::Value { series: 0, index }).unwrap().width;
    assert!(width(0) > width(1) && width(0) < 1.3 * width(1), "it is a little longer");
    assert!((width(1) / width(2) - 310.0 / 140.0).abs() < 0.02, "the others share an axis");
    says(&drawn("cities", 640.0), &["9310", "(bar cut short)", "310"]);
    assert_eq!(
        spoken("cities", 0),
        "The capital: 9310 thousand, sources give 9100 to 9500, bar cut short"
    );
}

#[test]
fn of_many_lines_one_is_in_focus_and_walked_first() {
    let (towns, messages) = (chart("towns"), Messages::default());
    let names = ["Arda", "Bree", "Cair", "Dale", "Esk", "Fenn", "Gorm", "Holt"];
    let first = |layout: &Layout| layout.marks()[0];
    let layout = layout::chart(&towns, &messages, 672.0, &TableMeasure);
    assert_eq!(first(&layout), Mark::Value { series: 2, index: 0 }, "the subject");
    assert_eq!(layout.marks().len(), 48);
    let colors = |layout: &Layout| {
        let path = |shape: &Shape| match shape {
            Shape::Path(_, fill) => Some(fill.ink),
            _ => None,
        };
        layout.shapes().iter().filter_map(path).collect::<Vec<Ink>>()
    };
    let grey = colors(&layout).iter().filter(|ink| **ink == Ink::Muted).count();
    assert_eq!((grey, colors(&layout).last()), (7, Some(&Ink::Accent)));
    let other = focused(&towns, 5, 672.0);
    let stands_out = |ink: &&Ink| **ink != Ink::Muted;
    let colored: Vec<Ink> = colors(&other).iter().filter(stands_out).copied().collect();
    assert_eq!(colored.len(), 2, "the one in focus, and the subject: {colored:?}");
    for width in [280.0, 320.0, 672.0, 1000.0] {
        for (focus, name) in names.iter().enumerate() {
            let layout = focused(&towns, focus, width);
            assert!(texts(layout.shapes()).contains(name), "{name} at {width}");
        }
    }
}
