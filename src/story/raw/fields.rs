//! Reading objects: every key looked at once, unknown, repeated and missing ones named.

use super::Node;
use crate::story::fault::{Faults, instead, nearest, quote};

/// A value that can be read from a story.
pub(in crate::story) trait Read: Sized {
    /// Whether its key must be there.
    const REQUIRED: bool = true;

    /// The value, or none after noting what is wrong with it.
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self>;

    /// What stands for it where its key is left out.
    fn absent() -> Option<Self> {
        None
    }
}

/// Some of the keys of an object; several together may make up one object.
pub(in crate::story) trait Keys: Sized {
    /// Takes them out of an object; none after noting what is wrong.
    fn take(fields: &mut Fields<'_, '_>) -> Option<Self>;
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
}

/// Reads an object that has the keys of `T` and no others.
pub(in crate::story) fn read_object<T: Keys>(node: Node<'_>, faults: &mut Faults) -> Option<T> {
    let mut fields = Fields::open(node, faults)?;
    let value = T::take(&mut fields);
    fields.finish();
    value
}

impl<'a, 'f> Fields<'a, 'f> {
    /// Opens an object; none after noting that the value is something else.
    fn open(node: Node<'a>, faults: &'f mut Faults) -> Option<Self> {
        let Some(members) = node.members() else {
            expected(node, "an object", "Write its keys between { and }.", faults);
            return None;
        };
        let members = members.into_iter().map(|(key, value)| {
            let name = key.string().flatten().unwrap_or_default();
            Member { name, key, value }
        });
        let members = members.collect();
        Some(Self { node, members, known: Vec::new(), missing: Vec::new(), faults })
    }

    /// The object itself.
    pub(in crate::story) fn node(&self) -> Node<'a> {
        self.node
    }

    /// Takes the value of a key.
    pub(in crate::story) fn take<T: Read>(&mut self, key: &'static str) -> Option<T> {
        if let Some(node) = self.value(key) {
            return T::read(node, self.faults);
        }
        if T::REQUIRED {
            self.missing.push(key);
        }
        T::absent()
    }

    /// Lets the remaining keys pass: which of them belong here cannot be told.
    pub(super) fn give_up(&mut self) {
        self.members.clear();
    }

    /// The value of a key, which is known from now on; notes each repeat of it.
    fn value(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.known.push(key);
        let mut values = self.members.extract_if(.., |member| member.name == key);
        let first = values.next()?;
        for repeat in values {
            self.faults.push(
                repeat.key.at,
                format!("the key {} stands twice in this object", quote(key)),
                "Keep one of them.",
            );
        }
        Some(first.value)
    }

    /// Notes the keys that nobody took and those that nobody found.
    fn finish(self) {
        let Self { node, members, known, mut missing, faults } = self;
        for member in members {
            if faults.is_full() {
                return;
            }
            let wrong = format!("the key {} is unknown", quote(&member.name));
            faults.push(member.key.at, wrong, instead(&member.name, &known, "keys here"));
            // A slip in a needed key is one fault, not two.
            let meant = nearest(&member.name, known.iter().copied());
            missing.retain(|key| Some(*key) != meant);
        }
        for key in missing {
            let wrong = format!("the key {} is missing", quote(key));
            faults.push(node.at, wrong, "Add it to this object.");
        }
    }
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
        #[derive(Debug)]
        pub(in crate::story) struct $name {
            $( $(#[doc = $doc])+ pub(in crate::story) $field: $type, )+
        }

        impl $crate::story::raw::Keys for $name {
            fn take(fields: &mut $crate::story::raw::Fields<'_, '_>) -> Option<Self> {
                $( let $field = fields.take($crate::story::raw::fields::key(stringify!($field))); )+
                Some(Self { $( $field: $field? ),+ })
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
                node: $crate::story::raw::Node<'_>,
                faults: &mut $crate::story::fault::Faults,
            ) -> Option<Self> {
                $crate::story::raw::fields::read_object(node, faults)
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
