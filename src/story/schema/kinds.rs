//! Questions and charts: one description for each kind, for the kind decides about the keys.

use serde_json::{Value, json};

use super::{Describe, DescribeKeys, Object, Schemas};
use crate::story::read::{
    ColumnData, Draw, Entries, Estimate, ItemHead, ItemOf, Match, One, Place, Several, TrueFalse,
    TypeAnswer,
};
use crate::story::{Chart, Question, Rows};

impl Describe for ItemOf<Question> {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Question", |schemas| {
            let kinds = [
                question::<One>(schemas, "one"),
                question::<Several>(schemas, "several"),
                question::<TrueFalse>(schemas, "true-false"),
                question::<Entries>(schemas, "order"),
                question::<Estimate>(schemas, "estimate"),
                question::<Match>(schemas, "match"),
                question::<Draw>(schemas, "draw"),
                question::<TypeAnswer>(schemas, "type"),
                question::<Place>(schemas, "place"),
            ];
            json!({ "description": "A question of the quiz.", "oneOf": kinds })
        })
    }
}

impl Describe for ItemOf<Chart> {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Chart", |schemas| {
            let kinds = [
                chart::<Rows>(schemas, &["bars", "stacked", "ranges"]),
                chart::<ColumnData>(schemas, &["lines", "scatter"]),
            ];
            json!({ "description": "A chart.", "oneOf": kinds })
        })
    }
}

/// The description of one kind of question.
fn question<T: DescribeKeys>(schemas: &mut Schemas, kind: &str) -> Value {
    let mut object = Object::new(schemas);
    object.word("kind", &[kind], "How the question is answered.");
    ItemHead::describe(&mut object);
    Question::describe(&mut object);
    T::describe(&mut object);
    object.finish(T::ABOUT)
}

/// The description of some kinds of chart.
fn chart<T: DescribeKeys>(schemas: &mut Schemas, kinds: &[&str]) -> Value {
    let mut object = Object::new(schemas);
    object.word("kind", kinds, "How the chart is drawn.");
    ItemHead::describe(&mut object);
    Chart::describe(&mut object);
    T::describe(&mut object);
    object.finish(T::ABOUT)
}
