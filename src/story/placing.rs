//! Placing an event in time: the steps of the scale, and how far a guess lies from the date.

use super::date::{DAY, civil_from_days, days_from_civil};
use super::{Date, Form, Moment, Precision, Story};

/// The share of the window that a guess may miss before there is no credit, unless the author says.
const REACH: f64 = 0.05;
/// A scale has at most about so many steps, unless the next coarser ones were years.
const MOST_STEPS: f64 = 1000.0;

/// What a reader who places an event can choose from, and what is right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placing {
    /// The event, an index into `Timeline::events`.
    pub event: usize,
    /// From where to where the scale goes, in minutes on the timeline's clock.
    pub window: (f64, f64),
    /// What one step of the scale is.
    step: TimeStep,
    /// Start and end of the event, with the doubt of its date; where sources give several, of all.
    truth: (f64, f64),
    /// So far from that there is no credit, in minutes; above 0.
    pub none: f64,
    clock: Option<i16>,
}

/// A step of a scale of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeStep {
    /// So many years.
    Years(i64),
    /// A month.
    Month,
    /// A day.
    Day,
    /// So many minutes.
    Minutes(i64),
}

impl TimeStep {
    /// One that cuts a window of so many minutes into no more steps than a hand can tell apart.
    fn of(minutes: f64) -> Self {
        let days = minutes / DAY as f64;
        let mut years = 1;
        while days / 365.25 / years as f64 > MOST_STEPS {
            years *= 10;
        }
        match days {
            20_000.0.. => Self::Years(years),
            700.0.. => Self::Month,
            3.0.. => Self::Day,
            0.5.. => Self::Minutes(15),
            _ => Self::Minutes(1),
        }
    }

    /// The step in which a minute lies.
    fn index_of(self, minutes: f64) -> i64 {
        let minutes = minutes as i64;
        let (year, month, _) = civil_from_days(minutes.div_euclid(DAY));
        match self {
            Self::Years(years) => year.div_euclid(years),
            Self::Month => year * 12 + i64::from(month) - 1,
            Self::Day => minutes.div_euclid(DAY),
            Self::Minutes(step) => minutes.div_euclid(step),
        }
    }

    /// The first minute of a step.
    fn start(self, index: i64) -> i64 {
        match self {
            Self::Years(years) => days_from_civil(index * years, 1, 1) * DAY,
            Self::Month => {
                days_from_civil(index.div_euclid(12), index.rem_euclid(12) as u8 + 1, 1) * DAY
            }
            Self::Day => index * DAY,
            Self::Minutes(step) => index * step,
        }
    }
}

impl Placing {
    /// What a question of this form asks to place; none for other forms, and for an event without a
    /// date.
    pub fn of(story: &Story, form: &Form) -> Option<Self> {
        let Form::Place { event, window, within_days } = form else { return None };
        let timeline = &story.timeline;
        let of = timeline.events.get(*event)?;
        let clock = timeline.clock;
        let window = match window {
            Some(window) => window.span(clock),
            None => timeline.first_window(timeline.scale_of(of.lane)),
        };
        let width = window.1 - window.0;
        let none = within_days.map_or(width * REACH, |days| days * DAY as f64);
        let truth = of.span(clock);
        Some(Self { event: *event, window, step: TimeStep::of(width), truth, none, clock })
    }

    /// The first step of the scale and the last.
    pub fn ends(&self) -> (i64, i64) {
        // The end of the window is not included.
        (self.step.index_of(self.window.0), self.step.index_of(self.window.1 - 0.5))
    }

    /// The step at a value of the scale; beyond the ends that of the end.
    pub fn step_at(&self, minutes: f64) -> i64 {
        let (first, last) = self.ends();
        self.step.index_of(minutes.clamp(self.window.0, self.window.1)).clamp(first, last)
    }

    /// Start and end of a step.
    pub fn span(&self, step: i64) -> (f64, f64) {
        (self.step.start(step) as f64, self.step.start(step.saturating_add(1)) as f64)
    }

    /// A step as a date.
    pub fn date(&self, step: i64) -> Option<Date> {
        let precision = match self.step {
            TimeStep::Years(_) => Precision::Year,
            TimeStep::Month => Precision::Month,
            TimeStep::Day => Precision::Day,
            TimeStep::Minutes(_) => Precision::Minute,
        };
        let moment = Moment::at(self.step.start(step), self.clock)?;
        Some(Date::At(moment.rounded(precision)))
    }

    /// The step that a date begins in, if it lies on the scale.
    pub fn step_of(&self, date: &Date) -> Option<i64> {
        let (start, _) = date.span(self.clock);
        (self.window.0 <= start && start < self.window.1).then(|| self.step.index_of(start))
    }

    /// How many minutes a step lies from the date, 0 where they share a minute.
    pub fn distance(&self, step: i64) -> f64 {
        let (start, end) = self.span(step);
        (self.truth.0 - end).max(start - self.truth.1).max(0.0)
    }

    /// How much too late a step is, in how many of which unit; less than 0 for too early.
    pub fn miss(&self, step: i64) -> (i64, TimeStep) {
        let first = self.step.index_of(self.truth.0);
        let last = self.step.index_of(self.truth.1 - 0.5).max(first);
        let steps = if step < first { step - first } else { (step - last).max(0) };
        match self.step {
            TimeStep::Years(years) => (steps * years, TimeStep::Years(1)),
            TimeStep::Minutes(minutes) => (steps * minutes, TimeStep::Minutes(1)),
            unit => (steps, unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Event, EventTime, Lane, LaneKind};

    fn placing(date: &str, window: &str, within_days: Option<f64>) -> Placing {
        let when = EventTime::Date(Date::parse(date).unwrap());
        let mut story = Story::default();
        story.timeline.lanes.push(Lane { kind: LaneKind::Dates, ..Lane::default() });
        story.timeline.events.push(Event { when, ..Event::default() });
        let window = Some(Date::parse(window).unwrap());
        Placing::of(&story, &Form::Place { event: 0, window, within_days }).unwrap()
    }

    fn step(placing: &Placing, date: &str) -> i64 {
        placing.step_of(&Date::parse(date).unwrap()).unwrap()
    }

    #[test]
    fn steps_are_as_fine_as_the_window_is_narrow() {
        let words = |window: &str, date: &str| {
            let placing = placing(date, window, None);
            placing.date(step(&placing, date)).unwrap().to_string()
        };
        assert_eq!(words("-3000/2025", "1066-10-14"), "1060");
        assert_eq!(words("1900/2025", "1969-07-20"), "1969");
        assert_eq!(words("2014/2028", "2025-06-06"), "2025-06");
        assert_eq!(words("2025-05/2025-07", "2025-06-06"), "2025-06-06");
        assert_eq!(words("1969-07-20/1969-07-21", "1969-07-20T20:17"), "1969-07-20T20:15");
    }

    #[test]
    fn a_miss_is_told_in_steps_and_the_doubt_of_the_date_is_none() {
        let placing = placing("2025-06-06", "2014/2028", None);
        assert_eq!(placing.miss(step(&placing, "2024-04")), (-14, TimeStep::Month));
        assert_eq!(placing.miss(step(&placing, "2025-06")), (0, TimeStep::Month));
        assert_eq!(placing.miss(step(&placing, "2025-08")), (2, TimeStep::Month));
        assert_eq!(placing.distance(step(&placing, "2025-06")), 0.0);
        let (first, last) = placing.ends();
        assert_eq!(last - first + 1, 15 * 12);
        assert_eq!(placing.step_at(f64::MAX), last);
        assert_eq!(placing.step_at(f64::MIN), first);
        assert!((placing.none / DAY as f64 - 273.95).abs() < 0.1, "a twentieth of fifteen years");

        let whole_year = self::placing("2024", "2014/2028", Some(30.0));
        assert_eq!(whole_year.none, 30.0 * DAY as f64);
        for month in ["2024-01", "2024-12"] {
            assert_eq!(whole_year.distance(step(&whole_year, month)), 0.0, "{month}");
        }
        assert_eq!(whole_year.miss(step(&whole_year, "2023-12")), (-1, TimeStep::Month));
        assert_eq!(whole_year.miss(step(&whole_year, "2025-01")), (1, TimeStep::Month));
    }
}
