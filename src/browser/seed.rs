//! Randomness for a new round.

use js_sys::Math;

/// 53 random bits: the whole numbers that JavaScript hands on exactly.
pub(super) fn new_seed() -> u64 {
    let mut bytes = [0; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled =
        crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled { u64::from_le_bytes(bytes) >> 11 } else { (Math::random() * MOST) as u64 }
}

/// 2 to the power of 53.
const MOST: f64 = 9_007_199_254_740_992.0;
