//! The command-line tool as its users run it: what it prints, and how it ends.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs the tool in a folder.
fn tool(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn printed(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// An empty folder of this test alone.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_good_story_is_counted() {
    let output = tool(&root(), &["check", "tests/stories/good/minimal.story.json"]);
    assert!(output.status.success());
    assert_eq!(
        printed(&output),
        "tests/stories/good/minimal.story.json: no faults, 0 warnings; 4 statements, 1 source\n"
    );
}

#[test]
fn a_fault_is_shown_with_its_line_and_remedy() {
    let file = "tests/stories/bad/unknown-key-near.story.json";
    let output = tool(&root(), &["check", file]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        printed(&output),
        format!(
            "fault: the key \"titel\" is unknown\n --> {file}:4:3\n  |\n4 |   \"titel\": \"A bad \
             story\",\n  |   ^^^^^^^\n  |\n  = path: titel\n  = help: Did you mean \"title\"?\n\n\
             {file}: 1 fault\n"
        )
    );
}

#[test]
fn one_bad_story_among_good_ones_fails() {
    let (good, bad) =
        ("tests/stories/good/minimal.story.json", "tests/stories/bad/empty.story.json");
    let output = tool(&root(), &["check", bad, good]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("no faults"), "the second is still checked");
}

#[test]
fn warnings_do_not_fail() {
    let output = tool(&root(), &["check", "tests/stories/good/everything.story.json"]);
    assert!(output.status.success());
    assert!(printed(&output).contains("warning: "));
}

#[test]
fn a_story_is_read_from_the_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_story-card"))
        .args(["check", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"{").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).starts_with("fault: this { is not closed\n --> <stdin>:1:1\n"));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = tool(&root(), &["check", "nowhere.story.json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = printed(&output);
    assert!(said.starts_with("fault: the file cannot be read: "), "{said}");
    assert!(said.contains("--> nowhere.story.json:1:1"), "{said}");
    let output = tool(&root(), &["card", "nowhere.story.json"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.starts_with("story-card: reading nowhere.story.json: "), "{error}");
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let (good, bad) =
        ("tests/stories/good/minimal.story.json", "tests/stories/bad/empty.story.json");
    for format in ["text", "json", "github"] {
        let output = tool(&root(), &["check", "nowhere", bad, "tests", good, "--format", format]);
        assert_eq!(output.status.code(), Some(1));
        let said = printed(&output);
        let faults = ["nowhere", "empty.story.json", "tests"];
        assert!(faults.iter().all(|fault| said.contains(fault)), "{said}");
        assert!(output.stderr.is_empty());
    }
}

/// What is no file: it gives no end, or waits for somebody to write into it.
#[cfg(unix)]
#[test]
fn only_files_that_end_are_read() {
    let folder = empty_folder("endless");
    assert!(Command::new("mkfifo").arg(folder.join("pipe.csv")).status().unwrap().success());
    for file in ["pipe.csv", "/dev/zero"] {
        let said = tool(&folder, &["check", file]);
        assert!(printed(&said).contains("only files are read"), "{}", printed(&said));
        for command in [&["import", "csv", file][..], &["card", file], &["build", file, "-o", "x"]]
        {
            let output = tool(&folder, command);
            let error = String::from_utf8_lossy(&output.stderr);
            assert!(!output.status.success() && error.contains("only files are read"), "{error}");
        }
    }
    let endless = Command::new(env!("CARGO_BIN_EXE_story-card"))
        .args(["check", "-"])
        .stdin(fs::File::open("/dev/zero").unwrap())
        .output()
        .unwrap();
    assert!(printed(&endless).contains("it has more than 16 MB"), "{}", printed(&endless));
    // Pictures and tables stand in the folder of the story.
    let story = fs::read_to_string(root().join("tests/stories/good/minimal.story.json")).unwrap();
    let mut story: Value = serde_json::from_str(&story).unwrap();
    story["timeline"] = serde_json::json!({
        "lanes": [{ "id": "l", "title": "L" }], "events": { "csv": "pipe.csv" }
    });
    fs::write(folder.join("x.story.json"), story.to_string()).unwrap();
    let said = tool(&folder, &["check", "x.story.json"]);
    assert!(printed(&said).contains("pipe.csv cannot be read: it is a pipe"), "{}", printed(&said));
}

#[test]
fn the_schema_is_printed() {
    let output = tool(&root(), &["schema"]);
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn a_new_story_is_good_and_never_overwritten() {
    let folder = empty_folder("new");
    assert!(tool(&folder, &["new", "first-night"]).status.success());
    let path = folder.join("first-night.story.json");
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("\"id\": \"first-night\"") && text.contains("\"title\": \"First night\"")
    );
    let checked = tool(&folder, &["check", "first-night.story.json"]);
    assert!(printed(&checked).contains("no faults, 0 warnings"), "{}", printed(&checked));

    fs::write(&path, "mine").unwrap();
    let again = tool(&folder, &["new", "first-night"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(printed(&again).contains("exists already"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_new_story_says_what_is_left_to_do() {
    let folder = empty_folder("new-from-template");
    let output = tool(&folder, &["new", "the-crane", "--template", "species", "--lang", "ar"]);
    assert_eq!(
        printed(&output),
        "the-crane.story.json is written. Check it with: story-card check the-crane.story.json\n\
         Replace what stands in [brackets], and with it the numbers, dates and addresses.\n\
         Translate the texts, and what stands under \"messages\".\n"
    );
    let text = fs::read_to_string(folder.join("the-crane.story.json")).unwrap();
    assert!(text.contains("\"lang\": \"ar\",\n  \"dir\": \"rtl\",\n  \"messages\": {\n"));
    let checked = tool(&folder, &["check", "the-crane.story.json"]);
    assert!(printed(&checked).contains("no faults, 0 warnings"), "{}", printed(&checked));
}

#[test]
fn a_story_with_all_there_is_explains_itself() {
    let folder = empty_folder("new-full");
    assert!(tool(&folder, &["new", "all", "--full"]).status.success());
    let text = fs::read_to_string(folder.join("all.story.json")).unwrap();
    assert!(text.starts_with("// A story with every section"));
    let checked = tool(&folder, &["check", "all.story.json"]);
    assert!(printed(&checked).contains("no faults, 0 warnings"), "{}", printed(&checked));
    assert!(!tool(&folder, &["new", "both", "--full", "--template", "film"]).status.success());
}

#[test]
fn a_name_that_is_no_id_is_refused() {
    let folder = empty_folder("names");
    for name in ["First Night", "../first", ""] {
        let output = tool(&folder, &["new", name]);
        assert_eq!(output.status.code(), Some(1));
        assert!(printed(&output).contains("is not an id"));
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}
