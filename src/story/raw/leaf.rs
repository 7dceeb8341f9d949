//! Values that hold no others: texts, ids, addresses, switches.
//!
//! Numbers and dates stand in `quantity`, words of a fixed set in `word`.

use super::fields::expected;
use super::{Node, Read};
use crate::story::Text;
use crate::story::fault::{Faults, quote};
use crate::story::text::is_web_address;

/// No single text of a card is longer, in bytes.
const LONGEST_TEXT: usize = 20_000;

/// Plain text that says something.
#[derive(Debug)]
pub(in crate::story) struct Words(pub(in crate::story) String);

/// Plain text that may be empty.
#[derive(Debug)]
pub(in crate::story) struct Loose(pub(in crate::story) String);

/// Text with `*emphasis*` and links that says something.
#[derive(Debug)]
pub(in crate::story) struct Markup {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: Text,
}

/// The id of what it stands in.
#[derive(Debug)]
pub(in crate::story) struct Id {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: String,
}

/// The id of something else.
#[derive(Debug)]
pub(in crate::story) struct Ref {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: String,
}

/// The address of an item: `section/item`.
#[derive(Debug)]
pub(in crate::story) struct Address {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: String,
}

/// True or false.
#[derive(Debug)]
pub(in crate::story) struct Flag(pub(in crate::story) bool);

/// An address on the web; http or https.
#[derive(Debug)]
pub(in crate::story) struct Link(pub(in crate::story) String);

/// Where a picture is: an address on the web or a path beside the story.
#[derive(Debug)]
pub(in crate::story) struct Picture(pub(in crate::story) String);

/// A language as BCP 47 names it.
#[derive(Debug)]
pub(in crate::story) struct Lang(pub(in crate::story) String);

/// A type of schema.org.
#[derive(Debug)]
pub(in crate::story) struct Kind(pub(in crate::story) String);

impl Read for Words {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        visible(node, faults).map(Self)
    }
}

impl Read for Loose {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        text(node, faults).map(Self)
    }
}

impl Read for Markup {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let source = visible(node, faults)?;
        match Text::parse(&source) {
            Ok(text) => Some(Self { at: node.at, text }),
            Err(fault) => {
                faults.push(node.at, fault.wrong, fault.right);
                None
            }
        }
    }
}

impl Read for Id {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let right = "Use small letters a to z, digits and hyphens, such as \"first-night\".";
        fitting(node, "an id", right, is_id, faults).map(|text| Self { at: node.at, text })
    }
}

impl Read for Ref {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        text(node, faults).map(|text| Self { at: node.at, text })
    }
}

impl Read for Address {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        text(node, faults).map(|text| Self { at: node.at, text })
    }
}

impl Read for Flag {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let flag = node.bool();
        if flag.is_none() {
            let right = "Write true or false, without quotes.";
            expected(node, "true or false", right, faults);
        }
        flag.map(Self)
    }
}

impl Read for Link {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let right = "Write the whole address, beginning with https:// or http://.";
        fitting(node, "an address on the web", right, is_web_address, faults).map(Self)
    }
}

impl Read for Picture {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let right = "Write an address that begins with https://, or a path beside the story.";
        fitting(node, "an address of a picture", right, is_picture, faults).map(Self)
    }
}

impl Read for Lang {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let right = "Write a language tag such as \"en\", \"pt-BR\" or \"zh-Hant\".";
        fitting(node, "a language tag", right, is_lang, faults).map(Self)
    }
}

impl Read for Kind {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let right = "Write a type of schema.org, such as \"Movie\" or \"Event\".";
        let fits = |text: &str| {
            text.starts_with(|first: char| first.is_ascii_uppercase())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        fitting(node, "a type of schema.org", right, fits, faults).map(Self)
    }
}

/// The content of a text, of any kind; none if the value is none.
pub(super) fn text_at(node: Node<'_>) -> Option<String> {
    node.string().flatten()
}

/// A text, after noting what no reader could see or bear.
pub(super) fn text(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    let Some(text) = node.string() else {
        expected(node, "a text", "Write it between double quotes.", faults);
        return None;
    };
    let Some(text) = text else {
        let right = "A character beyond U+FFFF is two escapes, or better the character itself.";
        faults.push(node.at, "an escape in this text is half a character", right);
        return None;
    };
    if text.len() > LONGEST_TEXT {
        let wrong = format!("this text is {} bytes long", text.len());
        faults.push(node.at, wrong, format!("A single text may have at most {LONGEST_TEXT}."));
        return None;
    }
    if let Some(control) = text.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t')) {
        let wrong = format!("this text holds the control character U+{:04X}", u32::from(control));
        faults.push(node.at, wrong, "Remove it.");
        return None;
    }
    Some(text)
}

/// A text that says something.
fn visible(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    let text = text(node, faults)?;
    if text.trim().is_empty() {
        faults.push(node.at, "this text is empty", "Write something that readers can see.");
        return None;
    }
    Some(text)
}

/// A text of a certain form.
fn fitting(
    node: Node<'_>,
    what: &str,
    right: &str,
    fits: fn(&str) -> bool,
    faults: &mut Faults,
) -> Option<String> {
    let text = text(node, faults)?;
    if !fits(&text) {
        faults.push(node.at, format!("{} is not {what}", quote(&text)), right);
        return None;
    }
    Some(text)
}

/// `[a-z0-9-]+`, short enough for an address.
pub(super) fn is_id(text: &str) -> bool {
    const LONGEST: usize = 80;
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(fits)
}

/// An address on the web, or a path that names no scheme.
fn is_picture(text: &str) -> bool {
    let printable = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\".contains(&byte));
    let path = !text.is_empty() && !text.starts_with("//") && !text.contains(':');
    is_web_address(text) || (printable && path)
}

/// A language of two to eight letters, then parts of one to eight letters and digits.
fn is_lang(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or("");
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
