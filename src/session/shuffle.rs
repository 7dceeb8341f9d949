//! Permutations of places in a list.

use fastrand::Rng;

/// Fisher and Yates, from the end.
pub(super) fn shuffle(places: &mut [usize], rng: &mut Rng) {
    for last in (1..places.len()).rev() {
        let bound = u32::try_from(last).unwrap_or(u32::MAX);
        places.swap(last, rng.u32(..=bound) as usize);
    }
}

/// Whether every place of the list stands in it once.
pub(super) fn is_permutation(places: &[usize]) -> bool {
    let mut seen = vec![false; places.len()];
    places
        .iter()
        .all(|place| seen.get_mut(*place).is_some_and(|seen| !std::mem::replace(seen, true)))
}
