//! What stands at an offset of a story's JSON: the part to underline, the item it belongs to.
//!
//! In: the native tool's view of a fault's place. Out: its line and path (`locate`).

use std::ops::Range;

use super::read::{Document, Node};

/// The value or key that begins at an offset of a JSON text; of an object or a list its bracket.
pub fn span(json: &str, offset: usize) -> Range<usize> {
    let rest = json.get(offset..).unwrap_or("");
    let mut is_escaped = false;
    let length = match rest.chars().next() {
        Some('"') => rest.char_indices().skip(1).find_map(|(at, character)| {
            let is_end = character == '"' && !is_escaped;
            is_escaped = character == '\\' && !is_escaped;
            is_end.then_some(at + 1)
        }),
        Some(first @ ('{' | '[')) => Some(first.len_utf8()),
        _ => rest.find(|it: char| it.is_ascii_whitespace() || ",:]}".contains(it)),
    };
    offset..offset + length.unwrap_or(rest.len())
}

/// The ids of the items in which these offsets of a JSON text stand, which ascend.
pub fn item_ids(json: &str, offsets: &[usize]) -> Vec<Option<String>> {
    let mut ids = vec![None; offsets.len()];
    let Ok(document) = Document::new(json) else { return ids };
    for (_, section) in document.root().members().unwrap_or_default() {
        let inside = within(section, offsets);
        for part in children(section) {
            find(part, offsets, inside.clone(), &mut ids);
        }
    }
    ids
}

/// Gives the outermost id at or below a value to all offsets within the object that has it.
fn find(node: Node<'_>, offsets: &[usize], range: Range<usize>, ids: &mut [Option<String>]) {
    let inside = within(node, offsets.get(range.clone()).unwrap_or_default());
    let inside = range.start + inside.start..range.start + inside.end;
    if inside.is_empty() {
        return;
    }
    if let Some(id) = node.member("id").and_then(Node::content) {
        ids.get_mut(inside).unwrap_or_default().fill(Some(id));
        return;
    }
    for part in children(node) {
        find(part, offsets, inside.clone(), ids);
    }
}

/// Which of some ascending offsets lie in a value.
fn within(node: Node<'_>, offsets: &[usize]) -> Range<usize> {
    offsets.partition_point(|it| *it < node.at)..offsets.partition_point(|it| *it < node.end())
}

/// The elements of a list, the values of an object.
fn children(node: Node<'_>) -> Vec<Node<'_>> {
    let values = node.members().unwrap_or_default().into_iter().map(|(_, value)| value);
    node.elements().unwrap_or_default().into_iter().chain(values).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_at_an_offset_is_found_whole() {
        let json = r#"{ "a\"b\\": [1.5e3, true] , "c" : "" }"#;
        let part = |offset| &json[span(json, offset)];
        assert_eq!(part(0), "{");
        assert_eq!(part(2), r#""a\"b\\""#);
        assert_eq!(part(12), "[");
        assert_eq!(part(13), "1.5e3");
        assert_eq!(part(20), "true");
        assert_eq!(part(34), "\"\"");
        assert_eq!(span(json, 900), 900..900);
    }

    #[test]
    fn an_offset_belongs_to_the_outermost_item_with_an_id() {
        let json = r#"{"id": "s", "faq": [{"id": "a", "x": {"id": "b", "y": 1}}, {"x": 2}]}"#;
        let at = |part: &str| json.find(part).unwrap();
        let offsets = [at("\"s\""), at("\"a\""), at("1}"), at("2}")];
        let found = item_ids(json, &offsets);
        assert_eq!(found, [None, Some("a".to_owned()), Some("a".to_owned()), None]);
        assert_eq!(item_ids("{", &[0]), [None]);
    }
}
