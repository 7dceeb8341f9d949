//! An axis of numbers: its ends, what is marked along it, and how that is written.

use super::domain;
use crate::layout::Ink;
use crate::layout::axis_labels::AxisLabels;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::extent::Extent;
use crate::layout::log_ticks::{Symlog, log_axis, log_ticks};
use crate::layout::scale::{Scale, Transform};
use crate::layout::text::TextLine;
use crate::layout::ticks::{self, Step, Tick};
use crate::story::{Axis, AxisScale};

/// Between two words along an axis, in px.
pub(super) const TICK_LABEL_GAP: f64 = 12.0;

/// The ends of an axis and its marks.
pub(super) struct NumberAxis {
    pub(super) domain: (f64, f64),
    pub(super) ticks: Vec<f64>,
    transform: Transform,
}

impl NumberAxis {
    /// An axis with the ends that the author fixed, or round ones around what lies on it; about
    /// `most` marks.
    pub(super) fn round(
        axis: &Axis,
        fixed: Option<(f64, f64)>,
        values: Extent,
        most: usize,
    ) -> Self {
        let most = most.max(3);
        // Powers of ten tell more than round numbers, and may stand closer.
        match axis.scale {
            AxisScale::Log => Self::log(fixed, positive(values), most * 2),
            AxisScale::Symlog => Self::symlog(fixed, values, most * 2),
            _ => Self::linear(fixed, values, most),
        }
        .marked(axis)
    }

    /// An axis from the least to the greatest of what lies on it; `is_whole` marks no fractions.
    pub(super) fn tight(axis: &Axis, values: Extent, most: usize, is_whole: bool) -> Self {
        let ends = values.ends.unwrap_or((0.0, 1.0));
        match axis.scale {
            AxisScale::Log => Self::log(Some(positive(values)), positive(values), most),
            AxisScale::Symlog => Self::symlog(Some(ends), values, most),
            _ => {
                let Scale { low, high, .. } = Scale::new(ends, 0.0, 1.0);
                let step = Step::new(low, high, most);
                let step = if is_whole && step.size() < 1.0 { Step::ONE } else { step };
                let ticks = ticks::multiples(low, high, step);
                Self { domain: (low, high), ticks, transform: Transform::Linear }
            }
        }
        .marked(axis)
    }

    /// An axis of equal differences with the marks that the author asks for, if any.
    pub(super) fn plain(domain: (f64, f64), axis: &Axis) -> Self {
        Self { domain, ticks: axis.ticks.clone(), transform: Transform::Linear }
    }

    /// The same with the marks that the author asks for.
    fn marked(self, axis: &Axis) -> Self {
        let ticks = if axis.ticks.is_empty() { self.ticks } else { axis.ticks.clone() };
        Self { ticks, ..self }
    }

    fn linear(fixed: Option<(f64, f64)>, values: Extent, most: usize) -> Self {
        let (low, high) = fixed.unwrap_or_else(|| domain::near_zero(values));
        let step = Step::new(low, high, most);
        // The ends of a fixed domain are marked where one line of the grid more does it.
        let is_marked = |step: &Step| {
            step.times(step.up_to(low)) == low && step.times(step.within(high)) == high
        };
        let closer = || Some(Step::new(low, high, most + 1)).filter(is_marked);
        let is_other = fixed.is_some() && !is_marked(&step);
        let step = if is_other { closer().unwrap_or(step) } else { step };
        let (low, high) = fixed.unwrap_or_else(|| {
            (
                ticks::finite(step.times(step.within(low)), low),
                ticks::finite(step.times(step.up_to(high)), high),
            )
        });
        let ticks = ticks::multiples(low, high, step);
        Self { domain: (low, high), ticks, transform: Transform::Linear }
    }

    fn log(fixed: Option<(f64, f64)>, values: (f64, f64), most: usize) -> Self {
        let (domain, ticks) = match fixed {
            Some(ends) => (ends, log_ticks(ends, most)),
            None => log_axis(values, most),
        };
        Self { domain, ticks, transform: Transform::Log }
    }

    fn symlog(fixed: Option<(f64, f64)>, values: Extent, most: usize) -> Self {
        let ends = fixed.or(values.ends).unwrap_or((0.0, 1.0));
        let axis = Symlog::new(ends, values.least.unwrap_or(1.0), most);
        let domain = fixed.unwrap_or_else(|| axis.ends(ends));
        let transform = Transform::Symlog(axis.linear_to());
        Self { domain, ticks: axis.ticks(domain), transform }
    }

    /// From its values to px.
    pub(super) fn scale(&self, from: f64, to: f64) -> Scale {
        Scale::new(self.domain, from, to).transformed(self.transform)
    }

    /// Draws the marks of an axis across, if it has any: lines behind all that is drawn, from `top`
    /// to `bottom`, and words below; returns where these end.
    pub(super) fn draw_below(
        &self,
        drawing: &mut Drawing,
        cx: &LayoutContext,
        axis: &Axis,
        scale: &Scale,
        (top, bottom): (f64, f64),
    ) -> f64 {
        if self.ticks.is_empty() {
            return bottom;
        }
        let labels = number_labels(cx, axis, scale, &self.ticks, (scale.to - scale.from).abs());
        let drawn = drawing.shapes.len();
        let y = bottom + LINE_HEIGHT / 2.0;
        let end = labels.draw(drawing, y, &|drawing, x| {
            drawing.rule_down_around_words(x, top, bottom, Ink::Rule.solid());
        });
        let added = drawing.shapes.len() - drawn;
        drawing.shapes.rotate_right(added);
        end
    }
}

/// The ends of values above 0, some way apart.
fn positive(values: Extent) -> (f64, f64) {
    let (low, high) = values.ends.unwrap_or((1.0, 10.0));
    let (low, high) = (low.max(f64::MIN_POSITIVE), high.max(f64::MIN_POSITIVE));
    if low < high { (low, high) } else { (low / 2.0, ticks::finite(high * 2.0, high)) }
}

/// Marks along an axis across, in words that find room on `width` px.
pub(super) fn number_labels(
    cx: &LayoutContext,
    axis: &Axis,
    scale: &Scale,
    ticks: &[f64],
    width: f64,
) -> AxisLabels {
    let (names, _) = tick_names(cx, axis, ticks, width / ticks.len().max(1) as f64);
    let named = ticks.iter().zip(names.into_iter().flat_map(|name| name.runs));
    let ticks = named.map(|(at, name)| Tick { at: *at, text: name.text, day: None });
    AxisLabels::new(cx, scale, TICK_LABEL_GAP, ticks.collect())
}

/// Marks in words, small and muted, and how wide the widest is: compact where the room is not
/// enough for all digits and that helps.
pub(super) fn tick_names(
    cx: &LayoutContext,
    axis: &Axis,
    ticks: &[f64],
    room: f64,
) -> (Vec<TextLine>, f64) {
    let cx = LayoutContext { notation: axis.notation, ..*cx };
    cx.notation_that_fits(room, |notation| {
        let names = axis.tick_words(ticks, notation, cx.messages);
        let names: Vec<TextLine> = names.iter().map(|name| cx.note(name)).collect();
        let widest = names.iter().map(TextLine::width).fold(0.0, f64::max);
        (names, widest)
    })
}
