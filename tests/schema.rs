//! The committed JSON Schema is the one the types make, and agrees with the parser.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use jsonschema::Validator;
use serde_json::{Value, json};
use story_card::story::Story;

#[path = "stories/mutate.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod mutate;

use mutate::{mutate_values, pointers};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&Story::schema()).unwrap()
}

fn story(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The stories of a folder.
fn stories(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(root(folder)) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.to_string_lossy().ends_with(".story.json")).collect()
}

/// The minimal story with one value replaced; the place is a JSON pointer.
fn minimal_with(pointer: &str, value: Value) -> Value {
    let mut story = story(&root("tests/stories/good/minimal.story.json"));
    *story.pointer_mut(pointer).unwrap() = value;
    story
}

#[test]
fn the_committed_schema_is_fresh() {
    let committed = fs::read(root("static/story.schema.json")).unwrap_or_default();
    let committed: Value = serde_json::from_slice(&committed).unwrap_or_default();
    assert!(
        committed == Story::schema(),
        "static/story.schema.json is stale; write it anew with\n    \
         cargo run --bin story-card -- schema > static/story.schema.json"
    );
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&Story::schema()));
}

/// Every part of a schema that has examples or a default, each with those.
fn examples<'s>(schema: &'s Value, found: &mut Vec<(&'s Value, Vec<&'s Value>)>) {
    match schema {
        Value::Object(members) => {
            let examples = members.get("examples").and_then(Value::as_array);
            let all: Vec<&Value> =
                examples.into_iter().flatten().chain(members.get("default")).collect();
            if !all.is_empty() {
                found.push((schema, all));
            }
            members.values().for_each(|member| self::examples(member, found));
        }
        Value::Array(entries) => entries.iter().for_each(|entry| self::examples(entry, found)),
        _ => {}
    }
}

#[test]
fn examples_and_defaults_are_what_they_are_examples_of() {
    let (schema, mut found) = (Story::schema(), Vec::new());
    examples(&schema, &mut found);
    assert!(found.len() > 40, "only {} parts have examples", found.len());
    for (part, examples) in found {
        let mut part = part.clone();
        part["$defs"] = schema["$defs"].clone();
        let validator = jsonschema::draft202012::new(&part).unwrap();
        for example in examples {
            assert_eq!(errors(&validator, example), [""; 0], "{example}");
        }
    }
}

#[test]
fn what_is_left_out_is_said() {
    let schema = Story::schema();
    let default = |pointer: &str| schema.pointer(&format!("{pointer}/default")).cloned();
    assert_eq!(default("/properties/lang"), Some(json!("en")));
    assert_eq!(default("/properties/dir"), Some(json!("ltr")));
    assert_eq!(default("/$defs/Trivia/properties/round"), Some(json!(10)));
    assert_eq!(default("/$defs/Trivia/properties/seconds"), Some(json!(30)));
    assert_eq!(default("/$defs/X/properties/scale"), Some(json!("number")));
    assert_eq!(default("/$defs/Lane/properties/scale"), Some(json!("dates")));
    assert_eq!(default("/$defs/Fact/properties/spoiler"), Some(json!(false)));
    assert_eq!(default("/$defs/Fact/properties/status"), None);
    let question = "/$defs/Question/allOf/0/then/properties";
    assert_eq!(default(&format!("{question}/difficulty")), Some(json!("medium")));
    assert_eq!(default(&format!("{question}/points")), Some(json!(1)));
    assert_eq!(schema["$id"], "urn:story-card:story:1");
}

#[test]
fn every_good_story_passes_the_schema_and_the_parser() {
    let validator = validator();
    for path in ["static/stories", "tests/stories/good"].into_iter().flat_map(stories) {
        let faults = errors(&validator, &story(&path));
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
        assert!(Story::parse(&fs::read(&path).unwrap()).is_ok(), "{}", path.display());
    }
}

/// What a schema finds wrong with a story, each with its place.
fn errors(validator: &Validator, story: &Value) -> Vec<String> {
    let errors = validator.iter_errors(story);
    errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn a_story_may_have_its_data_in_tables() {
    let validator = validator();
    let good = story(&root("tests/tables/museum.story.json"));
    assert_eq!(errors(&validator, &good), [""; 0]);
    let cases = [
        ("/charts/0/data/csv", json!("../visitors.csv/")),
        ("/charts/0/data/y", json!([1])),
        ("/charts/0/rows", json!([])),
        ("/charts/2/columns", json!([])),
        ("/timeline/events/titel", json!("what")),
    ];
    for (pointer, value) in cases {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut bad = good.clone();
        bad.pointer_mut(parent).unwrap()[key] = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
}

/// A key that events get has to be named in `src/story/read/table_reference.rs` too. A picture has
/// columns of its own.
#[test]
fn a_table_of_events_may_say_whatever_an_event_may() {
    let schema = Story::schema();
    let keys = |name: &str| {
        let keys = schema["$defs"][name]["properties"].as_object().unwrap().keys();
        keys.filter(|key| !["csv", "url"].contains(&key.as_str())).cloned().collect::<BTreeSet<_>>()
    };
    assert_eq!(keys("EventTable"), &keys("Event") | &keys("Picture"));
}

#[test]
fn one_slip_is_not_an_error_for_each_kind() {
    let validator = validator();
    for (item, slip) in [("/trivia/questions/0", "prompd"), ("/charts/0", "titel")] {
        let mut bad = story(&root("tests/stories/good/everything.story.json"));
        bad.pointer_mut(item).unwrap()[slip] = json!("x");
        let found = errors(&validator, &bad);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains(slip), "{found:#?}");
    }
}

/// Whether a story fails the schema; then the parser has to find a fault as well.
fn fails(validator: &Validator, story: &Value) -> bool {
    let is_valid = validator.is_valid(story);
    if !is_valid && Story::parse(story.to_string().as_bytes()).is_ok() {
        let faults = errors(validator, story);
        panic!("the parser reads what the schema refuses: {faults:#?}");
    }
    !is_valid
}

#[test]
fn what_fails_the_schema_fails_the_parser() {
    let validator = validator();
    let bad = stories("tests/stories/bad");
    let bad = bad.iter().filter_map(|path| serde_json::from_slice(&fs::read(path).unwrap()).ok());
    // The others are of the right shape; only their meaning is wrong.
    let failed = bad.filter(|story| fails(&validator, story)).count();
    assert!(failed >= 20, "only {failed} bad stories fail the schema");
    // Good stories with a few values swapped, removed, repeated or replaced.
    for path in stories("tests/stories/good") {
        let (good, mut all) = (story(&path), Vec::new());
        pointers(&good, "", &mut all);
        let mutants = (0..500).map(|seed| mutate_values(&good, &all, &mut Rng::with_seed(seed)));
        let failed = mutants.filter(|story| fails(&validator, story)).count();
        assert!(failed >= 100, "only {failed} mutants of {} fail the schema", path.display());
    }
}

#[test]
fn wrong_shapes_fail_the_schema() {
    let validator = validator();
    let cases = [
        ("/format", json!(2)),
        ("/id", json!("Not An Id")),
        ("/title", json!(" ")),
        ("/sections/0", json!("quiz")),
        ("/sources/0/url", json!("ftp://example.org")),
        ("/sources/0/published", json!("2025-6")),
        ("/trivia/questions/0/kind", json!("two")),
        ("/trivia/questions/0/kind", json!("several")),
        ("/trivia/questions/0/answer", json!(true)),
        ("/trivia/questions/0/see/0", json!("lit")),
        ("/timeline/events/0/date", json!(1854)),
        ("/charts/0/kind", json!("lines")),
        ("/charts/0/rows/0/value", json!({"value": 1, "hihg": 2})),
        ("/charts/0/rows/0/value", json!("41")),
        ("/charts/0/rows/0/label", Value::Null),
    ];
    for (pointer, value) in cases {
        let story = minimal_with(pointer, value);
        assert!(!validator.is_valid(&story), "{pointer}");
        assert!(Story::parse(story.to_string().as_bytes()).is_err(), "{pointer}");
    }
}

#[test]
fn what_is_drawn_on_is_a_chart_and_what_is_placed_an_event() {
    let validator = validator();
    let good = story(&root("tests/stories/good/everything.story.json"));
    let questions = good["trivia"]["questions"].as_array().unwrap();
    for (kind, key, other) in [("draw", "chart", "timeline/x"), ("place", "event", "charts/x")] {
        let at = questions.iter().position(|question| question["kind"] == kind).unwrap();
        let mut bad = good.clone();
        bad["trivia"]["questions"][at][key] = json!(other);
        assert!(fails(&validator, &bad), "{kind}");
    }
}

#[test]
fn a_key_that_is_unknown_or_missing_fails_the_schema() {
    let validator = validator();
    let minimal = story(&root("tests/stories/good/minimal.story.json"));
    for pointer in
        ["", "/sources/0", "/trivia", "/trivia/questions/0", "/timeline/lanes/0", "/charts/0"]
    {
        let mut unknown = minimal.clone();
        unknown.pointer_mut(pointer).unwrap()["unknown"] = json!(1);
        assert!(!validator.is_valid(&unknown), "{pointer}");
        let mut missing = minimal.clone();
        let object = missing.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        object.remove(if pointer == "/trivia" { "questions" } else { "id" });
        assert!(!validator.is_valid(&missing), "{pointer}");
    }
}
