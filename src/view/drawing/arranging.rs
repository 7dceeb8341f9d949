//! A chart that its reader arranges anew: what was picked stays so, and marks are seen to move.

use super::Drawing;
use crate::layout::{Layout, Mark, Motion};
use crate::session::{ArrangedRef, rearranged};
use crate::view::drawing_layout::LayoutInput;
use std::rc::Rc;

impl Drawing {
    /// Takes along what was picked, and has the marks come from where they were, if the last layout was
    /// of another arrangement.
    pub(super) fn rearrange(&mut self, last: Option<(LayoutInput, Rc<Layout>)>) {
        let (Some((before, from)), Some((after, to))) = (last, &self.made) else { return };
        let (before, after) = (before.arranged.as_ref(), after.arranged.as_ref());
        if before == after {
            return;
        }
        let moved = |mark: Mark| mark_after((before, after), mark);
        self.pointed = self.pointed.and_then(moved);
        self.pinned = self.pinned.and_then(moved);
        let marks: Vec<(Mark, Mark)> =
            from.marks().iter().filter_map(|mark| Some((moved(*mark)?, *mark))).collect();
        self.motion.set(Motion::new(&from, to, &marks));
    }
}

/// What a value of a chart is called in another arrangement; none where it is not shown.
fn mark_after(
    (before, after): (Option<&ArrangedRef>, Option<&ArrangedRef>),
    mark: Mark,
) -> Option<Mark> {
    let Mark::Value { series, index } = mark else { return None };
    let (series, index) = rearranged(before, after, (series, index))?;
    Some(Mark::Value { series, index })
}
