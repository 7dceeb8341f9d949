//! Texts that are longer than what they stand in is made for.

use super::Lint;
use crate::story::Text;
use crate::story::read::Node;

/// What reads well: the list or object in which a text stands (none for the story itself), its key,
/// and so many characters.
pub const MEASURES: [(&str, &str, usize); 26] = [
    ("", "title", 70),
    ("", "subtitle", 200),
    ("image", "alt", 200),
    ("image", "credit", 100),
    ("overview", "text", 400),
    ("text", "text", 400),
    ("figures", "label", 80),
    ("facts", "text", 250),
    ("questions", "hint", 200),
    ("questions", "explanation", 400),
    ("options", "text", 90),
    ("options", "remark", 200),
    ("bands", "text", 150),
    ("lanes", "title", 40),
    ("eras", "title", 40),
    ("events", "title", 70),
    ("events", "text", 300),
    ("charts", "title", 100),
    ("charts", "subtitle", 160),
    ("rows", "label", 40),
    ("rows", "annotation", 30),
    ("series", "label", 40),
    ("columns", "label", 40),
    ("references", "label", 40),
    ("annotations", "text", 60),
    ("faq", "question", 100),
];

impl Lint<'_> {
    pub(super) fn lengths(&mut self) {
        self.lengths_within(self.root, "");
    }

    /// Measures the texts of an object, or of those of a list, that stands under the key `holder`.
    fn lengths_within(&mut self, node: Node<'_>, holder: &str) {
        for element in node.elements().unwrap_or_default() {
            self.length(element, holder, "text");
            self.lengths_within(element, holder);
        }
        for (key, value) in node.members().unwrap_or_default() {
            let key = key.text.trim_matches('"');
            self.length(value, holder, key);
            self.lengths_within(value, key);
        }
    }

    /// Measures one text; what is no text is passed.
    fn length(&mut self, node: Node<'_>, holder: &str, key: &str) {
        let is_it = |measure: &&(&str, &str, usize)| measure.0 == holder && measure.1 == key;
        let Some((_, _, most)) = MEASURES.iter().find(is_it) else { return };
        let Some(source) = node.content() else { return };
        // What a link leads to is not read.
        let words = Text::parse(&source).map_or(source, |text| text.words());
        let length = words.chars().count();
        if length > *most {
            let right =
                format!("Up to {most} read well here: shorten it, or say the rest elsewhere.");
            self.warn(node.at, format!("this text has {length} characters"), &right);
        }
    }
}
