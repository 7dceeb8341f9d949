//! The last figures, kept in the repository as `docs/size.txt`: one a line, so that a change
//! of the weight is seen in the change that made it. `cargo xtask size --keep` writes it.

use std::{collections::BTreeMap, fs, path::PathBuf};

use crate::{project::root, run::Outcome};

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A file, uncompressed.
    Raw,
    /// A file, compressed.
    Brotli,
    /// The code of a crate.
    Crate,
    /// The code of a module of ours.
    Module,
}

/// Figures in bytes by kind and name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    figures: BTreeMap<(&'static str, String), usize>,
}

const KINDS: [Kind; 4] = [Kind::Raw, Kind::Brotli, Kind::Crate, Kind::Module];

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Brotli => "brotli",
            Self::Crate => "crate",
            Self::Module => "module",
        }
    }
}

impl Record {
    /// The kept figures; none if there is no file.
    pub(super) fn last() -> Self {
        fs::read_to_string(path()).map_or_else(|_| Self::default(), |text| Self::of(&text))
    }

    fn of(text: &str) -> Self {
        let figure = |line: &str| {
            let mut parts = line.split('\t');
            let (kind, name, size) = (parts.next()?, parts.next()?, parts.next()?);
            let kind = KINDS.iter().find(|known| known.word() == kind)?;
            Some(((kind.word(), name.to_owned()), size.parse().ok()?))
        };
        Self { figures: text.lines().filter_map(figure).collect() }
    }

    fn text(&self) -> String {
        let lines = self.figures.iter();
        lines.map(|((kind, name), size)| format!("{kind}\t{name}\t{size}\n")).collect()
    }

    /// Adds a figure.
    pub(super) fn add(&mut self, kind: Kind, name: &str, size: usize) {
        self.figures.insert((kind.word(), name.to_owned()), size);
    }

    /// A figure, if it is known.
    pub(super) fn get(&self, kind: Kind, name: &str) -> Option<usize> {
        self.figures.get(&(kind.word(), name.to_owned())).copied()
    }

    /// How much larger something is now, with its sign; empty if it is not, or was not known.
    pub(super) fn difference(&self, kind: Kind, name: &str, size: usize) -> String {
        match self.get(kind, name) {
            Some(before) if before != size => format!("{:+}", size as i64 - before as i64),
            _ => String::new(),
        }
    }

    /// Writes the figures for the next time.
    pub(super) fn keep(&self) -> Outcome {
        fs::write(path(), self.text()).map_err(|error| format!("{}: {error}", path().display()))
    }
}

fn path() -> PathBuf {
    root().join("docs/size.txt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_kept_as_lines() {
        let mut record = Record::default();
        record.add(Kind::Crate, "(texts and tables)", 7);
        record.add(Kind::Brotli, "story-card.js", 9);
        let text = "brotli\tstory-card.js\t9\ncrate\t(texts and tables)\t7\n";
        assert_eq!(record.text(), text);
        assert_eq!(Record::of(text), record);
    }

    #[test]
    fn only_what_has_changed_differs() {
        let last = Record::of("raw\ta\t10\nraw\tb\t10\nnonsense\n");
        assert_eq!(last.difference(Kind::Raw, "a", 12), "+2");
        assert_eq!(last.difference(Kind::Raw, "a", 9), "-1");
        assert_eq!(last.difference(Kind::Raw, "b", 10), "");
        assert_eq!(last.difference(Kind::Brotli, "a", 9), "");
    }
}
