//! Values that hold no others: texts, ids, addresses, switches.
//!
//! Numbers and dates stand in `quantity`, words of a fixed set in `enumeration`.

use super::shape::{Shape, expected};
use super::{Context, Node};
use crate::story::Text;
use crate::story::fault::{fault, quote};
use crate::story::limits::LONGEST_TEXT;
use crate::story::text::is_web_address;

/// Plain text that says something.
pub(in crate::story) struct PlainText;

/// Plain text that may be empty.
pub(in crate::story) struct PlainTextOrEmpty;

/// The id of what it stands in.
pub(in crate::story) struct Id;

/// The id of something else.
pub(in crate::story) struct IdRef;

/// The address of a chart.
pub(in crate::story) struct ChartAddress;

/// The address of an event.
pub(in crate::story) struct EventAddress;

/// An address on the web; http or https.
pub(in crate::story) struct WebAddress;

/// Where a picture is: an address on the web or a path beside the story.
pub(in crate::story) struct PictureAddress;

/// A language as BCP 47 names it.
pub(in crate::story) struct LanguageTag;

/// A type of schema.org.
pub(in crate::story) struct SchemaOrgType;

/// Implements [`Shape`] for texts of several forms.
macro_rules! texts {
    ($($shape:ty => $read:expr,)+) => {
        $(
            impl Shape for $shape {
                type Value = String;

                fn read(value: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
                    $read(value, node, cx)
                }
            }
        )+
    };
}

texts! {
    PlainText => plain_text,
    PlainTextOrEmpty => text,
    Id => id,
    IdRef => text,
    ChartAddress => text,
    EventAddress => text,
    WebAddress => web_address,
    PictureAddress => picture_address,
    LanguageTag => language_tag,
    SchemaOrgType => schema_org_type,
}

impl Shape for Text {
    type Value = Self;

    fn read(value: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
        let mut source = String::new();
        if !plain_text(&mut source, node, cx) {
            return false;
        }
        match Self::parse(&source) {
            Ok(text) => *value = text,
            Err(fault) => {
                let (wrong, right) = (&fault.wrong, fault.right);
                fault!(cx, node.at, "{wrong}", "{right}");
                return false;
            }
        }
        true
    }
}

impl Shape for bool {
    type Value = Self;

    fn read(value: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
        let flag = node.bool();
        if flag.is_none() {
            expected(node, "true or false", "Write true or false, without quotes.", cx);
        }
        *value = flag == Some(true);
        flag.is_some()
    }
}

fn id(into: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
    let right = "Use small letters a to z, digits and hyphens, such as \"first-night\".";
    fitting(into, node, is_id, "an id", right, cx)
}

fn web_address(into: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
    let right = "Write the whole address, beginning with https:// or http://.";
    fitting(into, node, is_web_address, "an address on the web", right, cx)
}

fn picture_address(into: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
    let right = "Write an address that begins with https://, or a path beside the story.";
    fitting(into, node, is_picture_address, "an address of a picture", right, cx)
}

fn language_tag(into: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
    let right = "Write a language tag such as \"en\", \"pt-BR\" or \"zh-Hant\".";
    fitting(into, node, is_language_tag, "a language tag", right, cx)
}

fn schema_org_type(into: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
    let right = "Write a type of schema.org, such as \"Movie\" or \"Event\".";
    fitting(into, node, is_schema_org_type, "a type of schema.org", right, cx)
}

/// Reads a text; false after noting what no reader could see or bear.
pub(super) fn text(into: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
    let Some(text) = node.string() else {
        expected(node, "a text", "Write it between double quotes.", cx);
        return false;
    };
    let Some(text) = text else {
        fault!(
            cx,
            node.at,
            "an escape in this text is half a character",
            "A character beyond U+FFFF is two escapes, or better the character itself."
        );
        return false;
    };
    if text.len() > LONGEST_TEXT {
        let length = text.len();
        fault!(
            cx,
            node.at,
            "this text is {length} bytes long",
            "A single text may have at most {LONGEST_TEXT}."
        );
        return false;
    }
    if let Some(control) = text.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t')) {
        let code = u32::from(control);
        fault!(cx, node.at, "this text holds the control character U+{code:04X}", "Remove it.");
        return false;
    }
    *into = text;
    true
}

/// Reads a text that says something.
fn plain_text(into: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
    if !text(into, node, cx) {
        return false;
    }
    let is_visible = !into.trim().is_empty();
    if !is_visible {
        fault!(cx, node.at, "this text is empty", "Write something that readers can see.");
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
    cx: &mut Context,
) -> bool {
    if !text(into, node, cx) {
        return false;
    }
    let is_fitting = fits(into);
    if !is_fitting {
        let found = quote(into);
        fault!(cx, node.at, "{found} is not {what}", "{right}");
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
fn is_picture_address(text: &str) -> bool {
    let printable = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\".contains(&byte));
    let path = !text.is_empty() && !text.starts_with("//") && !text.contains(':');
    is_web_address(text) || (printable && path)
}

/// A name that begins with a capital, as types of schema.org do.
fn is_schema_org_type(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A language of two to eight letters, then parts of one to eight letters and digits.
fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or("");
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
