//! Links to pages of the site that a card stands on, such as `[About](/about)`: which there are in a
//! story's text, and the text with their whole addresses, for cards that stand elsewhere.

use std::ops::Range;

use serde_json::json;

use super::read::{Document, Node};
use super::text::is_site_path;
use super::{Inline, Text};

/// The links of a story that lead to pages of the same site.
pub struct SiteLinks<'a> {
    text: &'a str,
    /// The texts with such links, in order: where each stands, and its content.
    texts: Vec<(Range<usize>, String)>,
    first: Option<String>,
}

impl<'a> SiteLinks<'a> {
    /// Finds them in a story's text.
    pub fn of(text: &'a str) -> Self {
        let mut links = Self { text, texts: Vec::new(), first: None };
        let body = text.trim_start_matches('\u{feff}');
        // Most stories have none, and are spared being looked through.
        if body.contains("](/")
            && let Ok(document) = Document::new(body)
        {
            links.text = body;
            links.walk(document.root());
        }
        links
    }

    fn walk(&mut self, node: Node<'_>) {
        for element in node.elements().unwrap_or_default() {
            self.walk(element);
        }
        for (_, value) in node.members().unwrap_or_default() {
            self.walk(value);
        }
        let Some(words) = node.content().filter(|words| words.contains("](/")) else { return };
        if let Some(path) = paths(&words).into_iter().next() {
            self.texts.push((node.at..node.end(), words));
            self.first.get_or_insert(path);
        }
    }

    /// Where the first of them leads.
    pub fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    /// The story's text with these links leading to a site, such as `https://example.org`; none if
    /// it has no such link.
    pub fn on(&self, site: &str) -> Option<String> {
        let (mut out, mut from) = (String::new(), 0);
        for (place, words) in &self.texts {
            let mut words = words.clone();
            for path in paths(&words) {
                words = words.replace(&format!("]({path})"), &format!("]({site}{path})"));
            }
            out.push_str(self.text.get(from..place.start)?);
            out.push_str(&json!(words).to_string());
            from = place.end;
        }
        out.push_str(self.text.get(from..)?);
        (!self.texts.is_empty()).then_some(out)
    }
}

/// Where the links of a text lead that stay on the site, each once.
fn paths(words: &str) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for inline in Text::of(words).unwrap_or_default().0 {
        if let Inline::Link { href, .. } = inline
            && is_site_path(&href)
            && !paths.contains(&href)
        {
            paths.push(href);
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_the_site_are_made_whole() {
        let text = "\u{feff}{\"a\": [\"see [x](/y), [z](/), [x](/y) \\\"\", 1],\n\
                    \"b\": \"[u](https://v.w/](/x)\", \"c\": \"[m](mailto:a@b.c) ](/\"}";
        let links = SiteLinks::of(text);
        assert_eq!(links.first(), Some("/y"));
        let expected = "{\"a\": [\"see [x](https://s.t/y), [z](https://s.t/), [x](https://s.t/y) \\\"\", 1],\n\
                        \"b\": \"[u](https://v.w/](/x)\", \"c\": \"[m](mailto:a@b.c) ](/\"}";
        assert_eq!(links.on("https://s.t").as_deref(), Some(expected));
        for none in ["{\"a\": \"[b](https://c.d)\"}", "{\"a\": \"](/b)\"}", "](/", ""] {
            let links = SiteLinks::of(none);
            assert_eq!((links.first(), links.on("https://s.t")), (None, None));
        }
    }
}
