//! `story-card import`: which story is made of what others write, and what is said of the rest.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proptest::prelude::*;
use serde_json::json;

fn tool(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

/// A folder of this test alone with some of the files to import.
fn folder(name: &str, files: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in files {
        fs::copy(fixtures().join(file), folder.join(file)).unwrap();
    }
    folder
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

fn printed(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Imports a fixture, and compares story and remarks with those beside it.
///
/// `UPDATE_EXPECT=1 cargo test --test import` writes these anew; read the difference.
fn compare(kind: &str, file: &str) {
    let folder = folder(file, &[file]);
    let name = file.split('.').next().unwrap();
    let story = format!("{name}.story.json");
    let output = tool(&folder, &["import", kind, file]);
    assert!(output.status.success(), "{}", printed(&output.stdout));
    assert_eq!(
        printed(&output.stdout),
        format!(
            "{story} is written. Check it with: story-card check {story}\nEvery statement rests on \
             the source \"import\" so far: replace it with those that say so.\n"
        )
    );
    let checked = tool(&folder, &["check", &story]);
    assert!(checked.status.success(), "{}", printed(&checked.stdout));
    let made = [
        (story.clone(), fs::read_to_string(folder.join(&story)).unwrap()),
        (format!("{name}.remarks.txt"), printed(&output.stderr).to_owned()),
    ];
    for (name, text) in made {
        let path = fixtures().join(&name);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(text, fs::read_to_string(&path).unwrap_or_default(), "{name}");
    }
}

#[test]
fn questions_in_gift_become_a_quiz() {
    compare("gift", "animals.gift");
}

#[test]
fn a_timeline_of_timelinejs_becomes_a_timeline() {
    compare("timelinejs", "canal.json");
}

#[test]
fn the_spreadsheet_of_timelinejs_becomes_a_timeline() {
    compare("csv", "sheet.csv");
}

#[test]
fn a_table_of_numbers_becomes_a_chart() {
    compare("csv", "gross.csv");
    compare("csv", "towers.csv");
}

#[test]
fn a_table_of_events_becomes_a_timeline() {
    compare("csv", "voyage.csv");
}

#[test]
fn a_table_of_questions_becomes_a_quiz() {
    compare("csv", "questions.csv");
}

#[test]
fn what_nothing_can_be_made_of_is_refused() {
    let folder = folder("refused", &[]);
    let cases: [(&str, &str, &[u8], &str); 7] = [
        ("gift", "a.gift", b"Only a text.\n", "it holds no question that a card can ask."),
        ("gift", "b.gift", b"\xFF", "it is not UTF-8. Save it as UTF-8."),
        ("timelinejs", "c.json", b"{\"events\": [1]}", "it is not the JSON of TimelineJS: "),
        ("timelinejs", "d.json", b"{\"timeline\": {}}", "it is a timeline of TimelineJS 2."),
        ("timelinejs", "e.json", b"{}", "it holds no event with a date."),
        ("csv", "f.csv", b"a,b\nx,y\n", "it has no column of numbers behind the first"),
        ("csv", "g.csv", b"a,b\n1,2,3\n", "row 2: the row has 3 cells, the table 2 columns."),
    ];
    for (kind, file, bytes, why) in cases {
        fs::write(folder.join(file), bytes).unwrap();
        let output = tool(&folder, &["import", kind, file]);
        assert_eq!(output.status.code(), Some(1), "{file}");
        let expected = format!("{file} is no story to be: {why}");
        assert!(printed(&output.stdout).starts_with(&expected), "{}", printed(&output.stdout));
    }
    assert!(
        fs::read_dir(&folder).unwrap().all(|entry| {
            !entry.unwrap().file_name().to_string_lossy().ends_with(".story.json")
        })
    );
}

#[test]
fn a_story_stands_beside_its_file_and_is_never_overwritten() {
    let folder = folder("beside", &[]);
    fs::create_dir_all(folder.join("in")).unwrap();
    fs::copy(fixtures().join("gross.csv"), folder.join("in/gross.csv")).unwrap();
    let arguments = ["import", "csv", "in/gross.csv", "--name", "money"];
    assert!(tool(&folder, &arguments).status.success());
    let story = folder.join("in/money.story.json");
    assert!(fs::read_to_string(&story).unwrap().contains("\"id\": \"money\""));
    fs::write(&story, "mine").unwrap();
    let again = tool(&folder, &arguments);
    assert!(!again.status.success() && printed(&again.stdout).contains("exists already"));
    assert_eq!(fs::read_to_string(&story).unwrap(), "mine");
}

#[test]
fn what_stands_twice_is_taken_once() {
    let folder = folder("twice", &[]);
    let event = json!({"start_date": {"year": 2000}, "text": {"headline": "A"}});
    let other = json!({"start_date": {"year": 2001}, "text": {"headline": "A"}});
    let cases = [
        ("gift", "a.gift", "Is it?{T}\n\nIs it?{T}\n\nIs it?{F}\n".to_owned(), "line 3"),
        ("csv", "b.csv", "question,answer\nWho?,I\nWho?,I\nWho?,You\n".to_owned(), "row 3"),
        ("timelinejs", "c.json", json!({"events": [event, event, other]}).to_string(), "event 2"),
    ];
    for (kind, file, text, place) in cases {
        fs::write(folder.join(file), text).unwrap();
        let output = tool(&folder, &["import", kind, file, "--name", kind]);
        assert!(output.status.success());
        let said = printed(&output.stderr);
        assert!(said.contains(&format!("{place}: it is left out: ")), "{said}");
        let checked = tool(&folder, &["check", &format!("{kind}.story.json")]);
        assert!(checked.status.success(), "{}", printed(&checked.stdout));
        let story = fs::read_to_string(folder.join(format!("{kind}.story.json"))).unwrap();
        let story: serde_json::Value = serde_json::from_str(&story).unwrap();
        let made = [&story["trivia"]["questions"], &story["timeline"]["events"]];
        let made = made.into_iter().find_map(|list| list.as_array()).unwrap();
        assert_eq!(made.len(), 2, "{kind}");
    }
}

/// Texts that fit each alone are too long together; ids of a table may be those of its lanes.
#[test]
fn what_is_joined_or_made_fits_the_story() {
    let folder = folder("fits", &[]);
    let (long, half) = ("word ".repeat(3_990), "word ".repeat(2_400));
    let timeline = json!({"events": [{
        "start_date": {"year": 2000},
        "text": {"headline": "A", "text": long},
        "media": {"url": "https://a.b/c", "caption": "word ".repeat(100)},
    }]});
    let cases = [
        (
            "timelinejs",
            "a.json",
            timeline.to_string(),
            "its media are left out: its text is too long",
        ),
        ("gift", "b.gift", format!("Is it?{{T#{half}#{half}####{half}}}\n"), "it is too long"),
        ("csv", "c.csv", "date,title,lane,id\n2000,A,One,one\n2001,B,Two,two\n".to_owned(), ""),
    ];
    for (kind, file, text, remark) in cases {
        fs::write(folder.join(file), text).unwrap();
        let output = tool(&folder, &["import", kind, file, "--name", kind]);
        assert!(printed(&output.stderr).contains(remark), "{}", printed(&output.stderr));
        let checked = tool(&folder, &["check", &format!("{kind}.story.json")]);
        assert!(checked.status.success(), "{}", printed(&checked.stdout));
    }
}

/// What is said of a file never steers the terminal it is said on.
#[test]
fn no_control_character_reaches_a_terminal() {
    let folder = folder("control", &[]);
    let evil = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}";
    let gift = format!("::a{evil}b\u{d}::{evil}{{}}\n\n::q{evil}::Is it?{{T}}\n");
    fs::write(folder.join("a.gift"), gift).unwrap();
    let lanes: String = (0..14).map(|lane| format!("2000,T,{lane}{evil}\n")).collect();
    fs::write(folder.join("b.csv"), format!("date,title,lane\n{lanes}")).unwrap();
    fs::write(folder.join("c.csv"), format!("x,\"a{evil}\"\nb,{evil}\n")).unwrap();
    let slide = json!({"start_date": {"year": 2000, "month": evil}, "group": evil});
    fs::write(folder.join("d.json"), json!({"events": [slide]}).to_string()).unwrap();
    fs::write(folder.join("e.json"), format!("{{\"{evil}\": \u{1b}}}")).unwrap();
    fs::write(folder.join("f.json"), json!({"format": 1, evil: 1, "lang": evil}).to_string())
        .unwrap();
    fs::write(folder.join(format!("g{evil}.json")), format!("{{'{evil}': 1}}")).unwrap();
    let checked = format!("g{evil}.json");
    let runs: [&[&str]; 8] = [
        &["import", "gift", "a.gift"],
        &["import", "csv", "b.csv"],
        &["import", "csv", "c.csv"],
        &["import", "timelinejs", "d.json"],
        &["import", "timelinejs", "e.json"],
        &["check", "e.json", "f.json", &checked],
        &["check", "--format", "github", "e.json", "f.json", &checked],
        &["check", "--fix", &checked],
    ];
    for run in runs {
        let output = tool(&folder, run);
        for said in [&output.stdout, &output.stderr] {
            let said = printed(said);
            let steers = |it: char| it.is_control() && it != '\n' && it != '\t' || it == '\u{202e}';
            assert!(!said.contains(steers), "{run:?}: {said:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn whatever_timeline_is_imported_is_a_story_without_a_fault(
        events in prop::collection::vec(
            ("-?[0-9]{1,6}|x|", "[0-9]{0,2}", "-?[0-9]{0,6}", "[a-c*\\[\\]<>&é]{0,12}", "(<p>|</p>|<b>|</b>|<a href='https://a.b/c'>|</a>|[a-c*\\[\\]()<> ]){0,12}", "https?://[a-c()]{0,4}|x|"),
            0..20,
        ),
    ) {
        let folder = folder("any-timeline", &[]);
        let mut all = vec![json!({"start_date": {"year": 2000}, "text": {"headline": "First"}})];
        for (year, month, end, group, text, url) in events {
            all.push(json!({
                "start_date": {"year": year, "month": month, "day": month, "hour": month},
                "end_date": {"year": end},
                "group": group,
                "text": {"headline": text, "text": text},
                "media": {"url": url, "caption": text},
            }));
        }
        fs::write(folder.join("any.json"), json!({"events": all, "eras": all, "title": all[0]}).to_string()).unwrap();
        let made = tool(&folder, &["import", "timelinejs", "any.json"]);
        let checked = tool(&folder, &["check", "any.story.json"]);
        prop_assert!(made.status.success() && checked.status.success(), "{}", printed(&checked.stdout));
    }

    /// Each case starts the tool, so they are few and long.
    #[test]
    fn whatever_is_imported_is_a_story_without_a_fault(
        gift in "(:{0,2}|[a-c*\\[\\]\\\\()é <>]|=|~|\\{|\\}|#|->|%50%|%100%|T|1\\.5|\n|\n\n|\\{=a ~b\\}\n\n|\\{T\\}\n\n|::q::|####|<b>|\\[html\\]|//){0,200}",
    ) {
        let folder = folder("any", &[]);
        fs::write(folder.join("any.gift"), format!("Is it so?{{T}}\n\n{gift}")).unwrap();
        let made = tool(&folder, &["import", "gift", "any.gift"]);
        let checked = tool(&folder, &["check", "any.story.json"]);
        prop_assert!(made.status.success() && checked.status.success(), "{}", printed(&checked.stdout));
    }
}

/// What is said of an import, and the story that comes of it, which has no faults.
fn imported(folder: &Path, kind: &str, name: &str, text: &str) -> (String, serde_json::Value) {
    fs::write(folder.join(name), text).unwrap();
    let output = tool(folder, &["import", kind, name]);
    let said = printed(&output.stderr).to_owned();
    assert!(output.status.success() && !said.contains("faults that are left"), "{said}");
    let story = format!("{}.story.json", name.split('.').next().unwrap());
    let story = fs::read_to_string(folder.join(story)).unwrap();
    (said, serde_json::from_str(&story).unwrap())
}

#[test]
fn a_chart_takes_as_many_columns_as_its_kind_may_have() {
    let folder = folder("series", &[]);
    let table = |x: [&str; 2]| {
        let row = |first: &str, cell: &dyn Fn(usize) -> String| {
            (1..=14).fold(first.to_owned(), |row, nth| row + "," + &cell(nth)) + "\n"
        };
        row("x", &|nth| format!("s{nth}")) + &x.map(|x| row(x, &|nth| nth.to_string())).concat()
    };
    for (name, x, kind, most) in
        [("lines.csv", ["2001", "2002"], "lines", 12), ("bars.csv", ["One", "Other"], "bars", 5)]
    {
        let (said, story) = imported(&folder, "csv", name, &table(x));
        let chart = &story["charts"][0];
        assert_eq!(chart["kind"], kind);
        assert_eq!(chart["data"]["y"].as_array().unwrap().len(), most, "{name}");
        let left_out = format!("it is left out: a chart of {kind} has {most} series at most");
        assert_eq!(said.matches(&left_out).count(), 14 - most, "{said}");
    }
}

#[test]
fn of_more_questions_than_a_quiz_may_have_it_is_said_once() {
    let folder = folder("many", &[]);
    let gift = (1..=1003).map(|nth| format!("::Q{nth}::Which {nth}? {{=This ~That}}\n\n"));
    let rows = (1..=1003).map(|nth| format!("Which {nth}?,This\n"));
    let table = "question,answer\n".to_owned() + &rows.collect::<String>();
    for (kind, name, text) in
        [("gift", "q.gift", gift.collect::<String>()), ("csv", "t.csv", table)]
    {
        let (said, story) = imported(&folder, kind, name, &text);
        assert_eq!(story["trivia"]["questions"].as_array().unwrap().len(), 1000);
        let left_out = "this question and all below it are left out: 1000 are the most";
        assert_eq!(said.matches("left out").count(), 1, "{said}");
        assert!(said.contains(left_out), "{said}");
    }
}
