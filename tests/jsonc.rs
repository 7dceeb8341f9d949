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
    #[test]
    fn what_an_author_adds_changes_no_value(value in any_value(), seed: u64) {
        let mut text = String::new();
        written(&value, &mut Rng::with_seed(seed), &mut text);
        let json = plain(&text);
        prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
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
