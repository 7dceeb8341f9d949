//! A report for people, as compilers print it: what is wrong, the line with the place underlined,
//! the way to it, what would be right.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::place::{LONGEST_LINE, line_around, part_around};
use super::repeats::{MOST_SHOWN, Told, folded};
use crate::cli::checked::Checked;
use crate::cli::finding::{Finding, Severity};
use crate::cli::visible::{alike, visible};
use crate::story::{Section, Story};

/// More lines than this are not named where a finding is repeated.
const MOST_LINES: usize = 8;

/// Prints the findings of a file, then how many there are and what it holds.
pub(super) fn report(file: &Checked, has_colours: bool, out: &mut dyn Write) -> io::Result<()> {
    let told = folded(&file.findings);
    print_folded(file, &told, has_colours, out)?;
    let Some(story) = &file.story else { return Ok(()) };
    let warnings = shown_of(count(file.findings.len(), "warning"), &told);
    writeln!(out, "{}: no faults, {warnings}; {}", file.name, size(story))
}

/// Prints the findings of a file and, if it has faults, how many.
pub(in crate::cli) fn print(
    file: &Checked,
    has_colours: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    print_folded(file, &folded(&file.findings), has_colours, out)
}

fn print_folded(
    file: &Checked,
    told: &[Told<'_>],
    has_colours: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if has_colours { Renderer::styled() } else { Renderer::plain() };
    for finding in told.iter().take(MOST_SHOWN) {
        writeln!(out, "{}\n", rendered(&renderer, file, finding))?;
    }
    if file.story.is_none() {
        let faults = shown_of(count(file.findings.len(), "fault"), told);
        let fixable = file.findings.iter().filter(|finding| finding.edit.is_some()).count();
        let fixable = match fixable {
            0 => String::new(),
            fixable => format!("; `story-card check --fix` corrects {fixable}"),
        };
        writeln!(out, "{}: {faults}{fixable}", file.name)?;
    }
    Ok(())
}

/// A count, and whether all that it counts are shown.
fn shown_of(count: String, told: &[Told<'_>]) -> String {
    if told.len() > MOST_SHOWN { format!("{count}, the first {MOST_SHOWN} shown") } else { count }
}

/// One finding.
fn rendered(renderer: &Renderer, file: &Checked, told: &Told<'_>) -> String {
    let Finding { severity, path, item, wrong, right, .. } = told.finding;
    let level = match severity {
        Severity::Fault => Level::ERROR.with_name("fault"),
        Severity::Warning => Level::WARNING,
    };
    let note = |name: &'static str, text: String| Level::NOTE.with_name(name).message(text);
    // Other than titles and lines of the text, these are printed as they are.
    let shown = |words: &str| visible(words).into_owned();
    let path = (!path.is_empty()).then(|| note("path", shown(path)));
    let item = item.as_ref().map(|item| note("item", shown(item)));
    let others = others(&told.others).map(|others| note("note", others));
    let group = Group::with_title(level.primary_title(shown(wrong)))
        .elements(place(file, told.finding))
        .elements(path.into_iter().chain(item))
        .element(Level::HELP.message(shown(right)))
        .elements(others);
    renderer.render(&[group])
}

/// The line of a finding with the place underlined.
fn place<'a>(file: &'a Checked, finding: &Finding) -> Vec<Element<'a>> {
    let (text, at) = (file.text(), finding.at);
    let origin = Origin::path(&*file.name).line(at.line).char_column(at.column);
    if text.is_empty() {
        return vec![origin.into()];
    }
    let line = line_around(text, finding.span.start);
    let is_long = line.len() > LONGEST_LINE;
    let part = if is_long { part_around(text, &line, finding.span.start) } else { line };
    // What goes on in the next line is underlined to the end of this one.
    let end = finding.span.end.clamp(finding.span.start, part.end.max(finding.span.start));
    let mark = finding.span.start - part.start..end - part.start;
    let snippet = Snippet::source(alike(text.get(part).unwrap_or("")))
        .line_start(at.line)
        .annotation(AnnotationKind::Primary.span(mark));
    if is_long {
        // The column of a part is not that of its line.
        vec![origin.into(), snippet.into()]
    } else {
        vec![snippet.path(&*file.name).into()]
    }
}

/// Where else the same was found.
fn others(lines: &[usize]) -> Option<String> {
    let count = lines.len();
    let mut lines = lines.to_vec();
    lines.dedup();
    let named: Vec<String> = lines.iter().take(MOST_LINES).map(ToString::to_string).collect();
    let more = if lines.len() > MOST_LINES { ", …" } else { "" };
    let word = if lines.len() == 1 { "line" } else { "lines" };
    let named = named.join(", ");
    (count > 0).then(|| format!("and {count} more like this, in {word} {named}{more}"))
}

/// How much a story says.
fn size(story: &Story) -> String {
    let statements = count(story.statement_count(), "statement");
    format!("{statements}, {}", count(story.item_count(Section::Sources), "source"))
}

/// So many of a thing, in words.
fn count(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}
