//! Reading objects: every key looked at once, unknown, repeated and missing ones named.

use super::Node;
use crate::story::fault::{Faults, instead, nearest, quote};

/// A place into which a value of a story is read.
///
/// It is read in place and behind one pointer type, so that the readers of objects and lists are
/// compiled once and not for every type.
pub(in crate::story) trait Read {
    /// Reads a value; false after noting what is wrong with it. What is left then means nothing.
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool;

    /// Whether its key may be left out.
    fn is_optional(&self) -> bool {
        false
    }

    /// Whether the object around it is whole even if its key is missing.
    fn stands_alone(&self) -> bool {
        self.is_optional()
    }
}

/// Some of the keys of an object; several together may make up one object.
pub(in crate::story) trait Keys {
    /// Takes them out of an object; false after noting what is wrong.
    fn take(&mut self, fields: &mut Fields<'_, '_>) -> bool;
}

/// An object while its keys are taken out of it.
pub(in crate::story) struct Fields<'a, 'f> {
    node: Node<'a>,
    members: Vec<Member<'a>>,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    faults: &'f mut Faults,
}

/// A key with its value.
struct Member<'a> {
    name: String,
    key: Node<'a>,
    value: Node<'a>,
    is_taken: bool,
}

/// Reads an object that has these keys and no others.
pub(in crate::story) fn read_object(
    keys: &mut dyn Keys,
    node: Node<'_>,
    faults: &mut Faults,
) -> bool {
    let Some(mut fields) = Fields::open(node, faults) else { return false };
    let is_whole = keys.take(&mut fields);
    fields.finish();
    is_whole
}

impl<'a, 'f> Fields<'a, 'f> {
    /// Opens an object; none after noting that the value is something else.
    fn open(node: Node<'a>, faults: &'f mut Faults) -> Option<Self> {
        let mut members = Vec::new();
        for (key, value) in members_of(node, faults)? {
            let name = key.string().flatten().unwrap_or_default();
            members.push(Member { name, key, value, is_taken: false });
        }
        Some(Self { node, members, known: Vec::new(), missing: Vec::new(), faults })
    }

    /// Takes the values of keys, each into its place; false if one is missing or wrong.
    pub(in crate::story) fn take(
        &mut self,
        keys: &[&'static str],
        places: &mut [&mut dyn Read],
    ) -> bool {
        let mut is_whole = true;
        for (key, place) in keys.iter().zip(places) {
            is_whole &= match self.value(key) {
                Some(node) => place.read(node, self.faults),
                None => {
                    if !place.is_optional() {
                        self.missing.push(key);
                    }
                    place.stands_alone()
                }
            };
        }
        is_whole
    }

    /// Lets the remaining keys pass: which of them belong here cannot be told.
    pub(super) fn give_up(&mut self) {
        self.members.clear();
    }

    /// The value of a key, which is known from now on; notes each repeat of it.
    fn value(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.known.push(key);
        let mut value = None;
        for member in self.members.iter_mut().filter(|member| member.name == key) {
            member.is_taken = true;
            if value.is_some() {
                let wrong = format!("the key {} stands twice in this object", quote(key));
                self.faults.push(member.key.at, wrong, "Keep one of them.");
            } else {
                value = Some(member.value);
            }
        }
        value
    }

    /// Notes the keys that nobody took and those that nobody found.
    fn finish(self) {
        let Self { node, members, known, mut missing, faults } = self;
        for member in members.iter().filter(|member| !member.is_taken) {
            if faults.is_full() {
                return;
            }
            let wrong = format!("the key {} is unknown", quote(&member.name));
            faults.push(member.key.at, wrong, instead(&member.name, &known, "keys here"));
            // A slip in a needed key is one fault, not two.
            let meant = nearest(&member.name, &known);
            missing.retain(|key| Some(*key) != meant);
        }
        for key in missing {
            let wrong = format!("the key {} is missing", quote(key));
            faults.push(node.at, wrong, "Add it to this object.");
        }
    }
}

/// The keys and values of an object; none after noting that the value is something else.
pub(super) fn members_of<'a>(
    node: Node<'a>,
    faults: &mut Faults,
) -> Option<Vec<(Node<'a>, Node<'a>)>> {
    let members = node.members();
    if members.is_none() {
        expected(node, "an object", "Write its keys between { and }.", faults);
    }
    members
}

/// Notes that a value is not what it should be.
pub(super) fn expected(node: Node<'_>, what: &str, right: &str, faults: &mut Faults) {
    faults.push(node.at, format!("expected {what}, found {}", node.kind()), right);
}

/// The name of a field as a key: without the mark that lets a field be named like a word of Rust.
pub(super) const fn key(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Declares an object once: its fields, which are its keys, how to read it and how to describe it.
macro_rules! keys {
    (
        $(#[doc = $about:literal])+
        struct $name:ident {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Default)]
        pub(in crate::story) struct $name {
            $( $(#[doc = $doc])+ pub(in crate::story) $field: $type, )+
        }

        impl $crate::story::raw::Keys for $name {
            fn take(&mut self, fields: &mut $crate::story::raw::Fields<'_, '_>) -> bool {
                const KEYS: &[&str] = &[$( $crate::story::raw::fields::key(stringify!($field)) ),+];
                fields.take(KEYS, &mut [$( &mut self.$field ),+])
            }
        }

        #[cfg(feature = "cli")]
        impl $crate::story::schema::DescribeKeys for $name {
            const NAME: &'static str = stringify!($name);
            const ABOUT: &'static str = concat!($($about, "\n"),+);

            fn describe(object: &mut $crate::story::schema::Object<'_>) {
                $(
                    object.key::<$type>(
                        $crate::story::raw::fields::key(stringify!($field)),
                        concat!($($doc, "\n"),+),
                    );
                )+
            }
        }
    };
}

/// Declares an object that stands on its own, as [`keys`] does.
macro_rules! object {
    ($(#[$($about:tt)+])+ struct $name:ident { $($body:tt)+ }) => {
        $crate::story::raw::fields::keys! { $(#[$($about)+])+ struct $name { $($body)+ } }

        impl $crate::story::raw::Read for $name {
            fn read(
                &mut self,
                node: $crate::story::raw::Node<'_>,
                faults: &mut $crate::story::fault::Faults,
            ) -> bool {
                $crate::story::raw::fields::read_object(self, node, faults)
            }
        }

        #[cfg(feature = "cli")]
        impl $crate::story::schema::Describe for $name {
            fn schema(schemas: &mut $crate::story::schema::Schemas) -> serde_json::Value {
                schemas.object::<Self>()
            }
        }
    };
}

pub(super) use {keys, object};
