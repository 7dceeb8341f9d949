//! How the questions of a round are drawn from the pool: by which method, how many, from which.

/// A method of drawing. A round that was shared stays what it was, so methods are added and never
/// changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DrawMethod {
    /// The pool is shuffled, and its first questions are asked: the only method until `draw=` came
    /// into addresses, and that of rounds whose seed a page fixes.
    Shuffled,
    /// `draw=2`: forms and difficulties take turns, and the easy questions come first.
    #[default]
    Mixed,
}

impl DrawMethod {
    /// The method that a number behind `draw=` names; a number of later versions names none.
    pub(super) fn from_number(number: &str) -> Option<Self> {
        (number == "2").then_some(Self::Mixed)
    }
}

/// How many questions a round asks where neither story nor page nor reader says it.
pub(super) const USUAL_LENGTH: usize = 10;

/// How a round is drawn from the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RoundPlan {
    /// By which method.
    pub(super) method: DrawMethod,
    /// At most so many questions.
    pub(super) most: usize,
    /// Whether the pool holds spoilers.
    pub(super) spoilers: bool,
}

/// How many questions the reader wants to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundLength {
    /// At most so many.
    Some(usize),
    /// All there are.
    All,
}

impl RoundLength {
    /// At most so many.
    pub(super) fn most(self) -> usize {
        match self {
            Self::Some(count) => count,
            Self::All => usize::MAX,
        }
    }
}
