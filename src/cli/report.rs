//! What is to be said of a file, in the form that is asked for.
//!
//! In: which forms there are, and what they share: how many findings are shown, and which say the
//! same. Out: each form (`text`, `json`, `github`), what is found (`finding`).

mod changes;
mod github;
mod json;
mod place;
mod repeats;
mod text;

use std::io::{self, Write};

use clap::ValueEnum;

use super::checked::Checked;

pub(super) use changes::changes;
pub(super) use text::print;

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, with the line that each finding is about
    #[default]
    Text,
    /// One JSON array with an object for each file
    Json,
    /// Annotations for workflows of GitHub Actions
    Github,
}

impl Format {
    /// Reports files, all of which were read before.
    pub(super) fn report(
        self,
        files: &[Checked],
        has_colours: bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            Self::Text => files.iter().try_for_each(|file| text::report(file, has_colours, out)),
            Self::Json => json::report(files, out),
            Self::Github => files.iter().try_for_each(|file| github::report(file, out)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::cli::memory_files::MemoryFiles;
    use crate::story::Story;
    use proptest::prelude::*;

    /// A report of a text in every form.
    fn reports(text: &str) -> [String; 3] {
        let file = [Checked::new(
            "x.json".into(),
            text.as_bytes(),
            Path::new("x.json"),
            &MemoryFiles::default(),
        )];
        [Format::Text, Format::Json, Format::Github].map(|format| {
            let mut out = Vec::new();
            format.report(&file, false, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        })
    }

    #[test]
    fn colours_stand_only_where_they_are_asked_for() {
        let file = Checked::new(
            "x.json".into(),
            b"{ 'a': 1 }",
            Path::new("x.json"),
            &MemoryFiles::default(),
        );
        let printed = |has_colours| {
            let mut out = Vec::new();
            print(&file, has_colours, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert!(printed(true).contains('\u{1b}') && !printed(false).contains('\u{1b}'));
    }

    proptest! {
        #[test]
        fn any_text_is_reported(
            text in "[\\[\\]{}\",:0-9a-f'“”=/*#.\\\\é😀\u{A0}\u{200B}\r\n\t ]{0,80}"
        ) {
            let [text_report, _, annotations] = reports(&text);
            let is_good = Story::parse_text(&text).is_ok();
            prop_assert!(is_good || text_report.contains("fault"), "{}", text_report);
            prop_assert!(annotations.lines().all(|line| line.starts_with("::error file=x.json,")));
        }
    }
}
