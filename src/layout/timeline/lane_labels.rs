//! Labels of a lane: the picked event first, then the subject's, then those far
//! apart; never the words of a folded event, and never two in one place.

use super::below_axis::BelowAxis;
use super::context::TimelineContext;
use super::lane_marks::{LaneMark, MarkForm};
use super::lane_rows::{LaneRoom, LaneRows};
use crate::layout::context::{LINE_HEIGHT, SMALL, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::label_rows::{LabelPosition, LabelRows};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Fill, Ink, Point};
use crate::story::EventTime;

/// A label is at most this wide in px, and takes at most this share of the width.
const WIDEST: f64 = 230.0;
const WIDEST_SHARE: f64 = 0.7;
/// No more labels than this are tried for, so that a frame costs what can be read in it.
const MOST_TRIED: usize = 60;
/// From the end of a bar to the words inside, in px.
const PADDING: f64 = 7.0;

/// Labels of a lane that found room.
pub(super) struct LaneLabels {
    /// Over the axis: index of the mark, words and position.
    above: Vec<(usize, TextLine, LabelPosition)>,
    /// Where they lie.
    over: LabelRows,
    /// On rows of marks: beside a bar, or below a point.
    under: Vec<(TextLine, Under)>,
    /// In bars: index of the mark, words and left end.
    inside: Vec<(usize, TextLine, f64)>,
    /// How many rows over the axis.
    pub(super) rows: usize,
}

/// A place on a row of marks.
#[derive(Clone, Copy)]
struct Under {
    row: usize,
    left: f64,
    /// The point on the axis to which it belongs.
    leader: Option<f64>,
}

/// What is to be labelled: index of the mark, and the event whose words it gets.
type Wish = (usize, usize);

impl LaneLabels {
    /// Finds room for as many labels as there is room for.
    pub(super) fn new(cx: &TimelineContext, marks: &[LaneMark], room: LaneRoom) -> Self {
        let labels = Self::placed(cx, marks, room, None);
        let Some(selected) = cx.view.selected else { return labels };
        // The picked event changes which labels are shown, never how high the lane is.
        Self { rows: labels.rows, ..Self::placed(cx, marks, room, Some(selected)) }
    }

    fn placed(
        cx: &TimelineContext,
        marks: &[LaneMark],
        room: LaneRoom,
        picked: Option<usize>,
    ) -> Self {
        let width = cx.base.width;
        let mut labels = Self {
            above: Vec::new(),
            over: LabelRows::new(0.0, width, room.labels),
            under: Vec::new(),
            inside: Vec::new(),
            rows: 0,
        };
        let mut below = BelowAxis::new(marks, room.bars, width);
        for (index, event) in order(cx, marks, picked).into_iter().take(MOST_TRIED) {
            let Some(mark) = marks.get(index) else { continue };
            let all = words(cx, event, picked == Some(event));
            // The first of the ways to say it that finds a place.
            all.into_iter().find(|words| labels.place(&mut below, (index, mark), words));
        }
        labels.rows = labels.over.used();
        labels
    }

    /// Finds a place for the words of a mark; false if there is none.
    fn place(
        &mut self,
        below: &mut BelowAxis,
        (index, mark): (usize, &LaneMark),
        words: &TextLine,
    ) -> bool {
        let width = words.width();
        if let MarkForm::Bar { from, to, .. } = mark.form
            && width + 2.0 * PADDING <= to - from
        {
            self.inside.push((index, words.clone(), from + PADDING));
            return true;
        }
        if mark.row > 0 {
            let left = below.place_beside(mark, width);
            let under = left.map(|left| Under { row: mark.row, left, leader: None });
            self.under.extend(under.map(|under| (words.clone(), under)));
            return under.is_some();
        }
        let x = leader(mark, self.over.right());
        if let Some(position) = self.over.place(x, width) {
            self.above.push((index, words.clone(), position));
            return true;
        }
        let place = below.place_below(x, width);
        let under = place.map(|(row, left)| Under { row, left, leader: Some(x) });
        self.under.extend(under.map(|under| (words.clone(), under)));
        under.is_some()
    }

    /// The marks that have their words inside.
    pub(super) fn with_words(&self) -> impl Iterator<Item = usize> {
        self.inside.iter().map(|(index, ..)| *index)
    }

    /// Writes the labels, those over and below the axis with leaders to their marks.
    pub(super) fn draw(&self, drawing: &mut Drawing, marks: &[LaneMark], rows: &LaneRows) {
        let floor = rows.axis - rows.tallest - 4.0;
        for (index, words, position) in &self.above {
            let Some(mark) = marks.get(*index) else { continue };
            let y = floor - (self.over.rows_below(*position) as f64 + 0.5) * LINE_HEIGHT;
            drawing.text(words, Point::new(position.x, y.round()), Anchor::Start);
            let (from, to) = (y + LINE_HEIGHT / 2.0 + 1.0, rows.axis - mark.half_height() - 1.0);
            if from < to {
                let x = leader(mark, self.over.right());
                drawing.rule_down(x, from, to, Ink::Muted.faint());
            }
        }
        for (words, Under { row, left, leader }) in &self.under {
            let y = rows.y(*row);
            drawing.text(words, Point::new(*left, y), Anchor::Start);
            if let Some(x) = leader {
                let to = y - LINE_HEIGHT / 2.0 - 1.0;
                drawing.rule_down(*x, rows.axis + rows.tallest, to, Ink::Muted.faint());
            }
        }
    }

    /// Writes the labels that stand in bars, on top of them; `fill` says how a mark is filled.
    pub(super) fn draw_inside(
        &self,
        drawing: &mut Drawing,
        marks: &[LaneMark],
        rows: &LaneRows,
        fill: &dyn Fn(&LaneMark) -> Fill,
    ) {
        for (index, words, left) in &self.inside {
            let Some(mark) = marks.get(*index) else { continue };
            let at = Point::new(*left, rows.y(mark.row));
            drawing.text_on(words, at, Anchor::Start, Some(fill(mark)));
        }
    }
}

/// Where the leader of a mark stands, a px wide, in a drawing of a width.
fn leader(mark: &LaneMark, width: f64) -> f64 {
    mark.middle().round().min(width - 1.0)
}

/// The marks to label, each with the event it is labelled by, the most important first.
fn order(cx: &TimelineContext, marks: &[LaneMark], selected: Option<usize>) -> Vec<Wish> {
    let mut named: Vec<(u8, usize, Wish)> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        let by = named_by(cx, mark, selected);
        named.extend(by.map(|(importance, event)| (importance, mark.rank, (index, event))));
    }
    named.sort_unstable();
    named.into_iter().map(|(.., wish)| wish).collect()
}

/// Which event's words label a mark, and how soon: the picked one, the subject's, or its only one.
fn named_by(cx: &TimelineContext, mark: &LaneMark, selected: Option<usize>) -> Option<(u8, usize)> {
    let told = |event: &usize| !(cx.view.hidden)(*event);
    if let Some(picked) = selected.filter(|it| mark.events.contains(it) && told(it)) {
        return Some((0, picked));
    }
    if let Some(own) = mark.subject.filter(|_| mark.is_only_subject) {
        return told(&own).then_some((1, own));
    }
    // A count without its subject has no name: any of its events would stand for all.
    let only = mark.events.first().filter(|_| mark.events.len() == 1)?;
    told(only).then_some((2, *only))
}

/// The words of an event, in the order in which they are wanted: those of the picked one say when as
/// well, and where there is no room for the whole name its short one will do.
fn words(cx: &TimelineContext, event: usize, picked: bool) -> Vec<TextLine> {
    let Some(of) = cx.timeline.events.get(event) else { return Vec::new() };
    let base = &cx.base;
    let font = match (picked, of.subject) {
        (true, _) => TEXT.bold(),
        (false, true) => SMALL.bold(),
        (false, false) => SMALL,
    };
    let most = base.width * WIDEST_SHARE;
    let title = base.typesetter.line(&of.title.words(), font, Ink::Ink);
    let short = of.short.as_ref().map(|short| base.typesetter.line(short, font, Ink::Ink));
    let mut ways = Vec::new();
    if picked {
        let when = match (of.when, &of.setting) {
            (EventTime::Date(date), _) => Some(base.small(&date.words(base.messages))),
            (EventTime::Order { .. }, setting) => setting.as_ref().map(|it| base.small(it)),
        };
        let names = [Some(&title), short.as_ref()].into_iter().flatten();
        ways.extend(names.map(|name| name.clone().with(when.clone())));
        ways.push(title.clone());
    } else if title.width() <= most.min(WIDEST) {
        ways.push(title.clone());
    }
    ways.retain(|way| way.width() <= most);
    let last = short.unwrap_or(title);
    ways.push(base.typesetter.fit(&last, if picked { most } else { most.min(WIDEST) }));
    ways.retain(|way| !way.is_empty());
    ways.dedup();
    ways
}
