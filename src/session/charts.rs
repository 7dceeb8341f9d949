//! Which chart is shown, which of its lines is in focus, which part of its x axis is looked at, what
//! became of taking one along.

use super::axis_window::{WindowBounds, WindowChange, ZOOM_STEP};
use super::keyed::{get, put};
use super::{Session, ShareOutcome};
use crate::story::{Chart, Columns, Data, Story};

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
        get(&self.focused, chart)
    }

    /// The part of the x axis that is shown of the chart at this place, as it lies along the axis; none
    /// for all of it.
    pub fn chart_window(&self, chart: usize) -> Option<(f64, f64)> {
        get(&self.windows, chart)
    }

    /// The same of any chart that can be looked at in part, and whether less of it can be shown than
    /// is, and whether more.
    pub fn chart_zoom(&self, story: &Story, at: usize) -> Option<((f64, f64), (bool, bool))> {
        let ((chart, columns), bounds) = self.zoomable(story, at)?;
        let window = self.chart_window(at).unwrap_or(bounds.whole);
        let (is_nearer, is_farther) = bounds.can_zoom(window);
        let nearer = bounds.after(window, WindowChange::Zoom { factor: ZOOM_STEP, around: None });
        let has_points = is_nearer && chart.has_within(columns, nearer, FEWEST_POINTS);
        Some((window, (has_points, is_farther)))
    }

    pub(super) fn zoom_chart(&mut self, story: &Story, at: usize, change: Option<WindowChange>) {
        let Some(((chart, columns), bounds)) = self.zoomable(story, at) else { return };
        let before = self.chart_window(at).unwrap_or(bounds.whole);
        let window = change.map_or(bounds.whole, |change| bounds.after(before, change));
        let is_nearer = window.1 - window.0 < before.1 - before.0;
        let can_show = !is_nearer || chart.has_within(columns, window, FEWEST_POINTS);
        if can_show {
            put(&mut self.windows, at, bounds.can_zoom(window).1.then_some(window));
        }
    }

    /// The chart at this place as it is shown, and how far a window onto its x axis can go, if it can
    /// be zoomed.
    fn zoomable<'a>(
        &'a self,
        story: &'a Story,
        at: usize,
    ) -> Option<((&'a Chart, &'a Columns), WindowBounds)> {
        let chart = self.chart_shown(story, at)?;
        let (columns, (low, high)) = chart.zoomable()?;
        let (low, high) = (columns.x.scale.along(low), columns.x.scale.along(high));
        let size = low.abs().max(high.abs());
        let least = ((high - low) * LEAST_SHARE).max(size * LEAST_OF_SIZE).min(high - low);
        Some(((chart, columns), WindowBounds { whole: (low, high), least }))
    }

    pub(super) fn pick_chart(&mut self, story: &Story, chart: usize) {
        if chart < story.charts.len() {
            self.chart = chart;
            self.exported = None;
        }
    }

    pub(super) fn focus_line(&mut self, story: &Story, chart: usize, line: usize) {
        let data = story.charts.get(chart).map(|chart| &chart.data);
        if let Some(Data::Columns(columns)) = data
            && line < columns.lines.len()
        {
            put(&mut self.focused, chart, Some(line));
        }
    }

    pub(super) fn end_export(&mut self, chart: usize, outcome: ShareOutcome) {
        self.lead_to_text(outcome);
        self.exported = Some((chart, outcome));
    }
}
