//! Small pieces of HTML, escaped for the place they stand in.

use html_escape::{encode_double_quoted_attribute, encode_text};

/// `<name attribute="value"…>`, the values escaped.
pub(super) fn start_tag<'a>(
    name: &str,
    attributes: impl IntoIterator<Item = &'a (&'static str, String)>,
) -> String {
    let mut tag = format!("<{name}");
    for (attribute, value) in attributes {
        tag.extend([" ", attribute, "=\"", &attribute_value(value), "\""]);
    }
    tag.push('>');
    tag
}

/// Text for the inside of a double-quoted attribute.
pub(super) fn attribute_value(value: &str) -> String {
    encode_double_quoted_attribute(value).into_owned()
}

/// Text for the inside of an element.
pub(super) fn text(words: &str) -> String {
    encode_text(words).into_owned()
}

/// JSON for the inside of a `<script>`: the same data, with nothing in it that ends the element.
pub(super) fn json(text: &str) -> String {
    // In JSON this character stands in strings only.
    text.replace('<', "\\u003c")
}

/// JavaScript for the inside of a `<script>`.
///
/// `</script` and `<!--` stand in strings and comments only, where the backslash changes nothing.
pub(super) fn script(code: &str) -> String {
    escape_end(code, "</script").replace("<!--", "<\\!--")
}

/// CSS for the inside of a `<style>`.
pub(super) fn style(rules: &str) -> String {
    escape_end(rules, "</style")
}

/// Puts a backslash before the slash of an end tag, whatever its case.
fn escape_end(text: &str, end: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in lower.match_indices(end) {
        out.push_str(&text[done..=at]);
        out.push('\\');
        done = at + 1;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped() {
        let tag = start_tag("a", &[("title", "\"R&B\" <1>".to_owned())]);
        assert_eq!(tag, "<a title=\"&quot;R&amp;B&quot; <1>\">".replace("<1>", "&lt;1&gt;"));
    }

    #[test]
    fn nothing_ends_its_element() {
        assert_eq!(json(r#"{"a":"</script>"}"#), r#"{"a":"\u003c/script>"}"#);
        assert_eq!(script("a('</Script><!--')"), "a('<\\/Script><\\!--')");
        assert_eq!(style("a{b:'</STYLE>ö'}"), "a{b:'<\\/STYLE>ö'}");
        assert_eq!(script("a < b / c"), "a < b / c");
    }
}
