//! What a drawing is made of: few kinds of shapes, each with a role instead of a colour.
//!
//! In: shapes and their roles. Out: which colour a role has (`crate::paint::Theme`)
//! and how a shape reaches paper (`crate::paint`).

use super::{Font, Point, Rect};

/// What a shape is for; a theme gives it a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text and whatever is as strong.
    Ink,
    /// Labels of the second rank, and all that is not the subject.
    Muted,
    /// Hairlines and grid.
    Rule,
    /// The subject of the story.
    Accent,
    /// The second voice.
    Gold,
    /// The card itself: words on a filled shape.
    Paper,
    /// What is right.
    Right,
    /// What is wrong.
    Wrong,
    /// One of the further series, 0 to 4.
    Series(u8),
}

/// How much of a role's colour covers the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// All of it.
    Solid,
    /// Lighter, still 3:1 against the paper.
    Soft,
    /// Lighter still: connects, carries no meaning alone.
    Faint,
    /// So many fifths of a soft tint: where something ends in doubt.
    Fade(u8),
}

/// How a shape is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// Its role.
    pub ink: Ink,
    /// How strong.
    pub tint: Tint,
}

/// Where a text's anchor lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words; no line breaks, no control characters.
    pub text: String,
    /// The anchor; y is the middle of the line.
    pub at: Point,
    /// Where the text lies from `at`.
    pub anchor: Anchor,
    /// Its face.
    pub font: Font,
    /// Its role.
    pub ink: Ink,
    /// What it stands on, if that is not the paper: then it is as dark or light as that asks for.
    pub on: Option<Fill>,
    /// Its width, as measured.
    pub width_px: f64,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle; also a hairline, one px wide or high.
    Block(Rect, Fill),
    /// A filled bar with round ends.
    Pill(Rect, Fill),
    /// A filled circle.
    Dot(Point, f64, Fill),
    /// A circle's outline, two px wide.
    Ring(Point, f64, Fill),
    /// A line through points, two px wide.
    Path(Vec<Point>, Fill),
    /// What lies within a line through points.
    Area(Vec<Point>, Fill),
    /// Words.
    Label(Label),
}

impl Ink {
    /// The full colour.
    pub const fn solid(self) -> Fill {
        Fill { ink: self, tint: Tint::Solid }
    }

    /// The lighter colour that still stands 3:1 against the paper.
    pub const fn soft(self) -> Fill {
        Fill { ink: self, tint: Tint::Soft }
    }

    /// The lightest.
    pub const fn faint(self) -> Fill {
        Fill { ink: self, tint: Tint::Faint }
    }
}

impl Shape {
    /// The same in the mirrored drawing of a width; words stay as they are read.
    pub(super) fn mirrored(self, width: f64) -> Self {
        self.mapped(&|point| point.mirrored(width), &|rect| rect.mirrored(width), &|label| {
            label.mirrored(width)
        })
    }

    /// The same so many px further right and down.
    pub(super) fn moved(self, right: f64, down: f64) -> Self {
        let point = |at: Point| Point::new(at.x + right, at.y + down);
        let rect = |rect: Rect| Rect { x: rect.x + right, y: rect.y + down, ..rect };
        self.mapped(&point, &rect, &|label| Label { at: point(label.at), ..label })
    }

    fn mapped(
        self,
        point: &dyn Fn(Point) -> Point,
        rect: &dyn Fn(Rect) -> Rect,
        label: &dyn Fn(Label) -> Label,
    ) -> Self {
        match self {
            Self::Block(at, fill) => Self::Block(rect(at), fill),
            Self::Pill(at, fill) => Self::Pill(rect(at), fill),
            Self::Dot(center, radius, fill) => Self::Dot(point(center), radius, fill),
            Self::Ring(center, radius, fill) => Self::Ring(point(center), radius, fill),
            Self::Path(mut points, fill) => {
                points.iter_mut().for_each(|at| *at = point(*at));
                Self::Path(points, fill)
            }
            Self::Area(mut points, fill) => {
                points.iter_mut().for_each(|at| *at = point(*at));
                Self::Area(points, fill)
            }
            Self::Label(words) => Self::Label(label(words)),
        }
    }
}

impl Anchor {
    fn mirrored(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::Middle => Self::Middle,
            Self::End => Self::Start,
        }
    }
}

impl Label {
    /// The words are isolated as a text that runs from the right, for neither canvas nor SVG knows
    /// which way a story runs: a date of theirs has its day at the right end.
    fn mirrored(self, width: f64) -> Self {
        let text = ["\u{2067}", &self.text, "\u{2069}"].concat();
        let (at, anchor) = (self.at.mirrored(width), self.anchor.mirrored());
        Self { text, at, anchor, ..self }
    }

    /// Where the words stand; as high as a capital with its ascenders and descenders.
    pub fn rect(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width_px / 2.0,
            Anchor::End => self.at.x - self.width_px,
        };
        let height = self.font.size_px * LINE_HEIGHT_EM;
        Rect { x: left, y: self.at.y - height / 2.0, width: self.width_px, height }
    }
}

/// Height of a line of text by its size.
const LINE_HEIGHT_EM: f64 = 1.2;
