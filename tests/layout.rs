//! Layout for any data, any width and any words: it never panics, nothing leaves
//! the drawing, no words overlap, and every mark can be found again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use story_card::layout::{
    self, Font, Layout, Mark, Measure, PlacingView, Point, SliderRange, TableMeasure,
};
use story_card::story::{
    Annotation, Axis, AxisScale, Chart, ChartKind, Claim, Columns, Curve, Data, Date, Event,
    EventTime, Form, Lane, LaneKind, Line, MessageKey, Messages, Moment, Notation, Number,
    Orientation, OtherDate, Placing, PointSize, Qualifier, Reference, Row, Rows, ScaleId, Series,
    SeriesMark, Stack, Story, Text, Timeline, Unit,
};

#[path = "layout/invariants.rs"]
mod invariants;
#[path = "layout/labels.rs"]
mod labels;
#[path = "layout/timelines.rs"]
mod timelines;

use labels::{labels, texts};
use timelines::Shown;

// What stories may hold.

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z]{1,9}( [a-z]{1,9}){0,3}",
        1 => Just(String::new()),
        1 => Just("Ein Wort wie Donaudampfschifffahrtsgesellschaftskapitän".repeat(9)),
        1 => Just("وزارة الثقافة 🎬👩‍👩‍👧 映画の歴史 \u{202e}rtl\u{0}\n".to_owned()),
        1 => "\\PC{0,40}",
    ]
}

fn finite() -> impl Strategy<Value = f64> {
    use prop::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    prop_oneof![
        4 => -1000.0..1000.0,
        2 => (0i32..500).prop_map(f64::from),
        1 => POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO,
    ]
}

fn number() -> impl Strategy<Value = Number> {
    (finite(), finite(), finite(), any::<bool>()).prop_map(|(a, b, c, exact)| {
        let mut ends = [a, b, c];
        ends.sort_by(f64::total_cmp);
        let [low, value, high] = ends;
        if exact { Number::exact(value) } else { Number { value, low, high, ..Number::default() } }
    })
}

fn series(id: usize) -> impl Strategy<Value = Series> {
    (words(), prop::bool::weighted(0.3), prop::bool::weighted(0.2)).prop_map(
        move |(label, subject, is_line)| Series {
            id: format!("s{id}"),
            label,
            subject,
            mark: if is_line { SeriesMark::Line } else { SeriesMark::Bar },
            ..Series::default()
        },
    )
}

fn all_series(count: usize) -> impl Strategy<Value = Vec<Series>> {
    (0..count).map(series).collect::<Vec<_>>()
}

fn row(series: usize) -> impl Strategy<Value = Row> {
    let value = prop::option::weighted(0.8, number());
    let text = || prop::option::weighted(0.3, words());
    (words(), text(), any::<bool>(), prop::collection::vec(value, series), text()).prop_map(
        |(label, detail, subject, values, annotation)| Row {
            id: String::new(),
            label,
            date: None,
            detail,
            subject,
            values,
            annotation,
            note: None,
            sources: vec![0],
            is_cut: subject,
            status: None,
            as_of: None,
        },
    )
}

fn rows(kind: ChartKind) -> impl Strategy<Value = Data> {
    let (least, most) = kind.series_bounds();
    (least..=most).prop_flat_map(move |count| {
        let form = (any::<bool>(), any::<bool>(), any::<bool>());
        let dates = prop::option::weighted(0.4, prop::collection::vec(date(), 8));
        (all_series(count), prop::collection::vec(row(count), 1..8), dates, form).prop_map(
            move |(series, mut rows, dates, (is_upright, is_share, is_donut))| {
                let upright = [Orientation::Horizontal, Orientation::Vertical];
                for (row, date) in rows.iter_mut().zip(dates.unwrap_or_default()) {
                    row.date = Some(date);
                }
                let is_share = is_share && kind == ChartKind::Stacked;
                Data::Rows(Rows {
                    series,
                    rows,
                    orientation: upright[usize::from(is_upright)],
                    stack: if is_share { Stack::Percent } else { Stack::Absolute },
                    is_donut,
                })
            },
        )
    })
}

fn line(dates: bool, id: usize) -> impl Strategy<Value = Line> {
    let x = if dates { (-7e15..7e15).prop_map(f64::round).boxed() } else { finite().boxed() };
    let point = (x, prop::option::weighted(0.8, finite()), words(), number());
    (series(id), prop::collection::vec(point, 1..30)).prop_map(move |(series, mut points)| {
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let x: Vec<f64> = points.iter().map(|point| point.0).collect();
        let day = Date::At(Moment::day(2025, 6, 6).unwrap());
        Line {
            series,
            dates: if dates { vec![day; x.len()] } else { Vec::new() },
            y: points.iter().map(|point| point.1).collect(),
            sizes: points.iter().map(|point| point.3.value.abs()).collect(),
            band: points.iter().map(|point| Some((point.3.low, point.3.high))).collect(),
            band_label: (points.len() > 9).then(|| points[0].2.clone()),
            labels: points.into_iter().map(|point| point.2).collect(),
            decimals: vec![[0, 2]; x.len()],
            x,
            sources: vec![0],
            ..Line::default()
        }
    })
}

fn axis() -> impl Strategy<Value = Axis> {
    let scale = prop_oneof![
        2 => Just(AxisScale::Number),
        1 => Just(AxisScale::Log),
        1 => Just(AxisScale::Symlog),
    ];
    let ticks = prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::collection::vec(finite(), 1..9),
    ];
    let notation = prop_oneof![Just(Notation::Standard), Just(Notation::Compact)];
    (scale, ticks, 0..4u8, notation, words(), any::<bool>()).prop_map(
        |(scale, mut ticks, decimals, notation, unit, is_reversed)| {
            ticks.sort_by(f64::total_cmp);
            Axis { scale, ticks, decimals, notation, unit: Unit::behind(unit), is_reversed }
        },
    )
}

fn columns(kind: ChartKind) -> impl Strategy<Value = Data> {
    let (least, most) = kind.series_bounds();
    (least..=most, any::<bool>()).prop_flat_map(move |(count, dates)| {
        let lines = (0..count).map(|id| line(dates, id)).collect::<Vec<_>>();
        let form = (any::<bool>(), any::<bool>(), any::<bool>());
        (lines, prop::option::of(words()), form, axis()).prop_map(
            move |(lines, x_label, (is_step, is_share, has_sizes), axis)| {
                let size = PointSize { label: "Crew".into(), unit: Unit::default() };
                let is_stack = kind == ChartKind::Areas;
                let scale = if dates { AxisScale::Date } else { axis.scale };
                Data::Columns(Columns {
                    x: Axis { scale, ..axis },
                    x_label,
                    lines,
                    curve: if is_step { Curve::Step } else { Curve::Linear },
                    stack: if is_share && is_stack { Stack::Percent } else { Stack::Absolute },
                    size: (has_sizes && kind == ChartKind::Scatter).then_some(size),
                })
            },
        )
    })
}

fn chart() -> impl Strategy<Value = Chart> {
    let kind = prop_oneof![
        Just(ChartKind::Bars),
        Just(ChartKind::Stacked),
        Just(ChartKind::Ranges),
        Just(ChartKind::Slope),
        Just(ChartKind::Shares),
        Just(ChartKind::Tiles),
        Just(ChartKind::Lines),
        Just(ChartKind::Areas),
        Just(ChartKind::Scatter),
    ];
    let data = kind.prop_flat_map(|kind| {
        let data = match kind {
            kind if !kind.has_rows() => columns(kind).boxed(),
            _ => rows(kind).boxed(),
        };
        (Just(kind), data)
    });
    let reference =
        (finite(), prop::option::weighted(0.3, finite()), words()).prop_map(|(one, end, label)| {
            let value = end.map_or(one, |end| end.min(one));
            Reference { value, end: end.map(|end| end.max(one)), label, decimals: 0 }
        });
    let part = || prop::option::weighted(0.6, finite());
    let note = (finite(), part(), part(), words()).prop_map(|(x, end, y, text)| {
        let end = end.filter(|end| y.is_none() && x < *end);
        Annotation { x, end, y, text, dates: [None, None] }
    });
    let domain = prop::option::weighted(0.2, (-900.0..0.0, 1.0..900.0));
    let remarks = (prop::collection::vec(reference, 0..5), prop::collection::vec(note, 0..5));
    (data, domain, remarks, words(), axis()).prop_map(
        |((kind, data), domain, (references, remarks), unit, axis)| Chart {
            id: "chart".into(),
            kind,
            title: Text::plain("Title"),
            subtitle: None,
            question: None,
            unit: Unit::behind(unit),
            data,
            domain,
            // Only lines and points have an axis that can run down.
            axis: Axis {
                is_reversed: axis.is_reversed
                    && matches!(kind, ChartKind::Lines | ChartKind::Scatter),
                ..axis
            },
            references,
            annotations: if kind.has_rows() { Vec::new() } else { remarks },
            note: None,
            missing: Vec::new(),
            claim: Claim::default(),
        },
    )
}

fn moment() -> impl Strategy<Value = Moment> {
    let year = prop_oneof![6 => 2010..2030i64, 2 => -9999..9999i64, 1 => -13_800_000_000..13_800_000_000i64];
    let offset = prop::option::of(-720..=840_i16);
    (year, 0..=12u8, 0..=28u8, 0..2880_u16, offset).prop_map(
        |(year, month, day, minute, offset)| {
            let day_of = Moment::day(year, month, day);
            let moment = match (month, day) {
                (0, 0) => Moment::decade(year - year % 10),
                (_, 0) => Moment::month(year, month).or(Moment::quarter(year, month % 4 + 1)),
                _ => day_of.and_then(|day| day.minute(minute, offset)).or(day_of),
            };
            moment.or(Moment::year(year)).unwrap()
        },
    )
}

fn date() -> impl Strategy<Value = Date> {
    let qualifier = prop_oneof![
        Just(Qualifier::About),
        Just(Qualifier::Before),
        Just(Qualifier::After),
        Just(Qualifier::From),
        Just(Qualifier::Until),
    ];
    let range = (moment(), moment(), any::<bool>()).prop_map(|(a, b, about)| {
        let clock = Date::Range(a, b).offset();
        let (start, end) = (|at: Moment| at.start(clock), |at: Moment| at.end(clock));
        let (a, b) = if start(a) <= start(b) { (a, b) } else { (b, a) };
        match start(a) < start(b) && end(a) <= end(b) {
            true if about => Date::AboutRange(a, b),
            true => Date::Range(a, b),
            false => Date::At(a),
        }
    });
    prop_oneof![
        2 => moment().prop_map(Date::At),
        1 => (qualifier, moment()).prop_map(|(qualifier, at)| Date::Qualified(qualifier, at)),
        1 => range,
    ]
}

fn other_dates(dates: Vec<Date>) -> Vec<OtherDate> {
    dates.into_iter().map(|date| OtherDate { date, sources: Vec::new() }).collect()
}

fn event(lanes: usize) -> impl Strategy<Value = Event> {
    let flags = (prop::bool::weighted(0.2), prop::bool::weighted(0.3));
    let others = prop::collection::vec(date(), 0..3);
    let dates = (date(), prop_oneof![3 => Just(Vec::new()), 1 => others]);
    (0..lanes, dates, 0..20u32, 0..4u32, words(), flags).prop_map(
        |(lane, (date, others), from, more, title, (subject, spoiler))| Event {
            id: String::new(),
            lane,
            // Every third lane is ordered, see `timeline`.
            when: if lane % 3 == 2 {
                EventTime::Order { from, to: from + more }
            } else {
                EventTime::Date(date)
            },
            other_dates: if lane % 3 == 2 { Vec::new() } else { other_dates(others) },
            title: Text::plain(title),
            short: None,
            text: None,
            image: None,
            setting: None,
            subject,
            tags: Vec::new(),
            claim: Claim { spoiler, ..Claim::default() },
        },
    )
}

fn timeline() -> impl Strategy<Value = Timeline> {
    (1..5usize).prop_flat_map(|lanes| {
        let titles = prop::collection::vec(words(), lanes);
        (titles, prop::collection::vec(event(lanes), 0..80)).prop_map(|(titles, mut events)| {
            events.sort_by(|a, b| {
                let [start, other] = [a, b].map(|event| event.when.span(Some(0)).0);
                a.lane.cmp(&b.lane).then(start.total_cmp(&other))
            });
            let lane = |(place, title): (usize, String)| Lane {
                id: format!("lane-{place}"),
                title,
                kind: [LaneKind::Dates, LaneKind::Own, LaneKind::Order][place % 3],
                color: (place % 2 == 1).then_some(place as u32),
            };
            let lanes = titles.into_iter().enumerate().map(lane).collect();
            let mut timeline =
                Timeline { lanes, events, clock: Some(0), has_times: true, ..Timeline::default() };
            timeline.measure();
            timeline
        })
    })
}

/// A window onto dates.
fn window() -> impl Strategy<Value = (f64, f64)> {
    (-1e9..1e9_f64, 1.0..9.0_f64).prop_map(|(low, power)| (low, low + 10_f64.powf(power)))
}

fn width() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 120.0..1200.0, 1 => 0.0..1e6, 1 => Just(288.0), 1 => Just(320.0)]
}

proptest! {
    // What fails is shown and becomes a test of its own below.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chart_can_be_drawn(chart in chart(), width in width()) {
        let messages = Messages::default();
        let layout = layout::chart(&chart, &messages, width, &TableMeasure);
        invariants::check(&layout);
        for mark in layout.marks() {
            prop_assert!(!layout::sentence(&chart, *mark, &messages).is_empty());
            prop_assert!(!layout.emphasis(*mark).is_empty());
        }
    }

    #[test]
    fn any_timeline_can_be_drawn(
        timeline in timeline(),
        width in width(),
        window in prop::option::of(window()),
        selected in prop::option::of(0..100usize),
    ) {
        let hidden = |event: usize| timeline.events[event].claim.spoiler;
        let shown = |event: usize| timeline.events[event].lane != 1;
        let view = Shown { window, hidden: &hidden, shown: &shown, selected, ..Shown::default() };
        let layout = view.of(&timeline, &Messages::default(), width);
        invariants::check(&layout);
        let mut seen = vec![0; timeline.events.len()];
        for mark in layout.marks() {
            let events = layout.events(*mark);
            prop_assert!(!events.is_empty());
            for event in events {
                prop_assert_eq!(layout.mark_of(*event), Some(*mark));
                seen[*event] += 1;
            }
        }
        let count = layout.event_count();
        prop_assert_eq!(count, seen.iter().sum::<usize>());
        for (event, seen) in seen.iter().enumerate() {
            // Each stands once, and all of them where nothing is left out.
            prop_assert!(*seen <= usize::from(shown(event)));
            prop_assert!(window.is_some() || *seen == usize::from(shown(event)));
        }
    }

    #[test]
    fn moving_along_changes_no_height_and_leads_back(
        timeline in timeline(),
        width in width(),
        window in window(),
    ) {
        let draw = |window| {
            Shown { window, ..Shown::default() }.of(&timeline, &Messages::default(), width)
        };
        let (before, there, back) = (draw(None), draw(Some(window)), draw(None));
        prop_assert_eq!(before.size(), there.size());
        prop_assert_eq!(before, back);
    }

    #[test]
    fn every_event_can_be_told_apart_by_zooming_or_is_at_the_instant_of_others(
        timeline in timeline(), width in 280.0..1200.0_f64,
    ) {
        let shared = |event: &Event| timeline.scale_of(event.lane) == ScaleId::Shared;
        for (index, event) in timeline.events.iter().enumerate().filter(|(_, it)| shared(it)).take(3) {
            let (start, end) = event.when.span(timeline.clock);
            let middle = f64::midpoint(start, end);
            let half = timeline.least_window(ScaleId::Shared) / 2.0;
            let view = Shown { window: Some((middle - half, middle + half)), ..Shown::default() };
            let layout = view.of(&timeline, &Messages::default(), width);
            let mark = layout.mark_of(index);
            prop_assert!(mark.is_some(), "{:?}", event.when);
        }
    }

    #[test]
    fn any_event_can_be_placed_and_its_date_is_hidden(
        timeline in timeline(),
        event in 0..80usize,
        share in 0.0..1.0_f64,
        width in width(),
    ) {
        let dated = |it: &&Event| matches!(it.when, EventTime::Date(_));
        let Some(of) = timeline.events.get(event).filter(dated) else { return Ok(()) };
        let form = Form::Place { event, window: None, within_days: None };
        let mut story = Story { timeline: timeline.clone(), ..Story::default() };
        let draw = |story: &Story, guess: Option<i64>, is_known: bool| {
            let placing = Placing::of(story, &form).unwrap();
            let (first, last) = placing.ends();
            prop_assert!(first <= last);
            let view = PlacingView { placing: &placing, guess, is_known, hidden: &|_| false };
            let messages = Messages::default();
            let layout =
                layout::placing(&story.timeline, &view, &messages, width, &TableMeasure);
            invariants::check(&layout);
            Ok(layout)
        };
        let (first, last) = Placing::of(&story, &form).unwrap().ends();
        let guess = first + ((last - first) as f64 * share) as i64;
        let before = draw(&story, Some(guess), false)?;
        let known = draw(&story, Some(guess), true)?;
        prop_assert_eq!(before.size(), known.size());
        prop_assert!(before.mark_of(event).is_none());
        // At another place of the same window nothing of it is drawn otherwise.
        let lane = of.lane;
        if story.timeline.events.iter().filter(|it| it.lane == lane).count() > 2 {
            let ends = story.timeline.extents.clone();
            story.timeline.events[event].when = EventTime::Date(Date::At(Moment::year(2001).unwrap()));
            story.timeline.extents = ends;
            prop_assert_eq!(before, draw(&story, Some(guess), false)?);
        }
    }

    #[test]
    fn any_guess_can_be_drawn(
        chart in chart(),
        drawn in prop::collection::vec(finite(), 0..30),
        is_known in any::<bool>(),
        width in width(),
    ) {
        let messages = Messages::default();
        let layout = layout::guess(&chart, &drawn, is_known, &messages, width, &TableMeasure);
        invariants::check(&layout);
        let SliderRange { low, high, step } = layout::slider_range(&chart);
        prop_assert!(low < high && step > 0.0 && low.is_finite() && high.is_finite());
        if !is_known {
            prop_assert_eq!(layout.marks().len(), chart.data.known().len());
        }
    }

    #[test]
    fn a_guess_shows_nothing_of_the_true_values(
        chart in chart(),
        drawn in prop::collection::vec(finite(), 0..30),
        other in finite(),
        width in width(),
    ) {
        let chart = Chart { domain: chart.domain.or(Some((-500.0, 500.0))), ..chart };
        let mut changed = chart.clone();
        match &mut changed.data {
            Data::Rows(rows) => {
                for value in rows.rows.iter_mut().flat_map(|row| &mut row.values).flatten() {
                    *value = Number::exact(other);
                }
            }
            Data::Columns(columns) => {
                for line in &mut columns.lines {
                    line.y.iter_mut().flatten().for_each(|y| *y = other);
                }
            }
        }
        changed.references.clear();
        changed.annotations.clear();
        let layout = |chart| {
            layout::guess(chart, &drawn, false, &Messages::default(), width, &TableMeasure)
        };
        prop_assert_eq!(layout(&chart), layout(&changed));
    }

    #[test]
    fn the_axis_of_a_guess_stays_where_it_is(
        chart in chart(),
        share in 0.0_f64..1.0,
        width in width(),
    ) {
        let chart = Chart { domain: Some((-200.0, 700.0)), ..chart };
        let count = chart.data.known().len();
        let step = layout::slider_range(&chart).step;
        let drawn = |value| {
            layout::guess(&chart, &vec![value; count], false, &Messages::default(), width, &TableMeasure)
        };
        let value: f64 = f64::round((900.0 * share - 200.0) / step) * step;
        let (first, second) = (drawn(-200.0), drawn(value));
        for x in 0..100 {
            let at = Point::new(f64::from(x) * 10.0, f64::from(x) * 10.0);
            prop_assert_eq!(first.value_at(at), second.value_at(at));
        }
    }

    #[test]
    fn guess_and_truth_stand_in_the_same_place(
        chart in chart(),
        drawn in prop::collection::vec(finite(), 0..30),
        width in width(),
    ) {
        let state = |drawn, is_known| {
            layout::guess(&chart, drawn, is_known, &Messages::default(), width, &TableMeasure)
        };
        let asked = state(&[], false);
        for other in [state(&drawn, false), state(&drawn, true), state(&[], true)] {
            prop_assert_eq!(asked.size(), other.size());
            prop_assert_eq!(asked.marks(), other.marks());
            for at in (0..20).map(|n| Point::new(f64::from(n) * 20.0, f64::from(n) * 20.0)) {
                prop_assert_eq!(asked.value_at(at), other.value_at(at));
            }
        }
    }

    #[test]
    fn any_stroke_stays_on_the_scale(
        chart in chart(),
        [from, to] in prop::array::uniform2((any::<f64>(), any::<f64>())),
        width in width(),
    ) {
        let range = layout::slider_range(&chart);
        let layout = layout::guess(&chart, &[], false, &Messages::default(), width, &TableMeasure);
        let (from, to) = (Point::new(from.0, from.1), Point::new(to.0, to.1));
        let set = layout.stroke(from, to);
        prop_assert_eq!(set.is_empty(), layout.marks().is_empty());
        for (place, value) in set {
            prop_assert!(place < layout.marks().len());
            for value in [value, range.nearest(value)] {
                prop_assert!((range.low..=range.high).contains(&value), "{value} in {range:?}");
            }
        }
    }

    #[test]
    fn a_stroke_sets_what_it_passes(
        count in prop_oneof![Just(0), Just(1), Just(60), Just(500), 2..40usize],
        is_line in any::<bool>(),
        [from, to] in prop::array::uniform2((-50.0..900.0, -50.0..900.0)),
        width in 120.0..900.0,
    ) {
        let chart = to_draw(count, is_line);
        let layout = layout::guess(&chart, &[], false, &Messages::default(), width, &TableMeasure);
        let (from, to) = (Point::new(from.0, from.1), Point::new(to.0, to.1));
        let set = layout.stroke(from, to);
        let along = |point: Point| if is_line { point.x } else { point.y };
        let centers: Vec<f64> = (0..count)
            .map(|place| along(layout.rect(value(place)).unwrap().center()))
            .collect();
        let (start, end) = (along(from), along(to));
        for (place, at) in centers.iter().enumerate() {
            let is_passed = *at > start.min(end) && *at < start.max(end);
            let is_set = set.iter().filter(|(set, _)| *set == place).count();
            prop_assert!(is_set == 1 || (is_set == 0 && !is_passed), "{place} at {at}");
        }
        if let Some((last, value)) = set.last() {
            prop_assert_eq!(Some(*value), layout.value_at(to));
            let away = |at: f64| (at - end).abs();
            prop_assert!(centers.iter().all(|at| away(*at) >= away(centers[*last])));
            // Between its ends a stroke is straight.
            let ends = [from, to].map(|at| layout.value_at(at).unwrap());
            for (_, value) in &set {
                prop_assert!(*value >= ends[0].min(ends[1]) && *value <= ends[0].max(ends[1]));
            }
        }
    }

    #[test]
    fn a_setting_is_within_half_a_step(chart in chart(), value in any::<f64>()) {
        let range = layout::slider_range(&chart);
        let set = range.nearest(value);
        prop_assert!((range.low..=range.high).contains(&set), "{value} becomes {set}");
        let off = (set - value.max(range.low).min(range.high)).abs();
        prop_assert!(off <= range.step * 0.500_001, "{value} becomes {set}, in steps of {}", range.step);
    }

    #[test]
    fn any_estimate_can_be_drawn(
        answer in number(),
        guess in finite(),
        ends in (finite(), finite()),
        unit in words(),
        width in width(),
    ) {
        let ends = (ends.0.min(ends.1), ends.0.max(ends.1), &Unit::behind(unit));
        invariants::check(&layout::estimate(&answer, guess, ends, &Messages::default(), width, &TableMeasure));
    }

    #[test]
    fn a_dragged_entry_stays_under_a_pointer_at_rest(
        heights in prop::collection::vec(20.0..200.0, 1..8),
        held in 0..8usize,
        y in -100.0..1500.0,
    ) {
        let held = held.min(heights.len() - 1);
        let rows = |heights: &[f64]| {
            let mut top = 0.0;
            let mut rows = Vec::new();
            for height in heights {
                rows.push((top, top + height));
                top += height + 8.0;
            }
            rows
        };
        let (to, middle) = layout::drop_index(&rows(&heights), held, y).unwrap();
        let mut moved = heights;
        let own = moved.remove(held);
        moved.insert(to, own);
        let after = rows(&moved);
        let row = after[to];
        prop_assert!((middle - (row.0 + row.1) / 2.0).abs() < 1e-6, "{} {:?}", middle, row);
        prop_assert_eq!(layout::drop_index(&after, to, y).unwrap().0, to);
    }

    #[test]
    fn picking_an_event_never_moves_the_timeline(timeline in timeline(), width in width()) {
        let draw = |selected| {
            let hidden = |event: usize| timeline.events[event].claim.spoiler;
            let view = Shown { hidden: &hidden, selected, ..Shown::default() };
            view.of(&timeline, &Messages::default(), width)
        };
        let before = draw(None);
        for event in 0..timeline.events.len().min(12) {
            let after = draw(Some(event));
            prop_assert_eq!(before.size(), after.size());
            prop_assert_eq!(before.marks(), after.marks());
        }
    }
}

// What single drawings must do.

fn event_on(day: (i64, u8, u8), title: &str) -> Event {
    Event {
        id: title.to_owned(),
        lane: 0,
        when: EventTime::Date(Date::At(Moment::day(day.0, day.1, day.2).unwrap())),
        title: Text::plain(title),
        ..Event::default()
    }
}

fn timeline_of(events: Vec<Event>) -> Timeline {
    let lane = Lane { id: "lane".into(), title: "Lane".into(), ..Lane::default() };
    let mut timeline = Timeline { lanes: vec![lane], events, ..Timeline::default() };
    timeline.measure();
    timeline
}

fn view<'a>(hidden: &'a dyn Fn(usize) -> bool, selected: Option<usize>) -> Shown<'a> {
    Shown { hidden, selected, ..Shown::default() }
}

#[test]
fn the_words_of_a_folded_event_are_never_drawn() {
    let events = vec![event_on((2020, 1, 1), "Open"), event_on((2021, 1, 1), "Secret")];
    let timeline = timeline_of(events);
    for selected in [None, Some(1)] {
        let view = view(&|event| event == 1, selected);
        let layout = view.of(&timeline, &Messages::default(), 640.0);
        assert!(texts(layout.shapes()).contains(&"Open"));
        assert!(!texts(layout.shapes()).iter().any(|text| text.contains("Secret")));
        assert_eq!(layout.marks().len(), 2, "its mark stays");
    }
}

#[test]
fn the_picked_event_is_named_with_its_date() {
    let days = (1..=28).map(|day| event_on((2020, 1, day), "One of many")).collect();
    let timeline = timeline_of(days);
    let view = view(&|_| false, Some(13));
    let layout = view.of(&timeline, &Messages::default(), 320.0);
    assert!(texts(layout.shapes()).contains(&"14 January 2020"), "{:?}", texts(layout.shapes()));
}

#[test]
fn events_beyond_the_window_are_counted_beside_the_name() {
    let days = (1..=9).map(|year| event_on((2010 + year, 6, 1), "Event")).collect();
    let timeline = timeline_of(days);
    let day = |year| Moment::year(year).unwrap().start(None) as f64;
    let window = Some((day(2014), day(2017)));
    let view = Shown { window, ..Shown::default() };
    let layout = view.of(&timeline, &Messages::default(), 640.0);
    let counts: Vec<usize> = layout.marks().iter().map(|mark| layout.events(*mark).len()).collect();
    assert_eq!(counts, [1, 1, 1]);
    let texts = texts(layout.shapes());
    assert!(texts.contains(&"3 earlier \u{b7} 3 later"), "{texts:?}");
}

#[test]
fn events_nearer_than_a_mark_share_a_counted_one() {
    let mut days: Vec<Event> = (1..=5).map(|day| event_on((2020, 1, day), "Near")).collect();
    days.push(event_on((2024, 1, 1), "Far"));
    let timeline = timeline_of(days);
    let view = view(&|_| false, None);
    let layout = view.of(&timeline, &Messages::default(), 640.0);
    assert_eq!(layout.marks(), [Mark::Event(0), Mark::Event(5)]);
    assert_eq!(layout.events(Mark::Event(0)), [0, 1, 2, 3, 4]);
    assert_eq!(layout.mark_of(3), Some(Mark::Event(0)));
    assert!(texts(layout.shapes()).contains(&"5"));
}

#[test]
fn ten_thousand_events_and_rows_are_laid_out() {
    let day = |n: i64| ((1900 + n % 120), (n % 12 + 1) as u8, (n % 28 + 1) as u8);
    let mut events: Vec<Event> = (0..10_000).map(|n| event_on(day(n), "Event")).collect();
    events.sort_by(|a, b| a.when.span(None).0.total_cmp(&b.when.span(None).0));
    let timeline = timeline_of(events);
    let view = view(&|_| false, None);
    let layout = view.of(&timeline, &Messages::default(), 640.0);
    assert_eq!(layout.marks().iter().map(|mark| layout.events(*mark).len()).sum::<usize>(), 10_000);

    let rows: Vec<Row> =
        (0..10_000).map(|n| bar("Row", None, Number::exact(f64::from(n)))).collect();
    let layout = layout::chart(&bars(rows), &Messages::default(), 640.0, &TableMeasure);
    assert_eq!(layout.marks().len(), 10_000);
}

fn bar(label: &str, detail: Option<&str>, value: Number) -> Row {
    Row {
        id: label.to_owned(),
        label: label.to_owned(),
        detail: detail.map(str::to_owned),
        values: vec![Some(value)],
        sources: vec![0],
        ..Row::default()
    }
}

fn bars(rows: Vec<Row>) -> Chart {
    let series = vec![Series { id: "v".into(), ..Series::default() }];
    Chart {
        id: "gross".into(),
        kind: ChartKind::Bars,
        title: Text::plain("Gross"),
        subtitle: None,
        question: None,
        unit: Unit::behind("million US dollars"),
        data: Data::Rows(Rows { series, rows, ..Rows::default() }),
        domain: None,
        axis: Axis::default(),
        references: Vec::new(),
        annotations: Vec::new(),
        note: None,
        missing: Vec::new(),
        claim: Claim::default(),
    }
}

/// Lines or points with one value each, at the same x.
fn columns_of(kind: ChartKind, lines: &[(&str, bool, f64)]) -> Chart {
    let line = |&(label, subject, y): &(&str, bool, f64)| Line {
        series: Series {
            id: label.to_owned(),
            label: label.to_owned(),
            subject,
            ..Series::default()
        },
        x: vec![1.0],
        y: vec![Some(y)],
        sources: vec![0],
        ..Line::default()
    };
    let lines = lines.iter().map(line).collect();
    let data = Data::Columns(Columns { lines, ..Columns::default() });
    Chart { kind, data, ..bars(Vec::new()) }
}

#[test]
fn points_of_the_subject_lie_in_front() {
    let chart = columns_of(ChartKind::Scatter, &[("Own", true, 5.0), ("Other", false, 5.0)]);
    let layout = layout::chart(&chart, &Messages::default(), 640.0, &TableMeasure);
    let marks = [1, 0].map(|series| Mark::Value { series, index: 0 });
    assert_eq!(layout.marks(), marks);
}

#[test]
fn lines_are_named_in_the_order_of_their_ends() {
    let chart = columns_of(
        ChartKind::Lines,
        &[("Low", false, 1.0), ("Mid", false, 1.2), ("High", false, 9.0)],
    );
    let layout = layout::chart(&chart, &Messages::default(), 640.0, &TableMeasure);
    let labels = labels(layout.shapes());
    let y = |name: &str| labels.iter().find(|label| label.text == name).unwrap().rect().y;
    assert!(y("High") < y("Mid") && y("Mid") < y("Low"), "{labels:?}");
}

fn value(index: usize) -> Mark {
    Mark::Value { series: 0, index }
}

#[test]
fn a_value_is_said_with_unit_and_spread() {
    let number = Number { value: 87.8, low: 86.0, high: 88.8, ..Number::default() };
    let chart = bars(vec![bar("John Wick", Some("2014"), number)]);
    let say = |mark| layout::sentence(&chart, mark, &Messages::default());
    let words = "John Wick, 2014: 87.8\u{a0}million US dollars, sources give 86 to 88.8";
    assert_eq!(say(value(0)), words);
    assert_eq!(say(value(1)), "");
    assert_eq!(say(Mark::Event(0)), "");
}

#[test]
fn a_spread_is_written_short_beside_its_value() {
    let spread =
        |value, low, high| bar("Row", None, Number { value, low, high, ..Number::default() });
    let chart = bars(vec![spread(5.0, 5.0, 7.0), spread(5.0, 3.0, 5.0), spread(5.0, 3.0, 7.0)]);
    let layout = layout::chart(&chart, &Messages::default(), 640.0, &TableMeasure);
    let texts = texts(layout.shapes());
    for words in ["to 7", "from 3", "3 to 7"] {
        assert!(texts.contains(&words), "{words} in {texts:?}");
    }
}

#[test]
fn a_missing_upright_bar_has_room_for_its_words() {
    let row = Row { values: vec![None], annotation: Some("On strike".into()), ..Row::default() };
    let mut chart = bars(vec![row]);
    // All that is drawn lies below zero.
    chart.references = vec![Reference { value: -229.0, ..Reference::default() }];
    if let Data::Rows(rows) = &mut chart.data {
        rows.orientation = Orientation::Vertical;
    }
    let layout = layout::chart(&chart, &Messages::default(), 640.0, &TableMeasure);
    invariants::check(&layout);
    let texts = texts(layout.shapes());
    for words in ["On strike", "no figure found"] {
        assert!(texts.contains(&words), "{words} in {texts:?}");
    }
}

#[test]
fn names_stand_beside_the_bars_or_above_them() {
    let rows = || vec![bar("John Wick", Some("2014"), Number::exact(87.8))];
    let bar_starts = |width| {
        let layout = layout::chart(&bars(rows()), &Messages::default(), width, &TableMeasure);
        layout.rect(value(0)).unwrap().x
    };
    assert!(bar_starts(640.0) > 100.0);
    assert!(bar_starts(288.0) < 5.0);
}

#[test]
fn a_pointer_anywhere_in_a_row_means_its_bar() {
    let rows = (1..=3).map(|n| bar("Row", None, Number::exact(f64::from(n)))).collect();
    let layout = layout::chart(&bars(rows), &Messages::default(), 640.0, &TableMeasure);
    for place in 0..3 {
        let y = layout.rect(value(place)).unwrap().center().y;
        for x in [2.0, 300.0, 638.0] {
            assert_eq!(layout.hit(Point::new(x, y)), Some(value(place)));
        }
    }
    assert_eq!(layout.hit(Point::new(300.0, -30.0)), None);
}

#[test]
fn a_measure_of_the_browser_may_say_anything() {
    struct Odd(f64);
    impl Measure for Odd {
        fn width(&self, text: &str, _: Font) -> f64 {
            self.0 * text.len() as f64
        }
    }
    let chart = bars(vec![bar("John Wick", Some("2014"), Number::exact(87.8))]);
    for odd in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300] {
        let layout = layout::chart(&chart, &Messages::default(), 320.0, &Odd(odd));
        assert_eq!(layout.marks(), [value(0)]);
    }
    for width in [f64::NAN, f64::INFINITY, -1.0] {
        let layout = layout::chart(&chart, &Messages::default(), width, &TableMeasure);
        assert!(layout.size().width >= 120.0);
    }
}

/// A chart with so many values to draw.
fn to_draw(count: usize, is_line: bool) -> Chart {
    let values = (0..count).map(|n| n as f64);
    if !is_line {
        return bars(values.map(|n| bar("Row", None, Number::exact(n))).collect());
    }
    let mut chart = columns_of(ChartKind::Lines, &[("Own", true, 1.0)]);
    if let Data::Columns(Columns { lines, .. }) = &mut chart.data {
        lines[0].x = values.clone().collect();
        lines[0].y = values.map(Some).collect();
    }
    chart
}

/// The guess at a chart before anything is set, 400 px wide.
fn unset(chart: &Chart) -> Layout {
    layout::guess(chart, &[], false, &Messages::default(), 400.0, &TableMeasure)
}

#[test]
fn a_bar_is_taken_at_its_end_and_a_place_stands_for_its_value() {
    let chart =
        bars(vec![bar("Alpha", None, Number::exact(10.0)), bar("Beta", None, Number::exact(40.0))]);
    let scale = layout::slider_range(&chart);
    assert_eq!((scale.low, scale.high, scale.step), (0.0, 60.0, 0.5));
    let messages = Messages::default();
    let drawn = [15.0, 45.0];
    let layout = layout::guess(&chart, &drawn, false, &messages, 400.0, &TableMeasure);
    for (place, truth) in drawn.into_iter().enumerate() {
        let grip = layout.rect(value(place)).unwrap().center();
        let at = layout.value_at(grip).unwrap();
        assert!((at - truth).abs() < 0.2, "{at} is not {truth}");
        assert_eq!(layout.hit(Point::new(390.0, grip.y)), Some(value(place)));
        assert_eq!(layout.hit(Point::new(2.0, grip.y)), None, "a name is no value");
        assert_eq!(layout.stroke(grip, grip), [(place, at)]);
    }
    assert!(texts(layout.shapes()).contains(&"15"));
    let known = layout::guess(&chart, &drawn, true, &messages, 400.0, &TableMeasure);
    let texts = texts(known.shapes());
    for words in ["Your answer", "Right answer", "10", "40"] {
        assert!(texts.contains(&words), "{words} in {texts:?}");
    }
}

#[test]
fn a_setting_has_no_noise() {
    let chart = bars(vec![bar("Alpha", None, Number::exact(8.0))]);
    let range = layout::slider_range(&chart);
    assert_eq!((range.high, range.step), (10.0, 0.05));
    let settings = [1.449, 4.8, 9.999].map(|value| range.nearest(value));
    assert_eq!(settings, [1.45, 4.8, 10.0]);
}

#[test]
fn a_hint_stands_over_a_guess_until_something_is_set() {
    for (is_line, hint) in
        [(true, MessageKey::QuizDrawLine.english()), (false, MessageKey::QuizDrawBars.english())]
    {
        let chart = to_draw(3, is_line);
        let asked = unset(&chart);
        assert!(texts(asked.shapes()).contains(&hint));
        let middle = layout::slider_range(&chart).initial_value().to_string();
        assert!(is_line || !texts(asked.shapes()).contains(&&*middle), "no value is said");
        let messages = Messages::default();
        let set = layout::guess(&chart, &[1.0; 3], false, &messages, 400.0, &TableMeasure);
        assert!(!texts(set.shapes()).contains(&hint));
        assert!(texts(set.shapes()).contains(&MessageKey::QuizYourAnswer.english()));
        // Where the answer came without a guess there is none to see.
        let known = layout::guess(&chart, &[], true, &messages, 400.0, &TableMeasure);
        let texts = texts(known.shapes());
        assert!(texts.contains(&MessageKey::QuizRightAnswer.english()));
        assert!(!texts.contains(&MessageKey::QuizYourAnswer.english()) && !texts.contains(&hint));
    }
}

#[test]
fn a_finger_holds_the_grips_of_a_line_and_scrolls_beside_them() {
    let few = unset(&to_draw(6, true));
    let center = |layout: &Layout, place| layout.rect(value(place)).unwrap().center();
    let at = center(&few, 4);
    assert!(few.holds(at, None) && few.holds(Point::new(at.x, at.y + 15.0), None));
    assert!(!few.holds(Point::new(at.x, at.y + 40.0), None));
    // Where there is no room for all, only the picked one has a grip.
    let many = unset(&to_draw(60, true));
    let at = center(&many, 30);
    assert!(many.holds(at, Some(value(30))) && many.holds(at, Some(value(31))));
    assert!(!many.holds(at, Some(value(0))) && !many.holds(at, None));
    // A bar goes to the sides, where no page scrolls.
    let bars = unset(&to_draw(3, false));
    assert!(!bars.holds(center(&bars, 1), Some(value(1))));
}

#[test]
fn a_pointer_anywhere_above_or_below_a_point_means_it() {
    let layout = unset(&to_draw(60, true));
    for place in [0, 1, 30, 59] {
        let Point { x, .. } = layout.rect(value(place)).unwrap().center();
        for y in [60.0, 120.0, 220.0] {
            assert_eq!(layout.hit(Point::new(x, y)), Some(value(place)));
        }
    }
}

#[test]
fn an_estimate_names_guess_and_truth_with_its_spread() {
    let messages = Messages::default();
    let number = Number { value: 24.5, low: 24.5, high: 25.0, ..Number::default() };
    for width in [246.0, 600.0] {
        let unit = Unit::behind("million dollars");
        let ends = (5.0, 80.0, &unit);
        let layout = layout::estimate(&number, 39.5, ends, &messages, width, &TableMeasure);
        let texts = texts(layout.shapes());
        for words in ["Your answer: 39.5", "Right answer: 24.5", "to 25", "5"] {
            assert!(texts.contains(&words), "{words} in {texts:?} at {width}");
        }
    }
}

#[test]
fn the_greatest_values_can_be_guessed() {
    for value in [f64::MAX, -f64::MAX, 5e-324] {
        let chart = bars(vec![bar("Alpha", None, Number::exact(value))]);
        let SliderRange { low, high, step } = layout::slider_range(&chart);
        assert!(low <= value && value <= high && low.is_finite() && high.is_finite());
        assert!(step > 0.0 && step.is_finite());
    }
}

/// A timeline of one lane, its dates as a story writes them.
fn dated(dates: &[&str], window: &str) -> Timeline {
    let events: Vec<String> = dates
        .iter()
        .enumerate()
        .map(|(nth, date)| {
            format!(r#"{{"id": "e{nth}", "lane": "l", "date": "{date}", "title": "Event {nth}"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"format": 1, "id": "a", "title": "A", "lang": "en", "sections": ["timeline", "sources"],
            "sources": [{{"id": "s", "title": "S"}}], "timeline": {{"sources": ["s"], {window}
            "lanes": [{{"id": "l", "title": "Lane"}}], "events": [{}]}}}}"#,
        events.join(", ")
    );
    Story::parse(text.as_bytes()).unwrap().timeline
}

fn laid_out(timeline: &Timeline, width: f64) -> Layout {
    Shown::default().of(timeline, &Messages::default(), width)
}

/// Left and right end of the hit region of each event.
fn ends(timeline: &Timeline, width: f64) -> Vec<(String, f64, f64)> {
    let layout = laid_out(timeline, width);
    let region = |mark: &Mark| {
        let Mark::Event(event) = *mark else { panic!("a timeline has events") };
        let xs: Vec<f64> = (0..=width as u32)
            .map(f64::from)
            .filter(|x| (0..300).any(|y| layout.hit(Point::new(*x, f64::from(y))) == Some(*mark)))
            .collect();
        (timeline.events[event].id.clone(), xs[0], xs[xs.len() - 1])
    };
    layout.marks().iter().map(region).collect()
}

#[test]
fn open_ends_reach_the_edges() {
    let timeline = dated(&["2000", "2010/", "/2005", "2020"], "");
    let ends = ends(&timeline, 640.0);
    let of = |id: &str| ends.iter().find(|(known, ..)| known == id).unwrap();
    assert!(of("e1").2 > 615.0, "{ends:?}");
    assert!(of("e2").1 < 25.0, "{ends:?}");
    assert!(of("e1").1 > 250.0 && of("e2").2 < 250.0, "{ends:?}");
}

#[test]
fn an_open_window_goes_to_where_the_events_end() {
    let dates = ["1900", "1990", "2000-06", "2010"];
    let [from, until] = [r#""window": "1980/","#, r#""window": "/1995","#].map(|window| {
        let timeline = dated(&dates, window);
        let layout = laid_out(&timeline, 640.0);
        let counts = |mark: &Mark| layout.events(*mark).to_vec();
        layout.marks().iter().map(counts).collect::<Vec<_>>()
    });
    assert_eq!(from, [vec![1], vec![2], vec![3]]);
    assert_eq!(until, [vec![0], vec![1]]);
}

#[test]
fn one_instant_is_one_place_on_whatever_clock_it_is_given() {
    let dates = [
        "1969-07-20T15:17-05:00",
        "1969-07-20T20:17Z",
        "1969-07-20T15:17",
        "1969-07-20T23:00-05:00",
    ];
    let timeline = dated(&dates, "");
    assert_eq!(timeline.clock, Some(-300));
    let layout = laid_out(&timeline, 640.0);
    assert_eq!(layout.events(Mark::Event(0)), [0, 1, 2]);
    let words = texts(layout.shapes());
    assert!(words.contains(&"16:00 UTC\u{2212}5") && words.contains(&"20 July 1969"), "{words:?}");
    assert!(words.contains(&"22:00"), "{words:?}");
    // Without times nothing is said of clocks.
    let days = dated(&["1969-07-20", "1969-07-22"], "");
    let layout = laid_out(&days, 640.0);
    let words = texts(layout.shapes());
    assert!(
        words.contains(&"20 July 1969") && !words.iter().any(|it| it.contains(':')),
        "{words:?}"
    );
}

#[test]
fn eras_and_deep_time_have_three_ticks_on_a_phone() {
    for (dates, ticks) in [
        (&["-0003", "-0002", "0000", "0001", "0003"][..], &["4 BCE", "2 BCE", "1 CE"][..]),
        (
            &["-4999", "-0049-04-20", "0050-04-20/0500-04-20", "2100"],
            &["2000 BCE", "1 CE", "2000 CE"],
        ),
        (
            &["about -13800000000", "-4543000000", "2025"],
            &["10\u{a0}bn ago", "5\u{a0}bn ago", "1 CE"],
        ),
    ] {
        let layout = laid_out(&dated(dates, ""), 280.0);
        let words = texts(layout.shapes());
        assert!(ticks.iter().all(|tick| words.contains(tick)), "{ticks:?} in {words:?}");
    }
}

#[test]
fn a_guess_in_the_first_or_last_step_stays_in_the_drawing() {
    let timeline = dated(&["2015-03-01", "2014-08-01", "2016-02-01"], "");
    // The first and the last month lie half outside.
    let window = Date::from_text("2014-06-28/2016-06-03");
    let form = Form::Place { event: 0, window, within_days: None };
    let story = Story { timeline, ..Story::default() };
    let placing = Placing::of(&story, &form).unwrap();
    let (first, last) = placing.ends();
    for (step, is_known) in [(first, false), (last, false), (first, true), (last, true)] {
        let view =
            PlacingView { placing: &placing, guess: Some(step), is_known, hidden: &|_| false };
        let messages = Messages::default();
        let layout = layout::placing(&story.timeline, &view, &messages, 640.0, &TableMeasure);
        invariants::check(&layout);
    }
}

#[test]
fn what_ends_at_the_edge_of_a_window_stays_in_the_drawing() {
    let timeline = dated(&["1000/2010-02", "2010", "2010-02", "2030"], "");
    let day = |year| Moment::year(year).unwrap().start(None) as f64;
    let step = (day(2011) - day(2010)) / 400.0;
    for nth in -20..420 {
        let edge = day(2010) + f64::from(nth) * step;
        for window in [(edge, edge + 9.0 * step), (edge, day(2030)), (day(900), edge)] {
            let view = Shown { window: Some(window), ..Shown::default() };
            for width in [120.0, 268.0, 640.0] {
                invariants::check(&view.of(&timeline, &Messages::default(), width));
            }
        }
    }
}
