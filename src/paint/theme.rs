//! The colours of the two papers.

use crate::layout::{Fill, Ink, Label, Tint};
use plotters_backend::BackendColor;

/// An opaque colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

/// The colours of a drawing, one to a role. The style sheet declares the same values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// `--story-paper`: the card.
    pub paper: Color,
    /// `--story-ink`: text.
    pub ink: Color,
    /// `--story-muted`: secondary text, and all that is not the subject.
    pub muted: Color,
    /// `--story-rule`: hairlines and grid.
    pub rule: Color,
    /// `--story-accent`: the subject.
    pub accent: Color,
    /// `--story-gold`: the second voice.
    pub gold: Color,
    /// `--story-right`: the verdict on a right answer.
    pub right: Color,
    /// `--story-wrong`: the verdict on a wrong answer.
    pub wrong: Color,
    /// `--story-series-1` to `--story-series-5`: after Okabe and Ito's set, tuned to the paper.
    pub series: [Color; 5],
}

/// The share of the colour in a soft tint: leaves a mark at 3:1, and words on it at 4.5:1.
const SOFT: f64 = 0.78;
/// The share of the colour in a faint tint.
const FAINT: f64 = 0.3;

impl Theme {
    /// Dark on light paper.
    pub const LIGHT: Self = Self {
        paper: Color(0xfb, 0xf9, 0xf6),
        ink: Color(0x1c, 0x18, 0x1a),
        muted: Color(0x6a, 0x60, 0x64),
        rule: Color(0xe2, 0xdb, 0xd5),
        accent: Color(0xa8, 0x12, 0x3a),
        gold: Color(0x8a, 0x61, 0x00),
        right: Color(0x1b, 0x6e, 0x3c),
        wrong: Color(0x9a, 0x34, 0x12),
        series: [
            Color(0x00, 0x72, 0xb2),
            Color(0x9a, 0x5f, 0x00),
            Color(0x00, 0x68, 0x4f),
            Color(0x8f, 0x4a, 0x86),
            Color(0x1b, 0x2f, 0x6b),
        ],
    };

    /// Light on a dark stage.
    pub const DARK: Self = Self {
        paper: Color(0x14, 0x11, 0x14),
        ink: Color(0xf3, 0xee, 0xea),
        muted: Color(0xa8, 0x9d, 0xa2),
        rule: Color(0x35, 0x2e, 0x33),
        accent: Color(0xff, 0x6b, 0x88),
        gold: Color(0xe2, 0xb4, 0x50),
        right: Color(0x6f, 0xcf, 0x97),
        wrong: Color(0xff, 0x9d, 0x66),
        series: [
            Color(0x56, 0xb4, 0xe9),
            Color(0xe6, 0x9f, 0x00),
            Color(0x2d, 0xbb, 0x8f),
            Color(0xd7, 0x8f, 0xc0),
            Color(0xf0, 0xe4, 0x42),
        ],
    };

    /// Every custom property with its value.
    pub fn tokens(&self) -> [(&'static str, Color); 13] {
        let [one, two, three, four, five] = self.series;
        [
            ("--story-paper", self.paper),
            ("--story-ink", self.ink),
            ("--story-muted", self.muted),
            ("--story-rule", self.rule),
            ("--story-accent", self.accent),
            ("--story-gold", self.gold),
            ("--story-right", self.right),
            ("--story-wrong", self.wrong),
            ("--story-series-1", one),
            ("--story-series-2", two),
            ("--story-series-3", three),
            ("--story-series-4", four),
            ("--story-series-5", five),
        ]
    }

    /// The colour of a role.
    pub fn color(&self, ink: Ink) -> Color {
        match ink {
            Ink::Ink => self.ink,
            Ink::Muted => self.muted,
            Ink::Rule => self.rule,
            Ink::Accent => self.accent,
            Ink::Gold => self.gold,
            Ink::Paper => self.paper,
            Ink::Right => self.right,
            Ink::Wrong => self.wrong,
            Ink::Series(n) => self.series[usize::from(n) % self.series.len()],
        }
    }

    /// The colour of words: their role's, or on a filled shape whichever of paper and ink reads better.
    pub(super) fn words(&self, label: &Label) -> Color {
        let Some(fill) = label.on else { return self.color(label.ink) };
        let ground = self.laid_on_paper(fill);
        let ratio = |color: Color| contrast(color.parts(), ground);
        if ratio(self.paper) >= ratio(self.ink) { self.paper } else { self.ink }
    }

    /// What a fill looks like on this paper.
    fn laid_on_paper(&self, fill: Fill) -> [f64; 3] {
        let (color, paper) = (self.color(fill.ink).parts(), self.paper.parts());
        let share = alpha(fill.tint);
        std::array::from_fn(|part| color[part] * share + paper[part] * (1.0 - share))
    }

    /// The colour of a fill, as a backend takes it.
    pub(super) fn fill(&self, fill: Fill) -> BackendColor {
        self.color(fill.ink).backend(alpha(fill.tint))
    }
}

/// The share of the colour in a tint.
pub(super) fn alpha(tint: Tint) -> f64 {
    match tint {
        Tint::Solid => 1.0,
        Tint::Soft => SOFT,
        Tint::Faint => FAINT,
        Tint::Fade(fifths) => SOFT * f64::from(fifths.min(5)) / 5.0,
    }
}

impl Color {
    /// As a backend takes it.
    pub(super) fn backend(self, alpha: f64) -> BackendColor {
        BackendColor { alpha, rgb: (self.0, self.1, self.2) }
    }

    fn parts(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(f64::from)
    }

    /// As CSS writes it, such as `#a8123a`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// Contrast ratio after WCAG 2.2 of two colours, 1 to 21.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance after WCAG 2.2 of red, green and blue, each 0 to 255.
fn luminance(color: [f64; 3]) -> f64 {
    let linear = |part: f64| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { power_of_2_4((part + 0.055) / 1.055) }
    };
    let [red, green, blue] = color.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// `base` to the power of 2.4, for a base from 0.08 to 1: its square times the fifth root of that.
fn power_of_2_4(base: f64) -> f64 {
    // A general power would be 2 KB of WebAssembly.
    let square = base * base;
    let mut root = 1.0_f64;
    for _ in 0..NEWTON {
        let fourth = root * root * root * root;
        root -= (root * fourth - square) / (5.0 * fourth);
    }
    square * root
}

/// Steps of Newton's method that settle every bit of such a root.
const NEWTON: usize = 9;

#[cfg(test)]
mod tests {
    use super::*;

    /// Roles that are ever drawn soft.
    const SOFT_INKS: [Ink; 4] = [Ink::Ink, Ink::Muted, Ink::Accent, Ink::Gold];

    const INKS: [Ink; 9] = [
        Ink::Ink,
        Ink::Muted,
        Ink::Accent,
        Ink::Gold,
        Ink::Series(0),
        Ink::Series(1),
        Ink::Series(2),
        Ink::Series(3),
        Ink::Series(4),
    ];

    #[test]
    fn contrast_is_that_of_wcag() {
        let [black, grey, white] = [0.0, 119.0, 255.0].map(|part| [part; 3]);
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast(grey, white) - 4.48).abs() < 0.01);
    }

    #[test]
    fn powers_are_exact_enough_for_any_colour() {
        for part in 11..=255 {
            let base = (f64::from(part) / 255.0 + 0.055) / 1.055;
            assert!((power_of_2_4(base) - base.powf(2.4)).abs() < 1e-12, "{part}");
        }
    }

    #[test]
    fn text_reaches_four_and_a_half_to_one() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let words = INKS.map(|ink| theme.color(ink));
            for color in words.into_iter().chain([theme.right, theme.wrong]) {
                let ratio = contrast(color.parts(), theme.paper.parts());
                assert!(ratio >= 4.5, "{} on {}: {ratio:.2}", color.hex(), theme.paper.hex());
            }
        }
    }

    #[test]
    fn text_on_a_filled_shape_reaches_four_and_a_half_to_one() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for fill in INKS.map(Ink::solid).into_iter().chain(SOFT_INKS.map(Ink::soft)) {
                let label = Label { on: Some(fill), ..label() };
                let ratio = contrast(theme.words(&label).parts(), theme.laid_on_paper(fill));
                assert!(ratio >= 4.5, "words on {fill:?} on {}: {ratio:.2}", theme.paper.hex());
            }
        }
    }

    #[test]
    fn marks_reach_three_to_one_even_when_soft() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for fill in INKS.map(Ink::solid).into_iter().chain(SOFT_INKS.map(Ink::soft)) {
                let ratio = contrast(theme.laid_on_paper(fill), theme.paper.parts());
                assert!(ratio >= 3.0, "{fill:?} on {}: {ratio:.2}", theme.paper.hex());
            }
        }
    }

    fn label() -> Label {
        let font = crate::layout::Font::text(13.5);
        let at = crate::layout::Point::default();
        let anchor = crate::layout::Anchor::Start;
        Label { text: String::new(), at, anchor, font, ink: Ink::Ink, on: None, width_px: 0.0 }
    }

    #[test]
    fn colors_are_written_as_css_has_them() {
        assert_eq!(Theme::LIGHT.accent.hex(), "#a8123a");
        assert_eq!(Theme::DARK.paper.hex(), "#141114");
    }
}
