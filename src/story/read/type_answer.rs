//! Questions answered by typing: answers that can be typed.

use super::leaf::PlainText;
use super::list::List;
use super::object::{Fields, keys};
use super::shape::Shape;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::fault::{fault, quote};
use crate::story::limits::{LONGEST_ANSWER, MOST_ALTERNATIVES};
use crate::story::{Form, Text, folded};

/// The answer to a typed question, as readers are shown it.
pub(in crate::story) struct TypedAnswer;

/// A further answer to a typed question.
pub(in crate::story) struct Alternative;

#[derive(Default)]
pub(in crate::story) struct TypeAnswer {
    answer: Text,
    alternatives: Vec<String>,
}

keys! {
    /// A word or a name to type. Case, accents, punctuation, spaces and articles in front do not
    /// count, and in words of six letters or more one slip is forgiven.
    "TypeAnswer" for TypeAnswer, |it| {
        /// The answer, as readers are shown it afterwards.
        answer: TypedAnswer = it.answer,
        /// Further answers that count as right, such as other names.
        alternatives: OrDefault<List<Alternative, 0, MOST_ALTERNATIVES>> = it.alternatives,
    }
}

impl TypeAnswer {
    pub(super) fn form(mut self, fields: &mut Fields<'_>, cx: &mut Context) -> Option<Form> {
        let is_whole = self.take_keys(fields, cx);
        let Self { answer, alternatives } = self;
        is_whole.then_some(Form::Type { answer, alternatives })
    }
}

impl Shape for TypedAnswer {
    type Value = Text;

    fn read(value: &mut Text, node: Node<'_>, cx: &mut Context) -> bool {
        Text::read(value, node, cx) && can_be_typed(&value.words(), node, cx)
    }
}

impl Shape for Alternative {
    type Value = String;

    fn read(value: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
        PlainText::read(value, node, cx) && can_be_typed(value, node, cx)
    }
}

/// Whether an answer can be typed; notes what is wrong with it if not.
fn can_be_typed(answer: &str, node: Node<'_>, cx: &mut Context) -> bool {
    let (wrong, right) = if answer.chars().count() > LONGEST_ANSWER {
        ("is too long to be typed", "Write at most 80 characters.")
    } else if folded(answer).is_empty() {
        ("has no letter and no digit", "Signs and punctuation do not count: write a word.")
    } else {
        return true;
    };
    let found = quote(answer);
    fault!(cx, node.at, "the answer {found} {wrong}", "{right}");
    false
}
