//! Stories with comments and trailing commas: they mean what they mean without, and everything
//! keeps its place. Texts that are no JSON: each has a cause with a place, and the proposed edits
//! lead somewhere.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;

use fastrand::Rng;
use jsonc_parser::{ParseOptions, parse_to_ast};
use proptest::prelude::*;
use serde_json::{Value, json};
use story_card::story::{Edit, Jsonc, Story};

#[path = "stories/mutate.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod mutate;

/// The plain JSON of a text that is JSON but for comments and trailing commas.
fn plain(text: &str) -> String {
    let jsonc = Jsonc::read(text.as_bytes()).unwrap();
    assert_eq!(jsonc.text(), text);
    jsonc.json().to_owned()
}

#[test]
fn comments_and_trailing_commas_become_blanks() {
    let text = "// a\r\n{ /* b\n\"é\" */ \"c\": [1, /* , */ 2 , // d\n], \"e\": \"//,\", }\n// f";
    let json = "    \r\n{     \n        \"c\": [1,         2       \n], \"e\": \"//,\"  }\n    ";
    assert_eq!(plain(text), json);
}

#[test]
fn plain_json_stays_as_it_is() {
    let text = fs::read_to_string("tests/stories/good/everything.story.json").unwrap();
    assert_eq!(plain(&text), text);
    let marked = format!("\u{FEFF}{text}");
    assert_eq!(Jsonc::read(marked.as_bytes()).unwrap().text(), text, "without its mark");
}

#[test]
fn faults_keep_their_places_in_the_text_of_the_author() {
    let text = "{ /* größer */ \"titel\": 1, }";
    let jsonc = Jsonc::read(text.as_bytes()).unwrap();
    let mut faults = Story::parse_text(jsonc.json()).unwrap_err();
    jsonc.locate(&mut faults);
    let fault = faults.iter().find(|fault| fault.path == "titel").unwrap();
    assert_eq!((fault.at.line, fault.at.column), (1, 16));
    assert!(text[fault.at.offset..].starts_with("\"titel\""));
}

#[test]
fn only_commas_behind_something_may_trail() {
    for text in ["[,]", "{,}", "[1,,]", "{\"a\": 1,,}", ","] {
        assert!(Jsonc::read(text.as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn a_text_that_nests_too_deeply_is_answered() {
    let wrong = |text: &str| Story::parse_text(text).unwrap_err().remove(0).wrong;
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert_eq!(wrong(&nested(101)), "the text is nested too deeply");
    assert!(wrong(&nested(100)).starts_with("expected an object"), "{}", wrong(&nested(100)));

    let deep = format!("{}// x\n{}", "[".repeat(100_000), "]".repeat(100_000));
    let json = plain(&deep);
    assert!(Story::parse_text(&json).is_err());
    assert!(Jsonc::read("{\"a\":".repeat(100_000).as_bytes()).is_err());
}

/// A text after its edits, each of which is proposed for it as it was.
fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = text.to_owned();
    for edit in edits.iter().rev() {
        out.replace_range(edit.at.clone(), &edit.with);
    }
    out
}

/// Reads any bytes; every answer holds what it promises.
fn check(bytes: &[u8]) {
    let not_json = match Jsonc::read(bytes) {
        Ok(jsonc) => {
            let (text, json) = (jsonc.text(), jsonc.json());
            assert_eq!(text.len(), json.len());
            let breaks =
                |text: &str| -> Vec<usize> { text.match_indices('\n').map(|(at, _)| at).collect() };
            assert_eq!(breaks(text), breaks(json));
            assert!(serde_json::from_str::<Value>(json).is_ok() || is_beyond_serde(json), "{json}");
            return;
        }
        Err(not_json) => not_json,
    };
    let text = &not_json.text;
    assert!(!not_json.causes.is_empty());
    assert!(not_json.causes.is_sorted_by_key(|cause| cause.at.start));
    for cause in &not_json.causes {
        assert!(text.get(cause.at.clone()).is_some(), "{cause:?}");
        assert!(!cause.wrong.is_empty() && cause.right.ends_with('.'), "{cause:?}");
        assert!(cause.edit.iter().all(|edit| text.get(edit.at.clone()).is_some()), "{cause:?}");
    }
    let mut edits: Vec<Edit> = not_json.causes.iter().filter_map(|it| it.edit.clone()).collect();
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    let apart = |pair: &[Edit]| pair[0].at.end <= pair[1].at.start;
    assert!(edits.windows(2).all(apart), "{edits:?} in {text}");
    if edits.len() == not_json.causes.len() {
        let next = edited(text, &edits);
        assert_ne!(&next, text);
    }
}

/// What JSON allows and `serde_json` does not: half a character, deep nesting, great numbers.
fn is_beyond_serde(json: &str) -> bool {
    let error = serde_json::from_str::<Value>(json).unwrap_err().to_string();
    ["surrogate", "recursion", "number out of range", "hex escape"]
        .iter()
        .any(|it| error.contains(it))
}

#[test]
fn mutated_stories_are_answered() {
    let mut rng = Rng::with_seed(7);
    for name in ["tests/stories/good/minimal", "static/stories/ballerina"] {
        let original = fs::read(format!("{name}.story.json")).unwrap();
        for _ in 0..300 {
            check(&mutate::mutate_bytes(&original, &mut rng));
        }
    }
}

#[test]
fn every_truncation_has_a_cause() {
    let text = fs::read_to_string("tests/stories/good/minimal.story.json").unwrap();
    for length in (0..text.trim_end().len()).filter(|length| text.is_char_boundary(*length)) {
        assert!(Jsonc::read(&text.as_bytes()[..length]).is_err(), "{length}");
        check(&text.as_bytes()[..length]);
    }
}

/// A value as an author may write it: with comments, and with a comma behind the last entry.
fn written(value: &Value, rng: &mut Rng, out: &mut String) {
    let gap = |rng: &mut Rng, out: &mut String| {
        let gaps = ["", " ", "\n", "// ü \"[,\n", "/* , } \" */", "/***/", "\t"];
        out.push_str(gaps[rng.usize(..gaps.len())]);
    };
    gap(rng, out);
    match value {
        Value::Array(elements) => {
            out.push('[');
            for (nth, element) in elements.iter().enumerate() {
                out.push_str(if nth > 0 { "," } else { "" });
                written(element, rng, out);
            }
            out.push_str(if !elements.is_empty() && rng.bool() { "," } else { "" });
            gap(rng, out);
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (nth, (key, member)) in members.iter().enumerate() {
                out.push_str(if nth > 0 { "," } else { "" });
                written(&json!(key), rng, out);
                out.push(':');
                written(member, rng, out);
            }
            out.push_str(if !members.is_empty() && rng.bool() { "," } else { "" });
            gap(rng, out);
            out.push('}');
        }
        other => out.push_str(&other.to_string()),
    }
    gap(rng, out);
}

/// A text after all the edits that are proposed for it, round by round.
fn corrected(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..20 {
        let Err(not_json) = Jsonc::read(text.as_bytes()) else { break };
        let mut edits: Vec<Edit> = not_json.causes.into_iter().filter_map(|it| it.edit).collect();
        edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
        if edits.is_empty() {
            break;
        }
        text = edited(&not_json.text, &edits);
    }
    text
}

/// A sign is proposed only where there is no other way to read a text.
#[test]
fn what_may_be_meant_otherwise_is_left_to_the_author() {
    let cases = [
        // The thousands of a number are parted by a blank, not two entries.
        ("{\"a\": 1 234}", "{\"a\": 1 234}"),
        ("[12 000, 13 500]", "[12 000, 13 500]"),
        ("[1\n2]", "[1,\n2]"),
        ("[\"a\" \"b\"]", "[\"a\", \"b\"]"),
        // A list is not closed, or an object: what is missing is no comma.
        ("{\"a\": [\"x\"\n\"b\": 1}", "{\"a\": [\"x\"\n\"b\": 1}"),
        ("{\"a\": 1 {\"b\": 2}}", "{\"a\": 1 {\"b\": 2}}"),
        ("{\"a\": \"x\"\n\"y\"}", "{\"a\": \"x\"\n\"y\"}"),
        ("{\"a\"\n\"b\": 1}", "{\"a\"\n\"b\": 1}"),
        ("{\"a\": 1\n\"b\": 2}", "{\"a\": 1,\n\"b\": 2}"),
        // In a list each place counts.
        ("[1,,2]", "[1,,2]"),
        ("{\"a\": 1,,\"b\": 2}", "{\"a\": 1,\"b\": 2}"),
        // Numbers with commas, and what only begins like one.
        ("{\"a\": 1,234,567\n\"b\": 2}", "{\"a\": 1234567,\n\"b\": 2}"),
        ("{\"a\": 1e5,234}", "{\"a\": 1e5,234}"),
        ("{\"a\": 1,234x}", "{\"a\": 1,234x}"),
        ("{\"a\": 1;5}", "{\"a\": 1;5}"),
        ("{\"a\": +-5}", "{\"a\": +-5}"),
        // Times and addresses are no keys.
        ("{\"a\": 12:30}", "{\"a\": \"12:30\"}"),
        ("{\"a\": https://b.c/d}", "{\"a\": \"https://b.c/d\"}"),
        ("{\"a\": https://b.c/d,e}", "{\"a\": https://b.c/d,e}"),
        // Colours are no comments.
        ("{\"a\": #fff}", "{\"a\": #fff}"),
        ("{ # b\n}", "{ // b\n}"),
        // Where a text ends that has no end, only its author knows.
        ("{“a\n'", "{“a\n'"),
        ("[“a”\tb\n", "[“a”\tb\n"),
        ("{\"a\" => 1}", "{\"a\" : 1}"),
        ("['a\\\\\"b']", "[\"a\\\\\\\"b\"]"),
    ];
    for (text, expected) in cases {
        let found = corrected(text);
        // Of two slips one may be sure.
        let found = if expected == text { found.replace('"', "") } else { found };
        let expected = if expected == text { expected.replace('"', "") } else { expected.into() };
        assert_eq!(found, expected, "{text}");
    }
}

/// However much is wrong, and however deep or long a text is, what is told of it has an end.
#[test]
fn what_is_told_has_an_end() {
    for count in [1_000, 300_000] {
        let deep = "[{\"a\":".repeat(count);
        let long = "[[],".to_owned() + &"[],".repeat(count);
        let closed = "[".repeat(count) + &"]".repeat(count - 1);
        let crossed = "[{\"a\": [".repeat(count) + &"}".repeat(count);
        let blanks = "{\u{A0}".to_owned() + &"\u{A0}".repeat(count);
        let tabs = "[\"".to_owned() + &"\t".repeat(count) + "\"]";
        let quotes = "'a ".repeat(count);
        for text in [deep, long, closed, crossed, blanks, tabs, quotes] {
            let causes = Jsonc::read(text.as_bytes()).unwrap_err().causes;
            assert!((1..=501).contains(&causes.len()), "{}", causes.len());
        }
    }
}

/// A value on lines of its own, as an author may write it who slips where only one thing can be
/// meant.
fn slipped(value: &Value, rng: &mut Rng, out: &mut String) {
    let comma = |rng: &mut Rng, out: &mut String| {
        out.push_str([",\n", "\n", ";\n", "\u{A0},\n", ", # x\n"][rng.usize(..5)]);
    };
    match value {
        Value::Array(elements) => {
            out.push('[');
            for (nth, element) in elements.iter().enumerate() {
                if nth > 0 {
                    comma(rng, out);
                }
                slipped(element, rng, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (nth, (key, member)) in members.iter().enumerate() {
                if nth > 0 {
                    comma(rng, out);
                }
                out.push_str(&match rng.u8(..4) {
                    0 if !key.is_empty() => key.clone(),
                    1 => format!("'{key}'"),
                    2 => format!("“{key}”"),
                    _ => format!("\"{key}\""),
                });
                out.push_str([": ", ":", " = ", "\u{202F}: ", " => "][rng.usize(..5)]);
                slipped(member, rng, out);
            }
            out.push('}');
        }
        Value::Bool(true) => out.push_str(["true", "True", "TRUE"][rng.usize(..3)]),
        Value::Null => out.push_str(["null", "None", "nil"][rng.usize(..3)]),
        Value::String(words) => {
            let quotes = [["\"", "\""], ["'", "'"], ["“", "”"], ["„", "“"], ["`", "`"]];
            let [left, right] = quotes[rng.usize(..quotes.len())];
            out.push_str(&[left, words, right].concat());
        }
        other => out.push_str(&other.to_string()),
    }
}

/// Values whose words need no escapes.
fn plain_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i16>().prop_map(Value::from),
        "[a-z]{1,3}( [a-zé]{1,3}){0,2}".prop_map(Value::from),
    ];
    let entries = leaf.prop_recursive(4, 30, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..5).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,3}", inner, 1..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    // A word alone is the beginning of another format.
    entries.prop_map(|value| json!([value]))
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[a-z/*,\"\\\\]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-z,/]{0,3}", inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_an_author_adds_changes_no_value(value in any_value(), seed: u64) {
        let mut text = String::new();
        written(&value, &mut Rng::with_seed(seed), &mut text);
        let json = plain(&text);
        prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    }

    #[test]
    fn what_can_only_mean_one_thing_comes_to_mean_it(value in plain_value(), seed: u64) {
        let mut text = String::new();
        slipped(&value, &mut Rng::with_seed(seed), &mut text);
        let json = corrected(&text);
        prop_assert_eq!(serde_json::from_str::<Value>(&plain(&json)).unwrap(), value, "{}", text);
    }

    #[test]
    fn any_bytes_are_answered(bytes: Vec<u8>) {
        check(&bytes);
    }

    #[test]
    fn any_text_is_answered(text in "[\\[\\]{}\",:0-9a-f'“”’;=/*#.+\\-_\\\\é\u{A0}\n\t ]{0,80}") {
        check(text.as_bytes());
    }

    #[test]
    fn what_another_reader_takes_is_taken(text in "[\\[\\]{}\",:01t/* \n]{1,24}") {
        let options = ParseOptions {
            allow_comments: true,
            allow_trailing_commas: true,
            allow_loose_object_property_names: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let other = parse_to_ast(&text, &Default::default(), &options);
        // It takes line breaks within texts, which JSON does not.
        let has_value = other.is_ok_and(|other| other.value.is_some()) && !text.contains('\n');
        prop_assert!(!has_value || Jsonc::read(text.as_bytes()).is_ok());
    }
}
