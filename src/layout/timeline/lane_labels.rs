//! Labels of a lane: the picked event first, then the subject's, then those far
//! apart; never the words of a folded event, and never two in one place.

use super::context::TimelineContext;
use super::lane_marks::LaneMark;
use super::lane_rows::LaneRows;
use crate::layout::context::{LINE_HEIGHT, SMALL, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::label_order;
use crate::layout::label_rows::{LabelPosition, LabelRows};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Point};
use crate::story::EventTime;

/// Labels lie in at most so many rows over the axis.
const MAX_ROWS: usize = 3;
/// The same where the timeline is small.
const SMALL_ROWS: usize = 1;
/// A label is at most this wide in px, and takes at most this share of the width.
const WIDEST: f64 = 230.0;
const WIDEST_SHARE: f64 = 0.7;
/// From a bar to the words beside it, in px.
const NEAR: f64 = 6.0;

/// Labels of a lane that found room.
pub(super) struct LaneLabels {
    /// Over the axis: index of the mark, words and position.
    above: Vec<(usize, TextLine, LabelPosition)>,
    /// Where they lie.
    over: LabelRows,
    /// Beside bars below the axis: index of the mark, words and left end.
    beside: Vec<(usize, TextLine, f64)>,
    rows: usize,
}

impl LaneLabels {
    /// Finds room for as many labels as there is room for.
    pub(super) fn new(cx: &TimelineContext, marks: &[LaneMark]) -> Self {
        let order = order(cx, marks, None);
        let most = if cx.view.is_small { SMALL_ROWS } else { MAX_ROWS };
        let mut labels = Self::placed(cx, marks, &order, (most, None));
        // Any event with words may be picked and then needs a row.
        let told = |mark: &LaneMark| mark.events.iter().any(|event| !(cx.view.hidden)(*event));
        labels.rows = labels.rows.max(usize::from(marks.iter().any(told)));
        let Some(selected) = cx.view.selected else { return labels };
        // The picked event changes which labels are shown, never how high the lane is.
        let order = self::order(cx, marks, Some(selected));
        let rows = labels.rows;
        Self { rows, ..Self::placed(cx, marks, &order, (rows, Some(selected))) }
    }

    /// Labels in the given order, in at most so many rows; the picked event's says more.
    fn placed(
        cx: &TimelineContext,
        marks: &[LaneMark],
        order: &[(usize, usize)],
        (most, picked): (usize, Option<usize>),
    ) -> Self {
        let width = cx.base.width;
        let mut rows = LabelRows::new(0.0, width, most);
        let mut beside = BesideBars::new(marks, width);
        let (mut above, mut under) = (Vec::new(), Vec::new());
        for &(index, event) in order {
            let Some(mark) = marks.get(index) else { continue };
            let words = words(cx, event, picked == Some(event));
            if words.is_empty() {
                continue;
            }
            if mark.row > 0 {
                under.extend(beside.place(mark, words.width()).map(|x| (index, words, x)));
            } else if let Some(position) = rows.place(mark.middle().round(), words.width()) {
                above.push((index, words, position));
            }
        }
        Self { above, rows: rows.used(), over: rows, beside: under }
    }

    /// How high the rows over the axis are, in px.
    pub(super) fn height(&self) -> f64 {
        self.rows as f64 * LINE_HEIGHT
    }

    /// Writes the labels, those over the axis with leaders to their marks.
    pub(super) fn draw(&self, drawing: &mut Drawing, marks: &[LaneMark], rows: &LaneRows) {
        let floor = rows.axis - rows.tallest - 4.0;
        for (index, words, position) in &self.above {
            let Some(mark) = marks.get(*index) else { continue };
            let y = floor - (self.over.rows_below(*position) as f64 + 0.5) * LINE_HEIGHT;
            drawing.text(words, Point::new(position.x, y.round()), Anchor::Start);
            let (from, to) = (y + LINE_HEIGHT / 2.0 + 1.0, rows.axis - mark.half_height() - 1.0);
            if from < to {
                drawing.rule_down(mark.middle().round(), from, to, Ink::Muted.faint());
            }
        }
        for (index, words, x) in &self.beside {
            let Some(mark) = marks.get(*index) else { continue };
            drawing.text(words, Point::new(*x, rows.y(mark.row)), Anchor::Start);
        }
    }
}

/// The marks to label, each with the event it is labelled by, the most important first.
fn order(cx: &TimelineContext, marks: &[LaneMark], selected: Option<usize>) -> Vec<(usize, usize)> {
    let mut by_x: Vec<(usize, &LaneMark)> = marks.iter().enumerate().collect();
    by_x.sort_by(|(_, a), (_, b)| a.middle().total_cmp(&b.middle()));
    let mut named: Vec<(u8, usize, usize)> = Vec::new();
    for (index, mark) in label_order(by_x.len()).into_iter().filter_map(|nth| by_x.get(nth)) {
        let by = named_by(cx, mark, selected);
        named.extend(by.map(|(rank, event)| (rank, *index, event)));
    }
    named.sort_by_key(|(rank, ..)| *rank);
    named.into_iter().map(|(_, index, event)| (index, event)).collect()
}

/// Which event's words label a mark, and how soon: the picked one, the subject's, or its only one.
fn named_by(cx: &TimelineContext, mark: &LaneMark, selected: Option<usize>) -> Option<(u8, usize)> {
    let told = |event: &usize| !(cx.view.hidden)(*event);
    let subject = |event: &usize| cx.timeline.events.get(*event).is_some_and(|event| event.subject);
    let mut told = mark.events.iter().copied().filter(told);
    if let Some(picked) = told.clone().find(|event| Some(*event) == selected) {
        return Some((0, picked));
    }
    if mark.beyond != 0 {
        return None;
    }
    if let Some(own) = told.clone().find(subject) {
        return Some((1, own));
    }
    // A count without its subject has no name: any of its events would stand for all.
    told.next().filter(|_| mark.events.len() == 1).map(|event| (2, event))
}

/// The words of an event; those of the picked one say when as well, if all of that fits.
fn words(cx: &TimelineContext, event: usize, picked: bool) -> TextLine {
    let Some(of) = cx.timeline.events.get(event) else { return TextLine::default() };
    let base = &cx.base;
    let font = match (picked, of.subject) {
        (true, _) => TEXT.bold(),
        (false, true) => SMALL.bold(),
        (false, false) => SMALL,
    };
    let title = base.typesetter.line(&of.title.words(), font, Ink::Ink);
    let most = base.width * WIDEST_SHARE;
    if let (true, EventTime::Date(date)) = (picked, of.when) {
        let dated = title.clone().with(Some(base.small(&date.words(base.messages))));
        if dated.width() <= most {
            return dated;
        }
    }
    base.typesetter.fit(&title, if picked { most } else { most.min(WIDEST) })
}

/// Free stretches beside the bars below the axis.
struct BesideBars {
    /// By row: what marks and labels take.
    taken: Vec<Vec<(f64, f64)>>,
    width: f64,
}

impl BesideBars {
    fn new(marks: &[LaneMark], width: f64) -> Self {
        let rows = marks.iter().map(|mark| mark.row).max().unwrap_or(0);
        let mut taken = vec![Vec::new(); rows + 1];
        for mark in marks {
            if let Some(row) = taken.get_mut(mark.row) {
                row.push(mark.span());
            }
        }
        Self { taken, width }
    }

    /// Left end of a label beside a mark: behind it, or before it.
    fn place(&mut self, mark: &LaneMark, width: f64) -> Option<f64> {
        let (from, to) = mark.span();
        let row = self.taken.get_mut(mark.row)?;
        let free = |x: &f64| {
            let end = x + width;
            *x >= 0.0
                && end <= self.width
                && row.iter().all(|(start, stop)| end + NEAR <= *start || *stop + NEAR <= *x)
        };
        let x = [to + NEAR, from - NEAR - width].into_iter().find(free)?;
        row.push((x, x + width));
        Some(x)
    }
}
