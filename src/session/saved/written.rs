//! What is written of a session: one shape for all of it, so that serde's writer is compiled once.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// A value on its way into the text.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Written<'a> {
    Text(&'a str),
    Flag(bool),
    /// A number, or what another text had.
    Raw(Box<RawValue>),
    List(Vec<Self>),
    #[serde(serialize_with = "members")]
    Object(Vec<(&'static str, Self)>),
}

impl Written<'_> {
    /// A finite number, in the digits of the standard library, which tell every double from the next.
    pub(super) fn number(number: &dyn ToString) -> Self {
        let written = RawValue::from_string(number.to_string());
        Self::Raw(written.unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }

    /// An object of those members that are there.
    pub(super) fn object<const N: usize>(members: [(&'static str, Option<Self>); N]) -> Self {
        Self::Object(members.into_iter().filter_map(|(key, it)| Some((key, it?))).collect())
    }

    /// A list; none if it is empty.
    pub(super) fn list(values: Vec<Self>) -> Option<Self> {
        (!values.is_empty()).then_some(Self::List(values))
    }
}

fn members<S: Serializer>(members: &[(&str, Written<'_>)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(members.iter().map(|(key, value)| (key, value)))
}
