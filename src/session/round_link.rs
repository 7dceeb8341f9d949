//! A round as an address names it: `trivia?seed=7&questions=10`.
//!
//! In: an address from its text and to it. Out: the round it leads to (`round`), the page's URL
//! around it (`crate::browser`).
//!
//! `seed` fixes how options stand, and the order of questions. `questions` says how many are
//! drawn; `draw=2` how; `spoilers=show` that spoilers were in the pool. A round of another kind
//! (wrong ones again, spoilers that joined later) is named by the numbers of its questions in the
//! story's list, `ask=3.7.1`. What a changed story no longer has is passed over.

use super::draw_method::DrawMethod;

/// A round, as an address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundLink {
    /// What fixes the order of the round.
    pub(super) seed: u64,
    /// How many questions are drawn; all if absent.
    pub(super) questions: Option<usize>,
    /// By which method they are drawn.
    pub(super) method: DrawMethod,
    /// Whether they are drawn from spoilers as well.
    pub(super) spoilers: bool,
    /// The questions themselves, by place in the pool; empty for those that are drawn.
    pub(super) ask: Vec<usize>,
}

/// How an address of a round begins.
const BEGINNING: &str = "trivia?";

impl RoundLink {
    /// The round that an address such as `trivia?seed=7&questions=10` names.
    ///
    /// None for any other address, and for one without a seed. Unknown parts are passed over.
    pub fn parse(address: &str) -> Option<Self> {
        let method = DrawMethod::Shuffled;
        let mut link = Self { seed: 0, questions: None, method, spoilers: false, ask: Vec::new() };
        let mut has_seed = false;
        for part in address.strip_prefix(BEGINNING)?.split('&') {
            let (name, value) = part.split_once('=')?;
            match name {
                "seed" => {
                    link.seed = value.parse().ok()?;
                    has_seed = true;
                }
                "questions" => link.questions = read_number(value).filter(|count| *count > 0),
                "draw" => link.method = DrawMethod::from_number(value).unwrap_or(link.method),
                "spoilers" => link.spoilers = value == "show",
                "ask" => link.ask = value.split('.').filter_map(read_place).collect(),
                _ => {}
            }
        }
        has_seed.then_some(link)
    }

    /// The address that names it.
    pub(super) fn address(&self) -> String {
        let seed = self.seed.to_string();
        let mut parts = vec![BEGINNING, "seed=", &seed];
        let count = self.questions.map(|count| count.to_string());
        if let Some(count) = &count {
            parts.extend(["&questions=", count]);
        }
        if self.method == DrawMethod::Mixed {
            parts.push("&draw=2");
        }
        if self.spoilers {
            parts.push("&spoilers=show");
        }
        let numbers: Vec<String> = self.ask.iter().map(|place| (place + 1).to_string()).collect();
        let numbers = numbers.join(".");
        if !numbers.is_empty() {
            parts.extend(["&ask=", &numbers]);
        }
        parts.concat()
    }
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
        let link =
            RoundLink::parse("trivia?seed=9007199254740991&questions=10&spoilers=show").unwrap();
        assert_eq!((link.seed, link.questions, link.spoilers), (9007199254740991, Some(10), true));
        let link = RoundLink::parse("trivia?new=1&ask=3.x.0.1&seed=18446744073709551615").unwrap();
        assert_eq!((link.seed, link.ask), (u64::MAX, vec![2, 0]));
    }

    #[test]
    fn any_other_address_is_none() {
        for address in
            ["trivia", "trivia?", "trivia?seed", "trivia?seed=", "trivia?seed=-1", "faq?seed=1"]
        {
            assert_eq!(RoundLink::parse(address), None, "{address}");
        }
    }
}
