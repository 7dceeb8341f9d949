//! How much of a long list a card shows, and where the rest is to be had.

/// Rows of a table that a static card holds at most.
pub const MOST_ROWS: usize = 200;
/// Events that a static card holds at most.
pub const MOST_EVENTS: usize = 500;

/// How many lines of a list a card of 360 px has room for: below the first entry, which is open.
pub(super) const LINES: usize = 11;
/// The same where none is open, in two columns on a wider card.
pub(super) const LINES_OF_PEOPLE: usize = 20;
/// The same where none is open, in one column.
pub(super) const LINES_OF_SOURCES: usize = 15;
/// About how many letters stand in one of them.
pub(super) const LETTERS: usize = 36;
/// Entries that a list shows at most before a reader wants them all.
const MOST_SHOWN: usize = 20;
/// Entries that it shows in any case, however long they are.
const FEWEST_SHOWN: usize = 3;

/// How long some words are, in letters.
pub(super) fn letters(words: &str) -> usize {
    words.chars().count()
}

/// How many of so many entries a list of so many `lines` shows before a reader wants them all;
/// `length` says of each how many letters it has. An entry of several lines needs less than as many of one.
pub(super) fn fitting(count: usize, lines: usize, length: &dyn Fn(usize) -> usize) -> usize {
    let mut thirds = 0;
    let fits = |place: &usize| {
        thirds += 1 + 2 * length(*place).div_ceil(LETTERS).max(1);
        thirds <= 3 * lines
    };
    let shown = (0..count).take_while(fits).count().min(MOST_SHOWN);
    shown.max(FEWEST_SHOWN).min(count)
}

/// Some entries, each a place with the heading under which it stands, by heading; headings in the
/// order in which they first appear.
pub(super) fn grouped<'a>(
    entries: &mut dyn Iterator<Item = (usize, Option<&'a str>)>,
) -> Vec<(Option<&'a str>, Vec<usize>)> {
    let mut groups: Vec<(Option<&str>, Vec<usize>)> = Vec::new();
    for (place, name) in entries {
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(place),
            None => groups.push((name, vec![place])),
        }
    }
    groups
}

/// The first of such entries, in the order in which their headings show them, of those that only stand
/// there when a list is shown whole and not just to the place `shown`.
pub(super) fn first_of_rest(
    entries: &mut dyn Iterator<Item = (usize, Option<&str>)>,
    shown: usize,
) -> usize {
    let order = grouped(entries).into_iter().flat_map(|(_, places)| places);
    order.into_iter().find(|place| *place >= shown).unwrap_or(shown)
}

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

#[cfg(test)]
mod tests {
    use super::{LINES, first_of_rest, fitting};

    #[test]
    fn the_rest_begins_with_the_first_entry_that_was_not_there() {
        let cast_and_crew =
            |place: usize| Some(if place.is_multiple_of(2) { "Cast" } else { "Crew" });
        let mut mixed = (0..9).map(|place| (place, cast_and_crew(place)));
        assert_eq!(first_of_rest(&mut mixed, 5), 6, "the cast stands first, 5 is of the crew");
        let mut plain = (0..9).map(|place| (place, None));
        assert_eq!(first_of_rest(&mut plain, 5), 5);
        let mut all = (0..9).map(|place| (place, None));
        assert_eq!(first_of_rest(&mut all, 9), 9, "nothing is left");
    }

    #[test]
    fn a_list_shows_what_there_is_room_for() {
        assert_eq!(fitting(5, LINES, &|_| 10), 5);
        assert_eq!(fitting(50, LINES, &|_| 10), 11);
        assert_eq!(fitting(50, LINES, &|_| 70), 6, "lines of two");
        assert_eq!(fitting(50, LINES, &|_| 9_000), 3, "some in any case");
        assert_eq!(fitting(2, LINES, &|_| 9_000), 2);
        assert_eq!(fitting(0, LINES, &|_| 0), 0);
    }
}
