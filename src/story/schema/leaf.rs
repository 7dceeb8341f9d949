//! Values that hold no others.

use serde_json::{Map, Value, json};

use super::{Describe, Schemas};
use crate::story::raw::{
    Address, Day, Domain, Flag, Format, Id, Kind, LARGEST, Lang, Link, Loose, MOST_WHOLE, Markup,
    MessageTexts, Num, OneOf, Order, Picture, Ref, Span, Spread, Stretch, VERSION, Whole, Word,
    Words, XValue,
};
use crate::story::{Key, Section};

/// What an id is made of.
const ID: &str = "^[a-z0-9-]+$";

/// A year, a month or a day.
const MOMENT: &str = "-?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/// Implements [`Describe`] for leaves whose schema says all.
macro_rules! leaves {
    ($($type:ty => $schema:tt,)+) => {
        $(
            impl Describe for $type {
                fn schema(_: &mut Schemas) -> Value {
                    json!($schema)
                }
            }
        )+
    };
}

leaves! {
    Format => { "const": (VERSION as u8) },
    Words => { "type": "string", "pattern": "\\S" },
    Loose => { "type": "string" },
    Markup => { "type": "string", "pattern": "\\S" },
    Id => { "type": "string", "pattern": ID },
    Ref => { "type": "string", "pattern": ID },
    Flag => { "type": "boolean" },
    Link => { "type": "string", "pattern": "^https?://" },
    Picture => { "type": "string", "minLength": 1 },
    Lang => { "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" },
    Kind => { "type": "string", "pattern": "^[A-Z][A-Za-z0-9]*$" },
    Num => { "type": "number", "minimum": (-LARGEST), "maximum": LARGEST },
    Whole => { "type": "integer", "minimum": 0, "maximum": (MOST_WHOLE as u32) },
    Domain => { "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
}

impl Describe for Address {
    fn schema(_: &mut Schemas) -> Value {
        let sections = Section::ALL.map(Section::id).join("|");
        json!({ "type": "string", "pattern": format!("^({sections})/[a-z0-9-]+$") })
    }
}

impl Describe for Day {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Date", |_| {
            let single = format!("(about |before |after )?{MOMENT}");
            json!({
                "type": "string",
                "pattern": format!("^({single}|{MOMENT}/{MOMENT})$"),
                "description": "A year, a month or a day; two of these with a slash between; \
                                or one behind about, before or after.",
            })
        })
    }
}

impl Describe for Spread {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Num::schema(schemas), schemas.object::<Span>()] })
    }
}

impl Describe for Order {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Whole::schema(schemas), schemas.object::<Stretch>()] })
    }
}

impl Describe for XValue {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Num::schema(schemas), Day::schema(schemas)] })
    }
}

impl<T: Word> Describe for OneOf<T> {
    fn schema(_: &mut Schemas) -> Value {
        let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        json!({ "enum": words })
    }
}

impl Describe for MessageTexts {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Messages", |_| {
            let properties: Map<String, Value> = Key::ALL
                .iter()
                .map(|key| {
                    (key.id().to_owned(), json!({ "type": "string", "description": key.english() }))
                })
                .collect();
            json!({ "type": "object", "properties": properties, "additionalProperties": false })
        })
    }
}
