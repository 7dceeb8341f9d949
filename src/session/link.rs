//! A round as an address names it: `trivia?seed=7&questions=10`.
//!
//! In: an address from its text and to it, the round it leads to. Out: the page's URL
//! around it (`crate::browser`).
//!
//! `seed` fixes how options stand, and the order of questions. `questions` says how many are
//! drawn; `spoilers=show` that spoilers were in the pool. A round of another kind (wrong ones
//! again, spoilers that joined later) is named by the numbers of its questions in the story's
//! list, `ask=3.7.1`. What a changed story no longer has is passed over.

use super::quiz::{Asked, Quiz};
use super::round;
use crate::story::Story;

/// A round, as an address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    seed: u64,
    /// How many questions are drawn; all if absent.
    questions: Option<usize>,
    /// Whether they are drawn from spoilers as well.
    spoilers: bool,
    /// The questions themselves, by place in the pool; empty for those that are drawn.
    ask: Vec<usize>,
}

/// How an address of a round begins.
const BEGINNING: &str = "trivia?";

impl Link {
    /// The round that an address such as `trivia?seed=7&questions=10` names.
    ///
    /// None for any other address, and for one without a seed. Unknown parts are passed over.
    pub fn parse(address: &str) -> Option<Self> {
        let mut link = Self { seed: 0, questions: None, spoilers: false, ask: Vec::new() };
        let mut has_seed = false;
        for part in address.strip_prefix(BEGINNING)?.split('&') {
            let (name, value) = part.split_once('=')?;
            match name {
                "seed" => {
                    link.seed = value.parse().ok()?;
                    has_seed = true;
                }
                "questions" => link.questions = read_number(value).filter(|count| *count > 0),
                "spoilers" => link.spoilers = value == "show",
                "ask" => link.ask = value.split('.').filter_map(read_place).collect(),
                _ => {}
            }
        }
        has_seed.then_some(link)
    }

    /// The address that leads to a round.
    pub fn address(story: &Story, quiz: &Quiz) -> String {
        let asked = places(quiz.asked());
        let seed = quiz.seed();
        let drawn = [false, true].into_iter().find(|spoilers| {
            let drawn = round::draw(story, round::pool(story, *spoilers), seed, Some(asked.len()));
            places(&drawn) == asked
        });
        let seed = seed.to_string();
        let rest = match drawn {
            Some(spoilers) => {
                let spoilers = if spoilers { "&spoilers=show" } else { "" };
                ["&questions=", &asked.len().to_string(), spoilers].concat()
            }
            None => {
                let numbers: Vec<String> =
                    asked.iter().map(|place| (place + 1).to_string()).collect();
                ["&ask=", &numbers.join(".")].concat()
            }
        };
        [BEGINNING, "seed=", &seed, &rest].concat()
    }

    /// What fixes the order of the round.
    pub(super) fn seed(&self) -> u64 {
        self.seed
    }

    /// The questions of the round, spoilers and all.
    pub(super) fn asked(&self, story: &Story) -> Vec<Asked> {
        let mut asked: Vec<Asked> = Vec::new();
        for place in &self.ask {
            if asked.iter().all(|known| known.question != *place) {
                asked.extend(round::ask(story, *place, self.seed));
            }
        }
        if asked.is_empty() {
            asked =
                round::draw(story, round::pool(story, self.spoilers), self.seed, self.questions);
        }
        asked
    }
}

/// The questions of a round.
fn places(asked: &[Asked]) -> Vec<usize> {
    asked.iter().map(|asked| asked.question).collect()
}

/// A number of a question as its place.
fn read_place(number: &str) -> Option<usize> {
    read_number(number)?.checked_sub(1)
}

/// A whole number; one reader for all widths is lighter.
fn read_number(number: &str) -> Option<usize> {
    usize::try_from(number.parse::<u64>().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_round_is_read() {
        let link = Link::parse("trivia?seed=9007199254740991&questions=10&spoilers=show").unwrap();
        assert_eq!((link.seed, link.questions, link.spoilers), (9007199254740991, Some(10), true));
        let link = Link::parse("trivia?new=1&ask=3.x.0.1&seed=18446744073709551615").unwrap();
        assert_eq!((link.seed, link.ask), (u64::MAX, vec![2, 0]));
    }

    #[test]
    fn any_other_address_is_none() {
        for address in
            ["trivia", "trivia?", "trivia?seed", "trivia?seed=", "trivia?seed=-1", "faq?seed=1"]
        {
            assert_eq!(Link::parse(address), None, "{address}");
        }
    }
}
