//! `story-card serve` as a browser meets it: the page, its files, and what it says while a story is
//! written.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "tables/museum.rs"]
mod museum;
#[path = "runtime/small.rs"]
mod runtime;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A GIF of one pixel, as far as `check` looks.
const GIF: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0\0\0\0;";

/// A folder of this test alone, with the minimal story and something like a runtime.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve").join(name);
    let _ = fs::remove_dir_all(&folder);
    runtime::write(&folder.join("dist"), [b""; 3]);
    let minimal = root.join("tests/stories/good/minimal.story.json");
    fs::copy(minimal, folder.join("x.story.json")).unwrap();
    folder
}

/// The same, whose story has the picture `x.png`, which is not there yet.
fn folder_with_image(name: &str) -> PathBuf {
    let folder = folder(name);
    let story = folder.join("x.story.json");
    let good = fs::read_to_string(&story).unwrap();
    let image = "\"image\": { \"url\": \"x.png\", \"alt\": \"So.\" }, \"format\": 1";
    fs::write(story, good.replace("\"format\": 1", image)).unwrap();
    folder
}

/// A running tool; it ends with the test.
struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(folder: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_story-card"))
            .current_dir(folder)
            .args(["serve", "x.story.json", "--port", "0"])
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("http://").unwrap().split('/').next().unwrap().to_owned();
        assert!(line.ends_with("/ shows x.story.json and follows it. Ctrl+C ends it.\n"), "{line}");
        Self { child, address }
    }

    /// Head and body of what is answered to a path.
    fn ask(&self, path: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> String {
        let (head, body) = self.ask(path, &self.address);
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        body
    }
}

#[test]
fn the_page_holds_the_card_and_finds_its_files() {
    let server = Server::start(&folder("page"), &[]);
    let page = server.get("/");
    assert!(page.contains("<story-card src=\"x.story.json\""), "{page}");
    assert!(page.contains("The Skerry Light") && !page.contains("<pre role"));
    assert!(page.contains("<script type=\"module\" src=\"reload.js?1\">"), "{page}");
    assert!(server.get("/reload.js").contains("location.reload()"));
    assert!(server.get("/x.story.json").starts_with("{\"format\":1"));
    assert_eq!(server.get("/version"), "1");
    let (head, _) = server.ask("/story-card.css", &server.address);
    assert!(head.contains("content-type: text/css; charset=utf-8"), "{head}");
    assert!(head.contains("cache-control: no-store"), "{head}");
    for path in ["/dist/story-card.js", "/../Cargo.toml", "/y"] {
        assert!(server.ask(path, &server.address).0.starts_with("HTTP/1.1 404"), "{path}");
    }
}

#[test]
fn faults_stand_above_the_last_good_card() {
    let folder = folder("faults");
    let story = folder.join("x.story.json");
    let good = fs::read_to_string(&story).unwrap();
    let server = Server::start(&folder, &[]);
    server.get("/");
    fs::write(&story, good.replace("\"title\": \"The Skerry Light\"", "\"titel\": \"<b>\""))
        .unwrap();
    assert_eq!(server.get("/version"), "2");
    let page = server.get("/");
    let (before, behind) = page.split_once("<story-card").unwrap();
    assert!(before.contains("fault: the key \"titel\" is unknown"), "{before}");
    assert!(before.contains("\"titel\": \"&lt;b&gt;\""), "{before}");
    assert!(behind.contains("The Skerry Light"), "the last good card");
    assert!(server.get("/x.story.json").contains("The Skerry Light"));

    fs::write(&story, good.replace("The Skerry Light", "The Holm Light")).unwrap();
    let page = server.get("/");
    assert!(page.contains("The Holm Light") && !page.contains("<pre role"), "{page}");
    assert_eq!(server.get("/version"), "3");
    fs::remove_file(&story).unwrap();
    assert!(server.get("/").contains("reading x.story.json: "));
}

#[test]
fn a_story_that_was_never_good_shows_its_faults() {
    let folder = folder("never");
    fs::write(folder.join("x.story.json"), "{ 'format': 1 }").unwrap();
    let server = Server::start(&folder, &[]);
    let page = server.get("/");
    assert!(page.contains("this text stands in single quotes"), "{page}");
    assert!(page.contains("reload.js?1") && !page.contains("<story-card"), "{page}");
}

#[test]
fn a_picture_is_shown_and_followed() {
    let folder = folder_with_image("picture");
    let server = Server::start(&folder, &[]);
    let page = server.get("/");
    assert!(page.contains("<details><summary>Warnings: 1</summary>"), "{page}");
    assert!(page.contains("there is no file \"x.png\" beside the story"), "{page}");
    fs::write(folder.join("x.png"), GIF).unwrap();
    assert_eq!(server.get("/version"), "2");
    assert_eq!(server.get("/x.png"), GIF);
    assert!(!server.get("/").contains("Warnings:"));
}

#[test]
fn a_draft_leaves_out_what_has_faults() {
    let folder = folder("draft");
    let story = folder.join("x.story.json");
    let good = fs::read_to_string(&story).unwrap();
    fs::write(&story, good.replace("\"sources\"]", "\"sources\", \"cast\"]")).unwrap();
    let server = Server::start(&folder, &["--draft"]);
    let page = server.get("/");
    let wrong = "warning: the section \"cast\" has no content, and is left out of the draft";
    assert!(page.contains(wrong) && page.contains("<story-card"), "{page}");
    assert!(page.contains("<details open><summary>Warnings: 1</summary>"), "{page}");
}

#[test]
fn only_this_machine_is_answered() {
    let server = Server::start(&folder("host"), &[]);
    assert!(server.address.starts_with("127.0.0.1:"));
    let (head, _) = server.ask("/", "example.org");
    assert!(head.starts_with("HTTP/1.1 403"), "{head}");
    assert!(server.ask("/", "localhost:1234").0.starts_with("HTTP/1.1 200"));
}

#[test]
fn what_cannot_be_served_is_said() {
    let folder = folder("refused");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
        let output = command.current_dir(&folder).arg("serve").args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(run(&["-"]).contains("serve watches the file of a story; - has none"));
    assert!(run(&["x.story.json", "--runtime", "nowhere"]).contains("Name the folder"));
    let server = Server::start(&folder, &[]);
    let port = server.address.split(':').next_back().unwrap();
    let said = run(&["x.story.json", "--port", port]);
    assert!(said.contains(&format!("listening on port {port}: ")), "{said}");
}

#[test]
fn a_table_that_changes_is_followed() {
    let folder = folder("tables");
    museum::write(&folder);
    fs::rename(folder.join("museum.story.json"), folder.join("x.story.json")).unwrap();
    let server = Server::start(&folder, &[]);
    assert!(server.get("/").contains("the wing, open"));
    assert!(!server.get("/x.story.json").contains("csv"));

    let visitors = folder.join("data/visitors.csv");
    let good = fs::read_to_string(&visitors).unwrap();
    fs::write(&visitors, good.replace("77.5", "many")).unwrap();
    assert_eq!(server.get("/version"), "2");
    let page = server.get("/");
    let wrong = "in data/visitors.csv, row 3, column \"visitors\": \"many\" is not a number";
    assert!(page.contains(wrong) && page.contains("the wing, open"), "{page}");

    fs::write(&visitors, good.replace("the wing, open", "the new wing")).unwrap();
    let page = server.get("/");
    assert!(page.contains("the new wing") && !page.contains("fault:"), "{page}");
    fs::remove_file(&visitors).unwrap();
    assert!(server.get("/").contains("there is no file data/visitors.csv"));
    fs::write(&visitors, good).unwrap();
    assert!(server.get("/").contains("the wing, open"));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_file_is_said_and_holds_nothing_up() {
    let folder = folder_with_image("pipes");
    let pipe = |name: &str| {
        let _ = fs::remove_file(folder.join(name));
        assert!(Command::new("mkfifo").arg(folder.join(name)).status().unwrap().success());
    };
    let story = fs::read_to_string(folder.join("x.story.json")).unwrap();
    pipe("x.png");
    let server = Server::start(&folder, &[]);
    assert!(server.get("/").contains("x.png: it is a pipe"), "{}", server.get("/"));
    pipe("x.story.json");
    assert!(server.get("/").contains("x.story.json: it is a pipe"), "{}", server.get("/"));
    for name in ["x.png", "x.story.json"] {
        fs::remove_file(folder.join(name)).unwrap();
    }
    fs::write(folder.join("x.story.json"), story).unwrap();
    assert!(server.get("/").contains("<story-card"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_that_is_put_right_is_followed() {
    let folder = folder_with_image("link");
    let other = folder.with_extension("gif");
    fs::write(&other, GIF).unwrap();
    std::os::unix::fs::symlink(other, folder.join("x.png")).unwrap();
    let server = Server::start(&folder, &[]);
    assert!(server.get("/").contains("the picture \"x.png\" does not stand beside the story"));
    assert!(server.ask("/x.png", &server.address).0.starts_with("HTTP/1.1 404"));
    fs::remove_file(folder.join("x.png")).unwrap();
    fs::write(folder.join("x.png"), GIF).unwrap();
    assert_eq!(server.get("/version"), "2");
    assert_eq!(server.get("/x.png"), GIF);
}

#[test]
fn a_release_survives_a_panic_too() {
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    let (_, profiles) = manifest.split_once("[profile.release]").unwrap();
    assert!(!profiles.lines().any(|line| line.starts_with("panic")), "`serve` unwinds");
}
