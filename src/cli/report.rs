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
