//! Setting words: measured, wrapped, shortened where there is no room.
//!
//! Nothing here is ever wider than it was allowed to be.

use super::{Anchor, Font, Ink, Label, Measure, Point};

/// Longer than any line; what is beyond is not even measured.
const MOST_CHARS: usize = 400;

/// Measures, wraps and shortens.
#[derive(Clone, Copy)]
pub(super) struct Typesetter<'a> {
    measure: &'a dyn Measure,
}

/// Words of one look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextRun {
    pub(super) text: String,
    pub(super) font: Font,
    pub(super) ink: Ink,
    pub(super) width: f64,
}

/// Runs side by side, a space between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TextLine {
    pub(super) runs: Vec<TextRun>,
}

impl<'a> Typesetter<'a> {
    pub(super) fn new(measure: &'a dyn Measure) -> Self {
        Self { measure }
    }

    /// Width in px; whatever a measure says, it is finite and not negative.
    fn width(self, text: &str, font: Font) -> f64 {
        let width = self.measure.width(text, font);
        if width.is_finite() { width.clamp(0.0, 1e6) } else { 0.0 }
    }

    /// Words of one look; without control characters and line breaks.
    pub(super) fn run(self, text: &str, font: Font, ink: Ink) -> TextRun {
        let text = clean(text);
        let width = self.width(&text, font);
        TextRun { text, font, ink, width }
    }

    /// A line of a single run.
    pub(super) fn line(self, text: &str, font: Font, ink: Ink) -> TextLine {
        TextLine { runs: vec![self.run(text, font, ink)] }
    }

    /// The line, shortened with an ellipsis if it is wider than `max`; empty if not even that fits.
    pub(super) fn fit(self, line: &TextLine, max: f64) -> TextLine {
        if line.width() <= max {
            return line.clone();
        }
        let mut fitted = TextLine::default();
        for run in &line.runs {
            let room = max - fitted.next_start(run);
            if run.width <= room {
                fitted.runs.push(run.clone());
                continue;
            }
            fitted.runs.extend(self.shorten(run, room));
            break;
        }
        fitted
    }

    /// The longest beginning of the run that fits with an ellipsis; a number goes whole.
    fn shorten(self, run: &TextRun, max: f64) -> Option<TextRun> {
        let ends = ends(&run.text);
        let cut = |end: usize| {
            let text = [unfinished(&run.text, end), "\u{2026}"].concat();
            let width = self.width(&text, run.font);
            TextRun { text, width, ..*run }
        };
        let fits = ends.partition_point(|&end| cut(end).width <= max);
        // A measure need not grow with every letter: look again before trusting it.
        let longest = ends.get(fits.checked_sub(1)?)?;
        Some(cut(*longest)).filter(|run| run.width <= max)
    }

    /// The words of the line on up to `most` lines, none wider than `max`; the last is
    /// shortened if words are left over. Lines that stay empty are left out.
    pub(super) fn wrap(self, line: &TextLine, max: f64, most: usize) -> Vec<TextLine> {
        if line.width() <= max {
            return if line.is_empty() { Vec::new() } else { vec![line.clone()] };
        }
        let mut lines = vec![TextLine::default()];
        for run in &line.runs {
            for word in run.text.split(' ').filter(|word| !word.is_empty()) {
                self.push_word(&mut lines, self.run(word, run.font, run.ink), max, most);
            }
        }
        let fitted = lines.iter().map(|line| self.fit(line, max));
        fitted.filter(|line| !line.is_empty()).collect()
    }

    /// Puts a word on the last line, or on a new one if it is full and another is allowed.
    fn push_word(self, lines: &mut Vec<TextLine>, word: TextRun, max: f64, most: usize) {
        let allowed = lines.len() < most;
        let Some(last) = lines.last_mut() else { return };
        if !last.is_empty() && allowed && last.next_start(&word) + word.width > max {
            lines.push(TextLine { runs: vec![word] });
            return;
        }
        match last.runs.last_mut() {
            Some(run) if run.font == word.font && run.ink == word.ink => {
                run.text.push(' ');
                run.text.push_str(&word.text);
                run.width = self.width(&run.text, run.font);
            }
            _ => last.runs.push(word),
        }
    }
}

impl TextLine {
    /// From the left end of the first run to the right end of the last.
    pub(super) fn width(&self) -> f64 {
        let words: f64 = self.runs.iter().map(|run| run.width).sum();
        let spaces: f64 = self.runs.iter().skip(1).map(space).sum();
        words + spaces
    }

    pub(super) fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }

    /// The line with a run behind it.
    pub(super) fn with(mut self, run: Option<TextRun>) -> Self {
        self.runs.extend(run.filter(|run| !run.text.is_empty()));
        self
    }

    /// Where a run behind this line would start, from its left end.
    fn next_start(&self, run: &TextRun) -> f64 {
        if self.runs.is_empty() { 0.0 } else { self.width() + space(run) }
    }

    /// The labels of the line, lying from `at` as `anchor` says.
    pub(super) fn labels(&self, at: Point, anchor: Anchor) -> Vec<Label> {
        let mut x = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - self.width() / 2.0,
            Anchor::End => at.x - self.width(),
        };
        if let ([run], anchor) = (self.runs.as_slice(), anchor) {
            // A single run keeps its anchor, so that a face of another width stays aligned.
            return run.label(at, anchor).into_iter().collect();
        }
        let mut labels = Vec::new();
        for (index, run) in self.runs.iter().enumerate() {
            x += if index == 0 { 0.0 } else { space(run) };
            labels.extend(run.label(Point::new(x, at.y), Anchor::Start));
            x += run.width;
        }
        labels
    }
}

impl TextRun {
    fn label(&self, at: Point, anchor: Anchor) -> Option<Label> {
        let Self { text, font, ink, width } = self.clone();
        let label = Label { text, at, anchor, font, ink, on: None, width_px: width };
        (!label.text.is_empty()).then_some(label)
    }
}

/// The gap before a run.
fn space(run: &TextRun) -> f64 {
    run.font.size_px * 0.36
}

/// Where a text may be shortened: neither within a word that has a digit, such as a number with
/// its unit, nor behind a digit, for what is left would read as another number.
fn ends(text: &str) -> Vec<usize> {
    let (mut ends, mut start) = (Vec::new(), 0);
    // Writing without blanks may break behind each character.
    for word in text.split_inclusive(|c| c == ' ' || c >= '\u{2e80}') {
        match word.bytes().any(|byte| byte.is_ascii_digit()) {
            true => ends.push(start),
            false => ends.extend(word.char_indices().map(|(at, _)| start + at)),
        }
        start += word.len();
    }
    let is_behind_digit = |end| unfinished(text, end).ends_with(|c: char| c.is_ascii_digit());
    ends.retain(|end| *end > 0 && !is_behind_digit(*end));
    ends
}

/// A text up to there, without what stands between words.
fn unfinished(text: &str, end: usize) -> &str {
    text[..end].trim_end_matches([' ', ',', '\u{200d}'])
}

/// The words without control characters, each stretch of white space one space. What does not
/// break stays.
fn clean(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().take(MOST_CHARS) {
        let is_blank = c.is_control() || c.is_whitespace();
        let c = if is_blank && !matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c };
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::super::TableMeasure;
    use super::*;

    const FONT: Font = Font::text(10.0);

    fn typesetter() -> Typesetter<'static> {
        Typesetter::new(&TableMeasure)
    }

    #[test]
    fn what_fits_stays_and_what_does_not_is_shortened() {
        let line = typesetter().line("John Wick", FONT, Ink::Ink);
        assert_eq!(typesetter().fit(&line, 500.0), line);
        let short = typesetter().fit(&line, 40.0);
        assert_eq!(short.runs[0].text, "John\u{2026}");
        assert!(short.width() <= 40.0);
        assert!(typesetter().fit(&line, 3.0).is_empty());
        assert!(typesetter().fit(&line, -3.0).is_empty());
    }

    #[test]
    fn a_number_is_never_shortened() {
        let shortest = |text: &str| {
            let line = typesetter().line(text, FONT, Ink::Ink);
            let cut = (1..line.width() as usize).map(|max| typesetter().fit(&line, max as f64));
            let texts = cut.filter(|line| !line.is_empty()).map(|line| line.runs[0].text.clone());
            let mut texts: Vec<String> = texts.collect();
            texts.dedup();
            texts
        };
        assert!(shortest("1,000,000").is_empty());
        assert!(shortest("999\u{a0}tn").is_empty());
        let texts = shortest("ab 12,000 cd ef");
        assert_eq!(texts[..3], ["a\u{2026}", "ab\u{2026}", "ab 12,000 c\u{2026}"]);
        assert_eq!(shortest("\u{5e74}12\u{5146}"), ["\u{5e74}\u{2026}"]);
    }

    #[test]
    fn what_does_not_break_stays_on_one_line() {
        let line = typesetter().line("five 1\u{202f}000\u{a0}m high", FONT, Ink::Ink);
        let lines = typesetter().wrap(&line, 60.0, 3);
        assert_eq!(lines[1].runs[0].text, "1\u{202f}000\u{a0}m");
    }

    #[test]
    fn words_wrap_and_the_last_line_says_that_more_follows() {
        let line = typesetter().line("one two three four five", FONT, Ink::Ink);
        let lines = typesetter().wrap(&line, 60.0, 2);
        let texts: Vec<_> = lines.iter().map(|line| line.runs[0].text.as_str()).collect();
        assert_eq!(texts, ["one two", "three four\u{2026}"]);
        assert!(lines.iter().all(|line| line.width() <= 60.0));
    }

    #[test]
    fn runs_of_different_look_wrap_together() {
        let detail = typesetter().run("2014", FONT, Ink::Muted);
        let line = typesetter().line("John Wick", FONT, Ink::Ink).with(Some(detail));
        let lines = typesetter().wrap(&line, 60.0, 3);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[1].runs[0].ink, Ink::Muted);
    }

    #[test]
    fn control_characters_and_line_breaks_become_spaces() {
        assert_eq!(clean(" a\u{0}\n b\t"), "a b");
        assert_eq!(clean(&"x".repeat(2000)).len(), MOST_CHARS);
        assert_eq!(clean("\u{0}"), "");
    }

    #[test]
    fn a_measure_that_lies_does_no_harm() {
        struct Odd(f64);
        impl Measure for Odd {
            fn width(&self, _: &str, _: Font) -> f64 {
                self.0
            }
        }
        for odd in [f64::NAN, f64::INFINITY, -5.0] {
            let run = Typesetter::new(&Odd(odd)).run("x", FONT, Ink::Ink);
            assert_eq!(run.width, 0.0);
        }
    }

    #[test]
    fn several_runs_are_laid_side_by_side() {
        let year = typesetter().run("2014", FONT, Ink::Muted);
        let line = typesetter().line("Wick", FONT, Ink::Ink).with(Some(year));
        let labels = line.labels(Point::new(100.0, 0.0), Anchor::End);
        assert!((labels[1].rect().right() - 100.0).abs() < 1e-9);
        assert!(labels[0].rect().right() < labels[1].rect().x);
    }
}
