//! The picture of a quiz result: title, score, a sentence, a mark for each question, the host.

use super::sheet::{KICKER, MARGIN, Sheet, TITLE, WIDTH};
use super::{Font, Ink, Layout, Measure, Point, Rect};

/// What stands in the picture.
pub struct ResultCard<'a> {
    /// A word above the title.
    pub kicker: &'a str,
    /// The story's title.
    pub title: &'a str,
    /// The score in one sentence.
    pub score: &'a str,
    /// What is said to that score.
    pub sentence: &'a str,
    /// A mark for each question, in their order.
    pub marks: Vec<ResultMark>,
    /// Where the quiz stands; empty if nowhere.
    pub host: &'a str,
    /// Whether the story runs from right to left.
    pub is_rtl: bool,
}

/// The mark of one question.
#[derive(Clone, Copy, Debug)]
pub struct ResultMark {
    /// A character.
    pub sign: &'static str,
    /// Its colour.
    pub ink: Ink,
}

/// From one mark to the next, across and down.
const STEP: (f64, f64) = (47.0, 58.0);
/// Width of a mark.
const MARK: f64 = 36.0;

const SCORE: Font = Font { size_px: 44.0, bold: true, serif: true };
const SENTENCE: Font = Font::text(19.0);
const NUMBER: Font = Font::text(12.5);
const SIGN: Font = Font::text(20.0).bold();

/// Lays out the picture of a quiz result, 640 px wide, on paper of its own.
pub fn result_card(card: &ResultCard<'_>, measure: &dyn Measure) -> Layout {
    let mut sheet = Sheet::new(measure, card.is_rtl);
    sheet.words(card.kicker, KICKER, Ink::Accent, 4.0);
    sheet.words(card.title, TITLE, Ink::Ink, 22.0);
    sheet.words(card.score, SCORE, Ink::Ink, 8.0);
    sheet.words(card.sentence, SENTENCE, Ink::Muted, 26.0);
    marks(&mut sheet, &card.marks);
    sheet.foot(&[card.host])
}

/// The marks in rows.
fn marks(sheet: &mut Sheet<'_>, marks: &[ResultMark]) {
    let in_row = ((WIDTH - 2.0 * MARGIN + STEP.0 - MARK) / STEP.0) as usize;
    for (nth, mark) in marks.iter().enumerate() {
        let middle = sheet.x(MARGIN + (nth % in_row) as f64 * STEP.0 + MARK / 2.0);
        let y = sheet.y + (nth / in_row) as f64 * STEP.1;
        let bar = Rect::between(middle - MARK / 2.0, y, middle + MARK / 2.0, y + 3.0);
        sheet.drawing.block(bar, mark.ink.solid());
        sheet.line(&(nth + 1).to_string(), NUMBER, Ink::Muted, Point::new(middle, y + 15.0));
        sheet.line(mark.sign, SIGN, mark.ink, Point::new(middle, y + 36.0));
    }
    sheet.y += marks.len().div_ceil(in_row) as f64 * STEP.1;
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, Shape, TableMeasure};
    use super::*;

    fn card(marks: usize, is_rtl: bool) -> Layout {
        let title = "A title that is much too long for one line of the picture ".repeat(9);
        let mark = ResultMark { sign: "\u{2713}", ink: Ink::Right };
        let card = ResultCard {
            kicker: "Trivia",
            title: &title,
            score: "7.5 of 10 points",
            sentence: "",
            marks: vec![mark; marks],
            host: "example.org",
            is_rtl,
        };
        result_card(&card, &TableMeasure)
    }

    #[test]
    fn everything_stands_on_the_paper() {
        for (marks, is_rtl) in [(0, false), (1, true), (28, false), (500, true)] {
            let layout = card(marks, is_rtl);
            let (size, shapes) = (layout.size(), layout.shapes());
            let paper = Rect::between(0.0, 0.0, size.width, size.height);
            assert_eq!(shapes[0], Shape::Block(paper, Ink::Paper.solid()));
            let mut signs = 0;
            for shape in &shapes[1..] {
                let rect = match shape {
                    Shape::Label(label) => label.rect(),
                    Shape::Block(rect, _) => *rect,
                    other => panic!("{other:?} is not used"),
                };
                signs += usize::from(matches!(shape, Shape::Label(it) if it.text == "\u{2713}"));
                assert!(rect.x >= 0.0 && rect.right() <= WIDTH && rect.bottom() <= size.height);
            }
            assert_eq!(signs, marks);
        }
    }

    #[test]
    fn no_words_overlap() {
        let layout = card(28, false);
        let words = |shape: &Shape| match shape {
            Shape::Label(label) => Some(label.rect()),
            _ => None,
        };
        let rects: Vec<Rect> = layout.shapes().iter().filter_map(words).collect();
        for (nth, one) in rects.iter().enumerate() {
            assert!(rects[nth + 1..].iter().all(|other| !one.overlaps(other)), "{one:?}");
        }
    }

    #[test]
    fn lines_begin_at_the_other_side_from_right_to_left() {
        let first = |is_rtl| match &card(1, is_rtl).shapes()[1] {
            Shape::Label(label) => (label.at.x, label.anchor),
            other => panic!("{other:?} is no label"),
        };
        assert_eq!(first(false), (MARGIN, Anchor::Start));
        assert_eq!(first(true), (WIDTH - MARGIN, Anchor::End));
    }
}
