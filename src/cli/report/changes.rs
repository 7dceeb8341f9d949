//! What `check --fix` changes, line by line.

use std::io::{self, Write};

use annotate_snippets::{Level, Origin, Patch, Renderer, Snippet};

use super::place::{LONGEST_LINE, line_around};
use super::repeats::MOST_SHOWN;
use crate::cli::checked::Checked;
use crate::cli::finding::Finding;
use crate::cli::fix::Round;
use crate::cli::visible::{alike, visible};

/// Prints what was changed in a file.
pub(in crate::cli) fn changes(
    name: &str,
    rounds: &[Round],
    has_colours: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if has_colours { Renderer::styled() } else { Renderer::plain() };
    let (mut count, mut shown) = (0, 0);
    for round in rounds {
        let findings = round.findings();
        count += findings.len();
        for line in findings.chunk_by(|one, other| one.at.line == other.at.line) {
            if shown < MOST_SHOWN {
                writeln!(out, "{}\n", rendered(&renderer, &round.before, line))?;
            }
            shown += 1;
        }
    }
    if shown > MOST_SHOWN {
        writeln!(out, "{name}: and {} more lines changed", shown - MOST_SHOWN)?;
    }
    if count > 0 {
        writeln!(out, "{name}: {count} corrected\n")?;
    }
    Ok(())
}

/// The changes of one line.
fn rendered(renderer: &Renderer, file: &Checked, findings: &[&Finding]) -> String {
    let mut wrong: Vec<&str> = findings.iter().map(|finding| &*finding.wrong).collect();
    wrong.dedup();
    let title = visible(&wrong.join("; ")).into_owned();
    let Some(first) = findings.first() else { return title };
    let group = Level::INFO.with_name("corrected").primary_title(title);
    let line = line_around(file.text(), first.span.start);
    if line.len() > LONGEST_LINE {
        let origin = Origin::path(&*file.name).line(first.at.line).char_column(first.at.column);
        return renderer.render(&[group.element(origin)]);
    }
    let edits = findings.iter().filter_map(|finding| finding.edit.as_ref());
    let patches = edits.map(|edit| {
        let (start, end) = (edit.at.start - line.start, edit.at.end - line.start);
        Patch::new(start..end, alike(&edit.with))
    });
    let snippet = Snippet::source(alike(file.text().get(line.clone()).unwrap_or("")))
        .line_start(first.at.line)
        .path(&*file.name)
        .patches(patches);
    renderer.render(&[group.element(snippet)])
}
