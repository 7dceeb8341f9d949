//! Sorting: one sort for the whole crate.
//!
//! Every call of `sort_by` compiles a sort of its own, of about 5 KB in WebAssembly. This one is
//! compiled once: it sorts places, and its comparison is not part of its type.

use std::cmp::Ordering;

/// The places `0..len` in the order that `compare` gives them; equals keep their order.
///
/// Whatever `compare` answers, every place is there once.
pub fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        for run in sorted.chunks(2 * width) {
            let (left, right) = run.split_at(width.min(run.len()));
            merge(left, right, &mut merged, compare);
        }
        std::mem::swap(&mut sorted, &mut merged);
        merged.clear();
        width *= 2;
    }
    sorted
}

/// Adds two sorted runs to `out` as one; of equals, those of `left` come first.
fn merge(
    mut left: &[usize],
    mut right: &[usize],
    out: &mut Vec<usize>,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) {
    while let ([first, behind_first @ ..], [second, behind_second @ ..]) = (left, right) {
        if compare(*first, *second).is_le() {
            out.push(*first);
            left = behind_first;
        } else {
            out.push(*second);
            right = behind_second;
        }
    }
    out.extend_from_slice(left);
    out.extend_from_slice(right);
}

/// Sorts items as `compare` orders them; equals keep their order.
pub(super) fn sort<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    arrange(items, &order);
}

/// Brings the items into an order that [`order`] made.
pub(super) fn arrange<T>(items: &mut [T], order: &[usize]) {
    // Where each item goes; every swap brings one to its place.
    let mut targets = vec![0; order.len()];
    for (target, place) in order.iter().enumerate() {
        targets[*place] = target;
    }
    for place in 0..items.len().min(targets.len()) {
        while targets[place] != place {
            let target = targets[place];
            items.swap(place, target);
            targets.swap(place, target);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_sorted_and_equals_keep_their_order() {
        for len in 0..70_usize {
            let keys: Vec<usize> = (0..len).map(|place| place * 7919 % 13).collect();
            let mut expected: Vec<usize> = (0..len).collect();
            expected.sort_by_key(|place| keys[*place]);
            assert_eq!(order(len, &mut |a, b| keys[a].cmp(&keys[b])), expected);
        }
    }

    #[test]
    fn a_senseless_comparison_loses_nothing() {
        let mut places = order(50, &mut |a, b| (a * b % 3).cmp(&1));
        places.sort_unstable();
        assert_eq!(places, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn items_follow_their_places() {
        let mut words = ["pear", "fig", "plum", "kiwi", "date", "apple"];
        sort(&mut words, |a, b| a.len().cmp(&b.len()));
        assert_eq!(words, ["fig", "pear", "plum", "kiwi", "date", "apple"]);
        sort(&mut words, |a, b| a.cmp(b));
        assert_eq!(words, ["apple", "date", "fig", "kiwi", "pear", "plum"]);
    }
}
