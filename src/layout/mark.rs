//! What a reader can point at or walk to.

/// Something a reader can point at or walk to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A value of a chart.
    Value {
        /// Index of its series, or of its line.
        series: usize,
        /// Index of its row, or of its point in the line.
        index: usize,
    },
    /// A mark of the timeline, named by the first of its events (an index into
    /// `Timeline::events`). It may stand for several.
    Event(usize),
}
