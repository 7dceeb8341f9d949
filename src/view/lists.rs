//! How much of a long list a static card holds, and where the rest is to be had.

/// Rows of a table that a static card holds at most.
pub const MOST_ROWS: usize = 200;
/// Events that a static card holds at most.
pub const MOST_EVENTS: usize = 500;

/// How much of long lists a static card holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lists {
    /// All of it.
    #[default]
    Whole,
    /// The beginning.
    Begun {
        /// What the addresses of the files with all of it begin with, if there are such files.
        files: Option<String>,
    },
}

/// The name of the file with all of a list; `start` is the same for all lists of a story.
pub fn list_file(start: &str, list: &str) -> String {
    [start, ".", list, ".csv"].concat()
}

impl Lists {
    /// How many of so many entries stand in a static card, of which it holds `most`.
    pub fn held(&self, count: usize, most: usize) -> usize {
        if *self == Self::Whole { count } else { count.min(most) }
    }
}
