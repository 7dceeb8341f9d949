//! Which part of a text a report shows: a line, or what stands around a place in a very long one.

use std::ops::Range;

/// Of a line longer than this a part is shown, for a whole story may stand in one.
pub(super) const LONGEST_LINE: usize = 4_000;

/// The line in which an offset stands, without what breaks it.
pub(super) fn line_around(text: &str, offset: usize) -> Range<usize> {
    let (before, behind) = text.split_at_checked(offset).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let length = behind.find(['\r', '\n']).unwrap_or(behind.len());
    start..before.len() + length
}

/// A part of a line that holds an offset.
pub(super) fn part_around(text: &str, line: &Range<usize>, offset: usize) -> Range<usize> {
    let start = line.start.max(offset.saturating_sub(LONGEST_LINE / 2));
    let end = line.end.min(offset + LONGEST_LINE / 2);
    let to_boundary = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at));
    to_boundary(start).unwrap_or(line.start)..to_boundary(end).unwrap_or(line.end)
}
