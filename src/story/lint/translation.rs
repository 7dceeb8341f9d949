//! What an author has to translate so that the card speaks the language of the story.

use super::plural::Cardinals;
use crate::story::MessageKey;

/// A message by its key, and its English by plural category.
pub type MessageForms = (&'static str, Vec<(&'static str, &'static str)>);

/// Every message of the card in English: with a form for each plural category that numbers take in
/// this language where it counts something, else as `other` alone.
pub fn messages_to_translate(lang: &str) -> Vec<MessageForms> {
    let cardinals = Cardinals::of(lang).filter(Cardinals::is_bending);
    let forms = |key: &MessageKey| {
        let (one, other) = (key.english_one(), key.english());
        let (Some(cardinals), Some(one)) = (&cardinals, one) else { return vec![("other", other)] };
        let form = |name: &&'static str| (*name, if *name == "one" { one } else { other });
        cardinals.picked.iter().map(form).collect()
    };
    MessageKey::ALL.iter().map(|key| (key.id(), forms(key))).collect()
}
