//! What `story-card check` says of stories with faults: each fixture has its exact report, for
//! people and for programs.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Checks a file of a folder below `tests/stories`.
fn check(folder: &str, arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories").join(folder);
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(root).arg("check").args(arguments).output().unwrap()
}

fn printed(output: &Output) -> String {
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The stories of a folder below `tests/stories`, by name.
fn names(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories").join(folder);
    let entries = fs::read_dir(root).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".story.json"))
        .collect();
    names.sort();
    names
}

/// The folders with stories of which there is something to say, and how many stories each has.
const FOLDERS: [(&str, usize); 3] = [("bad", 40), ("not-json", 40), ("slips", 2)];

/// `UPDATE_EXPECT=1 cargo test --test check` writes the expected reports anew; read the difference.
#[test]
fn every_story_with_faults_has_exactly_its_report() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut differences = String::new();
    for (folder, least) in FOLDERS {
        let names = names(folder);
        assert!(names.len() >= least, "the fixtures of {folder} are gone");
        for name in names {
            for (format, ending) in [("text", "report.txt"), ("json", "report.json")] {
                let found = printed(&check(folder, &[&name, "--format", format]));
                let expected_name = name.replace("story.json", ending);
                let path: PathBuf =
                    [env!("CARGO_MANIFEST_DIR"), "tests/stories", folder, &expected_name]
                        .iter()
                        .collect();
                if update {
                    fs::write(&path, &found).unwrap();
                }
                let expected = fs::read_to_string(&path).unwrap_or_default();
                if found != expected {
                    let path = path.display();
                    writeln!(differences, "{path}\nfound:\n{found}expected:\n{expected}").unwrap();
                }
            }
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn the_forms_of_a_report_agree() {
    for (folder, _) in FOLDERS {
        for name in names(folder) {
            let text = check(folder, &[&name]);
            let json = check(folder, &[&name, "--format", "json"]);
            assert_eq!(text.status.code(), json.status.code(), "{name}");
            let reports: Value = serde_json::from_slice(&json.stdout).unwrap();
            let [report] = &reports.as_array().unwrap()[..] else { panic!("{reports}") };
            let findings = report["findings"].as_array().unwrap();
            let ending = if findings.len() == 1 { "" } else { "s" };
            let faults = format!("{name}: {} fault{ending}", findings.len());
            if report["ok"] == false {
                assert_eq!(text.status.code(), Some(1));
                assert!(printed(&text).contains(&faults), "{faults}");
            }
        }
    }
}

#[test]
fn several_files_are_one_array() {
    let output = check("good", &["minimal.story.json", "../bad/empty.story.json", "--format=json"]);
    assert_eq!(output.status.code(), Some(1));
    let reports: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reports[0]["ok"], true);
    assert_eq!(reports[0]["findings"].as_array().unwrap().len(), 0);
    assert_eq!(reports[1]["ok"], false);
}

#[test]
fn workflows_get_annotations() {
    let output = check("not-json", &["single-quotes.story.json", "--format", "github"]);
    assert_eq!(
        printed(&output),
        "::error file=single-quotes.story.json,line=3,endLine=3,col=3,endColumn=7::this text stands \
         in single quotes. Write double quotes around it. And 2 more like this.\n"
    );
    let output = check("bad", &["unknown-key-near.story.json", "--format", "github"]);
    assert_eq!(
        printed(&output),
        "::error file=unknown-key-near.story.json,line=4,endLine=4,col=3,endColumn=10::titel: the \
         key \"titel\" is unknown. Did you mean \"title\"?\n"
    );
}

/// A folder of this test alone with one story.
fn with_story(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("x.story.json"), text).unwrap();
    folder
}

fn report(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    let command = command.current_dir(folder).args(["check", "x.story.json"]).args(arguments);
    printed(&command.output().unwrap())
}

#[test]
fn repeats_are_told_once_and_counted() {
    let facts: String = (0..60)
        .map(|n| format!("    {{ \"id\": \"f{n}\", \"text\": \"So.\", \"note\": 1 }},\n"))
        .collect();
    let text = format!("{{\n  \"overview\": {{ \"facts\": [\n{facts}  ] }},\n}}\n");
    let report = report(&with_story("repeats", &text), &[]);
    let told = "fault: the key \"note\" is unknown";
    assert_eq!(report.matches(told).count(), 1, "{report}");
    let others = "and 59 more like this, in lines 4, 5, 6, 7, 8, 9, 10, 11, …";
    assert!(report.contains(others), "{report}");
}

#[test]
fn no_more_than_fifty_are_shown_and_all_are_counted() {
    let keys: String = (0..70).map(|n| format!("  \"key-{n}\": 1,\n")).collect();
    let report = report(&with_story("many", &format!("{{\n{keys}}}\n")), &[]);
    assert_eq!(report.matches("fault: ").count(), 50);
    assert!(report.ends_with("x.story.json: 75 faults, the first 50 shown\n"), "{report}");
}

#[test]
fn a_place_in_a_very_long_line_is_shown_with_what_is_around_it() {
    let long = "é".repeat(20_000);
    let text = format!("{{\"title\": \"{long}\", \"titel\": 1, \"subtitle\": \"{long}\"}}");
    let report = report(&with_story("long", &text), &[]);
    assert!(report.contains("x.story.json:1:20015"), "{report}");
    let line = report.lines().find(|line| line.contains("\"titel\"")).unwrap();
    assert!(line.chars().count() < 200, "{line}");
}

#[test]
fn a_pipe_gets_no_colours() {
    let text = printed(&check("bad", &["unknown-key-near.story.json"]));
    assert!(!text.contains('\u{1b}'));
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    let story = "tests/stories/bad/unknown-key-near.story.json";
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["check", story]);
    let forced = command.env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(printed(&forced).contains('\u{1b}'), "unless it asks for them");
}

#[test]
fn a_story_with_comments_and_trailing_commas_is_good() {
    let output = check("jsonc", &["lighthouse.story.json"]);
    let expected = "lighthouse.story.json: no faults, 0 warnings; 4 statements, 1 source\n";
    assert_eq!(printed(&output), expected);
}

const SLIPS: &str = "{
  // By hand.
  'format': 1
  \"id\": “slips”,
  \"title\": \"Slips\",
  \"as_of\": \"June 6, 2025\",
  \"sections\": [\"faq\"],
  \"sources\": [{ id: \"log\", \"title\": \"The log\", \"published\": \"03/04/1911\" }],
  \"faq\": [
    { \"id\": \"why\", \"question\": \"Why?\", \"answer\": \"So.\", \"sources\": [\"log\"], \"spoiler\": False }
  ]
}
";

#[test]
fn what_has_one_right_form_is_corrected_only_when_asked() {
    let folder = with_story("fix", SLIPS);
    let plain = report(&folder, &[]);
    assert!(plain.ends_with("5 faults; `story-card check --fix` corrects 5\n"), "{plain}");
    assert_eq!(fs::read_to_string(folder.join("x.story.json")).unwrap(), SLIPS);

    let fixed = report(&folder, &["--fix"]);
    let expected = SLIPS
        .replace("'format': 1", "\"format\": 1,")
        .replace("“slips”", "\"slips\"")
        .replace("{ id:", "{ \"id\":")
        .replace("False", "false")
        .replace("June 6, 2025", "2025-06-06");
    assert_eq!(fs::read_to_string(folder.join("x.story.json")).unwrap(), expected);
    assert!(fixed.contains("6 corrected"), "{fixed}");
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests/stories/slips/fix.txt"].iter().collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &fixed).unwrap();
    }
    assert_eq!(fixed, fs::read_to_string(path).unwrap());
}

#[test]
fn a_file_in_which_nothing_is_corrected_is_not_written() {
    let folder = with_story("fix-nothing", "{ \"titel\": 1 }");
    let path = folder.join("x.story.json");
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    assert!(!report(&folder, &["--fix"]).contains("corrected"));
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
}

/// What is corrected is written whole or not at all: a link stays one, and nothing stays behind.
#[cfg(unix)]
#[test]
fn a_correction_keeps_the_permissions_and_the_links_of_a_file() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    let folder = with_story("kept", "{ 'a': 1 }");
    let file = folder.join("x.story.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o646)).unwrap();
    symlink("x.story.json", folder.join("link.json")).unwrap();
    let before = fs::metadata(&file).unwrap().ino();
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(&folder).args(["check", "--fix", "link.json"]).output().unwrap();
    assert!(fs::read_to_string(&file).unwrap().starts_with("{ \"a\": 1 }"));
    let after = fs::metadata(&file).unwrap();
    assert_eq!(after.permissions().mode() & 0o777, 0o646);
    assert_ne!(after.ino(), before, "another file took its place at once");
    assert!(fs::symlink_metadata(folder.join("link.json")).unwrap().is_symlink());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

/// On a full disk, which is a limit of nothing here, an author keeps what she had.
#[cfg(unix)]
#[test]
fn a_correction_that_cannot_be_written_is_said_and_costs_nothing() {
    let folder = with_story("full", "{ 'a': 1 }");
    fs::write(folder.join("y.story.json"), "{ \"b\": 1 }").unwrap();
    let run = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let mut command = Command::new("sh");
    command.current_dir(&folder).args(["-c", run, "sh", env!("CARGO_BIN_EXE_story-card")]);
    command.args(["check", "--fix", "x.story.json", "y.story.json"]);
    let report = printed(&command.output().unwrap());
    assert!(report.contains("the corrections cannot be written"), "{report}");
    assert!(report.contains("y.story.json:1:"), "{report}");
    assert!(!report.contains("corrected"), "{report}");
    assert_eq!(fs::read_to_string(folder.join("x.story.json")).unwrap(), "{ 'a': 1 }");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn a_byte_order_mark_stays() {
    let folder = with_story("fix-mark", "\u{FEFF}{ 'titel': 1 }");
    report(&folder, &["--fix"]);
    let text = fs::read_to_string(folder.join("x.story.json")).unwrap();
    assert_eq!(text, "\u{FEFF}{ \"titel\": 1 }");
}

#[test]
fn programs_are_told_what_is_left_after_a_correction() {
    let folder = with_story("fix-json", "{ 'titel': 1 }");
    let reports: Value =
        serde_json::from_str(&report(&folder, &["--fix", "--format", "json"])).unwrap();
    let findings = reports[0]["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["fixable"] == false), "{reports}");
}

#[test]
fn the_standard_input_cannot_be_corrected() {
    let output = check("good", &["-", "--fix"]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("--fix writes into the file of a story"), "{error}");
}

#[test]
fn every_correction_of_a_fixture_leaves_less_to_correct() {
    for (folder, _) in FOLDERS {
        for name in names(folder) {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories").join(folder);
            let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check/fix-all");
            fs::create_dir_all(&here).unwrap();
            fs::copy(root.join(&name), here.join("x.story.json")).unwrap();
            report(&here, &["--fix"]);
            let left = report(&here, &[]);
            assert!(!left.contains("check --fix` corrects"), "{name}: {left}");
        }
    }
}
