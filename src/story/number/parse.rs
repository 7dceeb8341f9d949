//! Reading numbers as JSON writes them.
//!
//! Exact by long multiplication and division, which takes 1 KB (brotli): `serde_json` and the
//! standard library have tables of powers that would add 7 and 11.

/// More digits than this tell a double next to nothing, and as many fit into 64 bits.
const MOST_DIGITS: u32 = 19;

/// The value of a well-formed number; none if it is too large for a double.
///
/// A number of up to 19 digits is read exactly: as the nearest double, of two equally near ones
/// the even one. Further digits count as zeros.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let (digits, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    // Whatever does not fit in here is beyond all doubles as well.
    let beyond = if power.starts_with('-') { i32::MIN / 2 } else { i32::MAX / 2 };
    let mut power = power.parse().unwrap_or(beyond);
    let (mut significand, mut count, mut is_decimal) = (0_u64, 0, false);
    for byte in digits.bytes() {
        match byte {
            b'.' => is_decimal = true,
            b'0'..=b'9' if count < MOST_DIGITS => {
                significand = significand * 10 + u64::from(byte - b'0');
                count += u32::from(significand > 0);
                power -= i32::from(is_decimal);
            }
            b'0'..=b'9' => power += i32::from(!is_decimal),
            _ => {}
        }
    }
    let value = scaled(significand, power);
    let value = if text.starts_with('-') { -value } else { value };
    value.is_finite().then_some(value)
}

/// How many decimals a well-formed number is written with.
pub(crate) fn decimals(text: &str) -> u8 {
    let (digits, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let behind = digits.split_once('.').map_or(0, |(_, part)| part.len() as i64);
    (behind - power.parse().unwrap_or(0)).clamp(0, 255) as u8
}

/// `significand` times a power of ten, as the nearest double.
pub(crate) fn scaled(significand: u64, power: i32) -> f64 {
    let (value, size) = (significand as f64, power.unsigned_abs());
    if significand == 0 || power < LEAST_POWER {
        0.0
    } else if power > MOST_POWER {
        f64::INFINITY
    } else if significand >> f64::MANTISSA_DIGITS > 0 || size > EXACT_POWER {
        let long = Long::new(significand);
        if power < 0 { long.divided(size).nearest() } else { long.multiplied(size).nearest() }
    } else if power < 0 {
        // Both are exact, so the result is the nearest.
        value / 10_f64.powi(-power)
    } else {
        value * 10_f64.powi(power)
    }
}

/// Up to this power of ten a double is exact.
const EXACT_POWER: u32 = 22;

/// Below this power any significand is nearest to nothing, above that one beyond all doubles.
const LEAST_POWER: i32 = -342;
const MOST_POWER: i32 = 308;

/// The power of two that is the least double.
const LEAST_EXPONENT: i32 = -1074;

/// A whole number of any length, times a power of two.
struct Long {
    /// To the base 2^32, the least significant first.
    digits: Vec<u32>,
    /// The power of two.
    exponent: i32,
    /// Whether it is a little more than the digits say.
    is_more: bool,
}

/// The greatest power of ten that fits into a digit.
const STEP: u32 = 9;

impl Long {
    /// A number that is not 0, with room for the bits of a double below it.
    fn new(number: u64) -> Self {
        let digits = vec![0, 0, number as u32, (number >> 32) as u32];
        Self { digits, exponent: -64, is_more: false }
    }

    /// This number times a power of ten.
    fn multiplied(mut self, power: u32) -> Self {
        for factor in factors(power) {
            let mut carry = 0;
            for digit in &mut self.digits {
                carry += u64::from(*digit) * factor;
                *digit = carry as u32;
                carry >>= 32;
            }
            self.digits.push(carry as u32);
        }
        self
    }

    /// This number over a power of ten.
    fn divided(mut self, power: u32) -> Self {
        let lost = (power / STEP + 1) as usize;
        self.digits.splice(..0, vec![0; lost]);
        self.exponent -= 32 * lost as i32;
        for factor in factors(power) {
            let mut rest = 0;
            for digit in self.digits.iter_mut().rev() {
                rest = (rest << 32) | u64::from(*digit);
                *digit = (rest / factor) as u32;
                rest %= factor;
            }
            self.is_more |= rest > 0;
        }
        self
    }

    /// The nearest double, infinite beyond the largest.
    fn nearest(self) -> f64 {
        let (mut top, mut exponent, mut is_more) = (0_u128, self.exponent, self.is_more);
        for digit in self.digits.into_iter().rev() {
            if top >> 64 == 0 {
                top = (top << 32) | u128::from(digit);
            } else {
                exponent += 32;
                is_more |= digit > 0;
            }
        }
        let surplus = u64::BITS - top.leading_zeros();
        is_more |= top.trailing_zeros() < surplus;
        rounded((top >> surplus) as u64, exponent + surplus as i32, is_more)
    }
}

/// A power of ten as factors that fit into a digit.
fn factors(power: u32) -> impl Iterator<Item = u64> {
    (0..power).step_by(STEP as usize).map(move |done| 10_u64.pow(STEP.min(power - done)))
}

/// The double nearest to `bits`, of which the first is set, times a power of two.
fn rounded(bits: u64, exponent: i32, is_more: bool) -> f64 {
    // What the last bit of the double is worth.
    let last = (exponent + (u64::BITS - f64::MANTISSA_DIGITS) as i32).max(LEAST_EXPONENT);
    let dropped = (last - exponent) as u32;
    let kept = bits.checked_shr(dropped).unwrap_or(0);
    let half = 1_u64.checked_shl(dropped - 1).unwrap_or(0);
    let is_up = bits & half > 0 && (is_more || bits & (half - 1) > 0 || kept & 1 > 0);
    let place = (last - LEAST_EXPONENT) as u64;
    if place >= 2046 {
        return f64::INFINITY;
    }
    // The first bit, which a double leaves out, raises its exponent, and so does a carry.
    f64::from_bits(kept + u64::from(is_up) + (place << (f64::MANTISSA_DIGITS - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_as_the_standard_library_reads_it() {
        for text in [
            "0",
            "-0",
            "7",
            "-7",
            "0.1",
            "137.2",
            "-0.000001",
            "1e15",
            "-1E+15",
            "1e22",
            "2.5e-3",
            "123456789012345",
            "0.30000000000000004",
            "9007199254740993",
            "9007199254740995",
            "9007199254740992.5",
            "9999999999999999999e-342",
            "2.2250738585072014e-308",
            "2.2250738585072011e-308",
            "4.9406564584124654e-324",
            "2.4703282292062328e-324",
            "2.4703282292062327e-324",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "8.5e22",
            "1e23",
            "9999999999999999999e-343",
            "9999999999999999999e289",
            "0e999999999999",
            "1e-999999999999",
        ] {
            let expected: f64 = text.parse().unwrap();
            let found = parse(text).unwrap();
            assert_eq!(found.to_bits(), expected.to_bits(), "{text}");
        }
    }

    #[test]
    fn decimals_are_counted_as_written() {
        for (text, count) in
            [("7", 0), ("1.10", 2), ("-41.0", 1), ("1e-09", 9), ("1.50E1", 1), ("1.5e3", 0)]
        {
            assert_eq!(decimals(text), count, "{text}");
        }
    }

    #[test]
    fn what_a_division_leaves_is_not_forgotten() {
        assert!(Long::new(1).divided(1).is_more);
        assert!(!Long::new(10).divided(1).is_more);
    }

    #[test]
    fn digits_beyond_a_double_count_by_their_place() {
        let many = |digits: usize| "1".repeat(digits);
        for text in [many(30), format!("0.{}", many(30)), format!("{}.{}e-3", many(25), many(9))] {
            let expected: f64 = text.parse().unwrap();
            let found = parse(&text).unwrap();
            assert!((found / expected - 1.0).abs() < 1e-15, "{text}: {found}");
        }
        let zeros = "0".repeat(400);
        assert_eq!(parse(&format!("0.{zeros}1e401")), Some(1.0));
        assert_eq!(parse(&format!("1{zeros}e-400")), Some(1.0));
    }

    #[test]
    fn a_number_beyond_all_doubles_is_none() {
        for text in ["1e309", "-1e999999999999", "17976931348623159e292", "9999999999999999999e290"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_a_double_writes_is_read_back(digits in -999_999_999_999_999_i64..=999_999_999_999_999, power in 0..=22) {
            for text in [format!("{digits}e-{power}"), format!("{digits}E+{power}")] {
                prop_assert_eq!(parse(&text), text.parse().ok());
            }
        }

        #[test]
        fn any_double_is_read_back(value in POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO) {
            for text in [format!("{value:e}"), serde_json::to_string(&value).unwrap()] {
                prop_assert_eq!(parse(&text).map(f64::to_bits), Some(value.to_bits()), "{}", text);
            }
        }

        #[test]
        fn nineteen_digits_are_read_to_the_nearest_double(digits in 0..10_u64.pow(19), power in -350..300) {
            let text = format!("{digits}e{power}");
            prop_assert_eq!(parse(&text), text.parse().ok().filter(|it: &f64| it.is_finite()), "{}", text);
        }
    }
}
