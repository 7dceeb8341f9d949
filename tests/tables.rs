//! Data from CSV files beside a story: what is made of them, and what is said of those that are
//! wrong.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proptest::prelude::*;
use story_card::story::{Data, Filled, PictureFile, Story};

#[path = "stories/promises.rs"]
mod promises;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables")
}

/// A file of the folder, as the tool would give it.
fn table(path: &str) -> Result<Vec<u8>, (String, String)> {
    let missing = |_| (format!("there is no file {path}"), "Put it there.".to_owned());
    fs::read(folder().join(path)).map_err(missing)
}

fn text(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap()
}

fn printed(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn tool(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

/// What stands for the references of the good story if it is written out.
const ROWS: &str = r#"
      "rows": [
        {"id": "2021", "label": "2021", "values": [41]},
        {"id": "2022", "label": "2022", "annotation": "the wing, open", "values": [77.5]},
        {"id": "2024", "label": "2024", "values": [{"value": 90, "low": 86, "high": 93}]}
      ]"#;
const STACKED: &str = r#"
      "series": [{"id": "tickets", "label": "tickets"}, {"id": "town", "label": "The town", "subject": true}],
      "rows": [
        {"id": "2021", "label": "2021", "values": [0.90, 1.4]},
        {"id": "2022", "label": "2022", "values": [1, null]},
        {"id": "2024", "label": "2024", "values": [1.5, 1.5]}
      ]"#;
const LINES: &str = r#"
      "columns": [
        {"id": "adults", "label": "Adults", "x": ["2000", "2010-06", "2020-Q1"], "y": [4, 6.50, 12.5], "low": [3, null, 12.5], "high": [5.5, null, 13], "labels": ["Free on Sundays", "", ""]},
        {"id": "children", "label": "Children", "x": ["2000", "2010-06", "2020-Q1"], "y": [2, null, 0], "labels": ["Free on Sundays", "", ""]}
      ]"#;
const POINTS: &str = r#"
      "columns": [{"id": "visitors", "label": "visitors", "x": [12, 30], "y": [90, 84], "size": [7, 20.5], "labels": ["Ours", "The castle"]}]"#;
const MONTHS: &str = r#"
      "series": [{"id": "visitors", "label": "visitors"}, {"id": "mean", "label": "mean", "mark": "line"}],
      "rows": [
        {"id": "may", "label": "May", "date": "2024-05", "values": [3, 4]},
        {"id": "june", "label": "June", "date": "2024-06", "values": [2.5, null]}
      ]"#;
const EVENTS: &str = r#"[
      {"id": "the-wing-is-planned", "lane": "house", "date": "2018/2019-06", "title": "The wing is planned", "text": "It was the *third* plan.", "tags": ["house", "plan"], "sources": ["news"]},
      {"id": "the-wing-opens", "lane": "house", "date": "2022-03-12", "title": "The wing opens", "subject": true, "sources": ["report", "news"], "see": ["charts/visitors"]},
      {"id": "the-hall", "lane": "tour", "order": 1, "title": "The hall"},
      {"id": "the-wing", "lane": "tour", "order": {"from": 2, "to": 3}, "title": "The wing"}
    ]"#;

/// The good story with its data written out.
fn written_out() -> String {
    let mut story = text("museum.story.json");
    for (begins, data) in [
        ("\"data\"", ROWS),
        ("\"data\"", STACKED),
        ("\"data\"", LINES),
        ("\"data\"", POINTS),
        ("\"data\"", MONTHS),
        ("{\"csv\"", EVENTS),
    ] {
        let start = story.find(begins).unwrap();
        let end = start + story[start..].find('\n').unwrap();
        story.replace_range(start..end, data);
    }
    story
}

#[test]
fn a_story_with_tables_is_the_story_with_its_data_written_out() {
    let original = text("museum.story.json");
    let filled = Filled::new(&original, &mut table);
    assert!(filled.has_tables());
    let story = filled.parse().unwrap_or_else(|faults| panic!("{}", faults[0]));
    promises::check(&story);
    let expected =
        Story::parse_text(&written_out()).unwrap_or_else(|faults| panic!("{}", faults[0]));
    assert_eq!(story, expected);
    assert_eq!(Story::parse_text(filled.text()).unwrap(), expected);
}

/// The good story with other events: a table of one row, and the same written out.
fn with_event(cells: [&str; 2], written: &str) -> (Filled, String) {
    let [names, row] = cells;
    let csv =
        format!("lane,title,date,sources,{names}\nhouse,The wing opens,2022-03-12,report,{row}\n");
    let original = text("museum.story.json").replace(
        r#"{"csv": "data/events.csv", "date": "when", "title": "what"}"#,
        r#"{"csv": "wing.csv"}"#,
    );
    let filled = Filled::new(&original, &mut |path| match path {
        "wing.csv" => Ok(csv.clone().into_bytes()),
        _ => table(path),
    });
    let event = format!(
        r#"[{{"id": "the-wing-opens", "lane": "house", "date": "2022-03-12", "title": "The wing opens", "sources": ["report"], {written}}}]"#
    );
    (filled, written_out().replace(EVENTS, &event))
}

#[test]
fn an_event_of_a_table_has_a_picture_and_other_dates() {
    let cases = [
        (
            [
                "image,alt,credit,width,height",
                "wing.png,The wing from the south,Photo: *the town*,600,400",
            ],
            r#""image": {"url": "wing.png", "alt": "The wing from the south", "credit": "Photo: *the town*", "width": 600, "height": 400}"#,
        ),
        (
            ["other_dates", "\"2022-03-13T10:30: news; about 2021: report, news\""],
            r#""other_dates": [{"date": "2022-03-13T10:30", "sources": ["news"]}, {"date": "about 2021", "sources": ["report", "news"]}]"#,
        ),
        // A table without pictures has columns of its own.
        (["Height,alt,status", "40,high,reported"], r#""status": "reported""#),
        // What is said of a picture that is not there is nothing.
        (["image,alt,other_dates,status", ",The wing,,reported"], r#""status": "reported""#),
    ];
    for (cells, written) in cases {
        let (filled, written_out) = with_event(cells, written);
        let story = filled.parse().unwrap_or_else(|faults| panic!("{}", faults[0]));
        let expected =
            Story::parse_text(&written_out).unwrap_or_else(|faults| panic!("{}", faults[0]));
        assert_eq!(story.timeline, expected.timeline, "{written}");
    }
}

#[test]
fn what_a_table_says_wrongly_of_an_event_is_told_at_its_cell() {
    for (cells, wrong) in [
        (
            ["other_dates", "2022-03-13T10:30"],
            "in wing.csv, row 2, column \"other_dates\": \"2022-03-13T10:30\" is no date with its sources",
        ),
        (
            ["image,alt,credit,width,height", "wing.png,The wing,Town,wide,400"],
            "in wing.csv, row 2, column \"width\": \"wide\" is not a number",
        ),
        (
            ["image,credit,width,height", "wing.png,Town,600,400"],
            "in wing.csv, row 2, column \"image\": the key \"alt\" is missing",
        ),
        // A column for one of what an event has several of would be passed over.
        (["tag", "house"], "the column \"tag\" means nothing. Did you mean \"tags\"?"),
        (["shrot", "The wing"], "the column \"shrot\" means nothing. Did you mean \"short\"?"),
    ] {
        let (filled, _) = with_event(cells, "\"text\": \"\"");
        let faults = filled.parse().unwrap_err();
        assert!(
            faults.iter().any(|fault| fault.to_string().contains(wrong)),
            "{wrong}: {}",
            faults[0]
        );
    }
}

#[test]
fn a_story_without_tables_stays_as_it_is() {
    let good = fs::read_to_string("tests/stories/good/everything.story.json").unwrap();
    let filled = Filled::new(&good, &mut |_| panic!("nothing is to be read"));
    assert!(!filled.has_tables());
    assert_eq!(filled.text(), good);
}

/// `UPDATE_EXPECT=1 cargo test --test tables` writes the expected faults anew; read the difference.
#[test]
fn what_is_wrong_is_said_with_file_row_and_column() {
    let output = tool(&folder(), &["check", "bad.story.json"]);
    assert_eq!(output.status.code(), Some(1));
    let path = folder().join("bad.faults.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, printed(&output)).unwrap();
    }
    assert_eq!(printed(&output), fs::read_to_string(path).unwrap());
}

#[test]
fn warnings_stand_where_the_author_wrote() {
    let mut original = String::from("\u{feff}");
    original.push_str(&text("museum.story.json").replace("\"The newspaper\"", "\"<b>News</b>\""));
    let filled = Filled::new(&original, &mut |path| {
        let read = String::from_utf8(table(path)?).unwrap();
        Ok(read.replace("third", "<i>third</i>").into_bytes())
    });
    let story = filled.parse().unwrap();
    let mut found = String::new();
    for warning in filled.warnings(&story, &|_| PictureFile::Unknown) {
        assert!(original.is_char_boundary(warning.at.offset));
        writeln!(found, "{warning}").unwrap();
    }
    let looks = "Readers will see it as it stands; write *emphasis* or plain text.";
    let expected = format!(
        "line 8, column 29, sources[1].title: \"<b>\" looks like HTML. {looks}\n\
         line 13, column 23, timeline.events.csv: in data/events.csv, row 2, column \"text\": \
         \"<i>\" looks like HTML. {looks}\n"
    );
    assert_eq!(found, expected);
}

#[test]
fn a_card_that_meets_a_table_says_how_the_data_get_in() {
    let faults = Story::parse_text(&text("museum.story.json")).unwrap_err();
    let found: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        found[0],
        "line 13, column 15, timeline.events: these data stand in a CSV file, which a card does not \
         read. Build the story with `story-card build`, which writes them into it."
    );
    assert_eq!(found.len(), 6, "{found:#?}");
    assert!(found[1].starts_with("line 18, column 15, charts[0].data: these data"), "{}", found[1]);
}

#[test]
fn a_link_in_the_folder_that_leads_out_of_it_is_refused() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tables-link");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("story")).unwrap();
    let story = text("museum.story.json").replace("data/events.csv", "events.csv");
    fs::write(folder.join("story/museum.story.json"), story).unwrap();
    fs::write(folder.join("events.csv"), "secret\n1\n").unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../events.csv", folder.join("story/events.csv")).unwrap();
        let output = tool(&folder, &["check", "story/museum.story.json"]);
        let printed = printed(&output);
        assert!(printed.contains("events.csv leads out of the folder of the story"), "{printed}");
        assert!(!printed.contains("secret"), "{printed}");
    }
}

/// The numbers of a line.
fn numbers(story: &Story, chart: usize) -> Vec<Option<f64>> {
    match &story.charts[chart].data {
        Data::Columns(columns) => columns.lines[0].y.clone(),
        Data::Rows(_) => panic!("a chart of rows"),
    }
}

#[test]
fn an_empty_cell_is_a_gap() {
    let original = text("museum.story.json");
    let filled = Filled::new(&original, &mut |path| {
        let read = String::from_utf8(table(path)?).unwrap();
        Ok(read.replace("6.50", " ").into_bytes())
    });
    assert_eq!(numbers(&filled.parse().unwrap(), 2), [Some(4.0), None, Some(12.5)]);
}

/// No table and no number of them fills the memory: what a story cannot hold is told.
#[test]
fn a_table_that_is_too_long_is_told_before_it_is_written() {
    let faults = |table: String| -> Vec<String> {
        let original = text("museum.story.json");
        let filled = Filled::new(&original, &mut |_| Ok(table.clone().into_bytes()));
        filled.parse().unwrap_err().into_iter().map(|fault| fault.to_string()).collect()
    };
    let rows =
        |count: usize| "year,visitors,from,to,remark\n".to_owned() + &"a,1,1,1,x\n".repeat(count);
    let found = faults(rows(201)).concat();
    assert!(found.contains("the table has 201 rows. It may have at most 200 here."), "{found}");
    let found = faults(rows(100_001)).concat();
    assert!(found.contains("the table has more than 100000 rows"), "{found}");
    let found = faults("a,".repeat(2_000) + "\n1\n").concat();
    assert!(found.contains("the table has 2001 columns"), "{found}");
}

#[test]
fn many_tables_are_told_when_they_are_too_much() {
    let table = "x,y\n".to_owned() + &"1234567,1234567\n".repeat(5000);
    let chart =
        r#"{"kind": "lines", "data": {"csv": "a.csv", "x": "x", "y": ["y", "y", "y", "y", "y"]}}"#;
    let charts = vec![chart; 500].join(",");
    let original = format!("{{\"format\": 1, \"charts\": [{charts}]}}");
    let filled = Filled::new(&original, &mut |_| Ok(table.clone().into_bytes()));
    assert!(filled.text().len() < 20 * 1024 * 1024, "{}", filled.text().len());
    let found: String = filled.parse().unwrap_err().iter().map(ToString::to_string).collect();
    assert!(found.contains("the tables make the story too large"), "{found}");
}

#[test]
fn a_story_with_tables_may_nest_as_deeply_as_it_likes() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let original =
        format!("{{\"timeline\": {{\"events\": {{\"csv\": \"a.csv\"}}}}, \"x\": {deep}}}");
    let filled = Filled::new(&original, &mut |_| Ok(b"date,title\n2000,A\n".to_vec()));
    let found = filled.parse().unwrap_err();
    assert_eq!(found[0].wrong, "the text is nested too deeply");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_table_makes_a_story_or_faults_at_its_name(
        rows in prop::collection::vec("[a-z0-9\"',;.\\-\\n /é]{0,40}", 0..8),
        head in prop::sample::select(vec!["year,gross", "year;gross", "date,title,lane", "x"]),
    ) {
        let table = format!("{head}\n{}", rows.join("\n"));
        let original = text("museum.story.json")
            .replace("\"visitors\", \"low\": \"from\", \"high\": \"to\"", "\"gross\"")
            .replace(", \"annotation\": \"remark\"", "")
            .replace(", \"date\": \"when\", \"title\": \"what\"", "");
        let filled = Filled::new(&original, &mut |_| Ok(table.clone().into_bytes()));
        match filled.parse() {
            Ok(story) => promises::check(&story),
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    let line = original.lines().nth(fault.at.line - 1).unwrap();
                    prop_assert!(line.contains("csv") || line.contains("see"), "{fault}");
                }
            }
        }
    }
}
