//! Questions and charts: one description for each kind, for the kind decides about the keys.

use serde_json::{Map, Value, json};

use super::{Describe, DescribeKeys, Object, Schemas, set};
use crate::story::read::{
    ChartTable, ColumnData, Draw, Entries, Enumeration, Estimate, ItemHead, ItemOf, Match, One,
    Place, PlainText, Several, TrueFalse, TypeAnswer, XAxis,
};
use crate::story::{Axis, Chart, ChartKind, Question, Rows};

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
            by_kind("A question of the quiz.", "How the question is answered.", &kinds)
        })
    }
}

/// The words for the kinds of chart whose data are rows, or for those whose data are columns.
fn chart_kinds(has_rows: bool) -> Vec<&'static str> {
    let kinds = ChartKind::VALUES.iter().zip(ChartKind::WORDS);
    kinds.filter(|(kind, _)| kind.has_rows() == has_rows).map(|(_, word)| *word).collect()
}

impl Describe for ItemOf<Chart> {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Chart", |schemas| {
            let kinds = [
                chart::<Rows>(schemas, chart_kinds(true), &["rows", "series"]),
                chart::<ColumnData>(schemas, chart_kinds(false), &["columns"]),
            ];
            by_kind("A chart.", "How the chart is drawn.", &kinds)
        })
    }
}

/// An axis with a name.
impl DescribeKeys for XAxis {
    const NAME: &'static str = "X";
    const ABOUT: &'static str = "The x axis.";

    fn describe(object: &mut Object<'_>) {
        Axis::describe(object);
        object.key::<Option<PlainText>>("label", "Its name.");
    }
}

/// Some words for a kind, and what has one of them.
type Kind = (Vec<&'static str>, Value);

/// The description of what is of one of several kinds. The kind is looked at first, so that a slip in
/// one key is one error, not one for each kind.
fn by_kind(about: &str, about_kind: &str, kinds: &[Kind]) -> Value {
    let words: Vec<&str> = kinds.iter().flat_map(|(words, _)| words.iter().copied()).collect();
    let one = |(words, schema): &Kind| {
        let is_it = json!({ "properties": { "kind": { "enum": words } }, "required": ["kind"] });
        json!({ "if": is_it, "then": schema })
    };
    json!({
        "type": "object",
        "description": about,
        "properties": { "kind": { "enum": words, "description": about_kind } },
        "required": ["kind"],
        "allOf": kinds.iter().map(one).collect::<Vec<_>>(),
    })
}

/// The description of one kind of question.
fn question<T: DescribeKeys>(schemas: &mut Schemas, kind: &'static str) -> Kind {
    let mut object = Object::new(schemas);
    object.word("kind", &[kind], "How the question is answered.");
    ItemHead::describe(&mut object);
    Question::describe(&mut object);
    T::describe(&mut object);
    (vec![kind], object.finish(T::ABOUT))
}

/// The description of some kinds of chart. A table stands in place of the data, the first of these
/// keys, and of what goes with them.
fn chart<T: DescribeKeys>(
    schemas: &mut Schemas,
    kinds: Vec<&'static str>,
    replaced: &[&str],
) -> Kind {
    let mut object = Object::new(schemas);
    object.word("kind", &kinds, "How the chart is drawn.");
    ItemHead::describe(&mut object);
    Chart::describe(&mut object);
    T::describe(&mut object);
    let about = "Data from a CSV file beside the story, which the tool writes into it.";
    object.key::<Option<ChartTable>>("data", about);
    object.required.retain(|key| !replaced.iter().any(|replaced| key == replaced));
    let mut schema = object.finish(T::ABOUT);
    let none: Map<String, Value> =
        replaced.iter().map(|key| ((*key).to_owned(), false.into())).collect();
    set(&mut schema, "if", json!({ "required": ["data"] }));
    set(&mut schema, "then", json!({ "properties": none }));
    set(&mut schema, "else", json!({ "required": [replaced.first()] }));
    (kinds, schema)
}
