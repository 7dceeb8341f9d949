//! Where things go, and what is under a point.
//!
//! In: the geometry of charts and of the timeline, as shapes with roles, in CSS
//! px; the words of a chart's mark. Out: colours and drawing (`crate::paint`),
//! the platform's way of measuring text (behind [`Measure`]), and where a reader
//! is. Everything here is a function of the story, a width and a measure, and
//! takes any of these: a layout never panics and never holds a NaN.

mod axis_labels;
mod chart;
mod chart_card;
mod circle;
mod context;
mod date_ticks;
mod drawing;
mod drop_index;
mod extent;
mod geometry;
mod grip;
mod hit_region;
mod label_placement;
mod label_rows;
mod log_ticks;
mod mark;
mod measure;
mod motion;
mod result_card;
mod scale;
mod shape;
mod sheet;
mod text;
mod ticks;
mod timeline;
mod window_strip;
mod zoom_axis;

pub use chart::{
    ChartIndex, ChartView, SliderRange, chart, chart_index, chart_view, comparison, estimate,
    guess, is_known, sentence, slider_range, summary,
};
pub use chart_card::{ChartCard, chart_card};
pub use drop_index::drop_index;
pub use geometry::{Point, Rect, Size};
pub use mark::Mark;
pub use measure::{Font, Measure, TableMeasure};
pub use motion::Motion;
pub use result_card::{ResultCard, ResultMark, result_card};
pub use shape::{Anchor, Fill, Ink, Label, Shape, Tint};
pub use timeline::{
    PlacingView, TimelineIndex, TimelineRoom, TimelineView, placing, timeline, timeline_room,
};
pub use zoom_axis::ZoomAxis;

use drawing::Drawing;

/// A chart or a timeline, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    drawing: Drawing,
    /// The events of each mark of a timeline, in the order of the marks; empty for a chart.
    events: Vec<Vec<usize>>,
}

impl Layout {
    /// A drawing without events.
    fn of(drawing: Drawing) -> Self {
        Self { drawing, events: Vec::new() }
    }

    /// Width and height of the drawing.
    pub fn size(&self) -> Size {
        self.drawing.size
    }

    /// What is drawn, from back to front.
    pub fn shapes(&self) -> &[Shape] {
        &self.drawing.shapes
    }

    /// Every mark, in walking order: that of the author, or lane by lane from left to right.
    pub fn marks(&self) -> &[Mark] {
        &self.drawing.marks
    }

    /// The mark at a point, or the nearest within a finger's reach.
    pub fn hit(&self, point: Point) -> Option<Mark> {
        self.drawing.hit(point)
    }

    /// The value that a point stands for on the value axis of bars or lines; beyond an end, that end.
    pub fn value_at(&self, point: Point) -> Option<f64> {
        self.drawing.value_at(point)
    }

    /// The values that a stroke from one point to another sets on a guess, each with its place: all
    /// that it passes on the way, and last the one where it ends.
    pub fn stroke(&self, from: Point, to: Point) -> Vec<(usize, f64)> {
        self.drawing.stroke(from, to)
    }

    /// Whether a finger at a point takes hold of a value that goes up and down, and so does not
    /// scroll; `picked` has a grip even where there is no room for all.
    pub fn holds(&self, point: Point, picked: Option<Mark>) -> bool {
        self.drawing.holds(point, picked)
    }

    /// Where a mark is drawn.
    pub fn rect(&self, mark: Mark) -> Option<Rect> {
        self.drawing.rect(mark)
    }

    /// The events a mark stands for, in the order of time; empty for a mark that is not here.
    pub fn events(&self, mark: Mark) -> &[usize] {
        let Mark::Event(first) = mark else { return &[] };
        // A mark of another layout may name an event that is not the first here.
        let events = self.events.iter().find(|events| events.first() == Some(&first));
        events.map_or(&[], Vec::as_slice)
    }

    /// How many events of a timeline are seen.
    pub fn event_count(&self) -> usize {
        self.events.iter().map(Vec::len).sum()
    }

    /// The mark that stands for an event; none where it is not seen.
    pub fn mark_of(&self, event: usize) -> Option<Mark> {
        let index = self.events.iter().position(|events| events.contains(&event))?;
        self.drawing.marks.get(index).copied()
    }

    /// The axis to zoom and move along that is meant at a point: the nearest. A strip is meant on it
    /// alone, for remarks may stand below.
    pub fn axis_at(&self, point: Point) -> Option<ZoomAxis> {
        let axes = self.drawing.axes.iter().copied();
        let nearest = axes.min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)));
        nearest.filter(|axis| !axis.is_strip || axis.distance(point) == 0.0)
    }

    /// The same picture with left and right exchanged, for stories that run from the right; words stay
    /// as they are read.
    pub fn mirrored(self) -> Self {
        Self { drawing: self.drawing.mirrored(), ..self }
    }

    /// What to draw on top to show that a mark is picked.
    pub fn emphasis(&self, mark: Mark) -> Vec<Shape> {
        self.drawing.emphasis(mark)
    }
}
