//! Answering by keys: 1 to 9 or A to I for the options in the order in which they stand.
//!
//! Heard only while focus is within the question, and never where a key means something by itself:
//! in a field, in a menu, together with Control, Alt or the Command key.

use crate::browser::hooks::control_of;
use crate::session::{Action, Asked, Change, Guess};
use crate::story::{Form, Question};
use crate::view::context::ViewContext;
use crate::view::keys::is_modified;
use crate::view::tag::Tag;
use std::rc::Rc;
use yew::html::onkeydown;
use yew::prelude::*;

/// An element within which keys answer a question.
pub(super) fn answered_by_keys(
    cx: &ViewContext,
    element: Tag,
    question: &Question,
    asked: &Asked,
) -> Tag {
    if asked.reply.is_some() || !question.form.is_choice() {
        return element;
    }
    let (cx, form, order) = (cx.clone(), question.form.clone(), asked.order.clone());
    hearing(element, move |event| {
        let act = pick(&form, &order, place_of(&event.key())?)?;
        // A key that is held picks once.
        if !event.repeat() {
            cx.dispatch(act);
        }
        Some(())
    })
}

/// A verdict from which Enter goes on.
pub(super) fn left_by_enter(cx: &ViewContext, verdict: Tag) -> Tag {
    let cx = cx.clone();
    hearing(verdict, move |event| {
        // The press that gave the answer may still be held.
        let is_enter = event.key() == "Enter" && !event.repeat() && control_of(event) == "div";
        is_enter.then(|| cx.dispatch(Action::Next))
    })
}

/// An element that does something at a key, which then does nothing else.
fn hearing(element: Tag, act: impl Fn(&KeyboardEvent) -> Option<()> + 'static) -> Tag {
    let hear = Callback::from(move |event: KeyboardEvent| {
        let is_typed =
            matches!(&*control_of(&event), "text" | "search" | "textarea" | "select-one");
        if !is_modified(&event) && !is_typed && act(&event).is_some() {
            event.prevent_default();
        }
    });
    element.listen(Rc::new(onkeydown::Wrapper::new(hear)))
}

/// The place among the options that a key stands for.
fn place_of(key: &str) -> Option<usize> {
    let [byte] = *key.as_bytes() else { return None };
    match byte {
        b'1'..=b'9' => Some(usize::from(byte - b'1')),
        b'a'..=b'i' => Some(usize::from(byte - b'a')),
        b'A'..=b'I' => Some(usize::from(byte - b'A')),
        _ => None,
    }
}

/// What picking the option at a place does, where the options stand in this order.
fn pick(form: &Form, order: &[usize], place: usize) -> Option<Action> {
    Some(match form {
        Form::One { .. } => Action::Choose(Guess::One(*order.get(place)?)),
        Form::Several { .. } => Action::Change(Change::Toggle(*order.get(place)?)),
        Form::TrueFalse { .. } if place < 2 => Action::Choose(Guess::TrueFalse(place == 0)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_for_places() {
        for (key, place) in
            [("1", Some(0)), ("9", Some(8)), ("a", Some(0)), ("I", Some(8)), ("0", None)]
        {
            assert_eq!(place_of(key), place, "{key}");
        }
        for key in ["j", "Enter", "", "é", "F1"] {
            assert_eq!(place_of(key), None, "{key}");
        }
    }

    #[test]
    fn an_option_is_picked_where_it_stands() {
        let one = Form::One { options: Vec::new(), answer: 0 };
        assert_eq!(pick(&one, &[2, 0, 1], 0), Some(Action::Choose(Guess::One(2))));
        assert_eq!(pick(&one, &[2, 0, 1], 3), None);
        let several = Form::Several { options: Vec::new(), answers: Vec::new() };
        assert_eq!(pick(&several, &[1, 0], 0), Some(Action::Change(Change::Toggle(1))));
        let judged = Form::TrueFalse { answer: true };
        assert_eq!(pick(&judged, &[], 1), Some(Action::Choose(Guess::TrueFalse(false))));
        assert_eq!(pick(&judged, &[], 2), None);
        assert_eq!(pick(&Form::Match { pairs: Vec::new() }, &[0], 0), None);
    }
}
