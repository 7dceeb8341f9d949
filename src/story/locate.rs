//! From offsets to lines, columns and paths: walked only when there is a fault.

use super::fault::{Fault, OffsetFault, Position};
use super::read::Node;

/// The faults of a well-formed text with their lines and paths; `found` is in the order of the text.
pub(super) fn locate(text: &str, root: Node<'_>, found: Vec<OffsetFault>) -> Vec<Fault> {
    let offsets: Vec<usize> = found.iter().map(|found| found.at).collect();
    let mut walk = Walk { path: String::new(), paths: Vec::with_capacity(found.len()) };
    walk.value(root, &offsets);
    let mut lines = Lines::new(text);
    found
        .into_iter()
        .zip(walk.paths)
        .map(|(found, path)| Fault {
            path,
            at: lines.position(found.at),
            wrong: found.wrong,
            right: found.right,
        })
        .collect()
}

/// The line and column of one offset.
pub(super) fn position(text: &str, offset: usize) -> Position {
    Lines::new(text).position(offset)
}

/// Counts lines onward from the last offset asked for.
pub(super) struct Lines<'a> {
    text: &'a str,
    at: Position,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: Position { offset: 0, line: 1, column: 1 } }
    }

    /// The position of an offset that lies behind all those asked for before.
    pub(super) fn position(&mut self, offset: usize) -> Position {
        let passed = self.text.get(self.at.offset..offset).unwrap_or("");
        let breaks = passed.bytes().filter(|byte| *byte == b'\n').count();
        let last_line = passed.rsplit_once('\n').map_or(passed, |(_, last)| last);
        let from = if breaks > 0 { 1 } else { self.at.column };
        self.at = Position {
            offset: self.at.offset + passed.len(),
            line: self.at.line + breaks,
            column: from + last_line.chars().count(),
        };
        self.at
    }
}

/// Goes down to every offset, in order, and writes the way to each.
struct Walk {
    path: String,
    paths: Vec<String>,
}

impl Walk {
    /// Finds `offsets`, all of which lie in this value or in the key before it.
    fn value(&mut self, node: Node<'_>, offsets: &[usize]) {
        let mut rest = self.here(offsets, node.at + 1);
        if rest.is_empty() {
            return;
        }
        for (index, element) in node.elements().unwrap_or_default().into_iter().enumerate() {
            rest = self.step(&format!("[{index}]"), element.at, element, rest);
        }
        for (key, value) in node.members().unwrap_or_default() {
            let step = key_step(key, self.path.is_empty());
            rest = self.step(&step, key.at, value, rest);
        }
        self.here(rest, usize::MAX);
    }

    /// Finds what lies in one part of a value, which begins at `start`; returns what lies behind.
    fn step<'o>(
        &mut self,
        step: &str,
        start: usize,
        value: Node<'_>,
        offsets: &'o [usize],
    ) -> &'o [usize] {
        let offsets = self.here(offsets, start);
        let (inside, behind) =
            offsets.split_at(offsets.partition_point(|offset| *offset < value.end()));
        if !inside.is_empty() {
            let length = self.path.len();
            self.path.push_str(step);
            self.value(value, inside);
            self.path.truncate(length);
        }
        behind
    }

    /// Gives the current path to all offsets before `end`; returns the others.
    fn here<'o>(&mut self, offsets: &'o [usize], end: usize) -> &'o [usize] {
        let (here, others) = offsets.split_at(offsets.partition_point(|offset| *offset < end));
        self.paths.extend(here.iter().map(|_| self.path.clone()));
        others
    }
}

/// How a path names a key: `.date`, or `["quiz.next"]` where a dot would mislead.
fn key_step(key: Node<'_>, first: bool) -> String {
    const LONGEST: usize = 40;
    let name = key.text.trim_matches('"');
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("[\"{}…\"]", &name[..end]),
        None if !plain || name.is_empty() => format!("[\"{name}\"]"),
        None if first => name.to_owned(),
        None => format!(".{name}"),
    }
}
