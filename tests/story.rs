//! What a story parses to: every good story is read, every bad one has its exact faults.
//!
//! In: the fixtures of `tests/stories`. Out: texts made at random (`mutants`).
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use story_card::story::{Item, Section, Story};

#[path = "stories/promises.rs"]
mod promises;

/// The stories of a folder, by name.
fn stories(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".story.json"))
        .collect();
    paths.sort();
    paths
}

/// The faults of a text, one to a line; empty for a good story.
fn faults(bytes: &[u8]) -> String {
    let mut out = String::new();
    for fault in Story::parse(bytes).err().unwrap_or_default() {
        writeln!(out, "{fault}").unwrap();
    }
    out
}

fn good(name: &str) -> Story {
    let path = format!("{}/tests/stories/good/{name}.story.json", env!("CARGO_MANIFEST_DIR"));
    Story::parse(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn every_good_story_is_read_and_holds_what_it_promises() {
    let paths: Vec<_> =
        ["tests/stories/good", "static/stories"].into_iter().flat_map(stories).collect();
    assert!(paths.len() >= 2, "the fixtures are gone");
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        let story = Story::parse(&bytes)
            .unwrap_or_else(|_| panic!("{}:\n{}", path.display(), faults(&bytes)));
        promises::check(&story);
    }
}

/// `UPDATE_EXPECT=1 cargo test --test story` writes the expected faults anew; read the difference.
#[test]
fn every_bad_story_has_exactly_its_faults() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let paths = stories("tests/stories/bad");
    assert!(paths.len() >= 40, "the fixtures are gone");
    let mut differences = String::new();
    for path in paths {
        let expected_path =
            PathBuf::from(path.to_string_lossy().replace(".story.json", ".faults.txt"));
        let found = faults(&fs::read(&path).unwrap());
        assert!(!found.is_empty(), "{} is a good story", path.display());
        if update {
            fs::write(&expected_path, &found).unwrap();
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected {
            writeln!(differences, "{}\nfound:\n{found}expected:\n{expected}", path.display())
                .unwrap();
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn a_byte_order_mark_is_accepted_and_counts_as_bytes() {
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(fs::read("tests/stories/good/minimal.story.json").unwrap());
    assert!(Story::parse(&bytes).is_ok());
    let faults = Story::parse(b"\xEF\xBB\xBF{").unwrap_err();
    assert_eq!(faults[0].at.offset, 3);
    assert_eq!((faults[0].at.line, faults[0].at.column), (1, 1));
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    let text = "{\r\n  \"titel\": \"Müller\", \"x\": 1\r\n}\r\n";
    let found = Story::parse(text.as_bytes()).unwrap_err();
    let place = |path: &str| found.iter().find(|fault| fault.path == path).unwrap().at;
    assert_eq!((place("titel").line, place("titel").column), (2, 3));
    assert_eq!((place("x").line, place("x").column), (2, 22));
    assert_eq!(&text[place("x").offset..][..3], "\"x\"");
}

#[test]
fn a_text_that_is_too_large_is_one_fault() {
    let bytes = vec![b' '; 16 * 1024 * 1024 + 1];
    assert_eq!(
        faults(&bytes),
        "line 1, column 1: the story has 16777217 bytes. A story may have at most 16 MB.\n"
    );
}

#[test]
fn a_text_that_is_not_utf_8_is_one_fault() {
    assert_eq!(
        faults(b"{\n \"id\": \"a\xFF\"}"),
        "line 2, column 10: the text is not UTF-8 from here on. Save the file as UTF-8.\n"
    );
}

#[test]
fn deep_nesting_is_refused_without_a_trap() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = open.repeat(200_000);
        assert!(!faults(deep.as_bytes()).is_empty());
        let whole = format!("{{\"trivia\":{deep}1{}}}", close.repeat(200_000));
        let expected = "line 1, column 1: the text is nested too deeply. A story has at most 100 \
                        brackets within each other.\n";
        assert_eq!(faults(whole.as_bytes()), expected);
    }
}

#[test]
fn a_hostile_number_of_faults_is_cut_short() {
    let many = format!("{{\"charts\": [{}1]}}", "{\"a\":1},".repeat(900));
    assert_eq!(Story::parse(many.as_bytes()).unwrap_err().len(), 500);
    let keys: String = (0..100_000).map(|n| format!("\"k{n}\":1,")).collect();
    assert_eq!(Story::parse(format!("{{{keys}\"a\":1}}").as_bytes()).unwrap_err().len(), 500);
}

#[test]
fn lists_and_texts_have_a_bearable_length() {
    let many = |entry: &str, count: usize| vec![entry; count].join(",");
    let cases = [
        (format!("{{\"title\": \"{}\"}}", "a".repeat(20_001)), "this text is 20001 bytes long"),
        (format!("{{\"faq\": [{}]}}", many("{}", 1001)), "the number of entries is 1001"),
        (format!("{{\"sections\": [{}]}}", many("\"faq\"", 5001)), "the number of entries is 5001"),
        (
            format!("{{\"overview\": {{\"text\": \"a\", \"sources\": [{}]}}}}", many("\"a\"", 51)),
            "the number of entries is 51",
        ),
    ];
    for (text, wrong) in cases {
        let found = faults(text.as_bytes());
        assert!(found.contains(wrong), "{wrong}: {}", &found[..found.len().min(500)]);
    }
}

#[test]
fn an_address_finds_its_section_and_item() {
    let story = good("everything");
    let found = story.find("timeline/opened").unwrap();
    assert_eq!(found.section, Section::Timeline);
    let item = Item { section: found.section, index: found.item.unwrap() };
    assert_eq!(story.item_id(item), "opened");
    assert_eq!(story.address(item), "timeline/opened");
    assert_eq!(story.item_title(item), "The light is lit");
    assert_eq!(story.find("charts").map(|found| found.item), Some(None));
    for nothing in ["", "chart", "charts/", "charts/opened", "timeline/opened/", "sources/none"] {
        assert_eq!(story.find(nothing), None, "{nothing}");
    }
    let minimal = good("minimal");
    assert_eq!(minimal.find("cast"), None, "a section the story does not show");
}

#[test]
fn figures_and_facts_are_items_of_the_overview() {
    let story = good("everything");
    let fact = story.find("overview/who-did-it").and_then(|found| found.item).unwrap();
    let item = Item { section: Section::Overview, index: fact };
    assert_eq!(fact, 5);
    assert_eq!(story.item_title(item), "The third keeper put out the light himself.");
    assert!(story.is_spoiler(item));
}

#[test]
fn every_item_is_found_under_its_own_address() {
    let story = good("everything");
    for item in story.items() {
        let found = story.find(&story.address(item)).unwrap();
        assert_eq!((found.section, found.item), (item.section, Some(item.index)));
        assert_eq!(story.claim(item).is_none(), item.section == Section::Sources);
        assert!(!story.item_title(item).is_empty());
    }
}

#[test]
fn a_source_knows_what_rests_on_it() {
    let story = good("minimal");
    let uses: Vec<String> = story.uses(0).into_iter().map(|item| story.address(item)).collect();
    assert_eq!(uses, ["trivia/colour", "timeline/lit", "charts/height"]);
    assert!(story.uses(7).is_empty());
    // One question, one event, two rows.
    assert_eq!(story.statement_count(), 4);
}

#[test]
fn an_item_of_another_story_is_answered_with_nothing() {
    let story = good("minimal");
    for section in Section::ALL {
        let item = Item { section, index: 1000 };
        assert_eq!(story.item_id(item), "");
        assert_eq!(story.item_title(item), "");
        assert_eq!(story.claim(item), None);
        assert!(!story.is_spoiler(item));
    }
}

#[test]
fn events_stand_in_the_order_of_their_lanes_and_dates() {
    let story = good("everything");
    let ids: Vec<&str> = story.timeline.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids[..4], ["old-beacon", "surveyed", "built", "opened"]);
    let link = story.trivia.questions[3].claim.see[0];
    assert_eq!(story.item_id(link), "opened", "links hold after sorting");
}

#[test]
fn events_may_stand_in_any_order_in_the_text() {
    let path = "tests/stories/good/everything.story.json";
    let mut json: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    json["timeline"]["events"].as_array_mut().unwrap().reverse();
    let turned = Story::parse(json.to_string().as_bytes()).unwrap();
    promises::check(&turned);
    let ids: HashSet<&str> = turned.timeline.events.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), turned.timeline.events.len());
    let link = turned.trivia.questions[3].claim.see[0];
    assert_eq!(turned.item_id(link), "opened", "links hold after sorting");
}

#[test]
fn an_id_that_stands_twice_in_a_list_is_found_wherever_it_stands() {
    let path = "tests/stories/good/everything.story.json";
    let mut json: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let questions = json["trivia"]["questions"].as_array_mut().unwrap();
    let several = questions.iter_mut().find(|question| question["kind"] == "several").unwrap();
    several["options"][2]["id"] = "light".into();
    let found = faults(json.to_string().as_bytes());
    assert!(found.contains("two entries of this list have the id \"light\""), "{found}");
}

#[test]
fn sources_are_inherited_and_joined() {
    let story = good("everything");
    let ids = |sources: &[usize]| -> Vec<String> {
        sources.iter().map(|source| story.sources[*source].id.clone()).collect()
    };
    let question = &story.trivia.questions[0];
    assert_eq!(ids(&question.claim.sources), ["log"], "from the section");
    let chart = &story.charts[0];
    assert_eq!(ids(&chart.claim.sources), ["log", "letters"], "of the chart and its rows");
    let dispute = &story.disputes[0];
    assert_eq!(
        ids(&dispute.claim.sources),
        ["letters", "ledger", "log"],
        "of the sides, then its own"
    );
}
