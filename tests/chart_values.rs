//! What charts show and say of their values where that is easily wrong: shares, gaps, axes that
//! run the other way, what is left out.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use story_card::layout::{self, Ink, Layout, Mark, Point, Shape, TableMeasure};
use story_card::story::{Chart, Data, Line, Messages, Row, Story, number};

#[path = "layout/labels.rs"]
mod labels;
#[path = "charts/words.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod words;

use labels::labels;

/// A story with a single chart.
fn story(chart: &str) -> Story {
    let text = format!(
        r#"{{"format": 1, "id": "s", "title": "T", "sections": ["charts", "sources"],
        "sources": [{{"id": "a", "title": "A"}}],
        "charts": [{{"id": "c", "title": "T", "sources": ["a"], {chart}}}]}}"#
    );
    Story::parse(text.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn chart(chart: &str) -> Chart {
    story(chart).charts.remove(0)
}

/// Rows with a name and some values each.
fn rows(values: &[&str]) -> String {
    let row = |(nth, values): (usize, &&str)| {
        format!(r#"{{"id": "r{nth}", "label": "Row {nth}", "values": [{values}]}}"#)
    };
    let rows: Vec<_> = values.iter().enumerate().map(row).collect();
    format!(r#""rows": [{}]"#, rows.join(", "))
}

const TWO_SERIES: &str = r#""series": [{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}]"#;

fn laid_out(chart: &Chart, width: f64) -> Layout {
    layout::chart(chart, &Messages::default(), width, &TableMeasure)
}

fn drawn(chart: &Chart) -> Vec<String> {
    words::drawn(chart, 640.0).iter().map(|it| it.replace('\u{a0}', " ")).collect()
}

fn mark(series: usize, index: usize) -> Mark {
    Mark::Value { series, index }
}

fn spoken(chart: &Chart, series: usize, index: usize) -> String {
    layout::sentence(chart, mark(series, index), &Messages::default()).replace('\u{a0}', " ")
}

fn compared(chart: &Chart, base: Mark, other: Mark) -> String {
    layout::comparison(chart, base, other, &Messages::default()).replace('\u{a0}', " ")
}

/// How many blocks of ground a drawing has: those of bands.
fn grounds(layout: &Layout) -> usize {
    let is_ground = |shape: &&Shape| {
        matches!(shape, Shape::Block(rect, fill)
            if fill.ink == Ink::Rule && rect.width > 2.0 && rect.height > 2.0)
    };
    layout.shapes().iter().filter(is_ground).count()
}

#[test]
fn a_part_of_a_whole_says_its_value_unless_that_is_its_share() {
    let shares = |unit: &str, values: &[&str]| {
        drawn(&chart(&format!(r#""kind": "shares", {unit} {}"#, rows(values))))
    };
    let words = shares("", &["5", "3", "2"]);
    for value in ["50%", "5", "30%", "3", "20%", "2"] {
        assert!(words.iter().any(|it| it == value), "{value} in {words:?}");
    }
    let words = shares(r#""unit": "%","#, &["50", "30", "20"]);
    // In the bar, and once in the list.
    assert_eq!(words.iter().filter(|it| *it == "50%").count(), 2, "{words:?}");
}

#[test]
fn large_numbers_and_parts_are_written_as_the_axis_says() {
    let of = |kind: &str| {
        let axis = r#""axis": {"notation": "compact"}"#;
        drawn(&chart(&format!(r#""kind": "{kind}", {axis}, {}"#, rows(&["1500000", "2500000"]))))
    };
    for kind in ["tiles", "shares"] {
        assert!(of(kind).contains(&"1.5 mn".to_owned()), "{kind}: {:?}", of(kind));
    }
}

#[test]
fn a_reference_far_from_the_values_is_in_its_plot() {
    let reference =
        r#""references": [{"value": 5, "label": "Low"}, {"from": 20, "to": 30, "label": "Band"}]"#;
    let slope = chart(&format!(
        r#""kind": "slope", {TWO_SERIES}, {reference}, {}"#,
        rows(&["80, 90", "40, 95"])
    ));
    let layout = laid_out(&slope, 640.0);
    let y = |index| layout.rect(mark(0, index)).unwrap().center().y;
    let rule = layout.shapes().iter().find_map(|shape| match shape {
        Shape::Block(rect, fill) if fill.ink == Ink::Ink && rect.height == 1.0 => Some(rect.y),
        _ => None,
    });
    // Its value is 75 below the first, that of the other row 40.
    let (step, far) = (y(1) - y(0), rule.unwrap() - y(0));
    assert!((far / step - 75.0 / 40.0).abs() < 0.1, "{far} to {step}");
}

#[test]
fn a_band_has_a_ground_in_every_plot() {
    let band = r#""references": [{"from": 20, "to": 60, "label": "Band"}]"#;
    let slope = chart(&format!(r#""kind": "slope", {TWO_SERIES}, {band}, {}"#, rows(&["80, 90"])));
    assert_eq!(grounds(&laid_out(&slope, 640.0)), 1);
    let bars = chart(&format!(
        r#""kind": "bars", "orientation": "vertical", {band}, {}"#,
        rows(&["80", "90"])
    ));
    assert_eq!(grounds(&laid_out(&bars, 640.0)), 1);
}

#[test]
fn a_band_is_known_by_its_end_and_not_by_its_middle() {
    // Both have their middle in the first px of the plot.
    let references = r#""references": [{"from": 0, "to": 0.01, "label": "Band"}, {"value": 0, "label": "Line"}]"#;
    let bars = chart(&format!(r#""kind": "bars", {references}, {}"#, rows(&["80", "90"])));
    let layout = laid_out(&bars, 640.0);
    let bottom = layout.size().height;
    let is_line = |shape: &&Shape| matches!(shape, Shape::Block(rect, fill) if fill.ink == Ink::Ink && rect.bottom() >= bottom - 1.0);
    assert!(layout.shapes().iter().any(|it| is_line(&it)), "the line goes through the plot");
}

/// Columns with some x and y each.
fn columns(columns: &[(&str, &str)]) -> String {
    let column = |(nth, (x, y)): (usize, &(&str, &str))| {
        format!(r#"{{"id": "l{nth}", "label": "Line {nth}", "x": [{x}], "y": [{y}]}}"#)
    };
    let columns: Vec<_> = columns.iter().enumerate().map(column).collect();
    format!(r#""columns": [{}]"#, columns.join(", "))
}

#[test]
fn areas_are_named_at_their_right_end_on_an_axis_that_runs_down() {
    let areas = |x: &str| {
        let columns = columns(&[("1, 2, 3", "10, 50, 90")]);
        laid_out(&chart(&format!(r#""kind": "areas", "x": {x}, {columns}"#)), 640.0)
    };
    let name_y = |layout: &Layout| {
        let labels = labels(layout.shapes());
        labels.iter().find(|label| label.text == "Line 0").unwrap().at.y
    };
    // From the greatest x to the least, the area ends at the right with the value 10.
    assert!(name_y(&areas(r#"{"reverse": true}"#)) > name_y(&areas("{}")) + 50.0);
}

#[test]
fn a_guess_has_room_for_what_the_author_marks() {
    let columns = columns(&[("1, 2, 3", "10, 50, 40")]);
    let lines =
        format!(r#""kind": "lines", "axis": {{"ticks": [-20, 0, 200]}}, "x": {{}}, {columns}"#);
    let range = layout::slider_range(&chart(&lines));
    assert_eq!((range.low, range.high), (-20.0, 200.0));
}

#[test]
fn a_pointer_means_the_guess_below_it_on_an_axis_that_runs_down() {
    let columns = columns(&[("1, 2, 3", "10, 50, 40")]);
    let lines = chart(&format!(r#""kind": "lines", "x": {{"reverse": true}}, {columns}"#));
    let layout = layout::guess(&lines, &[], false, &Messages::default(), 640.0, &TableMeasure);
    for index in 0..3 {
        let center = layout.rect(mark(0, index)).unwrap().center();
        let far = Point::new(center.x, center.y + 60.0);
        assert_eq!(layout.hit(far), Some(mark(0, index)), "{index}");
    }
}

#[test]
fn a_band_with_a_name_is_no_disagreement_of_sources() {
    let line = |band: &str| {
        chart(&format!(
            r#""kind": "lines", "x": {{}}, "columns": [{{"id": "l", "label": "L", {band}
            "x": [1, 2], "y": [3, 5], "low": [2, 4], "high": [4, 9]}}]"#
        ))
    };
    let said = |chart: &Chart| layout::summary(chart, &Messages::default());
    assert!(said(&line("")).contains("5, sources give 4 to 9"), "{}", said(&line("")));
    let named = chart_of_three_points();
    assert!(!said(&named).contains("Sources differ"), "{}", said(&named));
}

/// A line whose widest band is at a value that is neither the highest nor the lowest.
fn chart_of_three_points() -> Chart {
    chart(
        r#""kind": "lines", "x": {}, "columns": [{"id": "l", "label": "L", "band": "90% interval",
        "x": [1, 2, 3, 4], "y": [4, 3, 9, 6], "low": [4, 3, 9, 6], "high": [4, 3, 9, 6]},
        {"id": "m", "label": "M", "band": "90% interval",
        "x": [1, 2, 3], "y": [4, 5, 6], "low": [2, 1, 2], "high": [5, 9, 7]}]"#,
    )
}

#[test]
fn every_place_of_a_part_of_a_ring_means_it() {
    let ring =
        chart(&format!(r#""kind": "shares", "donut": true, {}"#, rows(&["70", "20", "10", "0"])));
    for layout in [laid_out(&ring, 640.0), laid_out(&ring, 640.0).mirrored()] {
        let rect = layout.rect(mark(0, 0)).unwrap();
        let areas: Vec<&Vec<Point>> = layout
            .shapes()
            .iter()
            .filter_map(|shape| match shape {
                Shape::Area(points, _) => Some(points),
                _ => None,
            })
            .collect();
        assert_eq!(areas.len(), 3);
        for (index, area) in areas.iter().enumerate() {
            // The outer arc comes first, then the inner one back.
            let outer = &area[..area.len() / 2];
            let inner: Vec<Point> = area[area.len() / 2..].iter().rev().copied().collect();
            for share in 1..20 {
                let at = |points: &[Point]| points[(points.len() - 1) * share / 20];
                let (a, b) = (at(outer), at(&inner));
                let middle = Point::new(a.x.midpoint(b.x), a.y.midpoint(b.y));
                assert_eq!(layout.hit(middle), Some(mark(0, index)), "{index} at {share}");
            }
        }
        assert!(rect.width > 4.0, "there is a place for its words");
        let outlined = |index| layout.emphasis(mark(0, index));
        assert!(matches!(outlined(0)[..], [Shape::Path(ref points, _)] if points.len() > 20));
    }
}

#[test]
fn a_missing_value_of_a_stack_is_walked_at_the_end_of_its_stack() {
    for orientation in ["horizontal", "vertical"] {
        let stack = chart(&format!(
            r#""kind": "stacked", "orientation": "{orientation}", {TWO_SERIES}, {}"#,
            rows(&["4, null", "3, 5"])
        ));
        let layout = laid_out(&stack, 640.0);
        assert_eq!(layout.marks(), [mark(0, 0), mark(1, 0), mark(0, 1), mark(1, 1)]);
        let [known, missing] = [0, 1].map(|series| layout.rect(mark(series, 0)).unwrap());
        let gap = match orientation {
            "vertical" => (known.y - missing.bottom()).abs(),
            _ => (missing.x - known.right()).abs(),
        };
        assert!(gap <= 2.0, "{orientation}: {known:?} and {missing:?}");
        assert_eq!(layout.hit(known.center()), Some(mark(0, 0)));
        assert_eq!(spoken(&stack, 1, 0), "Row 0, Y: no figure found");
    }
}

#[test]
fn a_legend_of_shares_has_the_words_of_its_segments() {
    let percent = |values: &[&str]| {
        drawn(&chart(&format!(
            r#""kind": "stacked", "stack": "percent", {TWO_SERIES}, {}"#,
            rows(values)
        )))
    };
    // The names find no room over segments, for one of them is too narrow.
    let words = percent(&["999, 1"]);
    assert!(words.contains(&"100%".to_owned()) && words.contains(&"0.1%".to_owned()), "{words:?}");
    assert!(!words.contains(&"999".to_owned()), "{words:?}");
}

#[test]
fn a_whole_of_nothing_is_a_figure() {
    for orientation in ["horizontal", "vertical"] {
        let percent = |values: &[&str]| {
            drawn(&chart(&format!(
                r#""kind": "stacked", "stack": "percent", "orientation": "{orientation}",
                {TWO_SERIES}, {}"#,
                rows(values)
            )))
        };
        let says = |words: &[String]| words.iter().any(|it| it == "no figure found");
        assert!(!says(&percent(&["0, 0", "3, 5"])), "{orientation}");
        assert!(says(&percent(&["0, null", "3, 5"])), "{orientation}");
    }
}

#[test]
fn shares_of_areas_are_told_as_those_of_bars() {
    let areas = chart(&format!(
        r#""kind": "areas", "stack": "percent", "unit": "ships", "x": {{}}, {}"#,
        columns(&[("1, 2, 3", "75, 5, 249"), ("1, 2, 3", "25, null, 1")])
    ));
    assert_eq!(spoken(&areas, 0, 0), "1, Line 0: 75 ships, 75%");
    assert_eq!(spoken(&areas, 0, 1), "2, Line 0: 5 ships");
    let words = drawn(&areas);
    assert!(words.contains(&"0.4%".to_owned()), "{words:?}");
    assert!(words.contains(&"100%".to_owned()) && !words.contains(&"0".to_owned()), "{words:?}");
}

#[test]
fn shares_are_compared_in_percentage_points() {
    let stack = chart(&format!(
        r#""kind": "stacked", "stack": "percent", "unit": "ships", {TWO_SERIES}, {}"#,
        rows(&["75, 25", "100, 900", "60, 190"])
    ));
    // In ships it would be 25 more.
    let words = compared(&stack, mark(0, 0), mark(0, 1));
    assert!(
        words.ends_with("Against Row 0, X: \u{2212}65 percentage points, 0.13 times"),
        "{words}"
    );
    let words = compared(&stack, mark(1, 0), mark(1, 2));
    assert!(words.ends_with("+51 percentage points, 3.04 times"), "{words}");
    let bars = chart(&format!(r#""kind": "bars", "unit": "%", {}"#, rows(&["20", "21", "22.5"])));
    let words = compared(&bars, mark(0, 0), mark(0, 1));
    assert!(words.ends_with("+1 percentage point, 1.05 times"), "{words}");
    let words = compared(&bars, mark(0, 0), mark(0, 2));
    assert!(words.ends_with("+2.5 percentage points, 1.13 times"), "{words}");
}

#[test]
fn shares_are_ranked_as_they_are_drawn() {
    let stack = chart(&format!(
        r#""kind": "stacked", "stack": "percent", {TWO_SERIES}, {}"#,
        rows(&["75, 25", "100, 900", "5, null"])
    ));
    let words = layout::summary(&stack, &Messages::default()).replace('\u{a0}', " ");
    assert_eq!(
        words,
        "Highest: Row 1, Y: 900, 90%. Lowest: Row 1, X: 100, 10%. 1 value is missing."
    );
}

#[test]
fn a_legend_names_what_is_drawn() {
    let mut lying = chart(&format!(
        r#""kind": "bars", "series": [{{"id": "x", "label": "X"}}, {{"id": "y", "label": "Y", "mark": "line"}}],
        "orientation": "horizontal", {}"#,
        rows(&["4, 5", "3, null", "3, 6"])
    ));
    // Upright bars with lines lie down where there is no room.
    let names = "A name that is far too long for a slot below an upright bar of these".repeat(2);
    if let Data::Rows(rows) = &mut lying.data {
        rows.rows.iter_mut().for_each(|row| row.label = names.clone());
        rows.rows[0].values[1] = None;
    }
    let layout = laid_out(&lying, 320.0);
    let symbols = layout.shapes().iter().take(4);
    let dots = symbols.filter(|shape| matches!(shape, Shape::Dot(..))).count();
    assert_eq!(dots, 1, "{:?}", layout.shapes().iter().take(4).collect::<Vec<_>>());
}

#[test]
fn a_legend_names_no_band_of_a_grey_line() {
    let line = |n: usize| {
        format!(
            r#"{{"id": "l{n}", "label": "Line {n}", "band": "Band {n}", "x": [1, 2], "y": [{n}, {n}],
            "low": [0, 0], "high": [9, 9]}}"#
        )
    };
    let lines: Vec<String> = (0..6).map(line).collect();
    let words =
        drawn(&chart(&format!(r#""kind": "lines", "x": {{}}, "columns": [{}]"#, lines.join(", "))));
    let bands: Vec<_> = words.iter().filter(|it| it.starts_with("Band")).collect();
    assert_eq!(bands, ["Band 0"]);
}

#[test]
fn what_is_saved_of_a_chart_is_all_that_was_written() {
    let records = |text: &str| {
        let story = story(text);
        story.chart_records(&story.charts[0])
    };
    let lines = records(
        r#""kind": "lines", "x": {}, "columns": [{"id": "l", "label": "L",
        "x": [1, 2], "y": [3, 5], "low": [2, null], "high": [4, null]}]"#,
    );
    assert_eq!(lines[0], ["series", "x", "y", "low", "high", "size", "label", "sources"]);
    assert_eq!(lines[1], ["L", "1", "3", "2", "4", "", "", "A"]);
    assert_eq!(lines[2], ["L", "2", "5", "", "", "", "", "A"]);
    let points = records(
        r#""kind": "scatter", "x": {}, "size": {"label": "Crew"}, "columns": [{"id": "l",
        "label": "L", "x": [1], "y": [3], "size": [12.5], "labels": ["Gull"]}]"#,
    );
    assert_eq!(points[1], ["L", "1", "3", "", "", "12.5", "Gull", "A"]);
    let bars = records(
        r#""kind": "bars", "rows": [{"id": "a", "label": "A", "date": "1860-01", "value": 3}]"#,
    );
    assert_eq!(bars[0][..3], ["label", "detail", "date"]);
    assert_eq!(bars[1][..4], ["A", "", "1860-01", "3"]);
}

#[test]
fn a_reference_does_not_stretch_the_axis_of_bars_that_are_cut() {
    let bars = chart(
        r#""kind": "bars", "references": [{"value": 110, "label": "Mark"}], "rows": [
        {"id": "a", "label": "A", "value": 9000, "cut": true},
        {"id": "b", "label": "B", "value": 100}]"#,
    );
    let layout = laid_out(&bars, 640.0);
    let width = |index| layout.rect(mark(0, index)).unwrap().width;
    // A quarter longer than the longest that is whole.
    assert!((width(0) / width(1) - 1.25).abs() < 0.02, "{} to {}", width(0), width(1));
}

#[test]
fn every_value_of_a_chart_of_any_kind_is_saved() {
    let story = words::story("kinds");
    for chart in &story.charts {
        let records = story.chart_records(chart);
        let (names, records) = records.split_first().unwrap();
        assert_eq!(records.len(), chart.data.row_count(), "{}", chart.id);
        assert!(records.iter().all(|record| record.len() == names.len()), "{}", chart.id);
        let numbers = match &chart.data {
            Data::Rows(rows) => {
                let numbers = |row: &Row| row.values.clone().into_iter().flatten().collect();
                rows.rows.iter().map(numbers).collect::<Vec<Vec<_>>>()
            }
            Data::Columns(columns) => {
                let places = |line: &Line| (0..line.x.len()).map(|at| line.value(at)).collect();
                let places: Vec<Vec<_>> = columns.lines.iter().map(places).collect();
                places.concat().into_iter().map(|it| it.into_iter().collect()).collect()
            }
        };
        for (record, numbers) in records.iter().zip(numbers) {
            for number in numbers {
                let ends = [number.low, number.high].map(number::plain);
                let is_saved = |end: &String| record.contains(end);
                assert!(is_saved(&number::plain(number.value)), "{}: {record:?}", chart.id);
                assert!(!number.is_disputed() || ends.iter().all(is_saved), "{record:?}");
            }
        }
    }
}
