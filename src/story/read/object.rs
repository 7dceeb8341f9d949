//! Reading objects: every key looked at once, unknown, repeated and missing ones named.

use super::shape::{Shape, expected};
use super::{Context, Node};
use crate::story::fault::{fault, nearest, proposal, quote};

/// Where a value of one shape is read into.
pub(super) struct Destination<'v, S: Shape>(pub(super) &'v mut S::Value);

/// Any such destination: objects are read by one function, not by one for every type.
pub(super) trait AnyDestination {
    fn read(&mut self, node: Node<'_>, cx: &mut Context) -> bool;
}

impl<S: Shape> AnyDestination for Destination<'_, S> {
    fn read(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        S::read(self.0, node, cx)
    }
}

/// Some of the keys of an object; several together may make up one object.
pub(in crate::story) trait Keys {
    /// Takes them out of an object; false after noting what is wrong.
    fn take(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool;

    /// Checks what the keys mean together; called where each of them was right.
    ///
    /// `node` is the object; false after noting what is wrong.
    fn check(&mut self, _node: Node<'_>, _cx: &mut Context) -> bool {
        true
    }
}

/// A key that is declared for an object, and whether it may be left out.
pub(super) type DeclaredKey = (&'static str, bool);

/// An object while its keys are taken out of it.
pub(in crate::story) struct Fields<'a> {
    node: Node<'a>,
    members: Vec<Member<'a>>,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

/// A key with its value.
struct Member<'a> {
    name: String,
    key: Node<'a>,
    value: Node<'a>,
    is_taken: bool,
}

/// Reads an object that has these keys and no others.
pub(super) fn read_object(keys: &mut dyn Keys, node: Node<'_>, cx: &mut Context) -> bool {
    let Some(mut fields) = Fields::open(node, cx) else { return false };
    let is_whole = keys.take(&mut fields, cx);
    fields.finish(cx);
    is_whole && keys.check(node, cx)
}

impl<'a> Fields<'a> {
    /// Opens an object; none after noting that the value is something else.
    pub(super) fn open(node: Node<'a>, cx: &mut Context) -> Option<Self> {
        let mut members = Vec::new();
        for (key, value) in members_of(node, cx)? {
            let name = key.content().unwrap_or_default();
            members.push(Member { name, key, value, is_taken: false });
        }
        Some(Self { node, members, known: Vec::new(), missing: Vec::new() })
    }

    /// Takes the values of keys, each into its destination; false if one is missing or wrong.
    pub(super) fn take(
        &mut self,
        keys: &[DeclaredKey],
        destinations: &mut [&mut dyn AnyDestination],
        cx: &mut Context,
    ) -> bool {
        let mut is_whole = true;
        for ((key, is_optional), destination) in keys.iter().zip(destinations) {
            if let Some(node) = self.value(key, cx) {
                is_whole &= destination.read(node, cx);
            } else if !is_optional {
                self.missing.push(key);
                is_whole = false;
            }
        }
        is_whole
    }

    /// The offset of the object.
    pub(super) fn at(&self) -> usize {
        self.node.at
    }

    /// Lets the remaining keys pass: which of them belong here cannot be told.
    pub(super) fn give_up(&mut self) {
        self.members.clear();
    }

    /// The value of a key, which is known from now on; notes each repeat of it.
    pub(super) fn value(&mut self, key: &'static str, cx: &mut Context) -> Option<Node<'a>> {
        self.known.push(key);
        let mut value = None;
        for member in self.members.iter_mut().filter(|member| member.name == key) {
            member.is_taken = true;
            if value.is_some() {
                let key = quote(key);
                fault!(
                    cx,
                    member.key.at,
                    "the key {key} stands twice in this object",
                    "Keep one of them."
                );
            } else {
                value = Some(member.value);
            }
        }
        value
    }

    /// Notes the keys that nobody took and those that nobody found.
    pub(super) fn finish(self, cx: &mut Context) {
        let Self { node, members, known, mut missing } = self;
        for member in members.iter().filter(|member| !member.is_taken) {
            if cx.faults.is_full() {
                return;
            }
            let meant = nearest(&member.name, &known);
            let (key, right) = (quote(&member.name), proposal(meant, &known, "keys here"));
            fault!(cx, member.key.at, "the key {key} is unknown", "{right}");
            // A slip in a needed key is one fault, not two.
            missing.retain(|key| Some(*key) != meant);
        }
        for key in missing {
            let key = quote(key);
            fault!(cx, node.at, "the key {key} is missing", "Add it to this object.");
        }
    }
}

/// The keys and values of an object; none after noting that the value is something else.
pub(super) fn members_of<'a>(
    node: Node<'a>,
    cx: &mut Context,
) -> Option<Vec<(Node<'a>, Node<'a>)>> {
    let members = node.members();
    if members.is_none() {
        expected(node, "an object", "Write its keys between { and }.", cx);
    }
    members
}

/// The name of a field as a key: without the mark that lets a field be named like a word of Rust,
/// and with the dollar that no field can have.
pub(super) const fn key(field: &'static str) -> &'static str {
    match field.as_bytes() {
        b"dollar_schema" => "$schema",
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Declares the keys of an object once: how each is written, what it means, where it is read into.
macro_rules! keys {
    (
        $(#[doc = $about:literal])+
        $schema:literal for $name:ty, |$it:ident| {
            $( $(#[doc = $doc:literal])+ $key:ident: $shape:ty = $destination:expr, )+
        }
    ) => {
        impl $name {
            /// Takes the keys declared for it.
            pub(in crate::story::read) fn take_keys(
                &mut self,
                fields: &mut $crate::story::read::object::Fields<'_>,
                cx: &mut $crate::story::read::Context,
            ) -> bool {
                use $crate::story::read::object::{DeclaredKey, Destination, key};
                use $crate::story::read::shape::Shape;
                const KEYS: &[DeclaredKey] = &[$( (key(stringify!($key)), <$shape as Shape>::IS_OPTIONAL) ),+];
                let $it = self;
                fields.take(KEYS, &mut [$( &mut Destination::<$shape>(&mut $destination) ),+], cx)
            }
        }

        #[cfg(feature = "tool")]
        impl $crate::story::schema::DescribeKeys for $name {
            const NAME: &'static str = $schema;
            const ABOUT: &'static str = concat!($($about, "\n"),+);

            fn describe(object: &mut $crate::story::schema::Object<'_>) {
                $(
                    object.key::<$shape>(
                        $crate::story::read::object::key(stringify!($key)),
                        concat!($($doc, "\n"),+),
                    );
                )+
            }
        }
    };
}

/// Declares an object that stands on its own, as [`keys`] does; what its keys mean together is
/// told by the function behind `check`.
macro_rules! object {
    (
        $(#[$($about:tt)+])+
        $schema:literal for $name:ty, |$it:ident| { $($body:tt)+ } $(check $check:path)?
    ) => {
        $crate::story::read::object::keys! {
            $(#[$($about)+])+ $schema for $name, |$it| { $($body)+ }
        }

        impl $crate::story::read::object::Keys for $name {
            fn take(
                &mut self,
                fields: &mut $crate::story::read::object::Fields<'_>,
                cx: &mut $crate::story::read::Context,
            ) -> bool {
                self.take_keys(fields, cx)
            }

            $(
                fn check(
                    &mut self,
                    node: $crate::story::read::Node<'_>,
                    cx: &mut $crate::story::read::Context,
                ) -> bool {
                    $check(self, node, cx)
                }
            )?
        }

        $crate::story::read::object::shape! { $name }
    };
}

/// Makes an object of what has keys.
macro_rules! shape {
    ($name:ty) => {
        impl $crate::story::read::shape::Shape for $name {
            type Value = Self;

            fn read(
                value: &mut Self,
                node: $crate::story::read::Node<'_>,
                cx: &mut $crate::story::read::Context,
            ) -> bool {
                $crate::story::read::object::read_object(value, node, cx)
            }
        }

        #[cfg(feature = "tool")]
        impl $crate::story::schema::Describe for $name {
            fn schema(schemas: &mut $crate::story::schema::Schemas) -> serde_json::Value {
                schemas.object::<Self>()
            }
        }
    };
}

pub(super) use {keys, object, shape};
