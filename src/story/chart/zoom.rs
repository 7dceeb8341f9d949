//! Charts of which a reader can look at a part: where their x axis begins and ends, how much lies in
//! a part of it.
//!
//! A part is told as it lies along the axis: equal lengths count as equal differences, also where
//! the axis is logarithmic.

use super::{Chart, ChartKind, Columns, Data, Line};
use crate::story::AxisScale;
use std::f64::consts::LN_2;

/// A line of at most so many points is seen whole.
const MOST_AT_ONCE: usize = 60;

impl AxisScale {
    /// Where a value lies along an axis.
    pub fn along(self, value: f64) -> f64 {
        if self == Self::Log { value.ln() / LN_2 } else { value }
    }

    /// The value that lies there.
    pub fn value_along(self, at: f64) -> f64 {
        if self == Self::Log { at.exp2() } else { at }
    }
}

impl Chart {
    /// Its columns and the ends of their x axis, if a reader can look at a part of it: one of their
    /// lines is long, and lengths on the axis do not depend on what is drawn.
    pub fn zoomable(&self) -> Option<(&Columns, (f64, f64))> {
        let Data::Columns(columns) = &self.data else { return None };
        let is_long = columns.lines.iter().any(|line| line.x.len() > MOST_AT_ONCE);
        if !is_long || columns.x.scale == AxisScale::Symlog {
            return None;
        }
        let (low, high) = self.x_ends(columns);
        (low < high).then_some((columns, (low, high)))
    }

    /// The least and the greatest of what lies on its x axis: points, and marks of the author.
    pub fn x_ends(&self, columns: &Columns) -> (f64, f64) {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut add = |xs: &[f64]| {
            let all = if self.kind == ChartKind::Scatter { xs } else { xs.get(..1).unwrap_or(xs) };
            for x in all.iter().chain(xs.last()) {
                (low, high) = (low.min(*x), high.max(*x));
            }
        };
        columns.lines.iter().for_each(|line| add(&line.x));
        add(&columns.x.ticks);
        (low, high)
    }

    /// Whether a line has so many points on a part of the x axis.
    pub fn has_within(&self, columns: &Columns, part: (f64, f64), count: usize) -> bool {
        let [low, high] = [part.0, part.1].map(|end| columns.x.scale.value_along(end));
        columns.lines.iter().any(|Line { x: xs, y: ys, .. }| {
            let places = match self.kind {
                ChartKind::Scatter => 0..xs.len(),
                _ => xs.partition_point(|x| *x < low)..xs.partition_point(|x| *x <= high),
            };
            let (xs, ys) =
                (xs.get(places.clone()).unwrap_or_default(), ys.get(places).unwrap_or_default());
            let is_seen = |(x, y): &(&f64, &Option<f64>)| y.is_some() && (low..=high).contains(*x);
            xs.iter().zip(ys).filter(is_seen).take(count).count() == count
        })
    }
}
