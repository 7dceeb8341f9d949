//! The JSON Schema of the format, made from the same declarations that read it.
//!
//! In: how objects, lists and definitions are described (leaves stand in `leaf`, questions and
//! charts in `kinds`). Out: what a schema cannot say, such as that ids are unique and references
//! lead somewhere; [`Story::parse`] says that.

mod kinds;
mod leaf;

use serde_json::{Map, Value, json};

use super::Story;
use super::limits::MOST_EVENTS;
use super::read::{
    EventTable, Events, ItemHead, ItemOf, List, Nullable, OneOrMore, OrDefault, Paragraph,
    RawEvent, SectionWithSources, Shape, UniqueIds, WithDecimals, WithOffset,
};
use super::{Answer, Dispute, Fact, Figure, Outcome, Person, Statement, Text};

/// Names the schema, for editors and validators that keep several. It stands nowhere on the web.
const ID: &str = "urn:story-card:story:1";

impl Story {
    /// The JSON Schema (2020-12) of a story.
    pub fn schema() -> Value {
        let mut schemas = Schemas::default();
        let Value::Object(mut root) = schemas.properties::<Story>() else { return Value::Null };
        root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        root.insert("$id".into(), ID.into());
        root.insert("title".into(), "Story Card: story format, version 1".into());
        root.insert("$defs".into(), Value::Object(schemas.definitions));
        Value::Object(root)
    }
}

/// What can be described.
pub(super) trait Describe {
    /// Its schema; larger ones become a definition.
    fn schema(schemas: &mut Schemas) -> Value;

    /// What it is where its key is left out, if that is worth saying.
    fn left_out() -> Option<Value> {
        None
    }
}

/// What is made of keys.
pub(super) trait DescribeKeys {
    /// Names its definition.
    const NAME: &'static str;
    /// What it is.
    const ABOUT: &'static str;

    /// Adds its keys to an object.
    fn describe(object: &mut Object<'_>);
}

/// The definitions made so far.
#[derive(Default)]
pub(super) struct Schemas {
    definitions: Map<String, Value>,
}

/// The description of an object while its keys are added.
pub(super) struct Object<'s> {
    schemas: &'s mut Schemas,
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl Schemas {
    /// A reference to the definition of an object.
    pub(super) fn object<T: DescribeKeys>(&mut self) -> Value {
        self.named(T::NAME, Self::properties::<T>)
    }

    /// A reference to a definition, made when it is first asked for.
    fn named(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.definitions.contains_key(name) {
            let schema = make(self);
            self.definitions.insert(name.to_owned(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// The description of an object with the keys of `T`.
    fn properties<T: DescribeKeys>(&mut self) -> Value {
        let mut object = Object::new(self);
        T::describe(&mut object);
        object.finish(T::ABOUT)
    }
}

impl<'s> Object<'s> {
    fn new(schemas: &'s mut Schemas) -> Self {
        Self { schemas, properties: Map::new(), required: Vec::new() }
    }

    /// Adds a key that holds a value of this shape.
    pub(super) fn key<S: Shape + Describe>(&mut self, key: &str, about: &str) {
        let schema = S::schema(self.schemas);
        self.insert(key, schema, about, !S::IS_OPTIONAL);
    }

    /// Adds a key that holds one of some words.
    fn word(&mut self, key: &str, words: &[&str], about: &str) {
        self.insert(key, json!({ "enum": words }), about, true);
    }

    fn insert(&mut self, key: &str, mut schema: Value, about: &str, required: bool) {
        // A key that is read only to say why there is none is unknown here.
        if schema == never() {
            return;
        }
        set(&mut schema, "description", prose(about).into());
        self.properties.insert(key.to_owned(), schema);
        if required {
            self.required.push(key.into());
        }
    }

    fn finish(self, about: &str) -> Value {
        json!({
            "type": "object",
            "description": prose(about),
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}

/// What no value is.
fn never() -> Value {
    json!({ "not": {} })
}

/// Adds a keyword to a schema, all of which are objects here.
fn set(schema: &mut Value, keyword: &str, value: Value) {
    if let Value::Object(schema) = schema {
        schema.insert(keyword.to_owned(), value);
    }
}

/// A doc comment as one line.
fn prose(about: &str) -> String {
    about.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Implements [`Describe`] for items that are one object, whatever they hold.
macro_rules! items {
    ($($item:ty)+) => {
        $(
            impl Describe for ItemOf<$item> {
                fn schema(schemas: &mut Schemas) -> Value {
                    schemas.named(<$item>::NAME, |schemas| {
                        let mut object = Object::new(schemas);
                        ItemHead::describe(&mut object);
                        <$item>::describe(&mut object);
                        object.finish(<$item>::ABOUT)
                    })
                }
            }
        )+
    };
}

items! { Figure Fact RawEvent Person Answer Outcome Dispute }

impl Describe for Events {
    fn schema(schemas: &mut Schemas) -> Value {
        let events = <List<ItemOf<RawEvent>, 0, MOST_EVENTS>>::schema(schemas);
        json!({ "anyOf": [events, schemas.object::<EventTable>()] })
    }
}

/// Implements [`Describe`] for what is described as the shape in it.
macro_rules! wrappers {
    ($($wrapper:ident)+) => {
        $(
            impl<S: Describe> Describe for $wrapper<S> {
                fn schema(schemas: &mut Schemas) -> Value {
                    S::schema(schemas)
                }
            }
        )+
    };
}

wrappers! { Box Option SectionWithSources WithDecimals WithOffset UniqueIds }

impl<S: Describe> Describe for OrDefault<S> {
    fn schema(schemas: &mut Schemas) -> Value {
        let mut schema = S::schema(schemas);
        if let Some(value) = S::left_out() {
            set(&mut schema, "default", value);
        }
        schema
    }
}

impl<S: Describe> Describe for Nullable<S> {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [S::schema(schemas), { "type": "null" }] })
    }
}

impl Describe for Paragraph {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), Statement::schema(schemas)] })
    }
}

impl<S: Describe, const LEAST: usize, const MOST: usize> Describe for List<S, LEAST, MOST> {
    fn schema(schemas: &mut Schemas) -> Value {
        let items = S::schema(schemas);
        let mut list = json!({ "type": "array", "items": items, "maxItems": MOST });
        if LEAST > 0 {
            set(&mut list, "minItems", LEAST.into());
        }
        list
    }
}

impl<S: Describe> Describe for OneOrMore<S> {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [S::schema(schemas), <List<S>>::schema(schemas)] })
    }
}
