//! Nodes beside each other, in a page whose texts are not ours alone.
//!
//! Translators put text nodes into elements of their own or put others in their place, scripts join
//! or drop them. Yew holds on to the text nodes that it has made: it would write into one that nobody
//! sees any more, or insert before one that is gone, which is a trap. So in the live card no text
//! has a neighbour: beside other nodes it stands in an element of its own, and an element is keyed
//! by its words, so that other words are another element. What is absent leaves no empty text: each
//! node is keyed by its place among all that may be there.

use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

/// Whether others may change the texts of the page while we do: not in HTML that is written
/// natively, which needs no further elements.
const IS_SHARED: bool = cfg!(any(feature = "browser", test));

/// The nodes that are there, each with its place; texts that follow each other are one.
pub(super) fn joined(nodes: Vec<Html>) -> Vec<(usize, Html)> {
    let mut joined: Vec<(usize, Html)> = Vec::with_capacity(nodes.len());
    for (place, node) in nodes.into_iter().enumerate() {
        match (joined.last_mut(), node) {
            (_, VNode::VList(list)) if list.is_empty() => {}
            (_, VNode::VText(text)) if text.text.is_empty() => {}
            (Some((_, VNode::VText(before))), VNode::VText(text)) => {
                before.text = [&*before.text, &text.text].concat().into();
            }
            (_, node) => joined.push((place, node)),
        }
    }
    joined
}

/// The text, if there is nothing else.
pub(super) fn only_text(nodes: Vec<(usize, Html)>) -> Result<VText, Vec<(usize, Html)>> {
    match <[_; 1]>::try_from(nodes) {
        Ok([(_, VNode::VText(text))]) => Ok(text),
        Ok(single) => Err(single.into()),
        Err(nodes) => Err(nodes),
    }
}

/// The same nodes as children of one element or list: none is a text, each has a key.
pub(super) fn apart(nodes: Vec<(usize, Html)>) -> Vec<Html> {
    let apart = |(place, node)| if IS_SHARED { keyed(place, node) } else { node };
    nodes.into_iter().map(apart).collect()
}

/// The key of an element with nothing but these words. Keys that say what an element is, and not
/// where it stands, begin otherwise.
pub(super) fn key_of_words(text: &VText) -> Key {
    Key::from(&*[":", &text.text].concat())
}

/// A node with a key of its place, unless its key says what it is.
fn keyed(place: usize, node: Html) -> Html {
    match node {
        VNode::VText(text) => keyed(place, wrapped(text)),
        VNode::VTag(mut tag) => {
            let key = &mut Rc::make_mut(&mut tag).key;
            *key = Some(placed(place, key.as_ref()));
            VNode::VTag(tag)
        }
        VNode::VList(mut list) => {
            let key = &mut Rc::make_mut(&mut list).key;
            *key = Some(placed(place, key.as_ref()));
            VNode::VList(list)
        }
        other => {
            VNode::VList(Rc::new(VList::with_children(vec![other], Some(placed(place, None)))))
        }
    }
}

fn placed(place: usize, key: Option<&Key>) -> Key {
    match key {
        Some(key) if !key.starts_with(':') => key.clone(),
        key => Key::from(&*[":", &place.to_string(), key.map_or("", |key| key)].concat()),
    }
}

/// A text in an element of its own. A mere gap stays what it is in the layout, for a row of boxes
/// has no room for it.
fn wrapped(text: VText) -> Html {
    let mut span = VTag::new("span");
    span.key = Some(key_of_words(&text));
    if &*text.text == " " {
        let class = AttributeOrProperty::Attribute(AttrValue::Static("sc-gap"));
        span.attributes = Attributes::Dynamic { keys: &["class"], values: [Some(class)].into() };
    }
    span.add_child(text.into());
    span.into()
}

#[cfg(test)]
mod tests {
    use crate::view::tag::{Tag, button, nodes, nothing, tag};
    use yew::prelude::*;
    use yew::virtual_dom::{VNode, VTag};

    fn element(node: &Html) -> &VTag {
        match node {
            VNode::VTag(tag) => tag,
            other => panic!("no element: {other:?}"),
        }
    }

    fn children(tag: Tag) -> Vec<Html> {
        let done = tag.done();
        element(&done).children().map_or_else(Vec::new, |children| match children {
            VNode::VList(list) => list.to_vec(),
            child => vec![child.clone()],
        })
    }

    fn keys(nodes: &[Html]) -> Vec<&str> {
        nodes.iter().map(|node| node.key().map_or("", |key| key)).collect()
    }

    #[test]
    fn beside_others_a_text_stands_in_an_element() {
        let bold = tag("b").words("b".to_owned());
        let beside = children(tag("p").words("a".to_owned()).tag(bold).text(" ").text("c"));
        assert_eq!(keys(&beside), [":0:a", ":1:b", ":2: c"]);
        assert_eq!(
            beside.iter().map(|it| element(it).tag()).collect::<Vec<_>>(),
            ["span", "b", "span"]
        );
    }

    #[test]
    fn other_words_are_another_element_unless_it_may_have_the_focus() {
        let says = |words: &str| keys(&[tag("p").words(words.to_owned()).done()])[0].to_owned();
        assert_ne!(says("a"), says("b"));
        let press = |words: &str| button("", words.to_owned(), Callback::noop());
        assert_eq!(keys(&[press("a").done()]), [""]);
        assert_eq!(keys(&children(press("a"))), [":0:a"]);
        let spoken = tag("p").attr("aria-live", "polite").words("a".to_owned());
        assert_eq!(keys(&[spoken.done()]), [""]);
    }

    #[test]
    fn what_is_absent_keeps_its_place_and_leaves_no_text() {
        let row = |first: Html| children(tag("p").child(first).words(String::new()).tag(tag("i")));
        assert_eq!(keys(&row(nothing())), [":2"]);
        assert_eq!(keys(&row(tag("b").done())), [":0", ":2"]);
        assert_eq!(keys(&row(nodes(vec![nothing(), tag("b").done()]))), [":0", ":2"]);
        assert_eq!(keys(&row(tag("b").key("x".to_owned()).done())), ["x", ":2"]);
    }
}
