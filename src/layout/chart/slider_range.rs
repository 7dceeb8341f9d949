//! Between what and in which steps a value of a chart is guessed.

use crate::layout::ticks::{Step, finite};
use crate::story::{Chart, number};

/// The ends of an axis of values to guess, and the distance between two settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SliderRange {
    /// The low end.
    pub low: f64,
    /// The high end, above `low`.
    pub high: f64,
    /// Above 0.
    pub step: f64,
}

impl SliderRange {
    /// The value of a slider that was never set: the middle.
    pub fn initial_value(self) -> f64 {
        self.low.midpoint(self.high)
    }

    /// The setting next to a value.
    pub fn nearest(self, value: f64) -> f64 {
        let steps = ((value - self.low) / self.step).round();
        let setting = self.low + steps * self.step;
        // The way from end to end may be more than a number can say.
        let setting = if setting.is_finite() { setting } else { value };
        // As a slider says it.
        number::without_noise(setting).max(self.low).min(self.high)
    }
}

/// How much higher an axis goes at least than the greatest value on it.
const HEADROOM: f64 = 1.2;
/// An axis ends on a multiple of 1, 2 or 5 times a power of ten, of which it has about so many.
const ROUND_STEPS: usize = 4;
/// A scale has at most so many settings.
const MAX_SETTINGS: usize = 200;

/// The axis on which the values of a chart are guessed: what the author fixed, or round ends
/// that tell little of the greatest value and hold all that the author marks.
pub fn slider_range(chart: &Chart) -> SliderRange {
    let known = chart.data.known();
    let values = known.iter().map(|(_, number)| number.value);
    let ends = (values.clone().fold(0.0, f64::min), values.fold(0.0, f64::max));
    let marked = |ends: (f64, f64), tick: &f64| (ends.0.min(*tick), ends.1.max(*tick));
    let ends = chart.axis.ticks.iter().fold((-beyond(-ends.0), beyond(ends.1)), marked);
    let (low, high) = chart.domain.unwrap_or(ends);
    let high = if high > low { high } else { low + 1.0 };
    let step = Step::new(low, high, MAX_SETTINGS).size().max(f64::MIN_POSITIVE);
    SliderRange { low, high, step }
}

/// A round number well above a value that is not negative.
fn beyond(value: f64) -> f64 {
    let least = (value * HEADROOM).min(f64::MAX);
    let step = Step::new(0.0, least, ROUND_STEPS);
    finite(step.times(step.up_to(least)), value)
}
