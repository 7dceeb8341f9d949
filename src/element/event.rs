//! The card's events: the one place where the page is told something.

use crate::session::{Answer, Notice};
use crate::story::Section;
use crate::view::StoryRef;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// What the page is told.
pub(super) enum Told {
    /// A story has opened.
    Ready(StoryRef, Vec<Section>),
    /// Something happened in it.
    Notice(Notice),
}

/// Tells the page, by an event on the card's element that bubbles and leaves every shadow root.
///
/// What happened in the card says whether it was the reader's doing, or the page's.
pub(super) fn dispatch(host: &HtmlElement, told: Told, is_readers: bool) {
    let (name, detail) = match told {
        Told::Ready(story, sections) => ("story-ready", ready(&story.id, &sections)),
        Told::Notice(notice) => {
            let (name, detail) = describe(notice);
            set(&detail, "byReader", &is_readers.into());
            (name, detail)
        }
    };
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // What a listener throws is reported by the browser and is the page's own affair.
        let _ = host.dispatch_event(&event);
    }
}

/// A plain object with these properties.
pub(super) fn object<const N: usize>(entries: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        set(&object, key, &value);
    }
    object
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // A new object takes any property.
    let _ = Reflect::set(object, &key.into(), value);
}

fn ready(id: &str, sections: &[Section]) -> Object {
    let sections: Array = sections.iter().map(|section| JsValue::from(section.id())).collect();
    object([("story", id.into()), ("sections", sections.into())])
}

fn describe(notice: Notice) -> (&'static str, Object) {
    match notice {
        Notice::Shown { section, item } => {
            let item = item.map_or(JsValue::NULL, JsValue::from);
            ("story-show", object([("section", section.id().into()), ("item", item)]))
        }
        Notice::Answered { question, answer, correct, score, answered, total } => {
            let detail = object([
                ("question", question.into()),
                ("answer", answer_value(answer)),
                ("correct", correct.into()),
                ("score", score.into()),
                ("answered", count(answered)),
                ("total", count(total)),
            ]);
            ("story-answer", detail)
        }
        Notice::Completed { score, total, seed } => {
            let detail =
                object([("score", score.into()), ("total", total.into()), ("seed", number(seed))]);
            ("story-complete", detail)
        }
    }
}

fn answer_value(answer: Answer) -> JsValue {
    let list = |values: &mut dyn Iterator<Item = JsValue>| values.collect::<Array>().into();
    match answer {
        Answer::Id(text) | Answer::Text(text) => text.into(),
        Answer::Ids(ids) => list(&mut ids.into_iter().map(JsValue::from)),
        Answer::Number(value) => value.into(),
        Answer::Numbers(values) => list(&mut values.into_iter().map(JsValue::from)),
        Answer::Pairs(pairs) => list(
            &mut pairs
                .into_iter()
                .map(|(left, right)| Array::of2(&left.into(), &right.into()).into()),
        ),
    }
}

/// A count, as the page's numbers have it.
fn count(count: usize) -> JsValue {
    number(count as u64)
}

/// A whole number below 2 to the power of 53, which every number here is.
fn number(number: u64) -> JsValue {
    JsValue::from(number as f64)
}
