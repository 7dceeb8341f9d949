//! Kinds of charts: what each shows, says and does where room lacks.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use story_card::layout::{self, ChartView, Layout, Mark, Rect, Shape, TableMeasure};
use story_card::story::{Chart, ChartKind, Data, Messages, Story};

#[path = "layout/invariants.rs"]
mod invariants;
#[path = "layout/labels.rs"]
mod labels;
#[path = "charts/words.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod words;

fn kinds() -> Story {
    words::story("kinds")
}

fn chart(id: &str) -> Chart {
    words::chart("kinds", id)
}

fn laid_out(id: &str, width: f64) -> Layout {
    layout::chart(&chart(id), &Messages::default(), width, &TableMeasure)
}

fn texts(layout: &Layout) -> Vec<&str> {
    labels::texts(layout.shapes())
}

/// Where the first values of the rows are drawn.
fn rects(layout: &Layout) -> Vec<Rect> {
    let first = |mark: &&Mark| matches!(mark, Mark::Value { series: 0, .. });
    layout.marks().iter().filter(first).map(|mark| layout.rect(*mark).unwrap()).collect()
}

fn is_upright(layout: &Layout) -> bool {
    let rects = rects(layout);
    rects.windows(2).all(|pair| pair[0].right() <= pair[1].x)
}

fn sentences(id: &str) -> Vec<String> {
    let (chart, layout) = (chart(id), laid_out(id, 640.0));
    let said = |mark: &Mark| layout::sentence(&chart, *mark, &Messages::default());
    layout.marks().iter().map(|mark| said(mark).replace('\u{a0}', " ")).collect()
}

#[test]
fn every_kind_is_laid_out_at_every_width() {
    let story = kinds();
    for chart in &story.charts {
        for width in (120..1200).step_by(7) {
            let layout = layout::chart(chart, &story.messages, f64::from(width), &TableMeasure);
            invariants::check(&layout);
            let small = ChartView { is_small: true, ..ChartView::default() };
            let width = f64::from(width);
            let layout = layout::chart_view(chart, small, &story.messages, width, &TableMeasure);
            invariants::check(&layout);
        }
    }
}

#[test]
fn bars_stand_up_where_their_names_find_room_and_lie_down_where_not() {
    for (id, narrow, wide) in [
        ("upright", true, true),
        ("upright-long-names", false, true),
        ("upright-dates", true, true),
        ("upright-stacked", true, true),
        ("bars-and-line", true, true),
    ] {
        assert_eq!(is_upright(&laid_out(id, 320.0)), narrow, "{id}");
        assert_eq!(is_upright(&laid_out(id, 1600.0)), wide, "{id}");
    }
    for width in (120..1200).step_by(5) {
        let layout = laid_out("upright-long-names", f64::from(width));
        if is_upright(&layout) {
            assert!(texts(&layout).iter().all(|text| !text.ends_with('\u{2026}')), "{width}");
        }
    }
}

#[test]
fn bars_of_dates_stand_as_far_apart_as_these() {
    let rects = rects(&laid_out("upright-dates", 640.0));
    let gaps: Vec<f64> = rects.windows(2).map(|pair| pair[1].x - pair[0].x).collect();
    // From January to February there are 31 days, from February to March 29.
    assert!(gaps[0] > gaps[1] && gaps[1] > 0.0, "{gaps:?}");
}

#[test]
fn values_stand_over_upright_bars_where_all_find_room_else_on_an_axis() {
    assert!(texts(&laid_out("upright-grouped", 640.0)).contains(&"\u{2212}20"));
    let narrow = laid_out("upright-grouped", 320.0);
    assert!(texts(&narrow).contains(&"\u{2212}50") && !texts(&narrow).contains(&"120"));
}

#[test]
fn a_line_crosses_upright_bars_and_a_gap_stays_open() {
    let layout = laid_out("bars-and-line", 640.0);
    let paths: Vec<usize> = layout
        .shapes()
        .iter()
        .filter_map(|shape| match shape {
            Shape::Path(points, fill) if points.len() > 1 && fill.ink == layout::Ink::Ink => {
                Some(points.len())
            }
            _ => None,
        })
        .collect();
    // The first is the line in the legend.
    assert_eq!(paths, [2, 2, 3]);
    let said = sentences("bars-and-line");
    assert!(said.contains(&"1862, Mean of ten years: no figure found".to_owned()), "{said:?}");
}

#[test]
fn shares_of_a_stack_come_to_a_hundred_and_are_said() {
    for id in ["percent", "upright-percent"] {
        let said = sentences(id);
        assert_eq!(said[0], "1850, Stone: 20 thousand pounds, 63%");
        // One of its parts is not known, and so its shares are not.
        assert_eq!(said[6], "1852, Stone: 2 thousand pounds");
        assert_eq!(said[8], "1852, Lamp: no figure found");
        assert!(texts(&laid_out(id, 640.0)).contains(&"no figure found"));
    }
    let layout = laid_out("percent", 640.0);
    let end = |row: usize| {
        let rect = layout.rect(Mark::Value { series: 2, index: row }).unwrap();
        rect.right()
    };
    assert!((end(0) - end(1)).abs() <= 1.0);
}

#[test]
fn what_is_below_zero_is_stacked_to_the_other_side() {
    let layout = laid_out("diverging", 640.0);
    let rect = |series| layout.rect(Mark::Value { series, index: 0 }).unwrap();
    assert!(rect(1).right() <= rect(0).x && rect(0).right() <= rect(2).x);
}

#[test]
fn every_part_of_a_whole_has_its_figures_at_every_width() {
    for (id, figures) in
        [("shares", ["51%", "34%", "14%", "0.7%"]), ("donut", ["56%", "24%", "16%", "4%"])]
    {
        for width in (120..1000).step_by(20) {
            let layout = laid_out(id, f64::from(width));
            for figure in figures {
                assert!(texts(&layout).contains(&figure), "{figure} of {id} at {width}");
            }
        }
    }
    assert_eq!(sentences("donut")[0], "From the islands: 14 keepers, 56%");
}

#[test]
fn a_slope_names_its_lines_and_says_what_is_missing() {
    let layout = laid_out("slope", 640.0);
    assert_eq!(texts(&layout).iter().filter(|text| **text == "Skerry").count(), 2);
    assert!(texts(&layout).contains(&"Bay: 1850: no figure found"));
    assert_eq!(sentences("slope")[10], "Bay, 1850: no figure found");
    // Names that find no room beside the lines stand over ranges.
    let narrow = laid_out("slope-long-names", 320.0);
    assert!(!is_upright(&narrow));
    assert!(narrow.shapes().iter().any(|shape| matches!(shape, Shape::Ring(..))));
}

#[test]
fn a_number_in_a_tile_is_whole_at_every_width() {
    for width in (120..1000).step_by(20) {
        let layout = laid_out("tiles", f64::from(width));
        for words in ["\u{a3}90,000", "\u{a3}412.50", "no figure found"] {
            assert!(texts(&layout).contains(&words), "{words} at {width}");
        }
    }
}

#[test]
fn steps_go_along_and_then_up() {
    let layout = laid_out("steps", 640.0);
    let path = layout.shapes().iter().find_map(|shape| match shape {
        Shape::Path(points, fill) if fill.ink == layout::Ink::Accent => Some(points),
        _ => None,
    });
    let path = path.unwrap();
    assert_eq!(path.len(), 7);
    assert!(path.windows(2).all(|pair| pair[0].x == pair[1].x || pair[0].y == pair[1].y));
}

#[test]
fn areas_are_stacked_and_end_where_one_is_missing() {
    let layout = laid_out("stacked-areas", 640.0);
    let areas = |ink: layout::Ink| {
        let is_it = |shape: &&Shape| matches!(shape, Shape::Area(_, fill) if fill.ink == ink);
        layout.shapes().iter().filter(is_it).count()
    };
    assert_eq!((areas(layout::Ink::Accent), areas(layout::Ink::Series(1))), (1, 2));
    let at = |series, index| layout.rect(Mark::Value { series, index }).unwrap().center().y;
    assert!(at(0, 0) > at(1, 0) && at(1, 0) > at(2, 0));
    assert_eq!(sentences("stacked-areas")[5], "1850, Steam: 5 ships");
}

#[test]
fn bands_and_sizes_are_said_by_their_names() {
    assert_eq!(sentences("band")[1], "1860, Sea level: 4 mm, 90% interval: 0 to 8");
    let said = sentences("sized");
    let queen = "Skerry Queen, 30, Ships: 95 % saved, Crew: 120 people".to_owned();
    assert!(said.contains(&queen), "{said:?}");
}

#[test]
fn points_are_as_large_as_their_sizes() {
    let layout = laid_out("sized", 640.0);
    let area = |series, index| {
        let radius = layout.rect(Mark::Value { series, index }).unwrap().width / 2.0;
        radius * radius
    };
    // A crew of 120, and one of 60.
    assert!((area(1, 0) / area(1, 2) - 2.0).abs() < 1e-6);
}

#[test]
fn no_kind_of_rows_passes_over_a_missing_value() {
    let story = kinds();
    for chart in &story.charts {
        let Data::Rows(rows) = &chart.data else { continue };
        if matches!(chart.kind, ChartKind::Table | ChartKind::Ranges) {
            continue;
        }
        let layout = layout::chart(chart, &story.messages, 640.0, &TableMeasure);
        for (index, row) in rows.rows.iter().enumerate() {
            for series in 0..row.values.len() {
                let mark = Mark::Value { series, index };
                assert!(layout.marks().contains(&mark), "{mark:?} of {}", chart.id);
            }
        }
    }
}

/// Bars and a line over so many years.
fn years(count: usize, value: f64) -> Story {
    let row = |n: usize| {
        format!(
            r#"{{"id": "r{n}", "label": "Of the year {n}", "date": "{}", "values": [1, {value}]}}"#,
            1800 + n
        )
    };
    let rows: Vec<String> = (0..count).map(row).collect();
    let text = format!(
        r#"{{"format": 1, "id": "s", "title": "T", "sections": ["charts", "sources"], "sources": [{{"id": "a", "title": "A"}}],
        "charts": [{{"id": "c", "kind": "bars", "title": "T", "sources": ["a"],
        "series": [{{"id": "x", "label": "X"}}, {{"id": "y", "label": "Y", "mark": "line"}}], "rows": [{}]}}]}}"#,
        rows.join(", ")
    );
    Story::parse(text.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn dots_of_a_line_stay_in_the_drawing() {
    for (count, value) in [(1, -1.0), (3, -5.0), (60, 2.0), (200, 2.0), (200, -900.0)] {
        let story = years(count, value);
        for width in [120.0, 200.0, 320.0, 620.0, 1000.0] {
            let layout = layout::chart(&story.charts[0], &story.messages, width, &TableMeasure);
            invariants::check(&layout);
        }
    }
}
