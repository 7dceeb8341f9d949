//! The package for npm as an author meets it who has nothing but Node: installed from its file into an
//! empty folder. `cargo xtask test` packs it first, as does `cargo xtask dist --npm`.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::sync::OnceLock;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder into which the package is installed, once for all tests.
fn installed() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("package");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let name = format!("../dist/story-card-{}.tgz", env!("CARGO_PKG_VERSION"));
        let package = fs::canonicalize(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name))
            .unwrap_or_else(|error| panic!("no package; run `cargo xtask dist --npm`: {error}"));
        // A manifest of its own, so that npm does not look for one above.
        fs::write(folder.join("package.json"), "{}").unwrap();
        let mut npm = Command::new("npm");
        npm.args(["install", "--offline", "--no-audit", "--no-fund"]).arg(package);
        let output = npm.current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        folder
    })
}

/// An empty folder of a test, within that of the package.
fn folder(name: &str) -> PathBuf {
    let folder = installed().join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(installed().join("node_modules/.bin/story-card"));
    command.current_dir(folder);
    command
}

fn node(folder: &Path, line: &[&str]) -> Output {
    program(folder).args(line).output().unwrap()
}

/// What comes of a command that is given this to read.
fn piped(folder: &Path, line: &[&str], give: impl FnOnce(&mut ChildStdin)) -> Output {
    let mut command = program(folder);
    command.args(line).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    give(&mut child.stdin.take().unwrap());
    child.wait_with_output().unwrap()
}

fn native(folder: &Path, line: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(folder).args(line).output().unwrap()
}

fn printed(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn remarks(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// The package says what the native tool says, and ends as it does.
fn assert_same(folder: &Path, line: &[&str]) -> Output {
    let (node, native) = (node(folder, line), native(folder, line));
    assert_eq!(printed(&node), printed(&native), "{line:?}");
    assert_eq!(remarks(&node), remarks(&native), "{line:?}");
    assert_eq!(node.status.code(), native.status.code(), "{line:?}");
    node
}

#[test]
fn nothing_runs_at_installation_and_nothing_else_is_installed() {
    let package = installed().join("node_modules/story-card");
    let manifest = fs::read_to_string(package.join("package.json")).unwrap();
    assert!(manifest.contains(concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"")));
    for key in ["\"scripts\"", "\"dependencies\"", "\"optionalDependencies\"", "\"gypfile\""] {
        assert!(!manifest.contains(key), "{key}");
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-LICENSES.txt", "index.d.ts"] {
        assert!(package.join(name).is_file(), "{name}");
    }
    let beside = fs::read_dir(installed().join("node_modules")).unwrap();
    let names: Vec<_> = beside.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.iter().all(|name| name == "story-card" || name.starts_with('.')), "{names:?}");
}

#[test]
fn a_card_is_made_checked_and_built() {
    let folder = folder("made");
    let output = node(&folder, &["new", "first-night"]);
    assert!(output.status.success(), "{}", remarks(&output));
    assert_same(&folder, &["new", "first-night"]);
    let checked = assert_same(&folder, &["check", "first-night.story.json"]);
    assert!(printed(&checked).contains("no faults, 0 warnings"));
    let built = node(&folder, &["build", "first-night.story.json", "-o", "card"]);
    assert!(built.status.success(), "{}", remarks(&built));
    let page = fs::read_to_string(folder.join("card/first-night.offline.html")).unwrap();
    assert!(page.contains("First night") && page.contains("story-card-wasm"));
}

#[test]
fn ballerina_is_built_byte_for_byte_as_natively() {
    let folder = folder("ballerina");
    let story = root().join("static/stories/ballerina.story.json").display().to_string();
    let runtime = installed().join("node_modules/story-card/runtime").display().to_string();
    let line = ["build", &story, "--runtime", &runtime, "--base", "https://example.org/", "--out"];
    let [of_node, of_native] = ["node", "native"].map(|name| {
        let line = [&line[..], &[name]].concat();
        let output = if name == "node" { node(&folder, &line) } else { native(&folder, &line) };
        assert!(output.status.success(), "{name}: {}", remarks(&output));
        let entries = fs::read_dir(folder.join(name)).unwrap();
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let file = |path: PathBuf| {
            let name = path.file_name().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        };
        files.into_iter().map(file).collect::<Vec<_>>()
    });
    assert!(of_node.len() >= 12, "all files were written");
    for (one, other) in of_node.iter().zip(&of_native) {
        assert_eq!(one.0, other.0);
        assert!(one.1 == other.1, "{:?} has the same bytes", one.0);
    }
    assert_eq!(of_node.len(), of_native.len());
}

#[test]
fn everything_is_said_as_natively() {
    let stories = root().join("tests/stories");
    for (folder, ending) in [("bad", ".json"), ("not-json", ""), ("slips", ""), ("good", ".json")] {
        let folder = stories.join(folder);
        let entries = fs::read_dir(&folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> =
            names.filter(|name| name.ends_with(ending) && !name.contains(".report.")).collect();
        names.sort();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(!names.is_empty(), "the stories were found");
        for format in ["text", "json", "github"] {
            assert_same(&folder, &[&["check", "--format", format][..], &names].concat());
        }
    }
    let good = stories.join("good");
    assert_same(&good, &["card", "everything.story.json"]);
    for line in [
        &["schema"][..],
        &["guide"],
        &["--help"],
        &["build", "--help"],
        &["--version"],
        &["chek"],
        &["check"],
        &["check", "nowhere.story.json"],
        &["check", "."],
        &["check", "/dev/null"],
        &["build", "minimal.story.json", "-o", "/dev/null/card", "--runtime", "nowhere"],
        &["serve", "-"],
        &["new", "No Id"],
    ] {
        assert_same(&good, line);
    }
}

#[test]
fn a_story_is_read_from_the_standard_input() {
    let output = piped(&folder("input"), &["check", "-"], |input| {
        input.write_all(b"{ 'format': 1 }").unwrap();
    });
    assert!(printed(&output).contains("this text stands in single quotes"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_has_one_right_form_is_corrected() {
    let folder = folder("fix");
    fs::write(folder.join("x.story.json"), "{ 'format': 1, }").unwrap();
    node(&folder, &["check", "--fix", "x.story.json"]);
    let text = fs::read_to_string(folder.join("x.story.json")).unwrap();
    assert!(text.starts_with("{ \"format\": 1"), "{text}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
}

/// `serve` while it runs.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn get(address: &str, path: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_card_is_served_and_followed() {
    let folder = folder("served");
    node(&folder, &["new", "x"]);
    let mut child = program(&folder)
        .args(["serve", "x.story.json", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let _server = Server(child);
    let address = line.strip_prefix("http://").unwrap().split('/').next().unwrap();
    assert!(line.ends_with("/ shows x.story.json and follows it. Ctrl+C ends it.\n"), "{line}");
    let page = get(address, "/", address);
    assert!(page.contains("<story-card src=\"x.story.json\"") && page.contains("reload.js?1"));
    assert!(page.contains("content-type: text/html; charset=utf-8"), "{page}");
    assert!(get(address, "/story-card-app_bg.wasm", address).contains("application/wasm"));
    assert!(get(address, "/", "example.org").starts_with("HTTP/1.1 403"));
    assert!(get(address, "/nothing", address).starts_with("HTTP/1.1 404"));
    fs::write(folder.join("x.story.json"), "{ 'format': 1 }").unwrap();
    assert!(get(address, "/version", address).ends_with("\r\n\r\n2"));
    let page = get(address, "/", address);
    let (before, _) = page.split_once("<story-card").unwrap();
    assert!(before.contains("this text stands in single quotes"), "faults above the last card");
}

#[test]
fn a_program_uses_it_over_files_in_memory() {
    let script = r#"
        import assert from "node:assert/strict";
        import { build, card, check, create, fix, guide, importStory, init, runtime, schema } from "story-card";
        await init();
        const text = create("first-night", { template: "film", lang: "de" });
        assert.match(text, /"lang": "de"/);
        const files = { "x.story.json": create("x") };
        assert.deepEqual(check(files, "x.story.json"), { file: "x.story.json", ok: true, findings: [] });
        const bad = check({ "y.json": "{" }, "y.json");
        assert.equal(bad.ok, false);
        assert.match(bad.findings[0].wrong, /is not closed/);
        assert.match(card(files, "x.story.json").html, /sc-/);
        assert.equal(card({ "y.json": "{" }, "y.json").ok, false);
        const fixed = fix({ "y.json": "{ 'format': 1 }" }, "y.json");
        assert.equal(fixed.text, '{ "format": 1 }');
        for (const [path, name] of [["/y.json", "/y.json"], ["./y.json", "y.json"], ["y.json", "./a/../y.json"]]) {
          assert.equal(fix({ [path]: "{ 'format': 1 }" }, name).text, '{ "format": 1 }', name);
        }
        const options = { runtime: runtime(), sections: ["overview", "trivia"], headingLevel: 3 };
        const built = build(files, "x.story.json", options);
        assert.equal(built.ok, true);
        const snippet = new TextDecoder().decode(built.files["x.snippet.html"]);
        assert.match(snippet, /sections="overview trivia" heading-level="3"/);
        const gift = importStory("gift", { "q.gift": "::One::What? {=This ~That}" }, "q.gift");
        assert.equal(gift.path, "q.story.json");
        const beside = importStory("gift", { "./b/q.gift": "::One::What? {=This ~That}" }, "./b/q.gift");
        assert.equal(beside.path, "b/q.story.json");
        assert.deepEqual(JSON.parse(beside.text).trivia, JSON.parse(gift.text).trivia);
        assert.deepEqual(Object.keys(built.files).filter((path) => /x\.story|\//.test(path)), ["x.story.json"]);
        assert.match(schema().$schema, /2020-12/);
        assert.match(guide(), /^# /);
        assert.match(check({}, "nowhere").findings[0].wrong, /cannot be read/);
        assert.throws(() => build({}, "nowhere", options), /nowhere/);
    "#;
    assert_runs(script);
}

/// Runs a script in the folder of the package.
fn assert_runs(script: &str) {
    let mut command = Command::new("node");
    command.current_dir(installed()).args(["--input-type=module", "--eval", script]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", remarks(&output));
}

#[test]
fn a_program_may_give_the_input_whole_or_in_pieces() {
    assert_runs(
        r#"
        import assert from "node:assert/strict";
        import { run } from "story-card";
        const text = new TextEncoder().encode("{ 'format': 1 }");
        let at = 0;
        const pieces = { read: (most) => text.subarray(at, (at += Math.min(most, 4))) };
        for (const input of [text, pieces]) {
          const { status, output } = run(["check", "-"], {}, undefined, input, false);
          assert.equal(status, 1);
          assert.match(output, /this text stands in single quotes/);
        }
        const never = { read: () => assert.fail("nobody asked for it") };
        assert.equal(run(["serve", "-"], {}, undefined, never, false).status, 1);
        const broken = { read: () => { throw Object.assign(new Error("no"), { code: "EISDIR" }); } };
        assert.match(run(["check", "-"], {}, undefined, broken, false).output, /Is a directory/);
        "#,
    );
}

#[test]
fn no_more_is_read_of_an_input_than_a_story_may_have() {
    let mut is_cut = false;
    let output = piped(&folder("endless"), &["check", "-"], |input| {
        let blanks = [b' '; 1 << 20];
        is_cut = (0..64).any(|_| input.write_all(&blanks).is_err());
    });
    assert!(printed(&output).contains("it has more than 16 MB"), "{}", printed(&output));
    assert!(is_cut, "it was read to its end");
}

#[test]
fn a_server_whose_module_is_dead_ends() {
    assert_runs(
        r#"
        import assert from "node:assert/strict";
        import { serve } from "./node_modules/story-card/serve.js";
        const failures = [];
        const address = await new Promise((resolve) => {
          const greeting = (address) => (resolve(address), "listening");
          const answer = () => { throw new Error("unreachable"); };
          serve({ port: 0, greeting, answer }, {}, (error) => failures.push(error.message));
        });
        const { status, headers } = await fetch(`http://${address}/`);
        assert.deepEqual([status, headers.get("connection")], [500, "close"]);
        await assert.rejects(fetch(`http://${address}/`));
        assert.deepEqual(failures, ["unreachable"]);
        "#,
    );
}

#[test]
fn a_file_is_written_whatever_an_earlier_run_left() {
    assert_runs(
        r#"
        import assert from "node:assert/strict";
        import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
        import { files } from "./node_modules/story-card/files.js";
        mkdirSync("left", { recursive: true });
        const left = `.story-card-${process.pid}`;
        for (const name of [left, "x"]) writeFileSync(`left/${name}`, "old");
        files.write("left/x", new TextEncoder().encode("new"));
        assert.equal(readFileSync("left/x", "utf8"), "new");
        assert.deepEqual(readdirSync("left").sort(), [left, "x"]);
        "#,
    );
}

#[test]
fn what_is_said_besides_has_colours_only_where_they_are_shown() {
    let mut command = Command::new("node");
    let output = command
        .current_dir(installed())
        .args(["--import", "data:text/javascript,process.stdout.hasColors = () => true"])
        .args(["node_modules/story-card/bin.js", "chek"])
        .output()
        .unwrap();
    assert!(remarks(&output).contains("unrecognized subcommand 'chek'"), "{}", remarks(&output));
    assert!(!remarks(&output).contains('\u{1b}'), "{:?}", remarks(&output));
}
