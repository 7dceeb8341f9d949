//! Which chart is shown, which of its lines is in focus, what became of taking one along.

use super::{Session, ShareOutcome};
use crate::story::Story;

impl Session {
    /// The chart that is shown, a place in the story's list.
    pub fn chart(&self) -> usize {
        self.chart
    }

    /// What became of handing the reader the chart at this place, if it was the last.
    pub fn export_outcome(&self, chart: usize) -> Option<ShareOutcome> {
        self.exported.filter(|(exported, _)| *exported == chart).map(|(_, outcome)| outcome)
    }

    /// The line of the chart at this place that the reader has brought into focus.
    pub fn focused_line(&self, chart: usize) -> Option<usize> {
        self.focused.iter().find(|(focused, _)| *focused == chart).map(|(_, line)| *line)
    }

    pub(super) fn pick_chart(&mut self, story: &Story, chart: usize) {
        if chart < story.charts.len() {
            self.chart = chart;
            self.exported = None;
        }
    }

    pub(super) fn focus_line(&mut self, chart: usize, line: usize) {
        self.focused.retain(|(focused, _)| *focused != chart);
        self.focused.push((chart, line));
    }

    pub(super) fn end_export(&mut self, chart: usize, outcome: ShareOutcome) {
        self.lead_to_text(outcome);
        self.exported = Some((chart, outcome));
    }
}
