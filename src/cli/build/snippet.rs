//! `NAME.snippet.html`: the lines an author pastes into a page.
//!
//! Editors that rewrite markup leave it as it is: no blank line, no attribute without a
//! value, every tag closed, no bare `&`; and nothing that a template language of a site
//! generator would take for its own.

use super::choices::BuiltCard;
use super::runtime::{LOADER, SHEET};
use super::{Job, markup};

const NOT_READY: &str = "<!-- Not ready to paste: the addresses below are relative. Build again \
                         and give the address of the folder these files will have (base). -->\n";

/// Tags that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// The text of the snippet.
pub(super) fn snippet(job: &Job<'_>, card: &BuiltCard) -> String {
    let sheet = markup::attribute_value(&job.address(SHEET));
    let loader = markup::attribute_value(&job.address(LOADER));
    let tag = card.start_tag(&[("src", job.address(&format!("{}.story.json", job.name)))]);
    let remark = if job.base.is_some() { "" } else { NOT_READY };
    let inside = robust(&card.inside);
    format!(
        "{remark}<link rel=\"stylesheet\" href=\"{sheet}\" />\n\
         <script type=\"module\" src=\"{loader}\"></script>\n\
         {tag}{inside}</story-card>\n"
    )
}

/// What the tool says when a snippet cannot be pasted yet.
pub(super) fn not_ready(name: &str) -> String {
    format!(
        "{name}.snippet.html is not ready to paste: its addresses are relative. Build again with \
         --base and the address of the folder, such as --base https://example.org/card/"
    )
}

/// The same HTML (as the renderer writes it: every value quoted, no empty line) in a form that
/// survives editors.
fn robust(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag_and_more) = rest.split_at(start);
        let (tag, more) = tag_and_more.split_at(end_of_tag(tag_and_more));
        out.push_str(text);
        push_tag(&mut out, tag);
        rest = more;
    }
    out.push_str(rest);
    out.replace("{{", "&#123;&#123;").replace("{%", "&#123;%").replace("{#", "&#123;#")
}

/// How long the tag is that a text begins with: to the first `>` outside quotes.
fn end_of_tag(text: &str) -> usize {
    let mut is_quoted = false;
    for (at, char) in text.char_indices() {
        match char {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Writes a tag with a value for every attribute, closed if nothing else closes it.
fn push_tag(out: &mut String, tag: &str) {
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim_end();
    let name = inner.split(' ').next().unwrap_or_default();
    if name.starts_with(['/', '!']) {
        out.push_str(tag);
        return;
    }
    out.extend(["<", name]);
    let mut rest = inner[name.len()..].trim_start();
    while !rest.is_empty() {
        let (attribute, more) = rest.split_at(end_of_attribute(rest));
        out.extend([" ", attribute]);
        if !attribute.contains('=') {
            out.extend(["=\"", attribute, "\""]);
        }
        rest = more.trim_start();
    }
    let is_closed_here = VOID.contains(&name) || tag.ends_with("/>");
    out.push_str(if is_closed_here { " />" } else { ">" });
}

/// How long the attribute is that a text begins with: to the first space outside quotes.
fn end_of_attribute(text: &str) -> usize {
    let mut is_quoted = false;
    for (at, char) in text.char_indices() {
        match char {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_get_values_and_void_tags_are_closed() {
        let html = "<ol reversed><li a=\"x > y\" hidden>1<br>2</li></ol><input type=\"radio\" checked><!-- a -->";
        let expected = "<ol reversed=\"reversed\"><li a=\"x > y\" hidden=\"hidden\">1<br />2</li></ol>\
                        <input type=\"radio\" checked=\"checked\" /><!-- a -->";
        assert_eq!(robust(html), expected);
        assert_eq!(robust(expected), expected, "a second time changes nothing");
        assert_eq!(robust("<path d=\"M0 0\"/>"), "<path d=\"M0 0\" />");
    }

    #[test]
    fn template_marks_are_gone() {
        assert_eq!(
            robust("<p>{{ c }} {% d %}{# e #}</p>"),
            "<p>&#123;&#123; c }} &#123;% d %}&#123;# e #}</p>"
        );
    }
}
