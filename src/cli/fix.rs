//! `story-card check --fix`: what has one right form is written so.
//!
//! In: the rounds, for what is corrected may show what is wrong besides; writing the file. Out: which
//! findings have such a form (`finding`), how changes are shown (`report`).

use std::io::{self, Error};
use std::path::Path;

use super::checked::Checked;
use super::files::Files;
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
pub(super) fn fix(path: &Path, mut file: Checked, bytes: &[u8], files: &dyn Files) -> Fixed {
    let mut rounds: Vec<Round> = Vec::new();
    while rounds.len() < MOST_ROUNDS
        && let Some(text) = corrected(&file)
    {
        let next = Checked::new(file.name.clone(), text.as_bytes(), path, files);
        rounds.push(Round { before: std::mem::replace(&mut file, next) });
    }
    if !rounds.is_empty() {
        let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { "\u{FEFF}" } else { "" };
        let written = files.write(path, [mark, file.text()].concat().as_bytes());
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
    // Of two that meet, the next round sees what is left to do.
    let mut end = 0;
    findings.retain(|finding| {
        let edit = finding.edit.as_ref().filter(|edit| edit.at.start >= end);
        end = edit.map_or(end, |edit| edit.at.end);
        edit.is_some()
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::memory_files::MemoryFiles;
    use proptest::prelude::*;

    /// Corrects a text round by round: each changes something, and leaves no more to tell of what
    /// was read before.
    fn correct(bytes: &[u8]) {
        let files = MemoryFiles::default();
        let checked =
            |bytes: &[u8]| Checked::new("x.json".into(), bytes, Path::new("x.json"), &files);
        let mut file = checked(bytes);
        for _ in 0..MOST_ROUNDS {
            let Some(text) = corrected(&file) else { return };
            assert_ne!(text, file.text());
            let next = checked(text.as_bytes());
            let edits = in_order(&file).into_iter().filter_map(|finding| finding.edit.as_ref());
            let grown: i64 = edits.map(|edit| edit.with.len() as i64 - edit.at.len() as i64).sum();
            let known = file.findings.iter().map(|finding| finding.at.offset).max().unwrap_or(0);
            let known = usize::try_from(known as i64 + grown).unwrap_or(0);
            let told = next.findings.iter().filter(|finding| finding.at.offset < known).count();
            // What the story says is read only when it is JSON.
            let is_read_now = file.json().is_none() && next.json().is_some();
            assert!(is_read_now || told <= file.findings.len(), "{} became {text}", file.text());
            file = next;
        }
        assert!(corrected(&file).is_none(), "{} is never done", file.text());
    }

    proptest! {
        #[test]
        fn any_text_can_be_corrected_as_far_as_it_can(
            text in "[\\[\\]{}\",:0-9a-f'“”=;/*#.+\\-_\\\\é\u{A0}\r\n\t ]{0,80}"
        ) {
            correct(text.as_bytes());
        }

        #[test]
        fn any_bytes_can_be_corrected_as_far_as_they_can(bytes: Vec<u8>) {
            correct(&bytes);
        }

        #[test]
        fn a_story_with_any_slips_can_be_corrected_as_far_as_it_can(
            slips in prop::collection::vec((any::<prop::sample::Index>(), 0..3_usize, "[\\[\\]{}\",:0-9a'”\n\té-]{0,3}"), 1..8)
        ) {
            let mut story: Vec<char> = include_str!("new/small.story.json").chars().collect();
            for (at, removed, added) in slips {
                let at = at.index(story.len());
                let end = (at + removed).min(story.len());
                story.splice(at..end, added.chars());
            }
            correct(story.into_iter().collect::<String>().as_bytes());
        }
    }
}
