//! From values to px.

/// A scale from values to px. Values beyond its ends lie on its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The value at `from`.
    pub(super) low: f64,
    /// The value at `to`; above `low`.
    pub(super) high: f64,
    /// Px at the low end.
    pub(super) from: f64,
    /// Px at the high end; may be less than `from`.
    pub(super) to: f64,
    /// What of the values is equally long.
    transform: Transform,
}

/// What of values is equally long.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Transform {
    /// Equal differences.
    #[default]
    Linear,
    /// Equal ratios of values above 0.
    Log,
    /// About equal differences up to this size, beyond it about equal ratios (after Webber).
    Symlog(f64),
}

impl Transform {
    /// What of a value is equally long.
    fn of(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => value.max(f64::MIN_POSITIVE).ln(),
            Self::Symlog(linear_to) => (1.0 + value.abs() / linear_to).ln() * value.signum(),
        }
    }
}

/// Room that words need beside where a value lies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct LabelMargin {
    /// The value.
    pub(super) value: f64,
    /// Px to its left.
    pub(super) left: f64,
    /// Px to its right.
    pub(super) right: f64,
}

/// Rounding to whole px must not cost a letter.
const SLACK: f64 = 1.5;
/// A plot is not squeezed below this share of its room, whatever words want.
const LEAST_SHARE: f64 = 0.3;
/// A path leads so many widths beyond the ends at most.
const FARTHEST: f64 = 1e5;
/// Rounds of giving way; each settles one side a little more.
const ROUNDS: usize = 6;

impl Scale {
    /// A scale; a domain of nothing is widened, so that its value lies in the middle.
    pub(super) fn new((low, high): (f64, f64), from: f64, to: f64) -> Self {
        let (low, high) = widened(low, high);
        Self { low, high, from, to, transform: Transform::Linear }
    }

    /// The same with other values equally long.
    pub(super) fn transformed(self, transform: Transform) -> Self {
        Self { transform, ..self }
    }

    /// The share of the way from `low` to `high`, 0 to 1.
    pub(super) fn share(&self, value: f64) -> f64 {
        self.whole_share(value).clamp(0.0, 1.0)
    }

    /// The same, less than 0 or more than 1 beyond the ends.
    fn whole_share(&self, value: f64) -> f64 {
        // Halves, so that the widest domain does not overflow.
        let [value, low, high] = [value, self.low, self.high].map(|it| self.transform.of(it) / 2.0);
        let share = (value - low) / (high - low);
        if share.is_finite() { share } else { 0.0 }
    }

    /// The px of a value that may lie beyond the ends, though not further than a path can lead.
    pub(super) fn reaching(&self, value: f64) -> f64 {
        let share = self.whole_share(value).clamp(-FARTHEST, FARTHEST);
        self.from + share * (self.to - self.from)
    }

    /// The px of a value.
    pub(super) fn at(&self, value: f64) -> f64 {
        self.from + self.share(value) * (self.to - self.from)
    }

    /// The same, and beyond the ends on the same line.
    pub(super) fn extended(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// The same values in the mirrored drawing of a width.
    pub(super) fn mirrored(self, width: f64) -> Self {
        Self { from: width - self.from, to: width - self.to, ..self }
    }

    /// The value at some px; beyond the ends on the same line.
    pub(super) fn extended_value_at(&self, px: f64) -> f64 {
        self.low + (px - self.from) / (self.to - self.from) * (self.high - self.low)
    }

    /// The value at some px; beyond the ends that of the end.
    pub(super) fn value_at(&self, px: f64) -> f64 {
        let share = (px - self.from) / (self.to - self.from);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        self.low * (1.0 - share) + self.high * share
    }

    /// The same, moved in at both ends so that all words find their room.
    pub(super) fn with_label_margins(self, margins: &[LabelMargin]) -> Self {
        let (mut scale, left, right) = (self, self.from, self.to);
        let least = (right - left) * LEAST_SHARE;
        for _ in 0..ROUNDS {
            let width = scale.to - scale.from;
            let wanted = margins
                .iter()
                .map(|margin| left + margin.left + SLACK - scale.share(margin.value) * width);
            scale.from = wanted.fold(left, f64::max).min(right - least);
            let width = margins.iter().fold(right - scale.from, |width, margin| {
                let share = scale.share(margin.value);
                let room = right - margin.right - SLACK - scale.from;
                if share * width > room { room / share } else { width }
            });
            scale.to = (scale.from + width.max(least)).min(right);
        }
        scale
    }
}

/// The domain, a little to both sides if it is empty.
fn widened(low: f64, high: f64) -> (f64, f64) {
    if low < high {
        return (low, high);
    }
    let by = (low.abs() * 0.1).max(1.0);
    ((low - by).max(f64::MIN), (high + by).min(f64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_map_to_px_and_stay_on_the_scale() {
        let scale = Scale::new((0.0, 10.0), 100.0, 200.0);
        assert_eq!(scale.at(5.0), 150.0);
        assert_eq!(scale.at(-5.0), 100.0);
        assert_eq!(Scale::new((0.0, 10.0), 200.0, 100.0).at(10.0), 100.0);
    }

    #[test]
    fn no_domain_is_too_wide_or_too_narrow() {
        for domain in [(f64::MIN, f64::MAX), (3.0, 3.0), (f64::MAX, f64::MAX), (0.0, 5e-324)] {
            let scale = Scale::new(domain, 0.0, 100.0);
            for value in [domain.0, domain.1, 0.0] {
                assert!((0.0..=100.0).contains(&scale.at(value)), "{domain:?} at {value}");
            }
        }
        assert_eq!(Scale::new((3.0, 3.0), 0.0, 100.0).at(3.0), 50.0);
    }

    #[test]
    fn words_find_room_at_both_ends() {
        let margins = [
            LabelMargin { value: 10.0, left: 0.0, right: 40.0 },
            LabelMargin { value: 9.0, left: 0.0, right: 90.0 },
            LabelMargin { value: -5.0, left: 50.0, right: 0.0 },
        ];
        let scale = Scale::new((-5.0, 10.0), 0.0, 400.0).with_label_margins(&margins);
        for margin in margins {
            let x = scale.at(margin.value);
            assert!(x - margin.left >= -0.5 && x + margin.right <= 400.5, "{margin:?} at {x}");
        }
    }

    #[test]
    fn a_plot_is_never_squeezed_away() {
        let margin = LabelMargin { value: 10.0, left: 900.0, right: 900.0 };
        let scale = Scale::new((0.0, 10.0), 0.0, 100.0).with_label_margins(&[margin]);
        assert!(scale.to - scale.from >= 29.9 && scale.from >= 0.0 && scale.to <= 100.0);
    }
}
