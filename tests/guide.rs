//! The guide: its pages in `docs/guide/` say every key of the format, as its declarations have it,
//! and show parts of the story that `new --full` writes. `story-card guide` prints them as one text.
//!
//! What is made stands between comments in the pages:
//!
//! | comment | what is made |
//! | --- | --- |
//! | `<!-- keys Timeline -->` | the keys of a definition of the schema, and of those it holds |
//! | `<!-- kinds Chart /charts pictures/chart -->` | what all kinds have, then each kind |
//! | `<!-- example /timeline/lanes -->` | a part of the story |
//! | `<!-- lengths -->` | how long texts may be |
//! | `<!-- messages -->` | the card's own words |
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use story_card::paint::{Color, Theme};
use story_card::story::{MEASURES, Story};

#[path = "guide/example.rs"]
mod example;
#[path = "guide/schema.rs"]
mod schema;

use schema::Schema;

/// What `story-card guide` may print, in bytes: what a language model takes in beside its task.
const MOST_BYTES: usize = 48_000;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide")
}

/// The pages, each by its name, with its text.
fn pages() -> Vec<(String, String)> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let pages = paths.filter(|path| path.extension().is_some_and(|it| it == "md"));
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut pages: Vec<_> =
        pages.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect();
    pages.sort();
    pages
}

/// What the tool prints.
fn tool(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    String::from_utf8(command.args(arguments).output().unwrap().stdout).unwrap()
}

/// The guide as one text.
fn printed() -> String {
    tool(&["guide"])
}

/// The words of an opening comment that asks for something to be made.
fn asked(line: &str) -> Option<Vec<&str>> {
    let words = line.strip_prefix("<!-- ")?.strip_suffix(" -->")?;
    let words: Vec<&str> = words.split(' ').collect();
    ["keys", "kinds", "example", "lengths", "messages"].contains(&words[0]).then_some(words)
}

/// The definitions that pages ask for, each with its page.
fn at_home(pages: &[(String, String)]) -> Vec<(String, String)> {
    let lines = pages.iter().flat_map(|(page, text)| text.lines().map(move |line| (page, line)));
    lines
        .filter_map(|(page, line)| {
            let words = asked(line).filter(|words| words[0].starts_with('k'))?;
            Some((words[1].to_owned(), page.clone()))
        })
        .collect()
}

/// A page with all that is made in it made anew.
fn made(page: &str, text: &str, schema: &Schema<'_>, done: &mut BTreeSet<String>) -> String {
    let (mut made, mut lines) = (String::new(), text.lines());
    while let Some(line) = lines.next() {
        made += &format!("{line}\n");
        if let Some(words) = asked(line) {
            let end = format!("<!-- /{} -->", words[0]);
            assert!(lines.any(|line| line == end), "{page}: {end} is missing");
            made += &format!("\n{}\n{end}\n", block(&words, page, schema, done).trim_end());
        }
    }
    made
}

fn block(words: &[&str], page: &str, schema: &Schema<'_>, done: &mut BTreeSet<String>) -> String {
    match words {
        ["keys", name] => schema.tables(name, page, done) + "\n",
        ["kinds", name, way, picture] => kinds(name, way, picture, page, schema, done),
        ["example", way] => format!("{}\n", code(&example::part(way))),
        ["lengths"] => lengths(),
        ["messages"] => messages(&schema.definition("Messages")["properties"]),
        _ => panic!("{page}: nobody knows {words:?}"),
    }
}

fn code(text: &str) -> String {
    format!("<!-- page -->\n```jsonc\n{text}\n```\n<!-- /page -->\n")
}

/// What all kinds of a definition have, then each kind with what is its own, a picture and an example.
fn kinds(
    name: &str,
    way: &str,
    picture: &str,
    page: &str,
    schema: &Schema<'_>,
    done: &mut BTreeSet<String>,
) -> String {
    let mut text = schema.common_table(name, page, done);
    for kind in schema.kinds(name) {
        for word in &kind.words {
            let (example, comment) = example::of_kind(way, word);
            text += &format!("\n### {word}\n\n{comment}\n\n");
            let picture = format!("{picture}-{word}.png");
            if folder().join(&picture).exists() {
                text += &format!("![{word}]({picture})\n\n");
            }
            text += &code(&example);
        }
        let words: Vec<String> = kind.words.iter().map(|word| format!("`{word}`")).collect();
        let have = if words.len() == 1 { "has" } else { "have" };
        text += &format!("\n{} also {have}:\n\n", words.join(", "));
        text += &schema.kind_table(name, &kind, page, done);
    }
    text + "\n"
}

/// How long texts may be, by the list or object in which they stand.
fn lengths() -> String {
    let mut text = String::new();
    for (index, (holder, key, most)) in MEASURES.iter().enumerate() {
        let is_first = index == 0 || MEASURES[index - 1].0 != *holder;
        text += match (index, is_first) {
            (0, _) => "the story: ",
            (_, true) => "; ",
            _ => ", ",
        };
        if is_first && !holder.is_empty() {
            text += &format!("`{holder}`: ");
        }
        text += &format!("`{key}` {most}");
    }
    text + "\n"
}

/// The card's own words in English.
fn messages(messages: &Value) -> String {
    let mut text = "| key | in English |\n| --- | --- |\n".to_owned();
    for (key, message) in messages.as_object().unwrap() {
        let english = message["description"].as_str().unwrap().replace('|', "\\|");
        text += &format!("| `{key}` | {english} |\n");
    }
    text + "\n"
}

/// The pages as they should be, and the definitions that are in none.
fn fresh() -> (Vec<(String, String)>, Vec<String>) {
    let (root, pages) = (Story::schema(), pages());
    let mut schema = Schema::new(&root);
    schema.at_home = at_home(&pages);
    let mut done: BTreeSet<String> = schema.at_home.iter().map(|(name, _)| name.clone()).collect();
    let fresh = pages
        .iter()
        .map(|(page, text)| (page.clone(), made(page, text, &schema, &mut done)))
        .collect();
    let absent = schema.definitions().filter(|name| !done.contains(*name));
    (fresh, absent.map(ToOwned::to_owned).collect())
}

#[test]
fn the_pages_say_what_the_declarations_say() {
    let (fresh, absent) = fresh();
    assert_eq!(absent, [""; 0], "no page asks for these by <!-- keys NAME -->");
    for ((page, fresh), (_, now)) in fresh.iter().zip(pages()) {
        if *fresh == now {
            continue;
        }
        assert!(
            std::env::var_os("UPDATE_GUIDE").is_some(),
            "docs/guide/{page} is stale; write it anew with\n    UPDATE_GUIDE=1 cargo test --test guide"
        );
        // In one step, for the other tests read the pages meanwhile.
        let beside = folder().join(format!("{page}.new"));
        fs::write(&beside, fresh).unwrap();
        fs::rename(beside, folder().join(page)).unwrap();
    }
}

#[test]
fn the_printed_guide_is_whole_and_small() {
    let guide = printed();
    assert!(guide.len() <= MOST_BYTES, "{} bytes", guide.len());
    let root = Story::schema();
    let mut missing = Vec::new();
    keys(&root, &mut |key| {
        if !guide.contains(&format!("\n- `{key}` (")) {
            missing.push(key.to_owned());
        }
    });
    assert_eq!(missing, [""; 0], "keys that the guide does not tell");
    for left in ["<!--", "![", ".md)"] {
        assert!(!guide.contains(left), "{left} is for pages");
    }
}

/// Tells every key of a schema, but for those of messages.
fn keys(schema: &Value, tell: &mut dyn FnMut(&str)) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                if name == "properties" {
                    value.as_object().unwrap().keys().for_each(|key| tell(key));
                }
                if name != "Messages" {
                    keys(value, tell);
                }
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| keys(entry, tell)),
        _ => {}
    }
}

#[test]
fn its_example_passes_check() {
    let guide = printed();
    let (_, example) = guide.rsplit_once("```json\n").unwrap();
    let (example, _) = example.split_once("\n```").unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide.story.json");
    fs::write(&path, example).unwrap();
    let output = tool(&["check", &path.to_string_lossy()]);
    assert!(output.contains("no faults, 0 warnings"), "{output}");
}

/// Where links and pictures of a text lead to.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

#[test]
fn every_link_and_picture_is_there() {
    for (page, text) in pages() {
        for target in targets(&text) {
            let path = target.split('#').next().unwrap();
            // What is on the web or in the same page, and what shows how links are written.
            let is_elsewhere = ["https:", "mailto:", "/"].iter().any(|it| path.starts_with(it));
            let is_there = path.is_empty() || is_elsewhere || folder().join(path).exists();
            assert!(is_there, "docs/guide/{page} leads to {target}, which is not there");
        }
    }
    let guide = printed();
    let headings: Vec<String> = guide
        .lines()
        .filter(|it| it.starts_with('#'))
        .map(|it| anchor(it.trim_start_matches('#')))
        .collect();
    for target in targets(&guide).filter_map(|target| target.strip_prefix('#')) {
        assert!(headings.iter().any(|it| it == target), "#{target} is no heading of the guide");
    }
}

/// The anchor of a heading.
fn anchor(heading: &str) -> String {
    heading.trim().to_lowercase().replace(' ', "-").replace(['`', ',', '.'], "")
}

/// The colours that a block of CSS gives a card: of a light page, and of a dark one.
fn colors(css: &str) -> [Vec<(String, [f64; 3])>; 2] {
    let all = [Theme::LIGHT, Theme::DARK].map(|theme| theme.tokens().map(of_token).to_vec());
    let [mut light, mut dark] = all;
    for line in css.lines().filter_map(|line| line.trim().strip_suffix(");")) {
        let Some((name, values)) = line.split_once(": light-dark(") else { continue };
        let (first, second) = values.split_once(", ").unwrap();
        light.retain(|it| it.0 != name);
        dark.retain(|it| it.0 != name);
        light.push((name.to_owned(), hex(first)));
        dark.push((name.to_owned(), hex(second)));
    }
    [light, dark]
}

fn of_token((name, color): (&str, Color)) -> (String, [f64; 3]) {
    (name.to_owned(), [color.0, color.1, color.2].map(f64::from))
}

fn hex(color: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()))
}

/// The relative luminance of a colour, as WCAG has it.
fn luminance(color: [f64; 3]) -> f64 {
    let linear = color.map(|part| part / 255.0).map(|part| {
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    (one / other).max(other / one)
}

#[test]
fn words_of_every_theme_can_be_read() {
    let page = fs::read_to_string(folder().join("themes.md")).unwrap();
    let blocks: Vec<&str> =
        page.split("```css\n").skip(1).map(|it| it.split("```").next().unwrap()).collect();
    assert!(blocks.len() >= 4);
    for css in blocks {
        for colors in colors(css) {
            let color = |role: &str| colors.iter().find(|(name, _)| name == role).unwrap().1;
            let paper = color("--story-paper");
            for role in ["ink", "muted", "accent", "gold", "right", "wrong"] {
                let ratio = contrast(color(&format!("--story-{role}")), paper);
                assert!(ratio >= 4.5, "{role} has {ratio:.2} in {css}");
            }
            for (name, color) in colors.iter().filter(|(name, _)| name.contains("series")) {
                let ratio = contrast(*color, paper);
                assert!(ratio >= 3.0, "{name} has {ratio:.2} in {css}");
            }
        }
    }
}
