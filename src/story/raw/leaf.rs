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
#[derive(Debug, Default)]
pub(in crate::story) struct Words(pub(in crate::story) String);

/// Plain text that may be empty.
#[derive(Debug, Default)]
pub(in crate::story) struct Loose(pub(in crate::story) String);

/// Text with `*emphasis*` and links that says something.
#[derive(Debug, Default)]
pub(in crate::story) struct Markup {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: Text,
}

/// The id of what it stands in.
#[derive(Debug, Default)]
pub(in crate::story) struct Id {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: String,
}

/// The id of something else.
#[derive(Debug, Default)]
pub(in crate::story) struct Ref {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: String,
}

/// The address of an item: `section/item`.
#[derive(Debug, Default)]
pub(in crate::story) struct Address {
    pub(in crate::story) at: usize,
    pub(in crate::story) text: String,
}

/// True or false.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::story) struct Flag(pub(in crate::story) bool);

/// An address on the web; http or https.
#[derive(Debug, Default)]
pub(in crate::story) struct Link(pub(in crate::story) String);

/// Where a picture is: an address on the web or a path beside the story.
#[derive(Debug, Default)]
pub(in crate::story) struct Picture(pub(in crate::story) String);

/// A language as BCP 47 names it.
#[derive(Debug, Default)]
pub(in crate::story) struct Lang(pub(in crate::story) String);

/// A type of schema.org.
#[derive(Debug, Default)]
pub(in crate::story) struct Kind(pub(in crate::story) String);

impl Read for Words {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        visible(&mut self.0, node, faults)
    }
}

impl Read for Loose {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        text(&mut self.0, node, faults)
    }
}

impl Read for Markup {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        let mut source = String::new();
        if !visible(&mut source, node, faults) {
            return false;
        }
        match Text::parse(&source) {
            Ok(text) => {
                self.text = text;
                true
            }
            Err(fault) => {
                faults.push(node.at, fault.wrong, fault.right);
                false
            }
        }
    }
}

impl Read for Id {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        let right = "Use small letters a to z, digits and hyphens, such as \"first-night\".";
        fitting(&mut self.text, node, is_id, "an id", right, faults)
    }
}

impl Read for Ref {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        text(&mut self.text, node, faults)
    }
}

impl Read for Address {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        text(&mut self.text, node, faults)
    }
}

impl Read for Flag {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let flag = node.bool();
        if flag.is_none() {
            let right = "Write true or false, without quotes.";
            expected(node, "true or false", right, faults);
        }
        self.0 = flag == Some(true);
        flag.is_some()
    }
}

impl Read for Link {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let right = "Write the whole address, beginning with https:// or http://.";
        fitting(&mut self.0, node, is_web_address, "an address on the web", right, faults)
    }
}

impl Read for Picture {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let right = "Write an address that begins with https://, or a path beside the story.";
        fitting(&mut self.0, node, is_picture, "an address of a picture", right, faults)
    }
}

impl Read for Lang {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let right = "Write a language tag such as \"en\", \"pt-BR\" or \"zh-Hant\".";
        fitting(&mut self.0, node, is_lang, "a language tag", right, faults)
    }
}

impl Read for Kind {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let right = "Write a type of schema.org, such as \"Movie\" or \"Event\".";
        fitting(&mut self.0, node, is_kind, "a type of schema.org", right, faults)
    }
}

/// The content of a text, of any kind; none if the value is none.
pub(super) fn text_at(node: Node<'_>) -> Option<String> {
    node.string().flatten()
}

/// Reads a text; false after noting what no reader could see or bear.
pub(super) fn text(into: &mut String, node: Node<'_>, faults: &mut Faults) -> bool {
    let Some(text) = node.string() else {
        expected(node, "a text", "Write it between double quotes.", faults);
        return false;
    };
    let Some(text) = text else {
        let right = "A character beyond U+FFFF is two escapes, or better the character itself.";
        faults.push(node.at, "an escape in this text is half a character", right);
        return false;
    };
    if text.len() > LONGEST_TEXT {
        let wrong = format!("this text is {} bytes long", text.len());
        faults.push(node.at, wrong, format!("A single text may have at most {LONGEST_TEXT}."));
        return false;
    }
    if let Some(control) = text.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t')) {
        let wrong = format!("this text holds the control character U+{:04X}", u32::from(control));
        faults.push(node.at, wrong, "Remove it.");
        return false;
    }
    *into = text;
    true
}

/// Reads a text that says something.
fn visible(into: &mut String, node: Node<'_>, faults: &mut Faults) -> bool {
    if !text(into, node, faults) {
        return false;
    }
    let is_visible = !into.trim().is_empty();
    if !is_visible {
        faults.push(node.at, "this text is empty", "Write something that readers can see.");
    }
    is_visible
}

/// Reads a text of a certain form.
fn fitting(
    into: &mut String,
    node: Node<'_>,
    fits: fn(&str) -> bool,
    what: &str,
    right: &str,
    faults: &mut Faults,
) -> bool {
    if !text(into, node, faults) {
        return false;
    }
    let is_fitting = fits(into);
    if !is_fitting {
        faults.push(node.at, format!("{} is not {what}", quote(into)), right);
    }
    is_fitting
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

/// A name that begins with a capital, as types of schema.org do.
fn is_kind(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
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
