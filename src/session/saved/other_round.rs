//! Several rounds in one kept text: that of the card which wrote it last, and those of others.

use super::value::{Members, list, text};
use super::written::Written;

/// So many rounds of other names are kept.
const MOST_OTHERS: usize = 8;
/// No reader begins as many rounds.
const MOST_TURNS: u32 = 1 << 30;

/// The kept rounds that have another name, as they were found.
pub(super) fn other_rounds<'a>(kept: &Members<'_>, own: &str) -> Vec<Written<'a>> {
    let mut others = Vec::new();
    each_round(kept, &mut |round| {
        if name(round) != own && others.len() < MOST_OTHERS && round.get("seed").is_some() {
            let found = |key| (key, round.get(key).map(|it| Written::Raw(it.to_owned())));
            let keys = ["name", "turn", "seed", "again", "at", "asked"];
            others.push(Written::object(keys.map(found)));
        }
    });
    others
}

/// Tells each kept round, that of the last writer first.
pub(super) fn each_round<'a>(kept: &Members<'a>, tell: &mut dyn FnMut(&Members<'a>)) {
    tell(kept);
    for other in kept.get("others").and_then(list).unwrap_or_default() {
        tell(&Members::of(other.get()));
    }
}

/// The name of a kept round.
pub(super) fn name(round: &Members<'_>) -> String {
    round.get("name").and_then(text).unwrap_or_default()
}

/// When a kept round was begun.
pub(super) fn turn(round: &Members<'_>) -> u32 {
    let turn = round.get("turn").and_then(|turn| turn.get().parse().ok());
    turn.filter(|turn| *turn < MOST_TURNS).unwrap_or_default()
}
