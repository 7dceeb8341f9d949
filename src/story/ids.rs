//! Ids made from words, for what comes into a story without one.

use std::collections::{HashMap, HashSet};

use super::folded;

/// Makes ids, each once.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
    /// How often each was made from the same words, so that many alike are soon numbered.
    made: HashMap<String, usize>,
}

/// As long as an id made from words may get.
const LONGEST: usize = 48;

impl Ids {
    /// Takes an id that is given, so that none is made like it.
    pub fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// An id that says what `words` say; from `otherwise` where they have no letter a to z and no
    /// digit.
    pub fn make(&mut self, words: &str, otherwise: &str) -> String {
        let id = Some(spelled(words)).filter(|id| !id.is_empty());
        let id = id.unwrap_or_else(|| spelled(otherwise));
        let nth = self.made.entry(id.clone()).or_default();
        loop {
            *nth += 1;
            let numbered = if *nth == 1 { id.clone() } else { format!("{id}-{nth}") };
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// Words as an id: without case and accents, with hyphens between, the last ones left out where
/// they are many.
fn spelled(words: &str) -> String {
    let mut id = String::new();
    for word in folded(words).split(|it: char| !it.is_ascii_alphanumeric()) {
        let word = word.get(..LONGEST).unwrap_or(word);
        if id.len() + word.len() >= LONGEST && !id.is_empty() {
            break;
        }
        if !id.is_empty() && !word.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_ids_each_once() {
        let mut ids = Ids::default();
        ids.take("taken");
        assert_eq!(ids.make("The Café, 2nd door", "row"), "the-cafe-2nd-door");
        assert_eq!(ids.make("the cafe 2nd DOOR", "row"), "the-cafe-2nd-door-2");
        assert_eq!(ids.make("Taken", "row"), "taken-2");
        assert_eq!(ids.make("東京", "row 3"), "row-3");
        let long = ids.make(&"many words ".repeat(20), "row");
        assert!(long.len() <= 80 && long.ends_with("-many"), "{long}");
        assert!(ids.make(&"a".repeat(300), "row").len() <= 80);
    }
}
