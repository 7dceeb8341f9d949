//! `story-card check --fix`: what has one right form is written so.
//!
//! In: the rounds, for what is corrected may show what is wrong besides; writing the file. Out: which
//! findings have such a form (`finding`), how changes are shown (`report`).

use std::io::{self, Error};
use std::path::Path;

use super::checked::Checked;
use super::files;
use super::finding::Finding;

/// Each round corrects all it can, so a text needs few; a bound, for each reads the whole.
const MOST_ROUNDS: usize = 20;

/// What one round changes: a file before it, all of whose findings with an edit are corrected.
pub(super) struct Round {
    pub(super) before: Checked,
}

/// What became of a file.
pub(super) struct Fixed {
    pub(super) rounds: Vec<Round>,
    /// The file as it is now.
    pub(super) file: Checked,
}

/// Refuses what is no file.
pub(super) fn is_fixable(path: &Path) -> io::Result<()> {
    match path == Path::new("-") {
        true => Err(Error::other("--fix writes into the file of a story; - has none")),
        false => Ok(()),
    }
}

/// Corrects what can be, and writes the file if anything was.
pub(super) fn fix(path: &Path, mut file: Checked, bytes: &[u8]) -> Fixed {
    let mut rounds: Vec<Round> = Vec::new();
    while rounds.len() < MOST_ROUNDS
        && let Some(text) = corrected(&file)
    {
        let next = Checked::new(file.name.clone(), text.as_bytes(), path);
        rounds.push(Round { before: std::mem::replace(&mut file, next) });
    }
    if !rounds.is_empty() {
        let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { "\u{FEFF}" } else { "" };
        let written = files::replace(path, [mark, file.text()].concat().as_bytes());
        if let Err(error) = written
            && let Some(first) = rounds.drain(..).next()
        {
            file = first.before;
            file.not_written(&error);
        }
    }
    Fixed { rounds, file }
}

impl Round {
    /// What is corrected, in the order of the text.
    pub(super) fn findings(&self) -> Vec<&Finding> {
        in_order(&self.before)
    }
}

/// The text of a file with all that can be corrected; none if nothing can.
fn corrected(file: &Checked) -> Option<String> {
    let mut text = file.text().to_owned();
    let findings = in_order(file);
    for edit in findings.iter().rev().filter_map(|finding| finding.edit.as_ref()) {
        text.replace_range(edit.at.clone(), &edit.with);
    }
    (!findings.is_empty()).then_some(text)
}

/// The findings that can be corrected, in the order of the text.
fn in_order(file: &Checked) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> =
        file.findings.iter().filter(|finding| finding.edit.is_some()).collect();
    // What is inserted at a place stands before what is replaced there.
    findings.sort_by_key(|finding| finding.edit.as_ref().map(|edit| (edit.at.start, edit.at.end)));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_can_be_corrected_as_far_as_it_can(
            text in "[\\[\\]{}\",:0-9a-f'“”=;/*#.+\\-_\\\\é\u{A0}\n\t ]{0,80}"
        ) {
            let mut file = Checked::new("x.json".into(), text.as_bytes(), Path::new("x.json"));
            for _ in 0..MOST_ROUNDS {
                let Some(text) = corrected(&file) else { break };
                prop_assert_ne!(&text, file.text());
                file = Checked::new("x.json".into(), text.as_bytes(), Path::new("x.json"));
            }
        }
    }
}
