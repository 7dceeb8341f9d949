//! Words along an axis: those of ticks that find room, none over another.

use super::context::{LINE_HEIGHT, LayoutContext};
use super::date_ticks::{AxisClock, DateTicks};
use super::drawing::Drawing;
use super::scale::Scale;
use super::text::TextLine;
use super::ticks::Tick;
use super::{Anchor, Ink, Point, Rect};

/// An axis of dates has at least so many ticks, if need be finer ones than its room asks for.
const FEWEST_DATES: usize = 3;
/// Words may stand so many px beside their tick to make room for that many.
const SLIDE: f64 = 30.0;
/// So many steps finer, at most.
const FINER: usize = 3;

/// The words of the ticks that found room.
#[derive(Default)]
pub(super) struct AxisLabels {
    ticks: Vec<LabelledTick>,
    /// Below the words of a tick: left end and words.
    days: Vec<(f64, TextLine)>,
}

/// A tick with its words.
struct LabelledTick {
    x: f64,
    left: f64,
    words: TextLine,
}

impl AxisLabels {
    /// Words of ticks in the order of their values, `gap` px between them at least.
    pub(super) fn new(cx: &LayoutContext, scale: &Scale, gap: f64, ticks: Vec<Tick>) -> Self {
        Self::sliding(cx, scale, (gap, 0.0), ticks)
    }

    /// The same where words may stand so many px to the right of the middle of their tick.
    fn sliding(
        cx: &LayoutContext,
        scale: &Scale,
        (gap, slide): (f64, f64),
        ticks: Vec<Tick>,
    ) -> Self {
        let mut labels = Self::default();
        let (mut free, mut day_free, mut last_day) = (0.0_f64, 0.0, None);
        let left_of = |x: f64, words: &TextLine| {
            (x - words.width() / 2.0).min(cx.width - words.width()).max(0.0)
        };
        let mut ticks = ticks;
        if scale.from > scale.to {
            ticks.reverse();
        }
        for tick in ticks {
            let (x, words) = (scale.at(tick.at).round(), cx.note(&tick.text));
            let middle = left_of(x, &words);
            let most: f64 = middle + slide;
            let left = middle.max(free.min(most));
            if left < free || left + words.width() > cx.width {
                continue;
            }
            free = left + words.width() + gap;
            labels.ticks.push(LabelledTick { x, left, words });
            let Some(day) = tick.day.filter(|day| last_day.as_ref() != Some(day)) else { continue };
            let words = cx.note(&day);
            let left = left_of(x, &words);
            if left >= day_free {
                day_free = left + words.width() + gap;
                labels.days.push((left, words));
                last_day = Some(day);
            }
        }
        labels
    }

    /// Words of round dates, about `most` of them.
    pub(super) fn of_dates(
        cx: &LayoutContext,
        scale: &Scale,
        gap: f64,
        most: usize,
        clock: AxisClock,
    ) -> Self {
        let axis = DateTicks::new((scale.low, scale.high), clock, cx.messages);
        let step = axis.step(most);
        let mut best = Self::default();
        // Where long words leave room for two alone, they stand nearer and beside their ticks.
        for spacing in [(gap, 0.0), (gap / 2.0, SLIDE)] {
            for finer in 0..=FINER.min(step - axis.finest()) {
                let labels = Self::sliding(cx, scale, spacing, axis.ticks(step - finer));
                if labels.ticks.len() > best.ticks.len() {
                    best = labels;
                }
                if best.ticks.len() >= FEWEST_DATES {
                    return best;
                }
            }
        }
        best
    }

    /// Where the ticks are.
    pub(super) fn xs(&self) -> impl Iterator<Item = f64> {
        self.ticks.iter().map(|tick| tick.x)
    }

    /// Writes them with the middle of the first row at `y`, and draws each tick; returns where they
    /// end.
    pub(super) fn draw(
        &self,
        drawing: &mut Drawing,
        y: f64,
        draw_tick: &dyn Fn(&mut Drawing, f64),
    ) -> f64 {
        for tick in &self.ticks {
            draw_tick(drawing, tick.x);
            drawing.text(&tick.words, Point::new(tick.left, y), Anchor::Start);
        }
        for (left, words) in &self.days {
            drawing.text(words, Point::new(*left, y + LINE_HEIGHT), Anchor::Start);
        }
        y + LINE_HEIGHT / 2.0 + if self.days.is_empty() { 0.0 } else { LINE_HEIGHT }
    }

    /// Draws them with short ticks below an area; returns where they end.
    pub(super) fn draw_below(&self, drawing: &mut Drawing, area: Rect) -> f64 {
        self.draw(drawing, area.bottom() + 8.0 + LINE_HEIGHT / 2.0, &|drawing, x| {
            drawing.rule_down(x, area.bottom(), area.bottom() + 5.0, Ink::Muted.solid());
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::TableMeasure;
    use crate::story::{Messages, Moment, Precision};
    use proptest::prelude::*;

    const YEAR: f64 = 525_949.2;

    /// The words of an axis from edge to edge.
    fn labels(span: (f64, f64), width: f64, has_times: bool) -> AxisLabels {
        let messages = Messages::default();
        let cx = LayoutContext::new(&TableMeasure, &messages, width);
        let scale = Scale::new(span, 10.0, cx.width - 10.0);
        let most = ((width / 76.0) as usize).clamp(2, 12);
        let clock = AxisClock { offset: has_times.then_some(-300), has_times };
        AxisLabels::of_dates(&cx, &scale, 10.0, most, clock)
    }

    fn words(from: Option<Moment>, to: Option<Moment>, width: f64) -> Vec<String> {
        let (from, to) = (from.unwrap(), to.unwrap());
        let span = (from.start(None) as f64, to.end(None) as f64);
        let labels = labels(span, width, from.precision() == Precision::Minute);
        let words = |line: &TextLine| line.runs.iter().map(|run| run.text.as_str()).collect();
        let days = labels.days.iter().map(|(_, day)| words(day));
        labels.ticks.iter().map(|tick| words(&tick.words)).chain(days).collect()
    }

    #[test]
    fn long_and_short_stretches_have_ticks_on_a_phone() {
        let years = |from, to, width| words(Moment::year(from), Moment::year(to), width);
        assert_eq!(years(-4999, 2100, 320.0), ["4000 BCE", "2000 BCE", "1 CE", "2000 CE"]);
        assert_eq!(years(-3, 3, 320.0), ["4 BCE", "2 BCE", "1 CE", "2 CE", "4 CE"]);
        assert_eq!(
            years(-13_800_000_000, 2025, 280.0),
            ["10\u{a0}bn ago", "5\u{a0}bn ago", "1 CE"]
        );
        let minute = |day, minute| Moment::day(1969, 7, day)?.minute(minute, Some(-300));
        assert_eq!(
            words(minute(20, 20 * 60 + 17), minute(21, 2 * 60 + 56), 280.0),
            ["22:00 UTC\u{2212}5", "00:00", "02:00", "20 July 1969", "21 July 1969"]
        );
    }

    proptest! {
        #[test]
        fn three_ticks_or_more_stand_apart(
            year in prop_oneof![2 => -9999.0..2100.0_f64, 1 => -13.8e9..0.0_f64, 1 => -1e6..1e5_f64],
            power in 0.7..15.85_f64, width in 280.0..1300.0_f64,
        ) {
            let (low, length) = ((year * YEAR).round(), 10_f64.powf(power).round());
            let years = length / YEAR;
            // A single year of millions needs all its digits.
            prop_assume!(year > -1e5 || years > (year.abs() / 1000.0).max(2e5));
            prop_assume!(low + length < 14e9 * YEAR);
            let labels = labels((low, low + length), width, true);
            prop_assert!(labels.ticks.len() >= FEWEST_DATES, "{} of {} years", labels.ticks.len(), years);
            let ends = |left: f64, words: &TextLine| (left, left + words.width());
            let ticks: Vec<_> = labels.ticks.iter().map(|tick| ends(tick.left, &tick.words)).collect();
            let days: Vec<_> = labels.days.iter().map(|(left, day)| ends(*left, day)).collect();
            for row in [&ticks, &days] {
                prop_assert!(row.windows(2).all(|pair| pair[0].1 < pair[1].0), "{:?}", row);
                prop_assert!(row.iter().all(|(left, right)| *left >= 0.0 && *right <= width));
            }
        }

        #[test]
        fn days_without_times_have_ticks(day in -4e6..1e6_f64, days in 4.0..1e6_f64, width in 280.0..1300.0_f64) {
            let low = day.round() * 1440.0;
            let labels = labels((low, low + days.round() * 1440.0), width, false);
            prop_assert!(labels.ticks.len() >= FEWEST_DATES, "{}", labels.ticks.len());
        }
    }
}
