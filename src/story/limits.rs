//! How much a story may hold: what its reader refuses, and what makers of stories keep to.

/// More bytes than this are not a story; it would keep the page from answering.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Nobody corrects more faults than this at once, and a hostile text must not fill the memory.
pub const MOST_FAULTS: usize = 500;

/// More brackets within each other than this no story needs, and no stack bears any number.
pub const DEEPEST: usize = 100;

/// No single text of a card is longer, in bytes.
pub const LONGEST_TEXT: usize = 20_000;

/// More entries than any list needs that has no limit of its own.
pub const MOST_ENTRIES: usize = 5000;

/// More points than this in one line no reader gets to by zooming.
pub const MOST_POINTS: usize = 100_000;

/// More items than any section needs; a card with more would not be read.
pub const MOST_ITEMS: usize = 1000;

/// More events than this no reader could look through.
pub const MOST_EVENTS: usize = 100_000;

/// More lanes than this cannot be told apart.
pub const MOST_LANES: usize = 12;

/// More eras than this would be a lane of their own.
pub const MOST_ERAS: usize = 40;

/// More options, entries or pairs than this no reader weighs.
pub const MOST_CHOICES: usize = 20;

/// More settings than this a scale cannot have on any screen.
pub const MOST_STEPS: f64 = 100_000.0;

/// More ways to say one thing than this no author thinks of.
pub const MOST_ALTERNATIVES: usize = 20;

/// More characters than this no reader types.
pub const LONGEST_ANSWER: usize = 80;

/// More series than this cannot be told apart by colour.
pub const MOST_SERIES: usize = 5;

/// More lines than this nobody follows; of more than five one is in focus, the others are grey.
pub const MOST_LINES: usize = 12;

/// More lines across a plot than this, or remarks on it, hide the values.
pub const MOST_MARKS: usize = 20;

/// More rows than this are no chart but a list.
pub const MOST_ROWS: usize = 200;

/// A bar that is cut short is drawn so much longer than the longest one that is whole.
pub const BEYOND_WHOLE: f64 = 1.25;

/// More parts of a whole than this cannot be told apart.
pub const MOST_PARTS: usize = 5;

/// Beyond this a double no longer tells one whole from the next.
pub const LARGEST: f64 = 1e15;
