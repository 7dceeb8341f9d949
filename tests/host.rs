//! The commands say and write the same wherever their files are: in a folder of this machine, and in
//! memory, as in a page with an editor.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "tables/museum.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod museum;
#[path = "runtime/small.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod small;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser;
use story_card::cli::{Cli, End, Files, Host, MOST_BYTES, MemoryFiles, run};

/// What a command has left: how it ended, what it printed, what it said besides, its files.
type Left = (bool, String, String, BTreeMap<PathBuf, Vec<u8>>);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project, under its own name.
fn file(path: &str) -> (String, Vec<u8>) {
    let name = Path::new(path).file_name().unwrap().to_string_lossy().into_owned();
    (name, fs::read(root().join(path)).unwrap())
}

/// Something like a runtime.
fn runtime() -> Vec<(String, Vec<u8>)> {
    let files = small::files([b"//\n", b"//\n", b"\0asm"]);
    files.into_iter().map(|(name, bytes)| (format!("runtime/{name}"), bytes)).collect()
}

/// Runs a command in a folder with these files.
fn in_folder(name: &str, files: &[(String, Vec<u8>)], line: &[&str]) -> Left {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("host").join(name);
    let _ = fs::remove_dir_all(&folder);
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    let output = command.current_dir(&folder).args(line).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let mut left = BTreeMap::new();
    collect(&folder, &folder, &mut left);
    (output.status.success(), text(output.stdout), text(output.stderr), left)
}

fn collect(top: &Path, folder: &Path, left: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(top, &path, left);
        } else {
            let bytes = fs::read(&path).unwrap();
            left.insert(path.strip_prefix(top).unwrap().to_owned(), bytes);
        }
    }
}

/// Runs a command on these files in memory.
fn in_memory(files: &[(String, Vec<u8>)], line: &[&str]) -> Left {
    let memory = MemoryFiles::default();
    for (name, bytes) in files {
        memory.write(Path::new(name), bytes).unwrap();
    }
    let (mut output, mut remarks) = (Vec::new(), Vec::new());
    let mut host = Host {
        files: &memory,
        runtime: None,
        input: &mut &b""[..],
        output: &mut output,
        remarks: &mut remarks,
        has_colours: false,
    };
    let cli = Cli::try_parse_from([&["story-card"], line].concat()).unwrap();
    let is_well = match run(cli, &mut host) {
        Ok(end) => matches!(end, End::Well),
        Err(error) => {
            remarks.extend(format!("story-card: {error}\n").into_bytes());
            false
        }
    };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let left = memory.paths().into_iter().map(|path| {
        let bytes = memory.read(&path, MOST_BYTES).unwrap();
        (path, bytes)
    });
    (is_well, text(output), text(remarks), left.collect())
}

/// Both ways leave the same.
fn assert_same(name: &str, files: &[(String, Vec<u8>)], line: &[&str]) -> Left {
    let (native, memory) = (in_folder(name, files, line), in_memory(files, line));
    assert_eq!(native.0, memory.0, "{line:?}: {}", memory.2);
    assert_eq!(native.1, memory.1, "{line:?}");
    assert_eq!(native.2, memory.2, "{line:?}");
    let names = |left: &Left| left.3.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&native), names(&memory), "{line:?}");
    assert!(native.3 == memory.3, "{line:?}: the files have the same bytes");
    native
}

#[test]
fn stories_are_checked_alike() {
    let folder = root().join("tests/stories/bad");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().display().to_string())
        .filter(|path| path.ends_with(".json") && !path.contains(".report."))
        .map(|path| file(path.strip_prefix(&format!("{}/", root().display())).unwrap()))
        .collect();
    files.sort();
    assert!(files.len() > 60, "the stories were found");
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    for format in ["text", "json", "github"] {
        let mut line = vec!["check", "--format", format];
        line.extend(names.iter().map(String::as_str));
        let (is_well, ..) = assert_same("check", &files, &line);
        assert!(!is_well);
    }
}

#[test]
fn a_story_is_built_alike() {
    let (name, bytes) = file("tests/stories/good/everything.story.json");
    let files = [runtime(), vec![(name.clone(), bytes)]].concat();
    let line = ["build", &name, "--out", "out/card", "--runtime", "runtime"];
    let (is_well, .., left) = assert_same("build", &files, &line);
    assert!(is_well && left.contains_key(Path::new("out/card/everything.offline.html")));
    assert!(assert_same("card", &files, &["card", &name]).1.contains("sc-"));
}

#[test]
fn what_is_not_there_is_missed_alike() {
    assert_same(
        "no-runtime",
        &[file("tests/stories/good/minimal.story.json")],
        &["build", "minimal.story.json", "--out", "out"],
    );
    let folder = [("a.story.json/b".to_owned(), Vec::new())];
    assert!(!assert_same("a-folder", &folder, &["check", "a.story.json"]).0);
}

#[test]
fn stories_are_begun_alike() {
    let (.., left) = assert_same("new", &[], &["new", "first-night", "--full", "--lang", "pl"]);
    let files: Vec<_> =
        left.into_iter().map(|(path, bytes)| (path.display().to_string(), bytes)).collect();
    assert!(!assert_same("again", &files, &["new", "first-night"]).0, "it is there already");
    let quiz = [("quiz.gift".to_owned(), b"::One::What? {=This ~That}".to_vec())];
    let (is_well, .., left) = assert_same("import", &quiz, &["import", "gift", "quiz.gift"]);
    assert!(is_well && left.contains_key(Path::new("quiz.story.json")));
    assert!(assert_same("schema", &[], &["schema"]).0);
    assert!(assert_same("guide", &[], &["guide"]).0);
}

#[test]
fn a_story_with_tables_is_read_and_corrected_alike() {
    let files = museum::files().into_iter();
    let mut files: Vec<_> = files.map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    assert!(assert_same("tables", &files, &["check", "museum.story.json"]).0);
    files.retain(|(name, _)| name != "rooms.csv");
    assert!(!assert_same("no-table", &files, &["check", "museum.story.json"]).0);
    let slips = [("x.story.json".to_owned(), b"{ 'format': 1, }".to_vec())];
    let (.., left) = assert_same("fix", &slips, &["check", "--fix", "x.story.json"]);
    assert!(left[Path::new("x.story.json")].starts_with(b"{ \"format\""));
}
