//! Questions and charts: one description for each kind, for the kind decides about the keys.

use serde_json::{Value, json};

use super::{Describe, DescribeKeys, Object, Schemas};
use crate::story::raw::{
    Asked, Base, Chart, ColumnData, Draw, Entries, Estimate, Frame, Item, Match, One, Question,
    RowData, Several, TrueFalse,
};

impl Describe for Item<Question> {
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
            ];
            json!({ "description": "A question of the quiz.", "oneOf": kinds })
        })
    }
}

impl Describe for Item<Chart> {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Chart", |schemas| {
            let kinds = [
                chart::<RowData>(schemas, &["bars", "stacked", "ranges"]),
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
    Base::describe(&mut object);
    Asked::describe(&mut object);
    T::describe(&mut object);
    object.finish(T::ABOUT)
}

/// The description of some kinds of chart.
fn chart<T: DescribeKeys>(schemas: &mut Schemas, kinds: &[&str]) -> Value {
    let mut object = Object::new(schemas);
    object.word("kind", kinds, "How the chart is drawn.");
    Base::describe(&mut object);
    Frame::describe(&mut object);
    T::describe(&mut object);
    object.finish(T::ABOUT)
}
