//! The points of a line that are seen, no more of them than can be told apart.

use super::plot::Plot;
use super::stroke::thinned;
use crate::layout::Point;
use crate::story::Line;
use std::ops::Range;

/// More points than so many to a px of width are thinned.
pub(super) const MOST_TO_PX: f64 = 4.0;

/// The points of a line, as they lie in a plot.
pub(super) struct Points {
    /// Each with its place in the line; none is a gap. The nearest beyond what is shown are among
    /// them, for a path leads there.
    pub(super) all: Vec<Option<(usize, Point)>>,
    /// The places of those that are shown.
    pub(super) shown: Range<usize>,
}

impl Points {
    /// The points of a line of which x ascends.
    pub(super) fn of(plot: &Plot, line: &Line) -> Self {
        let shown = plot.sight.of(&line.x);
        let places = drawn(plot, &line.x);
        let is_long = places.len() as f64 > plot.area.width * MOST_TO_PX;
        let at = |place: usize| {
            let (x, y) = (line.x.get(place)?, line.y.get(place).copied()??);
            Some((place, plot.reaching(*x, y)))
        };
        let mut all: Vec<_> = places.map(at).collect();
        if is_long {
            all = thinned(&all);
        }
        Self { all, shown }
    }

    /// Those that are shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = (usize, Point)> {
        self.all.iter().flatten().copied().filter(|(place, _)| self.shown.contains(place))
    }
}

/// The places of ascending values up to the edges of a plot, and the nearest beyond.
pub(super) fn drawn(plot: &Plot, xs: &[f64]) -> Range<usize> {
    let beyond = plot.inset / (plot.x.to - plot.x.from).abs();
    let range = plot.sight.range(xs, beyond);
    range.start.saturating_sub(1)..(range.end + 1).min(xs.len())
}
