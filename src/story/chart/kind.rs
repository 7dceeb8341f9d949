//! Kinds of charts, and what an author chooses within a kind.

use crate::story::limits::{MOST_LINES, MOST_PARTS, MOST_POINTS, MOST_ROWS, MOST_SERIES};

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartKind {
    /// Bars from zero, one to a row and series.
    #[default]
    Bars,
    /// Bars from zero, the series of a row end to end, those below zero to the other side.
    Stacked,
    /// From one value to another in each row (dumbbell).
    Ranges,
    /// From one point in time to another, a line to each row.
    Slope,
    /// The rows as parts of a whole.
    Shares,
    /// A number to each row, set large.
    Tiles,
    /// A plain table.
    Table,
    /// Points joined in the order of x; a missing value is a gap.
    Lines,
    /// What lies below a line; several are stacked.
    Areas,
    /// Points alone.
    Scatter,
}

impl ChartKind {
    /// Whether its data are rows, not columns.
    pub fn has_rows(self) -> bool {
        !matches!(self, Self::Lines | Self::Areas | Self::Scatter)
    }

    /// Whether lengths or areas from zero are its values, so that zero belongs on its axis.
    pub fn is_filled(self) -> bool {
        matches!(self, Self::Bars | Self::Stacked | Self::Areas)
    }

    /// Whether it has an axis of values.
    pub fn has_axis(self) -> bool {
        !matches!(self, Self::Shares | Self::Tiles | Self::Table)
    }

    /// How many series it has at least and at most. Lines and points may be grey but one; areas may
    /// not, for all of them lie on each other.
    pub fn series_bounds(self) -> (usize, usize) {
        match self {
            Self::Ranges | Self::Slope => (2, 2),
            Self::Shares | Self::Tiles => (1, 1),
            Self::Lines | Self::Scatter => (1, MOST_LINES),
            Self::Bars | Self::Stacked | Self::Table | Self::Areas => (1, MOST_SERIES),
        }
    }

    /// How many rows it has at most, or points in a column.
    pub fn most_rows(self) -> usize {
        match self {
            Self::Shares => MOST_PARTS,
            Self::Lines | Self::Areas | Self::Scatter => MOST_POINTS,
            _ => MOST_ROWS,
        }
    }

    /// Whether its only series needs no name.
    pub fn may_be_nameless(self) -> bool {
        matches!(self, Self::Bars | Self::Shares | Self::Tiles | Self::Table)
    }

    /// Whether its points are joined, and so stand in the order of x.
    pub fn is_joined(self) -> bool {
        matches!(self, Self::Lines | Self::Areas)
    }
}

/// Which way bars lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// From left to right, below each other.
    #[default]
    Horizontal,
    /// Upright, beside each other, where their names find room; else horizontal.
    Vertical,
}

/// What the parts of a stack are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stack {
    /// Their values.
    #[default]
    Absolute,
    /// Their shares of the whole, which is 100 %.
    Percent,
}

impl Stack {
    /// What else they can be.
    pub fn other(self) -> Self {
        match self {
            Self::Absolute => Self::Percent,
            Self::Percent => Self::Absolute,
        }
    }
}

/// How points are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Curve {
    /// By straight lines.
    #[default]
    Linear,
    /// Each value holds until the next.
    Step,
}

/// As what the values of a series of bars are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SeriesMark {
    /// Bars.
    #[default]
    Bar,
    /// A line across upright bars; a dot in each row of horizontal ones.
    Line,
}
