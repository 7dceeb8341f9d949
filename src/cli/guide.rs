//! `story-card guide`
//!
//! In: the pages of `docs/guide/` as one text, but for what is of taste (`questions.md`, `themes.md`),
//! and the story that `new --full` writes as its example.
//! Out: their tables of keys, which `tests/guide.rs` makes from the declarations of the format.

use std::io;

use super::Host;
use super::new::FULL;

/// The pages in the order in which they are read, each by its name.
const PAGES: &[(&str, &str)] = &[
    ("README.md", include_str!("../../docs/guide/README.md")),
    ("story.md", include_str!("../../docs/guide/story.md")),
    ("sources.md", include_str!("../../docs/guide/sources.md")),
    ("text.md", include_str!("../../docs/guide/text.md")),
    ("dates.md", include_str!("../../docs/guide/dates.md")),
    ("numbers.md", include_str!("../../docs/guide/numbers.md")),
    ("spoilers.md", include_str!("../../docs/guide/spoilers.md")),
    ("overview.md", include_str!("../../docs/guide/overview.md")),
    ("trivia.md", include_str!("../../docs/guide/trivia.md")),
    ("timeline.md", include_str!("../../docs/guide/timeline.md")),
    ("charts.md", include_str!("../../docs/guide/charts.md")),
    ("tables.md", include_str!("../../docs/guide/tables.md")),
    ("cast.md", include_str!("../../docs/guide/cast.md")),
    ("faq.md", include_str!("../../docs/guide/faq.md")),
    ("outcomes.md", include_str!("../../docs/guide/outcomes.md")),
    ("disputes.md", include_str!("../../docs/guide/disputes.md")),
    ("pictures.md", include_str!("../../docs/guide/pictures.md")),
    ("languages.md", include_str!("../../docs/guide/languages.md")),
    ("mistakes.md", include_str!("../../docs/guide/mistakes.md")),
];

/// The head of a table of keys.
const KEYS: &str = "| key | value | if left out | meaning |";
const KEYS_RULE: &str = "| --- | --- | --- | --- |";

/// What stands before the example.
const EXAMPLE: &str = "## Example

A whole story about a museum that does not exist. It passes `check`.
";

/// Prints how a story is written: rules, keys, mistakes, an example.
pub(super) fn run(host: &mut Host<'_>) -> io::Result<bool> {
    write!(host.output, "{}", guide())?;
    Ok(true)
}

/// All pages but for what only a page has, then the example.
fn guide() -> String {
    let mut guide = String::new();
    for (_, page) in PAGES {
        add_page(page, &mut guide);
    }
    // What the comments of the example explain, the pages have said.
    let lines = FULL.lines().map(str::trim_start);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//")).map(dense);
    guide + &format!("{EXAMPLE}\n```json\n{}\n```\n", lines.collect::<Vec<_>>().join("\n"))
}

/// A line of JSON without blanks between its signs.
fn dense(line: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    line.chars()
        .filter(|c| {
            let is_kept = is_text || *c != ' ';
            is_text ^= *c == '"' && !is_escaped;
            is_escaped = is_text && *c == '\\' && !is_escaped;
            is_kept
        })
        .collect()
}

/// Adds what stands in a page, with the headings of all but the first one level lower.
fn add_page(page: &str, guide: &mut String) {
    let lower = if guide.is_empty() { "" } else { "#" };
    let mut is_for_pages = false;
    for line in page.lines() {
        match line {
            "<!-- page -->" => is_for_pages = true,
            "<!-- /page -->" => is_for_pages = false,
            _ if is_for_pages || line.starts_with("<!--") || line.starts_with("![") => {}
            // One empty line is enough where something was left out.
            "" if guide.ends_with("\n\n") => {}
            KEYS | KEYS_RULE => {}
            _ => {
                if line.starts_with('#') {
                    guide.push_str(lower);
                }
                guide.push_str(&key_as_entry(line).unwrap_or_else(|| with_inner_links(line)));
                guide.push('\n');
            }
        }
    }
    if !guide.ends_with("\n\n") {
        guide.push('\n');
    }
}

/// A row of a table of keys as the entry of a list, which says the same in fewer signs.
fn key_as_entry(line: &str) -> Option<String> {
    let cells: Vec<&str> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
    let [key, value, left_out, meaning] = cells[..] else { return None };
    let value = without_links(value);
    // The example at the end has one of each.
    let value = value.split(", such as ").next().unwrap_or_default();
    let left_out = match left_out {
        // What is not said does not hold.
        "" | "`false`" => String::new(),
        "required" => "*".to_owned(),
        default => format!(" = {default}"),
    };
    Some(format!("- {key} ({value}{left_out}): {meaning}"))
}

/// A text with the labels of its links in their place.
fn without_links(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, link)) = rest.split_once('[')
        && let Some((label, behind)) = link.split_once("](")
        && let Some((_, behind)) = behind.split_once(')')
    {
        plain += before;
        plain += label;
        rest = behind;
    }
    plain + rest
}

/// A line whose links to other pages lead to their headings.
fn with_inner_links(line: &str) -> String {
    let mut line = line.to_owned();
    for (name, page) in PAGES {
        line = line.replace(&format!("]({name})"), &format!("](#{})", anchor(page)));
        line = line.replace(&format!("]({name}#"), "](#");
    }
    line
}

/// What a link to the heading of a page names.
fn anchor(page: &str) -> String {
    let heading = page.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    heading.to_lowercase().replace(' ', "-")
}
