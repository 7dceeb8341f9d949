//! Stretches of the timeline: events of a lane that follow each other, so that a long list can be
//! had in five to nine lines.

use super::{Event, EventTime, Moment, Precision, Stretch, Timeline};

/// How many stretches a timeline has at most, as long as no lane needs one more for itself.
const MOST: usize = 7;

/// How many stretches it has at least, where its dates allow.
const FEWEST: usize = 5;

/// With more lanes than this each is a single stretch, unless it is long.
const FEW_LANES: usize = 3;

/// Up to so many events a lane is short.
const SHORT: usize = 100;

impl Timeline {
    /// Works out the stretches of all lanes: cut only between years, or where those are too few,
    /// between months, days or minutes, and about equally long.
    pub fn fold(&mut self) {
        self.stretches = (0..self.lanes.len()).flat_map(|lane| self.folded(lane)).collect();
    }

    /// The stretch in which an event stands.
    pub fn stretch_of(&self, event: usize) -> Option<Stretch> {
        let is_in = |it: &&Stretch| (it.first..it.first + it.count).contains(&event);
        self.stretches.iter().find(is_in).copied()
    }

    /// The stretches of one lane.
    pub fn stretches_of(&self, lane: usize) -> impl Iterator<Item = Stretch> {
        self.stretches.iter().copied().filter(move |stretch| stretch.lane == lane)
    }

    fn folded(&self, lane: usize) -> Vec<Stretch> {
        let first = self.events.partition_point(|event| event.lane < lane);
        let after = self.events.partition_point(|event| event.lane <= lane);
        let events = self.events.get(first..after).unwrap_or_default();
        let share = |of: usize| of * events.len() / self.events.len().max(1);
        let (precision, mut counts) = units(events, share(FEWEST));
        let is_short = self.lanes.len() > FEW_LANES && events.len() <= SHORT;
        merge(&mut counts, if is_short { 1 } else { share(MOST).max(1) });
        let mut start = first;
        let stretch = |count: usize| {
            let stretch = Stretch { lane, first: start, count, precision };
            start += count;
            stretch
        };
        counts.into_iter().map(stretch).collect()
    }
}

/// How many of the events, which ascend, stand in each year, or in each month, day or minute where
/// there are fewer years than `fewest`.
fn units(events: &[Event], fewest: usize) -> (Precision, Vec<usize>) {
    for precision in [Precision::Year, Precision::Month, Precision::Day] {
        let counts = counts(events, precision);
        if counts.len() >= fewest {
            return (precision, counts);
        }
    }
    (Precision::Minute, counts(events, Precision::Minute))
}

fn counts(events: &[Event], precision: Precision) -> Vec<usize> {
    let mut counts: Vec<usize> = Vec::new();
    let mut last = None;
    for event in events {
        let unit = unit(&event.when, precision);
        match counts.last_mut().filter(|_| last == Some(unit)) {
            Some(count) => *count += 1,
            None => counts.push(1),
        }
        last = Some(unit);
    }
    counts
}

/// What events have in common between which nothing is cut.
#[derive(Clone, Copy, PartialEq)]
enum Unit {
    /// The year, month, day or minute in which they begin.
    Time(Moment),
    /// Their place in an order.
    Place(u32),
}

fn unit(when: &EventTime, precision: Precision) -> Unit {
    match when {
        EventTime::Date(date) => Unit::Time(date.first().rounded(precision)),
        EventTime::Order { from, .. } => Unit::Place(*from),
    }
}

/// Joins the two neighbours that are shortest together, until there are no more than `most`.
fn merge(counts: &mut Vec<usize>, most: usize) {
    while counts.len() > most {
        let pairs = counts.windows(2).map(|pair| pair.iter().sum::<usize>());
        let Some((place, sum)) = pairs.enumerate().min_by_key(|(_, sum)| *sum) else { return };
        counts.splice(place..=place + 1, [sum]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Date, Lane, Story};

    fn timeline(lanes: &[&[EventTime]]) -> Timeline {
        let mut timeline = Timeline::default();
        for (lane, whens) in lanes.iter().enumerate() {
            timeline.lanes.push(Lane::default());
            for when in *whens {
                timeline.events.push(Event { lane, when: *when, ..Event::default() });
            }
        }
        timeline.fold();
        timeline
    }

    fn year(year: i64) -> EventTime {
        EventTime::Date(Date::At(Moment::year(year).unwrap()))
    }

    fn day(month: u8, day: u8) -> EventTime {
        EventTime::Date(Date::At(Moment::day(2025, month, day).unwrap()))
    }

    fn lengths(timeline: &Timeline) -> Vec<usize> {
        timeline.stretches.iter().map(|stretch| stretch.count).collect()
    }

    #[test]
    fn years_stay_whole_and_neighbours_that_are_short_are_joined() {
        let whens: Vec<EventTime> = (0..40).map(|nth| year(2000 + nth / 2)).collect();
        let timeline = timeline(&[&whens]);
        let lengths = lengths(&timeline);
        assert_eq!(lengths.iter().sum::<usize>(), 40);
        assert_eq!(lengths.len(), 7);
        assert!(lengths.iter().all(|count| count % 2 == 0), "a year stands in one stretch");
        assert_eq!(timeline.stretch_of(39).map(|it| it.first + it.count), Some(40));
        assert_eq!(timeline.stretch_of(40), None);
    }

    #[test]
    fn where_years_are_too_few_months_and_days_tell_stretches_apart() {
        let months: Vec<EventTime> = (1..=12).map(|month| day(month, 1)).collect();
        assert_eq!(timeline(&[&months]).stretches[0].precision, Precision::Month);
        let days: Vec<EventTime> = (1..=12).map(|date| day(6, date)).collect();
        assert_eq!(timeline(&[&days]).stretches[0].precision, Precision::Day);
        let night = timeline(&[&[day(6, 1); 30]]);
        assert_eq!(lengths(&night), [30], "nothing tells one from another");
        let minute = |nth: u16| {
            let at = Moment::day(2025, 6, 1).and_then(|day| day.minute(nth, Some(0)));
            EventTime::Date(Date::At(at.unwrap()))
        };
        let minutes: Vec<EventTime> = (0..30).map(|nth| minute(nth / 2)).collect();
        let night = timeline(&[&minutes]);
        assert_eq!(night.stretches[0].precision, Precision::Minute);
        assert_eq!(night.stretches.len(), 7);
    }

    #[test]
    fn decades_quarters_and_deep_time_are_units_of_their_own() {
        let whens =
            ["-66000000", "before -23000000", "1960s", "1960", "1969-Q3", "1969-07-20", "2020/"];
        let whens = whens.map(|text| EventTime::Date(Date::parse(text).unwrap()));
        assert_eq!(lengths(&timeline(&[&whens])), [1, 1, 1, 1, 2, 1]);
    }

    #[test]
    fn they_are_worked_out_with_the_story() {
        let text = include_bytes!("../../static/stories/ballerina.story.json");
        let mut timeline = Story::parse(text).unwrap().timeline;
        let read = std::mem::take(&mut timeline.stretches);
        assert!(read.len() >= FEWEST);
        timeline.fold();
        assert_eq!(timeline.stretches, read);
    }

    #[test]
    fn lanes_have_stretches_of_their_own() {
        let ranks: Vec<EventTime> =
            (1..=10).map(|from| EventTime::Order { from, to: from }).collect();
        let years: Vec<EventTime> = (1990..2010).map(year).collect();
        let timeline = timeline(&[&years, &[], &ranks]);
        let stretches = timeline.stretches;
        assert_eq!(stretches.iter().map(|it| it.count).sum::<usize>(), 30);
        assert!((5..=10).contains(&stretches.len()), "{stretches:?}");
        assert!(stretches.iter().all(|it| it.lane != 1));
        assert_eq!(stretches.last().map(|it| it.lane), Some(2));
        assert_eq!(lengths(&Timeline::default()), [0_usize; 0]);
    }
}
