//! What the JSON Schema of the format says, as tables of keys in Markdown.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Stands for the keys that every item has; the schema repeats them at each.
pub(crate) const ITEM: &str = "Item";

/// Stands above the keys of an item.
const BESIDES: &str = "Besides [what every item has](story.md#what-every-item-has):\n\n";

/// The schema, and which of its definitions have a page of their own.
pub(crate) struct Schema<'s> {
    root: &'s Value,
    /// Definitions that a page asks for by name, each with that page.
    pub(crate) at_home: Vec<(String, String)>,
}

/// Objects of one shape: the words for their kind, and their schema.
pub(crate) struct Kind<'s> {
    pub(crate) words: Vec<&'s str>,
    pub(crate) schema: &'s Value,
}

type Keys<'s> = Vec<(&'s str, &'s Value)>;

impl<'s> Schema<'s> {
    pub(crate) fn new(root: &'s Value) -> Self {
        Self { root, at_home: Vec::new() }
    }

    /// All that has keys, but for messages: objects, and what is of several kinds.
    pub(crate) fn definitions(&self) -> impl Iterator<Item = &'s str> {
        let definitions = self.root["$defs"].as_object().into_iter().flatten();
        let with_keys = definitions.filter(|(name, schema)| {
            *name != "Messages"
                && (schema.get("properties").is_some() || schema.get("allOf").is_some())
        });
        with_keys.map(|(name, _)| name.as_str()).chain(["Story"])
    }

    pub(crate) fn definition(&self, name: &str) -> &'s Value {
        match name {
            "Story" => self.root,
            ITEM => &self.root["$defs"]["Fact"],
            _ => &self.root["$defs"][name],
        }
    }

    /// The kinds of a definition, if it has any.
    pub(crate) fn kinds(&self, name: &str) -> Vec<Kind<'s>> {
        let kinds = self.definition(name)["allOf"].as_array().into_iter().flatten();
        kinds
            .map(|kind| Kind {
                words: strings(&kind["if"]["properties"]["kind"]["enum"]),
                schema: &kind["then"],
            })
            .collect()
    }

    /// The keys that every item has.
    fn item_keys(&self) -> Keys<'s> {
        let others = ["Person", "Answer", "Outcome", "Event"].map(|name| &self.root["$defs"][name]);
        keys(self.definition(ITEM))
            .into_iter()
            .filter(|key| others.iter().all(|it| has(it, key)))
            .collect()
    }

    /// The table of a definition, and those of what it holds and no page asks for by name.
    pub(crate) fn tables(&self, name: &str, page: &str, done: &mut BTreeSet<String>) -> String {
        done.insert(name.to_owned());
        let schema = self.definition(name);
        if name == ITEM {
            return self.table(schema, &self.item_keys(), page, done);
        }
        self.table(schema, &self.own_keys(schema), page, done)
    }

    /// Whether it is an item: whether it has the keys that every item has.
    fn is_item(&self, schema: &Value) -> bool {
        self.item_keys().iter().all(|key| has(schema, key))
    }

    /// The table of what all kinds of a definition have in common.
    pub(crate) fn common_table(
        &self,
        name: &str,
        page: &str,
        done: &mut BTreeSet<String>,
    ) -> String {
        done.insert(name.to_owned());
        let mut keys = self.common_keys(name);
        keys.extend(self::keys(self.definition(name)));
        self.table(self.kinds(name)[0].schema, &keys, page, done)
    }

    /// The table of what one kind of a definition has besides.
    pub(crate) fn kind_table(
        &self,
        name: &str,
        kind: &Kind<'s>,
        page: &str,
        done: &mut BTreeSet<String>,
    ) -> String {
        let common = self.common_keys(name);
        let own = self.own_keys(kind.schema).into_iter();
        let own: Keys<'_> =
            own.filter(|key| key.0 != "kind" && !common.iter().any(|it| it.0 == key.0)).collect();
        let table = self.table(kind.schema, &own, page, done);
        table.strip_prefix(BESIDES).map_or(table.clone(), ToOwned::to_owned)
    }

    fn common_keys(&self, name: &str) -> Keys<'s> {
        let kinds = self.kinds(name);
        let first = self.own_keys(kinds[0].schema).into_iter();
        first.filter(|key| kinds.iter().all(|kind| has(kind.schema, key))).collect()
    }

    /// The keys of an object; without those of all items if it is one.
    fn own_keys(&self, schema: &'s Value) -> Keys<'s> {
        let (item, is_item) = (self.item_keys(), self.is_item(schema));
        let is_own = |key: &(&str, &Value)| !is_item || !item.iter().any(|it| it.0 == key.0);
        keys(schema).into_iter().filter(is_own).collect()
    }

    /// A table of keys: the required ones first, then by name.
    fn table(
        &self,
        schema: &Value,
        keys: &Keys<'s>,
        page: &str,
        done: &mut BTreeSet<String>,
    ) -> String {
        let mut required = strings(&schema["required"]);
        required.extend(strings(&schema["else"]["required"]));
        let mut keys = keys.clone();
        keys.sort_by_key(|(key, _)| {
            (required.iter().position(|it| it == key).unwrap_or(usize::MAX), *key)
        });
        // Items are told apart by it from what has no address; the keys of all stand elsewhere.
        let is_item = self.is_item(schema) && !keys.iter().any(|(key, _)| *key == "see");
        let item = if is_item { BESIDES } else { "" };
        let mut table =
            format!("{item}| key | value | if left out | meaning |\n| --- | --- | --- | --- |\n");
        let mut inner = Vec::new();
        for (key, value) in keys {
            let left_out = match value.get("default") {
                _ if required.contains(&key) => "required".to_owned(),
                Some(default) => format!("`{default}`"),
                None => String::new(),
            };
            let about = meaning(value);
            let kind = self.value(value, page, &mut inner);
            table += &format!("| `{key}` | {kind} | {left_out} | {about} |\n");
        }
        for name in inner {
            if done.insert(name.clone()) {
                let schema = self.definition(&name);
                table += &format!("\n`{name}`: {}\n\n", about(schema));
                table += &self.table(schema, &self.own_keys(schema), page, done);
            }
        }
        table
    }

    /// What a value may be, in words; notes definitions in it that no page asks for.
    fn value(&self, schema: &Value, page: &str, inner: &mut Vec<String>) -> String {
        if let Some(name) = schema["$ref"].as_str().and_then(|it| it.rsplit('/').next()) {
            return self.reference(name, page, inner);
        }
        if let Some(all) = schema["anyOf"].as_array() {
            let all: Vec<String> = all.iter().map(|it| self.value(it, page, inner)).collect();
            return all.join(" or ");
        }
        if schema.get("items").is_some() {
            let entry = self.value(&schema["items"], page, inner);
            let bounds = [
                schema["minItems"].as_u64().filter(|it| *it > 1),
                schema["maxItems"].as_u64().filter(|it| *it < 50),
            ];
            return match bounds {
                [Some(least), Some(most)] if least == most => format!("list of {least}: {entry}"),
                [Some(least), Some(most)] => format!("list of {least} to {most}: {entry}"),
                [None, Some(most)] => format!("list, up to {most}: {entry}"),
                [Some(least), None] => format!("list of {least} or more: {entry}"),
                [None, None] => format!("list: {entry}"),
            };
        }
        scalar(schema)
    }

    /// A definition by its name, with the way to it.
    fn reference(&self, name: &str, page: &str, inner: &mut Vec<String>) -> String {
        let home = self.at_home.iter().find(|(it, _)| it == name).map(|(_, page)| page.as_str());
        let word = match name {
            "Text" | "Date" => name.to_lowercase(),
            _ => format!("`{name}`"),
        };
        match home.or(match name {
            "Text" => Some("text.md"),
            "Date" => Some("dates.md"),
            "Messages" => Some("languages.md"),
            _ => None,
        }) {
            Some(home) if home != page => format!("[{word}]({home})"),
            Some(_) => word,
            None => {
                inner.push(name.to_owned());
                word
            }
        }
    }
}

/// What a definition is.
pub(crate) fn about(schema: &Value) -> String {
    cell(schema["description"].as_str().unwrap_or(""))
}

/// What a key means; what it is where it is left out has a column of its own.
fn meaning(value: &Value) -> String {
    let about = value["description"].as_str().unwrap_or("");
    let before = about.strip_suffix(" if left out.").and_then(|it| it.rsplit_once("; "));
    match before.filter(|_| value.get("default").is_some()) {
        Some((before, _)) => cell(&format!("{before}.")),
        None => cell(about),
    }
}

/// What stands in one cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// What holds no other value, in words.
fn scalar(schema: &Value) -> String {
    if let Some(only) = schema.get("const") {
        return format!("`{only}`");
    }
    let words = strings(&schema["enum"]);
    if !words.is_empty() {
        return words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    }
    let example =
        schema["examples"].get(0).map(|it| format!(", such as `{it}`")).unwrap_or_default();
    let ends = match (schema["minimum"].as_f64(), schema["maximum"].as_f64()) {
        (Some(least), Some(most)) if most < 1e15 => format!(" from {least} to {most}"),
        _ => String::new(),
    };
    match schema["type"].as_str() {
        Some("null") => "`null`".to_owned(),
        Some("boolean") => "true or false".to_owned(),
        Some("integer") => format!("whole number{ends}"),
        Some("number") => format!("number{ends}"),
        _ if schema["pattern"] == "^[a-z0-9-]+$" => "id".to_owned(),
        _ if schema["pattern"].as_str().is_some_and(|it| it.ends_with("/[a-z0-9-]+$")) => {
            "address".to_owned()
        }
        _ => format!("plain text{example}"),
    }
}

fn keys(schema: &Value) -> Keys<'_> {
    let properties = schema["properties"].as_object().into_iter().flat_map(Map::iter);
    properties.map(|(key, value)| (key.as_str(), value)).collect()
}

fn has(schema: &Value, key: &(&str, &Value)) -> bool {
    schema["properties"].get(key.0) == Some(key.1)
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
