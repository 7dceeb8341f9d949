//! `story-card import KIND FILE`: a story to go on with, made from something else.
//!
//! In: what is asked for, writing the story, saying what did not fit. Out: what each kind holds
//! (`timelinejs`, `gift`, `table`), the story that is made (`draft`), its texts (`words`).

mod draft;
mod gift;
mod remarks;
mod table;
mod timelinejs;
mod words;

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::checked::read;
use super::new::{id, title};
use super::new_file::write_new;
use super::table_files::fill;
use super::visible::visible;
use super::{Host, with_context};
use crate::story::Ids;
use draft::Draft;
use remarks::Remarks;

/// What `import` is told on the command line.
#[derive(Args, Debug)]
pub(super) struct Import {
    /// What the file is
    kind: Kind,
    /// The file; - reads the standard input. The story is written beside it
    file: PathBuf,
    /// The id of the story; made from the name of the file if left out
    #[arg(long, value_name = "ID", value_parser = id)]
    name: Option<String>,
}

/// What can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// A timeline of TimelineJS, version 3, as JSON
    Timelinejs,
    /// Questions in Moodle's GIFT format
    Gift,
    /// A table: values for a chart, events, questions, or the spreadsheet of a TimelineJS timeline
    Csv,
}

/// Why nothing can be made of a file, and what would help.
type Refused = String;

/// Writes a story; false if nothing could be made of the file, or the story exists.
pub(super) fn run(import: &Import, host: &mut Host<'_>) -> io::Result<bool> {
    let (shown, bytes) = read(&import.file, host)?;
    let name = import.name.clone().unwrap_or_else(|| name_of(&import.file));
    let mut remarks = Remarks::new(&shown);
    let mut draft = Draft::new(&name, &title(&name), &shown);
    let made = match (import.kind, std::str::from_utf8(&bytes)) {
        (Kind::Csv, _) => table::import(&bytes, &import.file, &mut draft, &mut remarks),
        (_, Err(_)) => Err("it is not UTF-8. Save it as UTF-8.".into()),
        (Kind::Timelinejs, Ok(text)) => timelinejs::import(text, &mut draft, &mut remarks),
        (Kind::Gift, Ok(text)) => gift::import(text, &mut draft, &mut remarks),
    };
    remarks.print(host.remarks)?;
    if let Err(refused) = made {
        writeln!(host.output, "{shown} is no story to be: {}", visible(&refused))?;
        return Ok(false);
    }
    let path = import.file.with_file_name(format!("{name}.story.json"));
    let text = draft.text().map_err(|error| with_context(&error, "writing the story"))?;
    let is_written = write_new(&path, &text, host)?;
    if is_written {
        if let Err(faults) = fill(&text, &path, host.files).parse() {
            writeln!(host.remarks, "{}: faults that are left: {}", path.display(), faults.len())?;
        }
        let hint = "Every statement rests on the source \"import\" so far: replace it with those \
                    that say so.";
        writeln!(host.output, "{hint}")?;
    }
    Ok(is_written)
}

/// The id of a story from a file: what the file is called before its endings.
fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let name = name.split('.').find(|part| !part.is_empty()).unwrap_or_default();
    Ids::default().make(name, "imported")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_called_as_its_file() {
        assert_eq!(name_of(Path::new("a/Quiz 3.gift.txt")), "quiz-3");
        assert_eq!(name_of(Path::new(".gift")), "gift");
        assert_eq!(name_of(Path::new("-")), "imported");
    }
}
