//! Parts of the story that `new --full` writes, as their text stands there.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{ParseOptions, parse_to_ast};

/// The story.
pub(crate) const FULL: &str = include_str!("../../src/cli/new/full.story.jsonc");

/// The part that a way such as `/timeline/events/founded` leads to: keys, and ids or places in lists.
pub(crate) fn part(way: &str) -> String {
    with_full(|full| {
        let mut value = full;
        for step in way.split('/').skip(1) {
            value = inside(value, step).unwrap_or_else(|| panic!("there is no {step} in {way}"));
        }
        text(value)
    })
}

/// The first item of a kind in a section or in a list of it, and the comment above it.
pub(crate) fn of_kind(way: &str, kind: &str) -> (String, String) {
    with_full(|full| {
        let list = way.split('/').skip(1).fold(full, |value, step| inside(value, step).unwrap());
        let items = list.as_array().unwrap().elements.iter();
        let mut items = items.filter(|item| string(item, "kind") == Some(kind));
        let item = items.next().unwrap_or_else(|| panic!("new --full has no {kind} in {way}"));
        (text(item), comment_above(item))
    })
}

fn with_full<T>(then: impl FnOnce(&Value<'_>) -> T) -> T {
    let parsed = parse_to_ast(FULL, &Default::default(), &ParseOptions::default()).unwrap();
    then(&parsed.value.unwrap())
}

fn inside<'v>(value: &'v Value<'v>, step: &str) -> Option<&'v Value<'v>> {
    match value {
        Value::Object(object) => member(object, step),
        Value::Array(list) => {
            let by_id = list.elements.iter().find(|item| string(item, "id") == Some(step));
            by_id.or_else(|| list.elements.get(step.parse::<usize>().ok()?))
        }
        _ => None,
    }
}

fn member<'v>(object: &'v Object<'v>, key: &str) -> Option<&'v Value<'v>> {
    object.properties.iter().find(|it| it.name.as_str() == key).map(|it| &it.value)
}

fn string<'v>(value: &'v Value<'v>, key: &str) -> Option<&'v str> {
    Some(member(value.as_object()?, key)?.as_string_lit()?.value.as_ref())
}

/// The text of a value, moved to the left margin.
fn text(value: &Value<'_>) -> String {
    let range = value.range();
    let line = FULL[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let indent = FULL[line..].len() - FULL[line..].trim_start().len();
    FULL[range.start..range.end].replace(&format!("\n{}", " ".repeat(indent)), "\n")
}

/// The comment on the lines above a value.
fn comment_above(value: &Value<'_>) -> String {
    let above: Vec<&str> = FULL[..value.range().start].trim_end().lines().rev().collect();
    let lines = above.iter().map(|line| line.trim()).map_while(|line| line.strip_prefix("// "));
    let mut lines: Vec<&str> = lines.collect();
    lines.reverse();
    lines.join(" ")
}
