//! Lists: how many entries they may have, which ids must differ.

use super::shape::{Shape, expected};
use super::{Context, Node};
use crate::story::fault::{fault, quote};
use crate::story::limits::MOST_ENTRIES;

/// A list of at least and at most so many entries.
pub(in crate::story) struct List<S, const LEAST: usize = 0, const MOST: usize = MOST_ENTRIES>(S);

/// A list, or its only entry without the brackets.
pub(in crate::story) struct OneOrMore<S>(S);

/// A list whose entries have ids that differ.
pub(in crate::story) struct UniqueIds<S>(S);

impl<S: Shape, const LEAST: usize, const MOST: usize> Shape for List<S, LEAST, MOST> {
    type Value = Vec<S::Value>;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        read_list(node, (LEAST, MOST), cx, &mut |entry, cx| read_entry::<S>(value, entry, cx))
    }
}

impl<S: Shape> Shape for UniqueIds<S> {
    type Value = S::Value;

    fn read(value: &mut S::Value, node: Node<'_>, cx: &mut Context) -> bool {
        check_ids(node, cx);
        S::read(value, node, cx)
    }
}

impl<S: Shape> Shape for OneOrMore<S> {
    type Value = Vec<S::Value>;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        let mut read = |entry: Node<'_>, cx: &mut Context| read_entry::<S>(value, entry, cx);
        if node.text.starts_with('[') {
            read_list(node, (0, MOST_ENTRIES), cx, &mut read)
        } else {
            read(node, cx)
        }
    }
}

/// Reads one more entry of a list.
pub(super) fn read_entry<S: Shape>(
    list: &mut Vec<S::Value>,
    node: Node<'_>,
    cx: &mut Context,
) -> bool {
    S::read(list.push_mut(S::Value::default()), node, cx)
}

/// Reads a list; false if it has not as many entries as it should, or if one is broken.
fn read_list(
    node: Node<'_>,
    bounds: (usize, usize),
    cx: &mut Context,
    read: &mut dyn FnMut(Node<'_>, &mut Context) -> bool,
) -> bool {
    let Some(entries) = elements(node, bounds, cx) else { return false };
    let mut is_whole = true;
    for entry in entries {
        is_whole &= read(entry, cx);
    }
    is_whole
}

/// The elements of a list with as many as it needs and a reader can bear; notes what is wrong.
pub(super) fn elements<'a>(
    node: Node<'a>,
    bounds: (usize, usize),
    cx: &mut Context,
) -> Option<Vec<Node<'a>>> {
    let Some(elements) = node.elements() else {
        expected(node, "a list", "Write its entries between [ and ].", cx);
        return None;
    };
    has_length(node.at, elements.len(), bounds, cx).then_some(elements)
}

/// Whether a list has as many entries as it should; notes it if not.
pub(super) fn has_length(
    at: usize,
    length: usize,
    (least, most): (usize, usize),
    cx: &mut Context,
) -> bool {
    let fits = (least..=most).contains(&length);
    if !fits {
        let right = match least {
            0 => format!("There may be at most {most}."),
            _ if least == most => format!("There must be {most}."),
            _ => format!("There must be at least {least} and at most {most}."),
        };
        fault!(cx, at, "the number of entries is {length}", "{right}");
    }
    fits
}

/// Notes every id that stands twice in a list.
fn check_ids(list: Node<'_>, cx: &mut Context) {
    let mut ids = Vec::new();
    for entry in list.elements().unwrap_or_default() {
        let Some(id) = entry.member("id") else { continue };
        ids.extend(id.content().map(|text| (text, id.at)));
    }
    ids.sort_unstable();
    for pair in ids.windows(2) {
        if let [(first, _), (second, at)] = pair
            && first == second
        {
            let id = quote(second);
            fault!(cx, *at, "two entries of this list have the id {id}", "Give each its own.");
        }
    }
}
