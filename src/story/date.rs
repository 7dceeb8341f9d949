//! Dates that know their precision.
//!
//! In: what a date is, where it lies on an axis, and what orders it. Below: one moment of the
//! calendar (`moment`), how dates are read (`parse`), printed (`print`) and said (`words`), and what
//! is proposed in place of what is no date (`proposal`).

mod calendar;
mod moment;
mod parse;
mod print;
#[cfg(feature = "tool")]
mod proposal;
mod words;

pub(crate) use calendar::{civil_from_days, days_from_civil};
pub(crate) use moment::DAY;
pub use moment::{Moment, Precision, YEARS};
pub(super) use parse::DateFault;
#[cfg(feature = "tool")]
pub(super) use proposal::only_proposal;
#[cfg(feature = "tool")]
pub(super) use proposal::{before_our_era, proposal};
pub(crate) use words::{clock_words, year_words, zoned_words};

/// Nothing is proposed to readers.
#[cfg(not(feature = "tool"))]
pub(super) fn proposal(_: &str) -> Option<String> {
    None
}

/// What a date says about its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// Near it.
    About,
    /// At some time before it.
    Before,
    /// At some time after it.
    After,
    /// All the time from it on, with no end.
    From,
    /// All the time up to it, with no beginning.
    Until,
}

/// A moment, a qualified moment, or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Date {
    /// Within the moment.
    At(Moment),
    /// Near, before, after, from or until the moment.
    Qualified(Qualifier, Moment),
    /// From the first moment to the last, both included; the first starts earlier and ends no later.
    Range(Moment, Moment),
    /// The same, of which both ends are in doubt.
    AboutRange(Moment, Moment),
}

impl Default for Date {
    /// The year 1970.
    fn default() -> Self {
        Self::At(Moment::EPOCH)
    }
}

impl Date {
    /// The date that a text means, written as in a story; none for any other text.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::parse(text.trim()).ok()
    }

    /// The first moment it names, and the last.
    fn ends(&self) -> (Moment, Moment) {
        match *self {
            Self::At(at) | Self::Qualified(_, at) => (at, at),
            Self::Range(from, to) | Self::AboutRange(from, to) => (from, to),
        }
    }

    /// Start and end (not included) in minutes since 1970-01-01 on a clock so far ahead of UTC, as
    /// [`Moment::start`] counts: how wide a drawing shows it. Whole minutes or halves, and exact.
    ///
    /// A doubt of `about` is drawn half of itself wider on either side; `before` and `after` reach
    /// one precision away from their moment, so that the drawing shows on which side it lies without
    /// claiming how far. An open end is not counted in ([`is_open`](Self::is_open)).
    pub fn span(&self, clock: Option<i16>) -> (f64, f64) {
        let (from, to) = self.ends();
        let (start, end) = (from.start(clock) as f64, to.end(clock) as f64);
        let doubt = |at: Moment| at.doubt() as f64;
        match self {
            Self::Qualified(Qualifier::About, _) | Self::AboutRange(..) => {
                (start - doubt(from) / 2.0, end + doubt(to) / 2.0)
            }
            Self::Qualified(Qualifier::Before, _) => (start - doubt(from), start),
            Self::Qualified(Qualifier::After, _) => (end, end + doubt(to)),
            Self::At(_)
            | Self::Qualified(Qualifier::From | Qualifier::Until, _)
            | Self::Range(..) => (start, end),
        }
    }

    /// Whether it has no beginning, and whether it has no end.
    pub fn is_open(&self) -> (bool, bool) {
        let is = |qualifier| matches!(self, Self::Qualified(own, _) if *own == qualifier);
        (is(Qualifier::Until), is(Qualifier::From))
    }

    /// The same, with open ends without end.
    pub fn reach(&self, clock: Option<i16>) -> (f64, f64) {
        let (start, end) = self.span(clock);
        let (from_ever, for_ever) = self.is_open();
        (
            if from_ever { f64::NEG_INFINITY } else { start },
            if for_ever { f64::INFINITY } else { end },
        )
    }

    /// What orders dates that are seen on one clock: the first minute they name; what is before a
    /// moment comes right before all that begins with it, what is after it right behind all in it.
    pub fn order(&self, clock: Option<i16>) -> i64 {
        let first = self.first();
        let start = first.start(clock) * 2;
        match self {
            Self::Qualified(Qualifier::Before, _) => start - 1,
            Self::Qualified(Qualifier::After, _) => first.end(clock) * 2 - 1,
            _ => start,
        }
    }

    /// The moment by which it is ordered.
    pub fn first(&self) -> Moment {
        self.ends().0
    }

    /// Whether it has a time of day.
    pub fn has_time(&self) -> bool {
        let (from, to) = self.ends();
        from.precision.max(to.precision) == Precision::Minute
    }

    /// How far its clock is ahead of UTC, in minutes, if it says so.
    pub fn offset(&self) -> Option<i16> {
        let (from, to) = self.ends();
        from.offset.or(to.offset)
    }

    /// As HTML's `datetime` has it; it knows no ranges and no doubt.
    pub fn datetime(&self) -> Option<String> {
        match self {
            Self::At(at) => at.datetime(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn days(text: &str) -> f64 {
        let (start, end) = date(text).span(None);
        (end - start) / DAY as f64
    }

    #[test]
    fn doubt_is_as_wide_as_the_precision() {
        assert_eq!(days("2025"), 365.0);
        assert_eq!(days("about 2025"), 730.0);
        assert_eq!(days("about 2025-06-06T20:17"), 2.0 / DAY as f64);
        assert_eq!(days("1960s"), 3653.0);
        assert_eq!(date("before 2025").span(None).1, date("2025").span(None).0);
        assert_eq!(date("after 2025").span(None).0, date("2025").span(None).1);
        let (start, end) = date("1270/1290").span(None);
        let (about_start, about_end) = date("about 1270/1290").span(None);
        assert_eq!(
            (start - about_start, about_end - end),
            (DAY as f64 * 182.5, DAY as f64 * 182.5)
        );
        // A million years to a side of the two that round numbers say.
        assert!((days("about -66000000") / 365.25 / 1e6 - 1.0).abs() < 0.01);
    }

    #[test]
    fn dates_are_ordered_as_instants_with_what_is_before_or_after_at_its_side() {
        let sorted = [
            "-13800000000",
            "about -66000000",
            "-0043-03-15",
            "1969-07-20T15:16-05:00",
            "1969-07-20T20:17Z",
            "1969-07-21T02:00+05:30",
            "before 2025",
            "2025",
            "2025-01-01T00:01Z",
            "2025-12-31T23:59Z",
            "after 2025",
            "2026/",
            "after 2025-12-31T23:59-05:00",
        ];
        let orders = sorted.map(|text| date(text).order(Some(0)));
        assert!(orders.is_sorted(), "{orders:?}");
    }

    #[test]
    fn only_what_iso_knows_has_a_datetime() {
        for text in [
            "2025",
            "2025-06",
            "2025-06-06",
            "0079",
            "1969-07-20T15:17-05:00",
            "1969-07-20T20:17Z",
            "1969-07-20T20:17",
        ] {
            assert_eq!(date(text).datetime().as_deref(), Some(text));
        }
        for text in [
            "1960s",
            "1969-Q3",
            "0000",
            "-0043",
            "+12000",
            "-66000000",
            "2020/",
            "/1945",
            "about 2025",
            "2024/2025",
        ] {
            assert_eq!(date(text).datetime(), None);
        }
        assert_eq!(
            (date("2020/").is_open(), date("/1945").is_open()),
            ((false, true), (true, false))
        );
        assert_eq!(date("2020/2021").is_open(), (false, false));
    }

    /// Moments of every precision.
    pub(super) fn moments() -> impl Strategy<Value = Moment> {
        let near =
            (-9999..=9999_i64, 1..=12_u8, 1..=28_u8, 0..1440_u16, prop::option::of(-959..960_i16));
        let near =
            (near, 0..6_u8).prop_map(|((year, month, day, minute, offset), kind)| match kind {
                0 => Moment::decade((year.abs() / 10 * 10).max(10)),
                1 => Moment::year(year),
                2 => Moment::quarter(year, month.div_ceil(3)),
                3 => Moment::month(year, month),
                4 => Moment::day(year, month, day),
                _ => Moment::day(year, month, day).and_then(|day| day.minute(minute, offset)),
            });
        let far =
            (0..=13_800_000_000_i64, 0..8_u32, any::<bool>()).prop_map(|(year, zeros, past)| {
                let unit = 10_i64.pow(zeros);
                Moment::year((year / unit * unit) * if past { -1 } else { 1 })
            });
        prop_oneof![3 => near, 1 => far].prop_map(Option::unwrap)
    }

    /// Dates of every kind.
    pub(super) fn dates() -> impl Strategy<Value = Date> {
        (moments(), moments(), 0..8_u8).prop_map(|(at, other, kind)| {
            let qualified = |qualifier| Date::Qualified(qualifier, at);
            match kind {
                0 => Date::At(at),
                1 => qualified(Qualifier::About),
                2 => qualified(Qualifier::Before),
                3 => qualified(Qualifier::After),
                4 => qualified(Qualifier::From),
                5 => qualified(Qualifier::Until),
                _ => {
                    let about = if kind == 6 { "" } else { "about " };
                    let range = [[at, other], [other, at]]
                        .into_iter()
                        .find_map(|[from, to]| Date::parse(&format!("{about}{from}/{to}")).ok());
                    range.unwrap_or(Date::At(at))
                }
            }
        })
    }

    proptest! {
        #[test]
        fn a_printed_date_is_read_as_itself(date in dates()) {
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
        }

        #[test]
        fn a_date_has_a_place_on_every_axis(date in dates(), clock in prop::option::of(-959..960_i16)) {
            let (start, end) = date.span(clock);
            prop_assert!(start < end && (end - start).is_finite());
            prop_assert!((start * 2.0).fract() == 0.0 && (end * 2.0).fract() == 0.0);
            let first = date.first();
            prop_assert!(first.start(clock) < first.end(clock));
        }

        #[test]
        fn what_begins_earlier_comes_first(a in moments(), b in moments(), clock in -959..960_i16) {
            let clock = Some(clock);
            let (one, other) = (Date::At(a).order(clock), Date::At(b).order(clock));
            prop_assert_eq!(one.cmp(&other), a.start(clock).cmp(&b.start(clock)));
            let after = Date::Qualified(Qualifier::After, a).order(clock);
            let before = Date::Qualified(Qualifier::Before, a).order(clock);
            prop_assert!(before < one && one < after && after < a.end(clock) * 2);
        }
    }
}
