//! Which chart is shown, which of its lines is in focus, which part of its x axis is looked at, what
//! became of taking one along.

use super::axis_window::{WindowBounds, WindowChange};
use super::{Session, ShareOutcome};
use crate::story::{Chart, Columns, Story};

/// Fewer points of a line than this are not looked at alone.
const FEWEST_POINTS: usize = 4;
/// A window is no narrower than these shares of the whole and of the greatest value, below which
/// numbers are no more told apart.
const LEAST_SHARE: f64 = 1e-9;
const LEAST_OF_SIZE: f64 = 1e-12;

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

    /// The part of the x axis that is shown of the chart at this place, as it lies along the axis; none
    /// for all of it.
    pub fn chart_window(&self, chart: usize) -> Option<(f64, f64)> {
        self.windows.iter().find(|(known, _)| *known == chart).map(|(_, window)| *window)
    }

    /// The same of any chart that can be looked at in part, and whether less of it can be shown than
    /// is, and whether more.
    pub fn chart_zoom(&self, story: &Story, chart: usize) -> Option<((f64, f64), (bool, bool))> {
        let (columns, bounds) = zoomable(story, chart)?;
        let window = self.chart_window(chart).unwrap_or(bounds.whole);
        let (is_nearer, is_farther) = bounds.can_zoom(window);
        let has_points = columns.0.most_within(columns.1, window) >= 2 * FEWEST_POINTS;
        Some((window, (is_nearer && has_points, is_farther)))
    }

    pub(super) fn zoom_chart(&mut self, story: &Story, at: usize, change: Option<WindowChange>) {
        let Some(((chart, columns), bounds)) = zoomable(story, at) else { return };
        let before = self.chart_window(at).unwrap_or(bounds.whole);
        let window = change.map_or(bounds.whole, |change| bounds.after(before, change));
        let is_nearer = window.1 - window.0 < before.1 - before.0;
        if is_nearer && chart.most_within(columns, window) < FEWEST_POINTS {
            return;
        }
        self.windows.retain(|(known, _)| *known != at);
        if bounds.can_zoom(window).1 {
            self.windows.push((at, window));
        }
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

/// The chart at this place and how far a window onto its x axis can go, if it can be zoomed.
fn zoomable(story: &Story, at: usize) -> Option<((&Chart, &Columns), WindowBounds)> {
    let chart = story.charts.get(at)?;
    let columns = chart.zoomable()?;
    let (low, high) = chart.x_ends(columns);
    let (low, high) = (columns.x.scale.along(low), columns.x.scale.along(high));
    let size = low.abs().max(high.abs());
    let least = ((high - low) * LEAST_SHARE).max(size * LEAST_OF_SIZE).min(high - low);
    Some(((chart, columns), WindowBounds { whole: (low, high), least }))
}
