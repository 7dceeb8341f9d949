//! A scale for a number to estimate, of which GIFT says only how far an answer may be off.

use crate::cli::import::draft::{DraftForm, DraftNumber, written};
use crate::story::limits::{self, MOST_STEPS};

/// A number and what is right beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Accepted {
    pub(super) value: f64,
    /// So far below and above it is right.
    pub(super) tolerance: f64,
    /// It is given as a range, not as a value.
    pub(super) is_range: bool,
    /// With how many decimals it is written.
    pub(super) decimals: i32,
}

/// Beyond this the ends of its scale would be too large.
const LARGEST: f64 = limits::LARGEST / 10.0;

impl Accepted {
    /// Reads `1822`, `1822:5` or `3.141..3.142`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| {
            let text = text.trim();
            let is_written =
                text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
            let value: f64 = text.parse().ok().filter(|_| is_written)?;
            let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            (value.abs() <= LARGEST).then_some((value, i32::try_from(decimals.min(12)).ok()?))
        };
        if let Some((low, high)) = text.split_once("..") {
            let ((low, one), (high, other)) = (number(low)?, number(high)?);
            let (value, tolerance) = (f64::midpoint(low, high), (high - low) / 2.0);
            let decimals = one.max(other);
            return (tolerance >= 0.0).then_some(Self {
                value,
                tolerance,
                is_range: true,
                decimals,
            });
        }
        let (value, tolerance) = text.split_once(':').unwrap_or((text, "0"));
        let ((value, one), (tolerance, other)) = (number(value)?, number(tolerance)?);
        let decimals = one.max(other);
        (tolerance >= 0.0).then_some(Self { value, tolerance, is_range: false, decimals })
    }

    /// The question on a scale of our making; `partly` is how far off an answer has part of the
    /// credit, if the file says that.
    pub(super) fn form(self, prompt: String, partly: Option<f64>) -> DraftForm {
        let Self { value, tolerance, is_range, decimals } = self;
        let mut step = 10_f64.powi(-decimals);
        let (min, max) = ends(value, tolerance, step);
        while (max - min) / step > MOST_STEPS {
            step *= 10.0;
        }
        let full = if is_range { 0.0 } else { tolerance };
        let none = partly.unwrap_or_else(|| ((max - min) / 5.0).max(tolerance * 2.0)).max(full);
        let [low, high] = [value - tolerance, value + tolerance].map(written);
        let answer = match is_range {
            true => DraftNumber::Between { value: written(value), low, high },
            false => DraftNumber::Exact(written(value)),
        };
        let [min, max, step, full, none] = [min, max, step, full, none].map(written);
        DraftForm::Estimate { prompt, answer, min, max, step, full, none }
    }
}

/// Where the scale begins and ends: wide enough that it does not tell the answer.
fn ends(value: f64, tolerance: f64, step: f64) -> (f64, f64) {
    let is_year = value.fract() == 0.0 && (1000.0..=2100.0).contains(&value) && tolerance < 50.0;
    if is_year {
        let min = ((value - 100.0) / 50.0).floor() * 50.0;
        return (min, min + 250.0);
    }
    let reach = round_up((value.abs() * 2.0).max(tolerance * 10.0).max(step * 10.0));
    match value {
        value if value > 0.0 => (0.0, reach),
        value if value < 0.0 => (-reach, 0.0),
        _ => (-reach, reach),
    }
}

/// The next of 1, 2, 5, 10, 20 … that is not less.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 2.0, 5.0].into_iter().map(|step| step * power);
    steps.into_iter().find(|step| *step >= value).unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> String {
        let form = Accepted::parse(text).unwrap().form("?".into(), None);
        serde_json::to_string(&form).unwrap()
    }

    #[test]
    fn a_scale_is_found_for_every_number() {
        let cases = [
            ("1822:5", r#""answer":1822,"min":1700,"max":1950,"step":1,"full":5,"none":50}"#),
            ("4", r#""answer":4,"min":0,"max":10,"step":1,"full":0,"none":2}"#),
            ("-4.5:0.5", r#""answer":-4.5,"min":-10,"max":0,"step":0.1,"full":0.5,"none":2}"#),
            ("0", r#""answer":0,"min":-10,"max":10,"step":1,"full":0,"none":4}"#),
            (
                "1..5",
                r#""answer":{"value":3,"low":1,"high":5},"min":0,"max":20,"step":1,"full":0,"none":4}"#,
            ),
            (
                "3000000",
                r#""answer":3000000,"min":0,"max":10000000,"step":100,"full":0,"none":2000000}"#,
            ),
        ];
        for (text, expected) in cases {
            let expected = format!("{{\"kind\":\"estimate\",\"prompt\":\"?\",{expected}");
            assert_eq!(json(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "x", "1:x", "5..1", "1e999", "NaN", "inf", "1:-2", "*"] {
            assert_eq!(Accepted::parse(text), None, "{text}");
        }
    }
}
