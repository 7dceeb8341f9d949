//! The colours of the two papers.

use crate::layout::{Fill, Ink, Tint};
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

/// The share of the colour in a soft tint: the least that leaves every role at 3:1.
const SOFT: f64 = 0.75;
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
            Ink::Series(n) => self.series[usize::from(n) % self.series.len()],
        }
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

    /// As CSS writes it, such as `#a8123a`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2.
    fn luminance(color: [f64; 3]) -> f64 {
        let linear = |part: f64| {
            let part = part / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = color.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn parts(color: Color) -> [f64; 3] {
        [color.0, color.1, color.2].map(f64::from)
    }

    /// Contrast ratio after WCAG 2.2 of `color` laid on `paper` with a share of `alpha`.
    fn contrast(color: Color, alpha: f64, paper: Color) -> f64 {
        let (color, paper) = (parts(color), parts(paper));
        let mixed = std::array::from_fn(|i| color[i] * alpha + paper[i] * (1.0 - alpha));
        let (a, b) = (luminance(mixed), luminance(paper));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast(Color(0, 0, 0), 1.0, Color(255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((contrast(Color(0x77, 0x77, 0x77), 1.0, Color(255, 255, 255)) - 4.48).abs() < 0.01);
    }

    #[test]
    fn text_reaches_four_and_a_half_to_one() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let words =
                [theme.ink, theme.muted, theme.accent, theme.gold, theme.right, theme.wrong];
            // Words also stand in paper colour on a filled series, which is the same pair.
            for color in words.into_iter().chain(theme.series) {
                let ratio = contrast(color, 1.0, theme.paper);
                assert!(ratio >= 4.5, "{} on {}: {ratio:.2}", color.hex(), theme.paper.hex());
            }
        }
    }

    #[test]
    fn marks_reach_three_to_one_even_when_soft() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for color in
                [theme.ink, theme.muted, theme.accent, theme.gold].into_iter().chain(theme.series)
            {
                let ratio = contrast(color, alpha(Tint::Soft), theme.paper);
                assert!(ratio >= 3.0, "{} on {}: {ratio:.2}", color.hex(), theme.paper.hex());
            }
        }
    }

    #[test]
    fn colors_are_written_as_css_has_them() {
        assert_eq!(Theme::LIGHT.accent.hex(), "#a8123a");
        assert_eq!(Theme::DARK.paper.hex(), "#141114");
    }
}
