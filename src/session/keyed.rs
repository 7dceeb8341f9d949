//! Short lists of pairs, in which each key stands once at most.

/// What stands behind a key.
pub(super) fn find<'a, K: PartialEq, V>(pairs: &'a [(K, V)], key: &K) -> Option<&'a V> {
    pairs.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

/// A copy of what stands behind a key.
pub(super) fn get<K: Copy + PartialEq, V: Copy>(pairs: &[(K, V)], key: K) -> Option<V> {
    find(pairs, &key).copied()
}

/// Puts a value behind a key, in its place if there is one; none takes it out.
pub(super) fn put<K: PartialEq, V>(pairs: &mut Vec<(K, V)>, key: K, value: Option<V>) {
    let Some(value) = value else { return pairs.retain(|(known, _)| *known != key) };
    match pairs.iter_mut().find(|(known, _)| *known == key) {
        Some((_, known)) => *known = value,
        None => pairs.push((key, value)),
    }
}
