//! `story-card build` as its users run it: which files come of it, and what stands in them.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "tables/museum.rs"]
mod museum;
#[path = "runtime/small.rs"]
mod runtime;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const EVERYTHING: &str = "tests/stories/good/everything.story.json";
const BASE: &str = "https://example.org/card/";

/// A glue as small as one can be, as a module and as a script.
const GLUE: &str = "export default async function init() {}\n";
const IIFE_GLUE: &str = "\"use strict\";var storyCardApp=(()=>{return{default:async()=>{}}})();\n";

/// A folder of this test alone, with a runtime in `runtime`.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build").join(name);
    let _ = fs::remove_dir_all(&folder);
    let wasm = [0, 97, 115, 109, 1, 0, 0, 0];
    runtime::write(&folder.join("runtime"), [GLUE.as_bytes(), IIFE_GLUE.as_bytes(), &wasm]);
    folder
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Builds a story of this project into `out` of a folder.
fn build(folder: &Path, story: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(root()).args(["build", story, "--out"]).arg(folder.join("out"));
    command.arg("--runtime").arg(folder.join("runtime")).args(more).output().unwrap()
}

/// Builds a story well; the remarks.
fn built(folder: &Path, story: &str, more: &[&str]) -> String {
    let output = build(folder, story, more);
    assert!(output.status.success(), "{}", remarks(&output));
    remarks(&output)
}

fn remarks(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join("out").join(name)).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The tags of a text, without `<` and `>`; what stands in data and code is left out.
fn tags(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let mut quoted = false;
        let end = rest.find(|char| {
            quoted ^= char == '"';
            char == '>' && !quoted
        });
        let (tag, after) = rest.split_at(end.unwrap());
        rest = &after[1..];
        tags.push(tag.to_owned());
        for raw in ["script", "style"] {
            if tag.split(' ').next() == Some(raw) {
                rest = &rest[rest.find(&format!("</{raw}")).unwrap()..];
            }
        }
    }
    tags
}

/// The attributes of a tag: name, and value with its quotes if it has one.
fn attributes(tag: &str) -> Vec<(String, Option<String>)> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for char in tag.trim_end_matches('/').trim_end().chars() {
        quoted ^= char == '"';
        if char == ' ' && !quoted {
            parts.push(String::new());
        } else {
            parts.last_mut().unwrap().push(char);
        }
    }
    let named = parts.into_iter().skip(1).filter(|part| !part.is_empty());
    named
        .map(|part| match part.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (part, None),
        })
        .collect()
}

/// Whether every element that is opened is closed, in order.
fn assert_balanced(html: &str) {
    const VOID: [&str; 8] = ["meta", "link", "br", "img", "input", "hr", "col", "wbr"];
    let mut open: Vec<String> = Vec::new();
    for tag in tags(html) {
        let name = tag.split([' ', '/']).next().unwrap().to_owned();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "</{name}> closes another element");
        } else if !tag.starts_with('!') && !tag.ends_with('/') && !VOID.contains(&name.as_str()) {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<String>::new(), "left open");
}

#[test]
fn all_files_are_written() {
    let folder = folder("all");
    let output = build(&folder, EVERYTHING, &["--base", BASE]);
    assert!(output.status.success(), "{}", remarks(&output));
    let out = folder.join("out");
    assert_eq!(
        names(&out),
        [
            "THIRD-PARTY-LICENSES.txt",
            "everything.html",
            "everything.offline.html",
            "everything.snippet.html",
            "everything.story.json",
            "story-card-app.iife.js",
            "story-card-app.js",
            "story-card-app_bg.wasm",
            "story-card-frame.js",
            "story-card-live.css",
            "story-card.css",
            "story-card.js",
        ]
    );
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(printed.lines().count(), 12, "every file is named: {printed}");
    let story = fs::read_to_string(root().join(EVERYTHING)).unwrap();
    let written = read(&folder, "everything.story.json");
    assert_eq!(written, story_card::story::compact(&story).unwrap(), "blanks are not sent");
    for name in ["everything.html", "everything.offline.html", "everything.snippet.html"] {
        assert_balanced(&read(&folder, name));
    }
    let again = build(&folder, EVERYTHING, &["--base", BASE]);
    assert_eq!(String::from_utf8(again.stdout).unwrap(), "", "nothing changed");
}

#[test]
fn the_runtime_may_stand_where_the_pages_go() {
    let folder = folder("in-place");
    fs::rename(folder.join("runtime"), folder.join("out")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    let output = command
        .current_dir(root())
        .args(["build", "tests/stories/good/minimal.story.json", "-o"])
        .arg(folder.join("out"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", remarks(&output));
    assert_eq!(names(&folder.join("out")).len(), 12);
}

#[test]
fn the_page_holds_the_card_and_nothing_inline() {
    let folder = folder("page");
    built(&folder, EVERYTHING, &["--base", "https://example.org/card"]);
    let page = read(&folder, "everything.html");
    for line in [
        r#"<link rel="canonical" href="https://example.org/card/everything.html">"#,
        r#"<meta property="og:title" content="#,
        r#"<meta property="og:description" content="#,
        r#"<meta property="og:url" content="https://example.org/card/everything.html">"#,
        r#"<meta property="og:image" content="https://example.org/card/skerry.png">"#,
        r#"<meta property="og:image:alt" content="A red light above a grey sea">"#,
        r#"<link rel="stylesheet" href="story-card.css">"#,
        r#"<script src="story-card-frame.js" data-story="everything"></script>"#,
        r#"<script type="module" src="story-card.js"></script>"#,
        r#"<story-card src="everything.story.json" link="on" heading-level="1">"#,
    ] {
        assert!(page.contains(line), "{line} is missing in {page}");
    }
    assert!(page.contains("<h1"), "the card's title is the heading of the page");
    assert!(page.contains(r#"<script type="application/ld+json">{"@context":"#), "{page}");
    for tag in tags(&page) {
        let inline = tag.starts_with("script")
            && !tag.contains(" src=")
            && !tag.contains("application/ld+json");
        assert!(
            !inline && !tag.starts_with("style") && !tag.contains(" style="),
            "inline: <{tag}>"
        );
    }
}

#[test]
fn the_offline_file_asks_for_nothing() {
    let folder = folder("offline");
    built(&folder, EVERYTHING, &["--base", BASE]);
    let page = read(&folder, "everything.offline.html");
    for tag in tags(&page) {
        let asks = attributes(&tag).into_iter().any(|(name, value)| {
            let value = value.unwrap_or_default();
            let is_source = ["src", "srcset", "data", "poster"].contains(&name.as_str());
            let is_link = name == "href" && tag.starts_with("link") && !value.contains("data:");
            is_source || is_link
        });
        assert!(!asks, "<{tag}>");
    }
    assert!(!page.contains("og:") && !page.contains("canonical"), "it has no address");
    for part in [
        "default-src 'none'",
        "AGFzbQEAAAA=",
        "const app = () => {\n\"use strict\";var storyCardApp=(()=>",
        "return storyCardApp;\n};",
        "globalThis.storyCardRuntime",
        "yew",
    ] {
        assert!(page.contains(part), "{part} is missing");
    }
}

#[test]
fn the_story_inside_ends_nothing() {
    let folder = folder("inside");
    let text = fs::read_to_string(root().join("tests/stories/good/minimal.story.json")).unwrap();
    let marked = text.replacen("\"title\": \"", "\"title\": \"</script><!-- {{ x }} R&B ", 1);
    assert_ne!(text, marked);
    let story = folder.join("minimal.story.json");
    fs::write(&story, marked).unwrap();
    built(&folder, story.to_str().unwrap(), &["--base", BASE]);
    let page = read(&folder, "minimal.offline.html");
    assert!(page.contains(r"\u003c/script>\u003c!-- {{ x }} R&B"), "{page}");
    assert_balanced(&page);
    let snippet = read(&folder, "minimal.snippet.html");
    assert!(!snippet.contains("{{"), "a template language would take it");
    assert!(snippet.contains("&lt;/script&gt;&lt;!-- &#123;&#123; x }} R&amp;B"), "{snippet}");
}

#[test]
fn a_snippet_survives_editors() {
    let folder = folder("snippet");
    built(&folder, EVERYTHING, &["--base", BASE]);
    let snippet = read(&folder, "everything.snippet.html");
    let lines: Vec<&str> = snippet.lines().collect();
    assert!(lines.iter().all(|line| !line.trim().is_empty()), "a blank line");
    assert_eq!(
        lines[..2],
        [
            r#"<link rel="stylesheet" href="https://example.org/card/story-card.css" />"#,
            r#"<script type="module" src="https://example.org/card/story-card.js"></script>"#,
        ]
    );
    let tag = r#"<story-card src="https://example.org/card/everything.story.json">"#;
    assert!(lines[2].starts_with(tag) && snippet.ends_with("</story-card>\n"), "{}", lines[2]);
    for tag in tags(&snippet) {
        for (name, value) in attributes(&tag) {
            let value = value.unwrap_or_else(|| panic!("{name} has no value in <{tag}>"));
            assert!(value.starts_with('"') && value.ends_with('"'), "<{tag}>");
        }
        assert!(!tag.starts_with("script type=\"application"), "no data: <{tag}>");
    }
    for (at, _) in snippet.match_indices('&') {
        let reference = &snippet[at + 1..(at + 12).min(snippet.len())];
        let name = reference.split(';').next().unwrap();
        let is_whole = reference.contains(';') && !name.contains([' ', '<', '&', '"']);
        assert!(is_whole, "a bare & before {reference:?}");
    }
}

#[test]
fn a_snippet_without_base_says_that_it_is_not_ready() {
    let folder = folder("no-base");
    let remarks = built(&folder, "tests/stories/good/minimal.story.json", &[]);
    assert!(remarks.contains("minimal.snippet.html is not ready to paste"), "{remarks}");
    assert!(read(&folder, "minimal.snippet.html").starts_with("<!-- Not ready to paste: "));
    let remarks = built(&folder, "tests/stories/good/minimal.story.json", &["--base", BASE]);
    assert_eq!(remarks, "");
    assert!(read(&folder, "minimal.snippet.html").starts_with("<link "));
}

#[test]
fn choices_stand_in_the_tag() {
    let folder = folder("choices");
    let choices =
        ["--sections", "timeline,trivia", "--heading-level", "4", "--spoilers", "show", "--eager"];
    built(&folder, EVERYTHING, &choices);
    let tag =
        "sections=\"timeline trivia\" heading-level=\"4\" spoilers=\"show\" loading=\"eager\">";
    for name in ["everything.html", "everything.offline.html", "everything.snippet.html"] {
        let page = read(&folder, name);
        assert!(page.contains(tag), "{name}");
        assert!(page.contains("<h4") && !page.contains("<h2"), "{name} has the static card of it");
    }
}

#[test]
fn a_story_that_is_built_where_it_stands_stays_as_it_is() {
    let folder = folder("story-in-place");
    let story = folder.join("out/everything.story.json");
    fs::create_dir_all(story.parent().unwrap()).unwrap();
    fs::copy(root().join(EVERYTHING), &story).unwrap();
    built(&folder, story.to_str().unwrap(), &["--base", BASE]);
    assert_eq!(fs::read(story).unwrap(), fs::read(root().join(EVERYTHING)).unwrap());
}

#[test]
fn a_picture_beside_the_story_comes_along() {
    let folder = folder("picture");
    let story = folder.join("everything.story.json");
    fs::copy(root().join(EVERYTHING), &story).unwrap();
    let remarks = built(&folder, story.to_str().unwrap(), &["--base", BASE]);
    assert!(remarks.contains("skerry.png is not there"), "{remarks}");
    fs::write(folder.join("skerry.png"), "a picture").unwrap();
    assert_eq!(built(&folder, story.to_str().unwrap(), &["--base", BASE]), "");
    assert_eq!(read(&folder, "skerry.png"), "a picture");
}

/// Builds what cannot be built; what is said about it. Nothing may have been written.
fn refused(folder: &Path, story: &str, more: &[&str]) -> String {
    let output = build(folder, story, more);
    assert!(!output.status.success());
    assert!(!folder.join("out").exists(), "nothing is written");
    remarks(&output) + &String::from_utf8_lossy(&output.stdout)
}

#[test]
fn a_story_with_faults_is_not_built() {
    let folder = folder("faults");
    let file = "tests/stories/bad/unknown-key-near.story.json";
    let output = build(&folder, file, &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = refused(&folder, file, &[]);
    assert!(said.starts_with("fault: the key \"titel\" is unknown\n"), "{said}");
    assert!(said.contains("unknown-key-near.story.json:4:3\n"), "{said}");
    assert!(said.contains("Did you mean \"title\"?"), "{said}");
}

#[test]
fn a_runtime_that_lacks_files_is_refused() {
    let folder = folder("lacking");
    fs::remove_file(folder.join("runtime/story-card-app_bg.wasm")).unwrap();
    fs::remove_file(folder.join("runtime/story-card.css")).unwrap();
    let said = refused(&folder, EVERYTHING, &[]);
    assert!(said.contains("lacks story-card.css, story-card-app_bg.wasm of the runtime"), "{said}");
    assert!(said.contains("--runtime"), "{said}");
}

#[test]
fn a_runtime_of_another_version_is_refused() {
    let folder = folder("version");
    let loader = folder.join("runtime/story-card.js");
    let text = fs::read_to_string(&loader).unwrap();
    fs::write(&loader, text.replace(env!("CARGO_PKG_VERSION"), "99.0.0")).unwrap();
    let said = refused(&folder, EVERYTHING, &[]);
    assert!(said.contains("another version than this tool"), "{said}");
}

#[test]
fn wrong_words_on_the_command_line_are_refused() {
    let folder = folder("words");
    let minimal = "tests/stories/good/minimal.story.json";
    for (words, expected) in [
        (["--base", "example.org"], "it must begin with https:// or http://"),
        (["--sections", "trivia,chart"], "\"chart\" is no section"),
        (["--heading-level", "7"], "7 is not in 1..=6"),
        (["--spoilers", "yes"], "[possible values: hide, show]"),
    ] {
        let said = refused(&folder, EVERYTHING, &words);
        assert!(said.contains(expected), "{said}");
    }
    let said = refused(&folder, minimal, &["--sections", "disputes"]);
    assert!(said.contains("the story has no section disputes; it has "), "{said}");
    let story = folder.join("my story.story.json");
    fs::copy(root().join(minimal), &story).unwrap();
    let said = refused(&folder, story.to_str().unwrap(), &[]);
    assert!(said.contains("the name \"my story\" would stand in addresses"), "{said}");
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = folder("unwritable");
    fs::write(folder.join("out"), "a file stands here").unwrap();
    let output = build(&folder, EVERYTHING, &[]);
    assert!(!output.status.success());
    assert!(remarks(&output).contains("making the folder "), "{}", remarks(&output));
}

/// What `docs/embedding.md` promises of files and frames.
#[test]
fn the_recipes_say_what_is_built() {
    let folder = folder("recipes");
    let story = folder.join("my-subject.story.json");
    fs::copy(root().join("tests/stories/good/minimal.story.json"), &story).unwrap();
    built(&folder, story.to_str().unwrap(), &["--base", BASE]);
    let recipes = fs::read_to_string(root().join("docs/embedding.md")).unwrap();
    for name in names(&folder.join("out")) {
        assert!(recipes.contains(&format!("`{name}`")), "{name} is not explained");
    }
    let snippet = read(&folder, "my-subject.snippet.html");
    for line in snippet.lines().take(2) {
        assert!(recipes.contains(line), "{line} is not in the recipes");
    }
    let tag = snippet.lines().nth(2).unwrap().split_inclusive('>').next().unwrap();
    assert!(recipes.contains(&format!("{tag}…</story-card>")), "{tag}");
    let script = fs::read_to_string(root().join("static/story-card-frame.js")).unwrap();
    let list = script.split_once("const ATTRIBUTES = [").unwrap().1.split(']').next().unwrap();
    let list = list.replace('\'', "`");
    assert!(recipes.contains(&format!("can be set so: {list}.")), "{list}");
}

/// A story with 700 events and a chart of 250 points; every hundredth event is a spoiler.
fn long_story(folder: &Path) -> String {
    let events: Vec<String> = (0..700)
        .map(|n| {
            let (year, spoiler) = (1300 + n, n % 100 == 99);
            let title = if spoiler { format!("Secret {n}") } else { format!("Event, no. {n}") };
            format!(
                r#"{{"id": "e{n}", "lane": "l", "date": "{year}", "title": "{title}", "spoiler": {spoiler}}}"#
            )
        })
        .collect();
    let points: Vec<String> = (0..250).map(|n| n.to_string()).collect();
    let (events, points) = (events.join(", "), points.join(", "));
    let chart = |id: &str, spoiler: bool| {
        format!(
            r#"{{"id": "{id}", "kind": "lines", "title": "T", "unit": "u", "sources": ["s"], "spoiler": {spoiler},
               "x": {{"scale": "number"}}, "columns": [{{"id": "a", "label": "A", "x": [{points}], "y": [{points}]}}]}}"#
        )
    };
    let story = format!(
        r#"{{"format": 1, "id": "long", "title": "Long", "lang": "en", "sections": ["timeline", "charts", "sources"],
            "sources": [{{"id": "s", "title": "A \"source\"", "url": "https://example.org/s"}}],
            "timeline": {{"sources": ["s"], "lanes": [{{"id": "l", "title": "Lane"}}], "events": [{events}]}},
            "charts": [{}, {}]}}"#,
        chart("open", false),
        chart("secret", true)
    );
    let file = folder.join("long.story.json");
    fs::write(&file, story).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn long_lists_are_cut_and_stand_whole_beside_the_page() {
    let folder = folder("long");
    let story = long_story(&folder);
    built(&folder, &story, &["--base", BASE]);
    let out = names(&folder.join("out"));
    let lists: Vec<_> = out.iter().filter(|name| name.ends_with(".csv")).collect();
    assert_eq!(lists, ["long.charts-open.csv", "long.timeline.csv"], "no spoiler is listed");
    let timeline = read(&folder, "long.timeline.csv");
    let lines: Vec<&str> = timeline.lines().collect();
    assert_eq!(lines[0], "lane,date,other_dates,title,text,sources");
    assert_eq!(lines[1], r#"Lane,1300,,"Event, no. 0",,"A ""source"" <https://example.org/s>""#);
    assert_eq!((lines.len(), timeline.contains("Secret")), (694, false));
    let chart = read(&folder, "long.charts-open.csv");
    assert_eq!(chart.lines().nth(250).map(|line| &line[..9]), Some("A,249,249"));
    for (name, start) in [("long.html", ""), ("long.snippet.html", BASE)] {
        let page = read(&folder, name);
        assert_eq!(
            page.matches("id=\"sc-long-timeline-e").count(),
            495,
            "{name}: 500, five folded"
        );
        assert_eq!(page.matches("<tr>").count(), 2 * 201, "{name}");
        assert!(
            page.contains("Events left out here: 200.") && page.contains("Rows left out here: 50.")
        );
        for list in ["timeline", "charts-open"] {
            assert!(page.contains(&format!("href=\"{start}long.{list}.csv\"")), "{name}: {list}");
        }
        assert!(!page.contains("charts-secret.csv"), "{name} links what is not there");
    }
    let offline = read(&folder, "long.offline.html");
    assert_eq!(offline.matches("<tr>").count(), 2 * 251, "nothing stands beside an offline file");
    assert!(!offline.contains(".csv"));
    built(&folder, &story, &["--spoilers", "show"]);
    assert!(read(&folder, "long.timeline.csv").contains("Secret 99"));
    assert_eq!(read(&folder, "long.charts-secret.csv").lines().count(), 251);
}

#[test]
fn data_of_tables_are_written_into_the_story() {
    let folder = folder("tables");
    built(&folder, "tests/tables/museum.story.json", &["--base", BASE]);
    let story = read(&folder, "museum.story.json");
    assert!(!story.contains("csv") && story.contains("\"x\":[\"2000\",\"2010-06\",\"2020-Q1\"]"));
    assert!(story.contains("\"y\":[4,6.50,12.5]"), "numbers keep their decimals");
    for name in ["museum.html", "museum.offline.html", "museum.snippet.html"] {
        let html = read(&folder, name);
        assert!(html.contains("the wing, open") && html.contains("The castle"), "{name}");
        assert!(!html.contains("visitors.csv"), "{name}");
    }
}

#[test]
fn a_story_with_tables_is_not_built_where_it_stands() {
    let folder = folder("tables-in-place");
    let source = folder.join("runtime/museum.story.json");
    museum::write(&folder.join("runtime"));
    let before = names(&folder.join("runtime"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(folder.join("runtime")).args(["build", "museum.story.json", "-o", "."]);
    let output = command.output().unwrap();
    assert!(!output.status.success());
    assert!(remarks(&output).contains("data in CSV files"), "{}", remarks(&output));
    assert_eq!(names(&folder.join("runtime")), before);
    assert_eq!(fs::read(source).unwrap(), fs::read("tests/tables/museum.story.json").unwrap());
}

/// Nothing that an author has written is written over, wherever a story is built.
#[test]
fn what_an_author_has_written_stays() {
    let folder = folder("spared");
    let site = folder.join("site");
    fs::create_dir_all(&site).unwrap();
    let of_tests = |name: &str| fs::read_to_string(root().join("tests").join(name)).unwrap();
    let (museum, minimal) =
        (of_tests("tables/museum.story.json"), of_tests("stories/good/minimal.story.json"));
    let build = |file: &str, out: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
        command.current_dir(&site).args(["build", file, "-o", out, "--runtime", "../runtime"]);
        command.output().unwrap()
    };
    let refused = |file: &str, spared: &str, out: &str| {
        let before = fs::read(site.join(spared)).unwrap();
        let files = names(&site);
        let output = build(file, out);
        assert!(!output.status.success(), "{file}");
        assert_eq!(fs::read(site.join(spared)).unwrap(), before, "{file}");
        assert_eq!(names(&site), files, "{file}");
        remarks(&output)
    };

    // The story of a file x.json is called x.story.json, which another may be.
    fs::write(site.join("x.json"), &minimal).unwrap();
    fs::write(site.join("x.story.json"), &museum).unwrap();
    let told = refused("x.json", "x.story.json", ".");
    assert!(told.contains("x.story.json would be written over"), "{told}");
    // The same story and an older build of it may be written over.
    fs::write(site.join("x.story.json"), &minimal).unwrap();
    assert!(build("x.json", ".").status.success());
    fs::write(site.join("x.json"), minimal.replacen("\"title\": \"", "\"title\": \"New: ", 1))
        .unwrap();
    assert!(build("x.json", ".").status.success());

    // A table called like a list of the page.
    let events: String = (0..600).map(|day| format!("{},E{day}\n", 1200 + day)).collect();
    fs::create_dir_all(site.join("out")).unwrap();
    fs::write(site.join("out/y.timeline.csv"), format!("date,title\n{events}")).unwrap();
    let mut story: serde_json::Value = serde_json::from_str(&minimal).unwrap();
    story["timeline"] = serde_json::json!({
        "sources": story["sources"][0]["id"].as_str().map(|id| vec![id]),
        "lanes": [{ "id": "lane", "title": "L" }],
        "events": { "csv": "out/y.timeline.csv" },
    });
    story["sections"] = serde_json::json!(["timeline", "sources"]);
    for key in ["overview", "trivia", "charts", "faq", "cast"] {
        story.as_object_mut().unwrap().remove(key);
    }
    fs::write(site.join("y.story.json"), story.to_string()).unwrap();
    let told = refused("y.story.json", "out/y.timeline.csv", "out");
    assert!(told.contains("y.timeline.csv would be written over"), "{told}");

    // A picture called like the page.
    let mut story: serde_json::Value = serde_json::from_str(&minimal).unwrap();
    story["image"] = serde_json::json!({ "url": "z.html", "alt": "A picture." });
    fs::write(site.join("z.html"), "a picture").unwrap();
    fs::write(site.join("z.story.json"), story.to_string()).unwrap();
    let told = refused("z.story.json", "z.html", ".");
    assert!(told.contains("two different files would be written"), "{told}");
}

#[test]
fn a_story_whose_links_are_made_whole_is_not_built_where_it_stands() {
    let folder = folder("links-in-place");
    let minimal = fs::read_to_string("tests/stories/good/minimal.story.json").unwrap();
    let linked = minimal.replacen("\"explanation\": \"", "\"explanation\": \"By [us](/about). ", 1);
    fs::create_dir_all(folder.join("out")).unwrap();
    let story = folder.join("out/site.story.json");
    fs::write(&story, &linked).unwrap();
    let output = build(&folder, story.to_str().unwrap(), &["--base", BASE]);
    assert!(!output.status.success());
    assert!(remarks(&output).contains("has links such as /about"), "{}", remarks(&output));
    assert_eq!(fs::read_to_string(&story).unwrap(), linked);
    assert_eq!(names(&folder.join("out")), ["site.story.json"]);
    built(&folder, story.to_str().unwrap(), &[]);
}

#[test]
fn links_to_the_site_lead_there_from_everywhere() {
    let folder = folder("site-links");
    let minimal = fs::read_to_string("tests/stories/good/minimal.story.json").unwrap();
    let story = folder.join("site.story.json");
    let linked = "\"explanation\": \"By [us](/about), write to [me](mailto:me@example.org). ";
    fs::write(&story, minimal.replacen("\"explanation\": \"", linked, 1)).unwrap();
    let story = story.to_str().unwrap();

    let told = built(&folder, story, &[]);
    assert!(told.starts_with("Links such as /about lead to the site a page stands on, "), "{told}");
    assert!(read(&folder, "site.html").contains("href=\"/about\""));

    let told = built(&folder, story, &["--base", BASE]);
    assert!(!told.contains("/about"), "{told}");
    for name in ["site.html", "site.offline.html", "site.snippet.html"] {
        let html = read(&folder, name);
        assert!(html.contains("href=\"https://example.org/about\""), "{name}");
        assert!(html.contains("href=\"mailto:me@example.org\""), "{name}");
        assert!(!html.contains("href=\"/about\"") && !html.contains("](/about)"), "{name}");
    }
    assert!(read(&folder, "site.story.json").contains("[us](https://example.org/about)"));
}

const JSONC: &str = "tests/stories/jsonc/lighthouse.story.json";

#[test]
fn a_story_with_comments_is_built_as_plain_json() {
    let folder = folder("jsonc");
    built(&folder, JSONC, &[]);
    let story = read(&folder, "lighthouse.story.json");
    serde_json::from_str::<serde_json::Value>(&story).unwrap();
    assert!(story.starts_with("{\"format\":1,\"id\":\"minimal\""), "no $schema: {story}");
    assert!(!read(&folder, "lighthouse.offline.html").contains("what only its author needs"));
}

#[test]
fn a_story_with_comments_is_not_built_where_it_stands() {
    let folder = folder("jsonc-in-place");
    let story = folder.join("out").join("lighthouse.story.json");
    fs::create_dir_all(folder.join("out")).unwrap();
    fs::copy(root().join(JSONC), &story).unwrap();
    let output = build(&folder, story.to_str().unwrap(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(remarks(&output).contains("the card reads plain JSON only"), "{}", remarks(&output));
    assert_eq!(names(&folder.join("out")), ["lighthouse.story.json"], "nothing is written");
}

#[test]
fn a_draft_is_built_without_what_has_faults() {
    let folder = folder("draft");
    let story = "tests/stories/bad/sections-named-twice-or-without-content.story.json";
    assert_eq!(build(&folder, story, &[]).status.code(), Some(1));
    let output = build(&folder, story, &["--draft"]);
    assert!(output.status.success(), "{}", remarks(&output));
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = "warning: the section \"cast\" has no content, and is left out of the draft\n";
    assert!(said.contains(wrong), "{said}");
    let written = read(&folder, "sections-named-twice-or-without-content.story.json");
    assert!(!written.contains("\"cast\""), "{written}");
}

#[test]
fn a_draft_leaves_out_what_a_table_spoils() {
    let folder = folder("tables-draft");
    let output = build(&folder, "tests/tables/bad.story.json", &["--draft"]);
    assert!(output.status.success(), "{}", remarks(&output));
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong =
        "warning: there is no file tests/tables/nowhere.csv, and is left out of the draft\n";
    assert!(said.contains(wrong), "{said}");
    let story = read(&folder, "bad.story.json");
    assert!(!story.contains("csv") && !story.contains("nowhere"), "{story}");
}
