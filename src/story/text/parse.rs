//! Reading markup: asterisks, links, and backslashes that take their meaning away.

use super::{Inline, Text};

/// What is wrong with a text's markup, and what would be right.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::story) struct MarkupFault {
    pub(in crate::story) wrong: String,
    pub(in crate::story) right: &'static str,
}

const LITERAL_ASTERISK: &str =
    "Emphasis is *such*, without blanks inside; for an asterisk write \\* (in JSON \\\\*).";
const LITERAL_BRACKET: &str = "A link is [label](https://…), [label](/page) or [label](mailto:…); for a bracket write \\[ (in \
     JSON \\\\[).";

impl Text {
    /// Reads markup. A backslash before `*`, `[`, `]` or `\` makes it an ordinary character;
    /// brackets that no parenthesis follows are ordinary as well.
    pub(in crate::story) fn parse(source: &str) -> Result<Self, MarkupFault> {
        let mut parser = Parser { rest: source, plain: String::new(), inlines: Vec::new() };
        while parser.step()? {}
        parser.finish_plain();
        Ok(Self(parser.inlines))
    }
}

/// A text while it is taken apart.
struct Parser<'a> {
    rest: &'a str,
    plain: String,
    inlines: Vec<Inline>,
}

impl<'a> Parser<'a> {
    /// Reads up to and with the next mark; false at the end.
    fn step(&mut self) -> Result<bool, MarkupFault> {
        let Some(at) = self.rest.find(['\\', '*', '[']) else {
            self.plain.push_str(self.rest);
            return Ok(false);
        };
        let (before, mark) = self.rest.split_at(at);
        self.plain.push_str(before);
        // Each mark is one byte long.
        match mark.split_at(1) {
            ("\\", behind) => self.rest = push_escaped(&mut self.plain, behind),
            ("*", behind) => self.emphasis(behind)?,
            (_, behind) => self.bracket(behind)?,
        }
        Ok(true)
    }

    /// Reads emphasis; `behind` begins after its first asterisk.
    fn emphasis(&mut self, behind: &'a str) -> Result<(), MarkupFault> {
        let Some((inside, rest)) = until(behind, &['*']) else {
            return Err(fault("the asterisk before", behind, "has no partner", LITERAL_ASTERISK));
        };
        if inside.trim() != inside || inside.is_empty() {
            return Err(fault("the asterisks around", inside, "are no emphasis", LITERAL_ASTERISK));
        }
        if inside.as_bytes().windows(2).any(|pair| pair == b"](") {
            let right = "Write the link without asterisks.";
            return Err(fault("the emphasis", inside, "holds a link", right));
        }
        self.finish_plain();
        self.inlines.push(Inline::Emphasis(unescaped(inside)));
        self.rest = &rest[1..];
        Ok(())
    }

    /// Reads a link, or a bracket that is none; `behind` begins after the bracket.
    fn bracket(&mut self, behind: &'a str) -> Result<(), MarkupFault> {
        // The label ends at the next bracket, so that a row of brackets is read once.
        let link = until(behind, &['[', ']'])
            .and_then(|(label, rest)| Some((label, rest.strip_prefix("](")?)));
        let Some((label, address)) = link else {
            self.plain.push('[');
            self.rest = behind;
            return Ok(());
        };
        let Some((href, rest)) = until_closed(address) else {
            return Err(fault("the link", label, "has no closing parenthesis", LITERAL_BRACKET));
        };
        if !is_link(href) {
            return Err(fault("the link to", href, "leads nowhere on the web", LITERAL_BRACKET));
        }
        if label.trim().is_empty() {
            return Err(fault("the link to", href, "has no label", LITERAL_BRACKET));
        }
        if until(label, &['*']).is_some() {
            let right = "Write the label without asterisks.";
            return Err(fault("the link", label, "holds emphasis", right));
        }
        self.finish_plain();
        self.inlines.push(Inline::Link { label: unescaped(label), href: href.to_owned() });
        self.rest = rest;
        Ok(())
    }

    /// Closes the stretch of ordinary text.
    fn finish_plain(&mut self) {
        if !self.plain.is_empty() {
            self.inlines.push(Inline::Plain(std::mem::take(&mut self.plain)));
        }
    }
}

/// A fault that quotes the words it is about.
fn fault(what: &str, words: &str, how: &str, right: &'static str) -> MarkupFault {
    MarkupFault { wrong: format!("{what} {} {how}", crate::story::fault::quote(words)), right }
}

/// Writes what a backslash stands for; `behind` begins after it. Returns what follows.
fn push_escaped<'a>(out: &mut String, behind: &'a str) -> &'a str {
    match behind.chars().next() {
        Some(mark @ ('*' | '[' | ']' | '\\')) => {
            out.push(mark);
            &behind[1..]
        }
        _ => {
            out.push('\\');
            behind
        }
    }
}

/// The text with its backslashes resolved.
fn unescaped(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, behind)) = rest.split_once('\\') {
        out.push_str(before);
        rest = push_escaped(&mut out, behind);
    }
    out.push_str(rest);
    out
}

/// The text before the first of `marks` that has no backslash before it, and the text from it on.
fn until<'a>(source: &'a str, marks: &[char]) -> Option<(&'a str, &'a str)> {
    let mut escaped = false;
    for (at, char) in source.char_indices() {
        if marks.contains(&char) && !escaped {
            return Some(source.split_at(at));
        }
        escaped = char == '\\' && !escaped;
    }
    None
}

/// What stands before and behind the parenthesis that closes one opened before `source`.
fn until_closed(source: &str) -> Option<(&str, &str)> {
    let mut open = 1;
    for (at, byte) in source.bytes().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some((&source[..at], &source[at + 1..]));
        }
    }
    None
}

/// Whether a text is an `http` or `https` address with a host and nothing that could end an attribute.
pub(in crate::story) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    // Which characters beyond ASCII are letters takes tables to know; dashes and the like are not.
    let is_foreign = |first: char| !first.is_ascii() && !('\u{2000}'..='\u{206f}').contains(&first);
    let has_host = |rest: &str| {
        rest.starts_with(|first: char| {
            first.is_ascii_alphanumeric() || first == '[' || is_foreign(first)
        })
    };
    rest.is_some_and(has_host) && text.chars().all(is_fit)
}

/// Whether a link may lead there: to the web, to a page of the same site, or to a mailbox.
fn is_link(text: &str) -> bool {
    is_web_address(text) || is_site_path(text) || is_mailbox(text)
}

/// Whether a text is a path that begins at the root of a site, such as `/about`.
pub(in crate::story) fn is_site_path(text: &str) -> bool {
    // Behind two slashes stands a host.
    text.starts_with('/') && !text.starts_with("//") && text.chars().all(is_fit)
}

/// Whether a text is `mailto:` with an address of a mailbox.
fn is_mailbox(text: &str) -> bool {
    let address = text.strip_prefix("mailto:").and_then(|rest| rest.split('?').next());
    let parts = address.and_then(|address| address.split_once('@'));
    parts.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
        && text.chars().all(is_fit)
}

/// Whether a character may stand in an address, and could not end an attribute.
fn is_fit(char: char) -> bool {
    !char.is_whitespace() && !char.is_control() && !"\"<>\\^`{|}".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Inline {
        Inline::Plain(text.into())
    }

    fn emphasis(text: &str) -> Inline {
        Inline::Emphasis(text.into())
    }

    fn link(label: &str, href: &str) -> Inline {
        Inline::Link { label: label.into(), href: href.into() }
    }

    #[test]
    fn markup_is_taken_apart() {
        let cases = [
            ("plain", vec![plain("plain")]),
            ("a *b* c", vec![plain("a "), emphasis("b"), plain(" c")]),
            ("*b c*", vec![emphasis("b c")]),
            ("[a](https://b.c)", vec![link("a", "https://b.c")]),
            (
                "x [a b](http://b.c/d_(e)).",
                vec![plain("x "), link("a b", "http://b.c/d_(e)"), plain(".")],
            ),
            ("[sic] and [", vec![plain("[sic] and [")]),
            ("[a [b](https://c.d)", vec![plain("[a "), link("b", "https://c.d")]),
            (r"3 \* 3 \\ \[a](b) \n", vec![plain(r"3 * 3 \ [a](b) \n")]),
            (r"*a\*b*", vec![emphasis("a*b")]),
            ("[a](https://ö.d/…)", vec![link("a", "https://ö.d/…")]),
            ("[a](/), [b](/c/d?e#f)", vec![link("a", "/"), plain(", "), link("b", "/c/d?e#f")]),
            ("[a](mailto:b@c.d?subject=E)", vec![link("a", "mailto:b@c.d?subject=E")]),
            (r"[a\]b](https://c.d)", vec![link("a]b", "https://c.d")]),
            ("a*é*ü", vec![plain("a"), emphasis("é"), plain("ü")]),
            ("<b>&amp;", vec![plain("<b>&amp;")]),
        ];
        for (source, inlines) in cases {
            assert_eq!(Text::parse(source), Ok(Text(inlines)), "{source}");
        }
    }

    #[test]
    fn markup_that_fails_is_named() {
        let cases = [
            ("5 * 3", "the asterisk before \" 3\" has no partner"),
            ("2 * 3 * 4", "the asterisks around \" 3 \" are no emphasis"),
            ("**bold**", "the asterisks around \"\" are no emphasis"),
            ("*[a](https://b.c)*", "the emphasis \"[a](https://b.c)\" holds a link"),
            ("[a](https://b.c", "the link \"a\" has no closing parenthesis"),
            ("[a](javascript:alert)", "the link to \"javascript:alert\" leads nowhere on the web"),
            ("[a](https://)", "the link to \"https://\" leads nowhere on the web"),
            ("[a](https://b c)", "the link to \"https://b c\" leads nowhere on the web"),
            ("[a](https://…)", "the link to \"https://…\" leads nowhere on the web"),
            ("[a](//b.c)", "the link to \"//b.c\" leads nowhere on the web"),
            ("[a](/\\\\b.c)", "the link to \"/\\\\b.c\" leads nowhere on the web"),
            ("[a](b)", "the link to \"b\" leads nowhere on the web"),
            ("[a](mailto:b)", "the link to \"mailto:b\" leads nowhere on the web"),
            ("[a](mailto:@b)", "the link to \"mailto:@b\" leads nowhere on the web"),
            ("[ ](https://b.c)", "the link to \"https://b.c\" has no label"),
            ("[*a*](https://b.c)", "the link \"*a*\" holds emphasis"),
        ];
        for (source, wrong) in cases {
            assert_eq!(Text::parse(source).unwrap_err().wrong, wrong, "{source}");
        }
    }
}
