//! How wide a text is.
//!
//! The browser measures on its canvas. Natively, and where there is no canvas,
//! a table of advance widths stands in; it is on the wide side, so that what
//! fits by the table fits on paper too.

/// The face a text is set in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Size in CSS px.
    pub size_px: f64,
    /// Heavier than the rest.
    pub bold: bool,
    /// The face of headings; otherwise that of text.
    pub serif: bool,
}

impl Font {
    /// The card's text face in its normal weight.
    pub const fn text(size_px: f64) -> Self {
        Self { size_px, bold: false, serif: false }
    }

    /// The same, heavier.
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}

/// Measures text.
pub trait Measure {
    /// Width of `text` on one line in CSS px.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// Measures by a table of advance widths of DejaVu Sans, one of the widest faces for text.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

/// Advance widths of U+0020 to U+007E in thousandths of the size.
const ASCII: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// What bold adds to a character, in thousandths of the size.
const BOLD: f64 = 78.0;

impl Measure for TableMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let extra = if font.bold { BOLD } else { 0.0 };
        let thousandths: f64 = text.chars().map(|c| advance(c) + extra).sum();
        thousandths * font.size_px / 1000.0
    }
}

/// Advance width of a character in thousandths of the size.
fn advance(c: char) -> f64 {
    let code = u32::from(c);
    let ascii = code.checked_sub(0x20).and_then(|index| ASCII.get(usize::try_from(index).ok()?));
    match (ascii, code) {
        (Some(&width), _) => f64::from(width),
        // Combining marks stand over the letter before them.
        (None, 0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f) => 0.0,
        // Spaces and dashes of the trade.
        (None, 0xa0 | 0x2000..=0x200a | 0x202f) => 500.0,
        // Chinese, Japanese, Korean and pictures are squares and a little more.
        (None, 0x1100..=0x11ff | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0xff00..) => 1250.0,
        // Cyrillic and Arabic have wide letters.
        (None, 0x400..=0x6ff) => 850.0,
        (None, _) => 750.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_grows_with_size_and_weight() {
        let small = TableMeasure.width("John Wick", Font::text(10.0));
        assert_eq!(TableMeasure.width("John Wick", Font::text(20.0)), 2.0 * small);
        assert!(TableMeasure.width("John Wick", Font::text(10.0).bold()) > small);
        assert_eq!(TableMeasure.width("", Font::text(10.0)), 0.0);
    }

    #[test]
    fn every_script_has_a_width() {
        for text in ["é", "я", "ع", "語", "🎬", "−", "–"] {
            assert!(TableMeasure.width(text, Font::text(10.0)) >= 5.0, "{text}");
        }
        assert_eq!(TableMeasure.width("\u{301}", Font::text(10.0)), 0.0);
    }
}
