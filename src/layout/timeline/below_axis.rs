//! Room for words on the rows below the axis, beside the bars there and below the points of the axis.

use super::lane_marks::LaneMark;

/// From a mark to the words beside it, in px.
const NEAR: f64 = 6.0;
/// Clear space on either side of a leader, in px.
const LEADER_GAP: f64 = 3.0;

/// What is free on the rows below the axis.
pub(super) struct BelowAxis {
    /// By row, 0 the axis: what marks, labels and leaders take.
    taken: Vec<Vec<(f64, f64)>>,
    width: f64,
}

impl BelowAxis {
    /// So many rows below the axis, with the marks in them.
    pub(super) fn new(marks: &[LaneMark], rows: usize, width: f64) -> Self {
        let mut taken = vec![Vec::new(); rows + 1];
        for mark in marks {
            if let Some(row) = taken.get_mut(mark.row) {
                row.push(mark.span());
            }
        }
        Self { taken, width }
    }

    /// Left end of words beside a mark: behind it, or before it.
    pub(super) fn place_beside(&mut self, mark: &LaneMark, width: f64) -> Option<f64> {
        let (from, to) = mark.span();
        let places = [to + NEAR, from - NEAR - width];
        let left = places.into_iter().find(|left| self.is_free(mark.row, *left, width, NEAR))?;
        self.take(mark.row, left, width);
        Some(left)
    }

    /// A row and the left end of words below a point of the axis, which a leader joins to it.
    pub(super) fn place_below(&mut self, x: f64, width: f64) -> Option<(usize, f64)> {
        let left = (x - width / 2.0).min(self.width - width).max(0.0);
        for row in 1..self.taken.len() {
            if self.is_free(row, left, width, NEAR) {
                self.take(row, left, width);
                for above in 1..row {
                    self.take(above, x, 0.0);
                }
                return Some((row, left));
            }
            // The leader would cross what stands here.
            if !self.is_free(row, x, 0.0, LEADER_GAP) {
                return None;
            }
        }
        None
    }

    fn is_free(&self, row: usize, left: f64, width: f64, gap: f64) -> bool {
        let right = left + width;
        let Some(row) = self.taken.get(row) else { return false };
        left >= 0.0
            && right <= self.width
            && row.iter().all(|(start, stop)| right + gap <= *start || *stop + gap <= left)
    }

    fn take(&mut self, row: usize, left: f64, width: f64) {
        self.taken.iter_mut().skip(row).take(1).for_each(|row| row.push((left, left + width)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::timeline::lane_marks::MarkForm;

    fn bar(row: usize, from: f64, to: f64) -> LaneMark {
        let form = MarkForm::Bar { from, to, cut: (false, false) };
        LaneMark { events: vec![0], rank: 0, row, form, has_words: false }
    }

    #[test]
    fn words_stand_behind_a_bar_or_before_it() {
        let marks = [bar(1, 100.0, 200.0), bar(1, 250.0, 300.0)];
        let mut below = BelowAxis::new(&marks, 1, 400.0);
        assert_eq!(below.place_beside(&marks[0], 30.0), Some(206.0));
        assert_eq!(below.place_beside(&marks[0], 60.0), Some(34.0));
        assert_eq!(below.place_beside(&marks[0], 60.0), None);
    }

    #[test]
    fn words_below_a_point_have_a_free_way_to_it() {
        let mut below = BelowAxis::new(&[bar(1, 100.0, 200.0)], 2, 400.0);
        assert_eq!(below.place_below(300.0, 60.0), Some((1, 270.0)));
        assert_eq!(below.place_below(340.0, 60.0), Some((2, 310.0)), "below its neighbour");
        assert_eq!(below.place_below(150.0, 60.0), None, "the bar is in the way");
        assert_eq!(below.place_below(280.0, 60.0), None, "so are the words");
    }
}
