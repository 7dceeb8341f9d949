//! Several rounds in one kept text: that of the card which wrote it last, and those of others.

use super::value::{Members, list, text};
use serde::Serialize;
use serde_json::value::RawValue;

/// So many rounds of other names are kept.
const MOST_OTHERS: usize = 8;
/// No reader begins as many rounds.
const MOST_TURNS: u32 = 1 << 30;

/// A round of another name, as it was found.
#[derive(Serialize)]
pub(super) struct OtherRound<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    turn: Option<&'a RawValue>,
    seed: &'a RawValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    again: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<&'a RawValue>,
}

/// The kept rounds that have another name.
pub(super) fn other_rounds<'a>(kept: &Members<'a>, own: &str) -> Vec<OtherRound<'a>> {
    let mut others = Vec::new();
    each_round(kept, &mut |round| {
        let is_other = name(round) != own && others.len() < MOST_OTHERS;
        let Some(seed) = round.get("seed").filter(|_| is_other) else { return };
        let [name, turn, again, at, asked] =
            ["name", "turn", "again", "at", "asked"].map(|key| round.get(key));
        others.push(OtherRound { name, turn, seed, again, at, asked });
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
