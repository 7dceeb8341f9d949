//! Texts of others as texts of a story: emphasis and links are kept, all other markup goes.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};

use crate::story::Text;
use crate::story::limits::LONGEST_TEXT;

/// A text of a story, and what of the original did not fit in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// With markup.
    pub(super) text: String,
    /// Without.
    pub(super) plain: String,
    /// What was left out, in words.
    pub(super) lost: BTreeSet<&'static str>,
}

/// Some words, all set alike.
#[derive(Default)]
struct Run {
    words: String,
    is_emphasis: bool,
    href: Option<String>,
}

/// A text while its tags are taken away.
#[derive(Default)]
struct Stripper {
    runs: Vec<Run>,
    lost: BTreeSet<&'static str>,
    emphases: usize,
    href: Option<String>,
    /// Inside of what readers do not see.
    hidden: usize,
}

impl Words {
    /// Of a text without markup.
    pub(super) fn of_plain(text: &str) -> Self {
        let mut stripper = Stripper::default();
        stripper.push(text);
        stripper.finish()
    }

    /// Of HTML, whole or in part.
    pub(super) fn of_html(html: &str) -> Self {
        let mut emitter = DefaultEmitter::<()>::default();
        emitter.naively_switch_states(true);
        let mut stripper = Stripper::default();
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::String(words) => stripper.push(&String::from_utf8_lossy(&words)),
                Token::StartTag(tag) => {
                    let href = tag.attributes.get(b"href".as_slice());
                    stripper.open(&tag.name, href.map(|href| &**href));
                }
                Token::EndTag(tag) => stripper.close(&tag.name),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        stripper.finish()
    }

    /// Whether there is nothing to read.
    pub(super) fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }
}

/// Texts as one, with blanks between, as far as they go into a text of a story: what is too much is
/// left out, from the end. Whether all went in.
pub(super) fn joined(texts: &[String]) -> (String, bool) {
    let mut whole = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        let blank = if whole.is_empty() { "" } else { " " };
        if whole.len() + blank.len() + text.len() > LONGEST_TEXT {
            return (whole, false);
        }
        whole.push_str(blank);
        whole.push_str(text);
    }
    (whole, true)
}

impl Stripper {
    fn open(&mut self, name: &[u8], href: Option<&HtmlString>) {
        match name {
            b"b" | b"strong" | b"i" | b"em" => self.emphases += 1,
            b"a" => self.href = href.map(|href| String::from_utf8_lossy(href).trim().to_owned()),
            b"script" | b"style" | b"title" | b"textarea" => self.hidden += 1,
            b"br" | b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"tr" | b"td" => {
                self.push(" ");
            }
            b"img" | b"picture" | b"svg" => self.lose("a picture"),
            b"iframe" | b"video" | b"audio" | b"object" | b"embed" => self.lose("a video or sound"),
            b"blockquote" => self.push(" "),
            b"sub" | b"sup" => self.lose("that letters stand higher or lower"),
            _ => {}
        }
        if matches!(name, b"table" | b"ul" | b"ol") {
            self.lose("the form of a list or table");
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"b" | b"strong" | b"i" | b"em" => self.emphases = self.emphases.saturating_sub(1),
            b"a" => self.href = None,
            b"script" | b"style" | b"title" | b"textarea" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"tr" | b"td"
            | b"blockquote" => self.push(" "),
            _ => {}
        }
    }

    fn lose(&mut self, what: &'static str) {
        self.lost.insert(what);
    }

    /// Adds words, with one blank for several.
    fn push(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        // The label of a link holds no emphasis.
        let is_emphasis = self.emphases > 0 && self.href.is_none();
        let is_alike = |run: &Run| run.is_emphasis == is_emphasis && run.href == self.href;
        let mut is_blank =
            self.runs.last().is_none_or(|run| run.words.ends_with(' ') || run.words.is_empty());
        if !self.runs.last().is_some_and(is_alike) {
            self.runs.push(Run { is_emphasis, href: self.href.clone(), ..Run::default() });
        }
        let Some(run) = self.runs.last_mut() else { return };
        for letter in words.chars() {
            if letter.is_whitespace() {
                if !is_blank {
                    run.words.push(' ');
                }
                is_blank = true;
            } else if !letter.is_control() {
                run.words.push(letter);
                is_blank = false;
            }
        }
    }

    fn finish(mut self) -> Words {
        let plain: String = self.runs.iter().map(|run| run.words.as_str()).collect();
        let mut plain = plain.trim().to_owned();
        let text: String = self.runs.iter().map(marked_up).collect();
        let mut text = text.trim().to_owned();
        if Text::of(&text).is_none_or(|text| text.words() != plain) {
            self.lose("a link or an emphasis");
            text = escaped(&plain);
        }
        if text.len() > LONGEST_TEXT {
            self.lose("the end of a text that is too long");
            // Every sign may need a backslash before it.
            plain.truncate(plain.floor_char_boundary(LONGEST_TEXT / 2));
            text = escaped(&plain);
        }
        Words { text, plain, lost: self.lost }
    }
}

/// A run with its markup; blanks at its ends stay outside.
fn marked_up(run: &Run) -> String {
    let words = run.words.trim();
    let start = if run.words.starts_with(' ') { " " } else { "" };
    let end = if run.words.ends_with(' ') && !words.is_empty() { " " } else { "" };
    let words = match (escaped(words), &run.href) {
        (words, _) if words.is_empty() => words,
        (words, Some(href)) if is_link(href) => format!("[{words}]({href})"),
        (words, None) if run.is_emphasis => format!("*{words}*"),
        (words, _) => words,
    };
    [start, &words, end].concat()
}

/// A text whose signs mean nothing.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '*' | '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// Whether an address leads to the web, and a link of a story may lead there.
pub(super) fn is_web_address(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web && is_link(address)
}

/// Whether a link that stood on another site may lead there from a story.
fn is_link(address: &str) -> bool {
    !address.starts_with('/')
        && Text::of(&format!("[a]({address})")).is_some_and(|text| text.words() == "a")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_becomes_emphasis_and_links() {
        let cases = [
            ("a <b>b</b> c", "a *b* c"),
            ("<p>One.</p><p>Two&nbsp;&amp; three.</p>", "One. Two & three."),
            ("x<br/>y", "x y"),
            ("see <a href='https://a.b/c'>the <i>page</i></a>!", "see [the page](https://a.b/c)!"),
            ("<a href=\"#make\">here</a>", "here"),
            (
                "<a href='/about'>us</a>, <a href='mailto:a@b.c'>mail</a>",
                "us, [mail](mailto:a@b.c)",
            ),
            ("<em> a </em>b", "*a* b"),
            ("2 < 3 and 3*4 [sic] \\", "2 < 3 and 3\\*4 \\[sic\\] \\\\"),
            ("a<script>x</script>b<style>y</style>", "ab"),
            ("&lt;p&gt;", "<p>"),
            ("<b></b>", ""),
            ("<b>a</b><i>b</i>", "*ab*"),
            ("a\u{7}b\r\n\tc", "ab c"),
        ];
        for (html, text) in cases {
            assert_eq!(Words::of_html(html).text, text, "{html}");
        }
        assert_eq!(Words::of_plain("<b> *x*\ny").text, "<b> \\*x\\* y");
    }

    #[test]
    fn what_is_left_out_is_named() {
        let lost = |html| Words::of_html(html).lost.into_iter().collect::<Vec<_>>();
        assert_eq!(lost("a <img src=x> <iframe></iframe>"), ["a picture", "a video or sound"]);
        assert_eq!(lost("<b>a</b> <a href='https://a.b'>c</a>"), [""; 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_can_be_read(html in "([a-c *\\[\\]\\\\()<>&;é]|<b>|</b>|<a href='https://x.y/\\(z'>|</a>|<i>|</i>){0,30}") {
            for words in [Words::of_html(&html), Words::of_plain(&html)] {
                let text = Text::of(&words.text);
                prop_assert_eq!(text.map(|text| text.words()), Some(words.plain));
            }
        }
    }
}
