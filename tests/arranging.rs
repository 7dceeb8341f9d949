//! Charts as a reader arranges them: order, series, rows and shares, and the way of the marks.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use std::rc::Rc;
use story_card::layout::{self, Layout, Mark, Motion, Shape, TableMeasure};
use story_card::session::{
    Action, Arrangeable, ArrangedRef, ArrangementChange, Options, RowOrder, Session, WindowChange,
    rearranged,
};
use story_card::story::{
    Annotation, Axis, Chart, ChartKind, Columns, Data, Date, Line, Messages, Number, Orientation,
    Reference, Row, Rows, Series, SeriesMark, Stack, Story,
};

#[path = "session/after.rs"]
mod after;

use after::after;

const WIDTH: f64 = 640.0;

fn series(id: &str) -> Series {
    Series { id: id.into(), label: id.to_uppercase(), ..Series::default() }
}

fn row(label: &str, values: &[Option<f64>]) -> Row {
    let values = values.iter().map(|value| value.map(Number::exact)).collect();
    Row { id: label.to_lowercase(), label: label.into(), values, ..Row::default() }
}

fn chart(kind: ChartKind, ids: &[&str], rows: Vec<Row>) -> Chart {
    let series = ids.iter().map(|id| series(id)).collect();
    Chart { kind, data: Data::Rows(Rows { series, rows, ..Rows::default() }), ..Chart::default() }
}

/// Four rows, of which one has no figure.
fn four() -> Chart {
    let rows = [("Delta", Some(2.0)), ("élan", None), ("Echo", Some(9.0)), ("Alpha", Some(4.0))];
    chart(ChartKind::Bars, &["a"], rows.map(|(label, value)| row(label, &[value])).to_vec())
}

/// Three rows of three parts.
fn parts() -> Chart {
    let rows = [("One", [1.0, 2.0, 3.0]), ("Two", [6.0, 0.0, 1.0]), ("Three", [4.0, 4.0, 4.0])];
    let rows = rows.map(|(label, values)| row(label, &values.map(Some))).to_vec();
    chart(ChartKind::Stacked, &["a", "b", "c"], rows)
}

/// Lines of a hundred points each, stacked.
fn areas(count: usize) -> Chart {
    let line = |nth: usize| Line {
        series: series(["a", "b", "c", "d", "e", "f"][nth]),
        x: (0..100).map(f64::from).collect(),
        y: (0..100).map(|x| Some(f64::from(x) + nth as f64)).collect(),
        ..Line::default()
    };
    let lines = (0..count).map(line).collect();
    let data = Data::Columns(Columns { lines, ..Columns::default() });
    Chart { kind: ChartKind::Areas, data, ..Chart::default() }
}

fn story(chart: Chart) -> Story {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/good/minimal.story.json");
    let mut story = Story::parse(&std::fs::read(path).unwrap()).unwrap();
    story.messages.order_by("en", |_, names| {
        let mut places: Vec<usize> = (0..names.len()).collect();
        places.sort_by_key(|place| names[*place].to_lowercase().replace('é', "e"));
        places
    });
    Story { charts: vec![chart], ..story }
}

fn arranged(story: &Story, changes: &[ArrangementChange]) -> Session {
    let start = Session::new(story, Options::default(), 1);
    after(story, &start, changes.iter().map(|change| Action::Arrange(0, change.clone())))
}

/// The chart after these changes.
fn shown(chart: Chart, changes: &[ArrangementChange]) -> Chart {
    let story = story(chart);
    arranged(&story, changes).chart_shown(&story, 0).unwrap().clone()
}

fn rows(chart: &Chart) -> &Rows {
    match &chart.data {
        Data::Rows(rows) => rows,
        Data::Columns(_) => panic!("a chart of columns has no rows"),
    }
}

fn names(chart: &Chart) -> Vec<&str> {
    rows(chart).rows.iter().map(|row| row.label.as_str()).collect()
}

fn ids(chart: &Chart) -> Vec<&str> {
    chart.data.series().iter().map(|series| series.id.as_str()).collect()
}

fn draw(chart: &Chart) -> Rc<Layout> {
    Rc::new(layout::chart(chart, &Messages::default(), WIDTH, &TableMeasure))
}

use ArrangementChange::{Find, Order, Series as Pick, Stack as Parts};

#[test]
fn rows_stand_by_value_by_name_and_as_in_the_story() {
    let by_value = shown(four(), &[Order(RowOrder::Value)]);
    assert_eq!(names(&by_value), ["Echo", "Alpha", "Delta", "élan"]);
    let by_name = shown(four(), &[Order(RowOrder::Name)]);
    assert_eq!(names(&by_name), ["Alpha", "Delta", "Echo", "élan"]);
    let story = story(four());
    let back = arranged(&story, &[Order(RowOrder::Value), Order(RowOrder::Story)]);
    assert!(back.arranged(0).is_none());
    assert_eq!(back.chart_shown(&story, 0), story.charts.first());
}

#[test]
fn stacks_stand_by_their_sum_and_as_shares_by_their_first_part() {
    assert_eq!(names(&shown(parts(), &[Order(RowOrder::Value)])), ["Three", "Two", "One"]);
    let changes = [Parts(Stack::Percent), Order(RowOrder::Value)];
    assert_eq!(names(&shown(parts(), &changes)), ["Two", "Three", "One"]);
    // A whole that is nothing has no shares.
    let mut chart = parts();
    if let Data::Rows(rows) = &mut chart.data {
        rows.rows.push(row("None", &[Some(0.0); 3]));
    }
    assert_eq!(names(&shown(chart, &changes)), ["Two", "Three", "One", "None"]);
}

#[test]
fn names_stand_in_the_order_of_the_storys_language() {
    let mut story = story(four());
    story.messages.order_by("xx", |language, names| {
        assert_eq!(language, "xx");
        (0..names.len()).rev().collect()
    });
    let session = arranged(&story, &[Order(RowOrder::Name)]);
    assert_eq!(names(session.chart_shown(&story, 0).unwrap()), ["Alpha", "Echo", "élan", "Delta"]);
}

#[test]
fn chosen_series_are_shown_until_all_or_none_are() {
    let one = shown(parts(), &[Pick(2)]);
    assert_eq!(ids(&one), ["c"]);
    let values: Vec<_> = rows(&one).rows.iter().map(|row| row.values[0].unwrap().value).collect();
    assert_eq!(values, [3.0, 1.0, 4.0]);
    assert_eq!(ids(&shown(parts(), &[Pick(2), Pick(0)])), ["a", "c"]);
    assert_eq!(ids(&shown(parts(), &[Pick(2), Pick(2)])), ["a", "b", "c"]);
    assert_eq!(ids(&shown(parts(), &[Pick(2), Pick(0), Pick(1)])), ["a", "b", "c"]);
    assert_eq!(ids(&shown(parts(), &[Pick(7)])), ["a", "b", "c"]);
    assert_eq!(ids(&shown(areas(3), &[Pick(1)])), ["b"]);
}

#[test]
fn series_keep_their_colours_when_others_go() {
    let fills = |chart: &Chart| {
        let block = |shape: &Shape| match shape {
            Shape::Block(rect, fill) if rect.height > 4.0 && rect.width > 4.0 => Some(*fill),
            _ => None,
        };
        let mut fills: Vec<_> = draw(chart).shapes().iter().filter_map(block).collect();
        fills.dedup();
        fills
    };
    for subject in [None, Some(0), Some(1)] {
        for kind in [ChartKind::Stacked, ChartKind::Bars] {
            let mut chart = Chart { kind, ..parts() };
            if let (Data::Rows(rows), Some(subject)) = (&mut chart.data, subject) {
                rows.series[subject].subject = true;
                rows.rows.truncate(1);
            } else if let Data::Rows(rows) = &mut chart.data {
                rows.rows.truncate(1);
                rows.rows[0].subject = true;
            }
            let all = fills(&chart);
            assert_eq!(all.len(), 3, "{subject:?} {kind:?}");
            for nth in 0..3 {
                let one = shown(chart.clone(), &[Pick(nth)]);
                assert_eq!(fills(&one), [all[nth]], "{nth} of {subject:?} {kind:?}");
                let others = shown(chart.clone(), &[Pick((nth + 1) % 3), Pick((nth + 2) % 3)]);
                let mut left = all.clone();
                left.remove(nth);
                assert_eq!(fills(&others), left, "without {nth} of {subject:?} {kind:?}");
            }
        }
    }
}

#[test]
fn lines_keep_their_colours_when_others_go() {
    let fills = |chart: &Chart| -> Vec<_> {
        let area = |shape: &Shape| match shape {
            Shape::Area(_, fill) => Some(fill.ink),
            _ => None,
        };
        draw(chart).shapes().iter().filter_map(area).collect()
    };
    let all = fills(&areas(3));
    assert_eq!(all.len(), 3);
    for (nth, fill) in all.into_iter().enumerate() {
        assert_eq!(fills(&shown(areas(3), &[Pick(nth)])), [fill], "{nth}");
    }
}

#[test]
fn stacks_become_shares_of_the_whole_and_values_again() {
    let marked = Chart {
        domain: Some((0.0, 20.0)),
        references: vec![Reference { value: 5.0, label: "five".into(), ..Reference::default() }],
        ..parts()
    };
    let shares = shown(marked.clone(), &[Pick(0), Parts(Stack::Percent)]);
    assert!(shares.data.is_percent());
    assert_eq!(ids(&shares), ["a", "b", "c"], "a share is one of the whole");
    assert_eq!((shares.domain, shares.references.len()), (None, 0));
    let story = story(marked);
    let none = arranged(&story, &[Parts(Stack::Percent), Pick(1)]);
    assert_eq!(ids(none.chart_shown(&story, 0).unwrap()), ["a", "b", "c"]);
    let back = arranged(&story, &[Parts(Stack::Percent), Parts(Stack::Absolute)]);
    assert_eq!(back.chart_shown(&story, 0), story.charts.first());
    // A story's shares become values.
    let mut of_shares = parts();
    if let Data::Rows(rows) = &mut of_shares.data {
        rows.stack = Stack::Percent;
    }
    assert!(!shown(of_shares, &[Parts(Stack::Absolute)]).data.is_percent());
    assert!(shown(areas(2), &[Parts(Stack::Percent)]).data.is_percent());
}

#[test]
fn a_row_that_lacks_a_part_has_no_share_and_stands_last() {
    let mut lacking = parts();
    if let Data::Rows(rows) = &mut lacking.data {
        rows.rows[1].values[1] = None;
    }
    let changes = [Parts(Stack::Percent), Order(RowOrder::Value)];
    assert_eq!(names(&shown(lacking, &changes)), ["Three", "One", "Two"]);
}

#[test]
fn what_is_marked_on_the_axis_of_another_stack_goes() {
    let mut of_shares = areas(2);
    let remark = Annotation { x: 2.0, y: Some(50.0), text: "Half".into(), ..Annotation::default() };
    of_shares.annotations = vec![remark.clone(), Annotation { y: None, ..remark }];
    of_shares.axis = Axis { ticks: vec![0.0, 50.0, 100.0], decimals: 1, ..Axis::default() };
    if let Data::Columns(columns) = &mut of_shares.data {
        columns.stack = Stack::Percent;
    }
    let values = shown(of_shares, &[Parts(Stack::Absolute)]);
    assert_eq!((values.annotations.len(), values.axis.ticks.len()), (1, 0));
    assert_eq!(values.axis.decimals, 1, "its numbers are written as before");
}

#[test]
fn what_is_said_of_all_series_goes_with_one_of_them() {
    let mut total = parts();
    total.references = vec![Reference { value: 5.0, label: "five".into(), ..Reference::default() }];
    if let Data::Rows(rows) = &mut total.data {
        rows.rows[0].annotation = Some("total 6".into());
    }
    let part = shown(total, &[Pick(1)]);
    assert_eq!((part.references.len(), rows(&part).rows[0].annotation.as_ref()), (0, None));
    let mut lines = Chart { kind: ChartKind::Lines, ..areas(3) };
    lines.annotations =
        vec![Annotation { x: 2.0, y: Some(3.0), text: "Here".into(), ..Annotation::default() }];
    lines.references = vec![Reference { value: 5.0, label: "five".into(), ..Reference::default() }];
    let part = shown(lines, &[Pick(1)]);
    assert_eq!((part.references.len(), part.annotations.len()), (1, 0));
}

/// Bars of which one dwarfs the others and is cut short.
fn cut() -> Chart {
    let row = |nth: usize| Row {
        is_cut: nth == 0,
        ..row(&format!("Row {nth}"), &[Some(if nth == 0 { 1000.0 } else { nth as f64 })])
    };
    let mut chart = chart(ChartKind::Bars, &["a"], (0..12).map(row).collect());
    if let Data::Rows(rows) = &mut chart.data {
        rows.orientation = Orientation::Vertical;
    }
    chart
}

#[test]
fn a_bar_that_dwarfs_nothing_that_is_shown_is_whole() {
    let is_cut = |chart: &Chart| rows(chart).rows.iter().any(|row| row.is_cut);
    assert!(is_cut(&shown(cut(), &[Order(RowOrder::Value)])));
    let alone = shown(cut(), &[Find("row 0".into())]);
    assert_eq!((names(&alone).len(), is_cut(&alone)), (1, false));
    // Bars that lay for its sake go on to.
    let others = shown(cut(), &[Find("row 1".into())]);
    assert_eq!(names(&others).len(), 3);
    assert!(!rows(&others).is_upright());
}

#[test]
fn a_series_that_is_left_alone_is_named() {
    for kind in [ChartKind::Bars, ChartKind::Stacked] {
        let one = shown(Chart { kind, ..parts() }, &[Pick(1)]);
        let named = draw(&one).shapes().iter().any(|shape| match shape {
            Shape::Label(label) => label.text == "B",
            _ => false,
        });
        assert!(named, "{kind:?}");
    }
    let named = draw(&shown(Chart { kind: ChartKind::Scatter, ..areas(3) }, &[Pick(1)]));
    assert!(named.shapes().iter().any(|it| matches!(it, Shape::Label(label) if label.text == "B")));
}

#[test]
fn rows_are_found_by_what_their_names_say() {
    let row = |nth: u32| Row {
        detail: Some(format!("{}", 2000 + nth)),
        ..row(&format!("Été {nth}"), &[Some(f64::from(nth))])
    };
    let rows = (0..12).map(row).collect();
    let story = story(chart(ChartKind::Bars, &["a"], rows));
    let find = |wanted: &str| {
        let session = arranged(&story, &[Order(RowOrder::Value), Find(wanted.into())]);
        let shown = session.chart_shown(&story, 0).unwrap().clone();
        let names: Vec<String> = names(&shown).iter().map(|name| (*name).to_owned()).collect();
        (names, session.arranged(0).unwrap().found)
    };
    assert_eq!(find("ete 1"), (["Été 11", "Été 10", "Été 1"].map(str::to_owned).to_vec(), Some(3)));
    let (all, found) = find("winter");
    assert_eq!((all.len(), found), (12, Some(0)), "what is not there hides nothing");
    assert_eq!(find(" ").1, None);
    assert_eq!(find("2007"), (vec!["Été 7".to_owned()], Some(1)));
}

#[test]
fn what_has_its_own_order_is_not_arranged() {
    let of = |chart: &Chart| Arrangeable::of(chart);
    assert!(of(&four()).order && !of(&four()).rows && !of(&four()).series && !of(&four()).stack);
    let slope = Chart { kind: ChartKind::Slope, ..four() };
    assert!(!of(&slope).is_any());
    let mut dated = four();
    let mut joined = four();
    let mut short = four();
    if let (Data::Rows(dated), Data::Rows(joined), Data::Rows(short)) =
        (&mut dated.data, &mut joined.data, &mut short.data)
    {
        for row in &mut dated.rows {
            row.date = Date::from_text("2025");
        }
        joined.series[0].mark = SeriesMark::Line;
        short.rows.truncate(2);
    }
    let years = ["1963", "1964", "1965"].map(|year| row(year, &[Some(1.0)]));
    let years = chart(ChartKind::Bars, &["a"], years.to_vec());
    for chart in [dated, joined, short, slope, years] {
        assert!(!of(&chart).is_any());
        let story = story(chart);
        let start = Session::new(&story, Options::default(), 1);
        let all = [Order(RowOrder::Value), Pick(0), Find("a".into()), Parts(Stack::Percent)];
        for change in all {
            assert_eq!(start.apply(&story, Action::Arrange(0, change)), None);
        }
        assert_eq!(start.apply(&story, Action::Arrange(9, Order(RowOrder::Name))), None);
    }
    // Parts on both sides of zero have no shares, and of many lines one is in focus.
    let mut both = parts();
    if let Data::Rows(rows) = &mut both.data {
        rows.rows[0].values[0] = Some(Number::exact(-1.0));
    }
    assert!(of(&both).series && !of(&both).stack);
    let many = Chart { kind: ChartKind::Lines, ..areas(6) };
    assert!(!of(&many).is_any());
    assert!(of(&Chart { kind: ChartKind::Lines, ..areas(5) }).series);
}

#[test]
fn the_part_that_is_looked_at_stays() {
    let story = story(Chart { kind: ChartKind::Lines, ..areas(3) });
    let start = Session::new(&story, Options::default(), 1);
    let show = WindowChange::Show((20.0, 70.0));
    let zoomed = after(&story, &start, [Action::ZoomChart(0, Some(show))]);
    let window = zoomed.chart_window(0);
    assert!(window.is_some());
    let picked = after(&story, &zoomed, [Action::Arrange(0, Pick(1))]);
    assert_eq!(picked.chart_window(0), window);
}

/// Which row and which series a value is of.
fn value_at(chart: &Chart, (series, index): (usize, usize)) -> Option<(String, String)> {
    let row = rows(chart).rows.get(index)?;
    Some((row.id.clone(), chart.data.series().get(series)?.id.clone()))
}

fn change() -> impl Strategy<Value = ArrangementChange> {
    prop_oneof![
        prop_oneof![Just(RowOrder::Story), Just(RowOrder::Value), Just(RowOrder::Name)]
            .prop_map(Order),
        (0usize..4).prop_map(Pick),
        prop_oneof![Just(Stack::Absolute), Just(Stack::Percent)].prop_map(Parts),
        "[a-d ]{0,2}".prop_map(Find),
    ]
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let kind = prop_oneof![
        Just(ChartKind::Bars),
        Just(ChartKind::Stacked),
        Just(ChartKind::Tiles),
        Just(ChartKind::Table)
    ];
    let values = prop::collection::vec(prop::option::weighted(0.9, 0.0..1e6f64), 3);
    let rows = prop::collection::vec(("[A-D]{1,9}", values), 3..20);
    (kind, rows, any::<bool>()).prop_map(|(kind, rows, is_upright)| {
        let ids: &[&str] = if kind == ChartKind::Tiles { &["a"] } else { &["a", "b", "c"] };
        let row = |(nth, (label, values)): (usize, (String, Vec<Option<f64>>))| Row {
            id: format!("r{nth}"),
            ..row(&label, &values[..ids.len()])
        };
        let rows = rows.into_iter().enumerate().map(row).collect();
        let mut chart = chart(kind, ids, rows);
        if let (Data::Rows(rows), true) = (&mut chart.data, is_upright) {
            rows.orientation = Orientation::Vertical;
        }
        chart
    })
}

/// The marks that two drawings have in common, as they are called in the latter and in the former.
fn in_common(
    before: Option<&ArrangedRef>,
    after: Option<&ArrangedRef>,
    from: &Layout,
) -> Vec<(Mark, Mark)> {
    let pair = |mark: &Mark| {
        let Mark::Value { series, index } = *mark else { panic!("a chart has no events") };
        let (series, index) = rearranged(before, after, (series, index))?;
        Some((Mark::Value { series, index }, *mark))
    };
    from.marks().iter().filter_map(pair).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_value_is_the_same_one_in_every_arrangement(
        chart in any_chart(),
        one in prop::collection::vec(change(), 0..4),
        other in prop::collection::vec(change(), 0..4),
    ) {
        let story = story(chart);
        let (one, other) = (arranged(&story, &one), arranged(&story, &other));
        let (before, after) = (one.arranged(0), other.arranged(0));
        let [here, there] = [&one, &other].map(|it| it.chart_shown(&story, 0).unwrap());
        let mut kept = 0;
        for index in 0..rows(here).rows.len() {
            for series in 0..here.data.series().len() {
                if let Some(place) = rearranged(before, after, (series, index)) {
                    prop_assert_eq!(value_at(here, (series, index)), value_at(there, place));
                    prop_assert_eq!(rearranged(after, before, place), Some((series, index)));
                    kept += 1;
                }
            }
        }
        let is_whole = |it: Option<&ArrangedRef>| {
            it.is_none_or(|it| it.arrangement.series.is_empty() && it.arrangement.wanted.is_empty())
        };
        if is_whole(before) && is_whole(after) {
            prop_assert_eq!(kept, rows(there).rows.len() * there.data.series().len());
        }
        prop_assert!(rows(there).rows.iter().all(|row| row.values.len() == there.data.series().len()));
    }

    #[test]
    fn marks_go_from_where_they_were_to_where_they_are(
        chart in any_chart(),
        one in prop::collection::vec(change(), 0..3),
        other in prop::collection::vec(change(), 0..3),
        share in 0.0..1.0f64,
    ) {
        let story = story(chart);
        let (one, other) = (arranged(&story, &one), arranged(&story, &other));
        let [from, to] = [&one, &other].map(|it| draw(it.chart_shown(&story, 0).unwrap()));
        let marks = in_common(one.arranged(0), other.arranged(0), &from);
        let Some(motion) = Motion::new(&from, &to, &marks) else { return Ok(()) };
        let (first, on_the_way, last) = (motion.at(0.0), motion.at(share), motion.at(1.0));
        prop_assert_eq!(last.shapes(), to.shapes());
        prop_assert_eq!(on_the_way.size(), to.size());
        let blocks = |layout: &Layout| -> Vec<_> {
            let block = |shape: &Shape| match shape {
                Shape::Block(rect, _) => Some(*rect),
                _ => None,
            };
            layout.shapes().iter().filter_map(block).collect()
        };
        let steps = blocks(&first).into_iter().zip(blocks(&on_the_way)).zip(blocks(&last));
        for ((first, now), last) in steps {
            for (first, now, last) in [
                (first.x, now.x, last.x),
                (first.y, now.y, last.y),
                (first.width, now.width, last.width),
                (first.height, now.height, last.height),
            ] {
                let (low, high) = (first.min(last) - 1e-6, first.max(last) + 1e-6);
                prop_assert!((low..=high).contains(&now), "{first} {now} {last}");
            }
        }
        // Every bar there was and is begins where it was.
        for (after, before) in marks {
            let (Some(was), Some(is)) = (from.rect(before), to.rect(after)) else { continue };
            let place = blocks(&to).iter().position(|rect| *rect == is);
            if let Some(place) = place {
                let same: Vec<_> = blocks(&to).iter().map(|rect| *rect == is).collect();
                let is_only_one = same.iter().filter(|same| **same).count() == 1;
                prop_assert!(!is_only_one || blocks(&first)[place] == was);
            }
        }
    }
}

#[test]
fn words_go_with_their_marks_and_areas_as_a_whole() {
    let story = story(four());
    let sorted = arranged(&story, &[Order(RowOrder::Value)]);
    let from = draw(&story.charts[0]);
    let to = draw(sorted.chart_shown(&story, 0).unwrap());
    let marks = in_common(None, sorted.arranged(0), &from);
    let place = |layout: &Layout, words: &str| {
        let label = |shape: &Shape| match shape {
            Shape::Label(label) if label.text == words => Some(label.at),
            _ => None,
        };
        layout.shapes().iter().find_map(label).unwrap()
    };
    let first = Motion::new(&from, &to, &marks).unwrap().at(0.0);
    for words in ["Delta", "2", "Echo", "9", "no figure found"] {
        assert_eq!(place(&first, words), place(&from, words), "{words}");
        assert_ne!(place(&to, words), place(&from, words), "{words}");
    }
    let story = self::story(areas(2));
    let shares = arranged(&story, &[Parts(Stack::Percent)]);
    let from = draw(&story.charts[0]);
    let to = draw(shares.chart_shown(&story, 0).unwrap());
    let outlines = |layout: &Layout| -> Vec<_> {
        let area = |shape: &Shape| match shape {
            Shape::Area(points, fill) => Some((points.clone(), *fill)),
            _ => None,
        };
        layout.shapes().iter().filter_map(area).collect()
    };
    let first = Motion::new(&from, &to, &[]).unwrap().at(0.0);
    assert_eq!(outlines(&first).len(), 2);
    assert_eq!(outlines(&first), outlines(&from));
    assert_ne!(outlines(&to), outlines(&from));
}

#[test]
fn what_runs_from_the_right_moves_from_the_right() {
    let story = story(four());
    let sorted = arranged(&story, &[Order(RowOrder::Value)]);
    let [from, to] = [&story.charts[0], sorted.chart_shown(&story, 0).unwrap()]
        .map(|chart| Rc::new((*draw(chart)).clone().mirrored()));
    let marks = in_common(None, sorted.arranged(0), &from);
    let motion = Motion::new(&from, &to, &marks).unwrap();
    for (after, before) in marks {
        assert_eq!(motion.at(0.0).rect(after), from.rect(before));
        assert_eq!(motion.at(1.0).rect(after), to.rect(after));
    }
}

#[test]
fn nothing_moves_where_nothing_changes_or_too_much_does() {
    let same = draw(&parts());
    let marks: Vec<(Mark, Mark)> = same.marks().iter().map(|mark| (*mark, *mark)).collect();
    assert!(Motion::new(&same, &same, &marks).is_none());
    let line = |nth: u32| Line {
        series: series(["a", "b", "c"][nth as usize]),
        x: (0..20_000).map(f64::from).collect(),
        y: (0..20_000u32).map(|x| Some(f64::from(x * 7919 % (1000 + nth)))).collect(),
        ..Line::default()
    };
    let data = Data::Columns(Columns { lines: (0..3).map(line).collect(), ..Columns::default() });
    let story = story(Chart { kind: ChartKind::Scatter, data, ..Chart::default() });
    let part = arranged(&story, &[Pick(0)]);
    let [from, to] = [&story.charts[0], part.chart_shown(&story, 0).unwrap()].map(draw);
    assert!(Motion::new(&from, &to, &in_common(None, part.arranged(0), &from)).is_none());
}
