//! Windows onto axes that a reader zooms and moves along: those of the timeline, and the x axes of
//! charts with long lines. What buttons and keys do to them.

use super::context::ViewContext;
use super::drawing_layout::Subject;
use super::event_words::active_scale;
use super::keys::is_modified;
use super::tag::{button, group, nodes, nothing};
use crate::layout::{Layout, Mark};
use crate::session::{Action, TimelineChange, WindowChange, ZOOM_STEP};
use crate::story::{Data, Line, MessageKey, ScaleId};
use yew::prelude::*;

/// A key moves the window by this share of it.
const PAN_SHARE: f64 = 0.5;

/// A drawing of whose axes a reader sees a part.
#[derive(Clone)]
pub(super) struct Zoom {
    cx: ViewContext,
    subject: Subject,
}

impl Zoom {
    /// Of a drawing that can be zoomed here.
    pub(super) fn of(cx: &ViewContext, subject: Subject) -> Option<Self> {
        let can_zoom = match subject {
            _ if cx.is_static() || cx.is_cover => false,
            Subject::Timeline => true,
            Subject::Chart(chart) => cx.chart(chart)?.zoomable().is_some(),
            _ => false,
        };
        can_zoom.then(|| Self { cx: cx.clone(), subject })
    }

    /// The part of a scale that is shown, and whether less of it can be, and whether more.
    fn state(&self, scale: ScaleId) -> Option<((f64, f64), (bool, bool))> {
        let (story, session) = (self.cx.story(), self.cx.session());
        let Subject::Chart(chart) = self.subject else {
            let (timeline, state) = (&story.timeline, session.timeline());
            return Some((state.window(timeline, scale), state.can_zoom(timeline, scale)));
        };
        session.chart_zoom(story, chart)
    }

    /// The part of a scale that is shown.
    pub(super) fn window(&self, scale: ScaleId) -> (f64, f64) {
        self.state(scale).map_or((0.0, 1.0), |(window, _)| window)
    }

    /// Whether a pointer takes hold of what is shown: not of a chart that is shown whole, of which it reads
    /// the values.
    pub(super) fn is_held(&self) -> bool {
        match self.subject {
            Subject::Chart(chart) => self.cx.session().chart_window(chart).is_some(),
            _ => true,
        }
    }

    /// Shows another part of a scale.
    pub(super) fn change(&self, scale: ScaleId, change: WindowChange) {
        self.cx.dispatch(self.action(scale, Some(change)));
    }

    /// What shows another part of a scale, or all.
    fn action(&self, scale: ScaleId, change: Option<WindowChange>) -> Action {
        match (self.subject, change) {
            (Subject::Chart(chart), change) => Action::ZoomChart(chart, change),
            (_, Some(change)) => Action::Timeline(TimelineChange::Window(scale, change)),
            (_, None) => Action::Timeline(TimelineChange::Fit),
        }
    }

    /// The scale that buttons and keys change.
    fn active(&self) -> ScaleId {
        if self.subject == Subject::Timeline { active_scale(&self.cx) } else { ScaleId::Shared }
    }

    /// What keys do while the slider of the drawing has the focus: `+` and `-` zoom, `0` shows all,
    /// Page Up and Page Down move the window. What lies at `around` stays where it is.
    pub(super) fn on_key(&self, event: &KeyboardEvent, around: Option<f64>) {
        if is_modified(event) {
            return;
        }
        let zoom = |factor| Some(WindowChange::Zoom { factor, around });
        let change = match event.key().as_str() {
            "+" | "=" => zoom(ZOOM_STEP),
            "-" => zoom(1.0 / ZOOM_STEP),
            "0" => None,
            "PageUp" => Some(WindowChange::Pan(-PAN_SHARE)),
            "PageDown" => Some(WindowChange::Pan(PAN_SHARE)),
            _ => return,
        };
        event.prevent_default();
        self.cx.dispatch(self.action(self.active(), change));
    }

    /// Buttons that show more, less, all, or what was shown first.
    pub(super) fn buttons(&self) -> Html {
        let (cx, scale) = (&self.cx, self.active());
        let Some((_, (is_nearer, is_farther))) = self.state(scale) else { return nothing() };
        let named = |sign: &str, name: MessageKey, factor: f64, can: bool| {
            let zoom = self.action(scale, Some(WindowChange::Zoom { factor, around: None }));
            let press = if can { cx.on_press(zoom) } else { Callback::noop() };
            let button = button("sc-mover", sign.to_owned(), press).set("aria-label", cx.say(name));
            button.aria("aria-disabled", !can).done()
        };
        let worded = |name: MessageKey, action| {
            button("sc-mover sc-worded", cx.say(name), cx.on_press(action)).done()
        };
        let (farther, nearer) = (MessageKey::TimelineZoomOut, MessageKey::TimelineZoomIn);
        let mut buttons = vec![
            named("\u{2212}", farther, 1.0 / ZOOM_STEP, is_farther),
            named("+", nearer, ZOOM_STEP, is_nearer),
            worded(MessageKey::TimelineFit, self.action(scale, None)),
        ];
        if self.subject == Subject::Timeline && cx.story().timeline.window.is_some() {
            let first = Action::Timeline(TimelineChange::First);
            buttons.push(worded(MessageKey::TimelineFirst, first));
        }
        group("sc-zoom", cx.say(MessageKey::TimelineZoom)).child(nodes(buttons)).done()
    }
}

/// From which point to which the x axis of the chart at this place is shown; empty where there is none.
pub(super) fn window_words(cx: &ViewContext, chart: usize, layout: &Layout) -> String {
    let Some(Data::Columns(columns)) = cx.chart(chart).map(|chart| &chart.data) else {
        return String::new();
    };
    let mut ends: Option<[(f64, &Line, usize); 2]> = None;
    for mark in layout.marks() {
        let Mark::Value { series, index } = *mark else { continue };
        let Some(line) = columns.lines.get(series) else { continue };
        let Some(x) = line.x.get(index).copied() else { continue };
        let [first, last] = ends.get_or_insert([(x, line, index); 2]);
        if x < first.0 {
            *first = (x, line, index);
        }
        if x > last.0 {
            *last = (x, line, index);
        }
    }
    let words = |(_, line, place): (f64, &Line, usize)| columns.x_words(line, place, cx.messages());
    let said = ends.and_then(|[first, last]| Some((words(first)?, words(last)?)));
    let Some((low, high)) = said else { return String::new() };
    cx.fill(MessageKey::NumberRange, &[("low", &low), ("high", &high)])
}
