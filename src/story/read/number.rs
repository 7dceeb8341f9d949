//! The value of a JSON number.
//!
//! `serde_json` and the standard library could read it, but both bring tables of powers: they
//! would add 7 KB (brotli) to the card, more than all else that opens a text.

/// More digits than this tell a double nothing.
const MOST_DIGITS: u32 = 19;

/// Two steps this wide reach from the smallest double to the largest.
const WIDEST_STEP: i32 = 300;

/// The value of a well-formed number; none if it is too large for a double.
///
/// Up to fifteen digits with a power of ten up to 22 are read exactly. Beyond that the last
/// digits of a double may be off, as they may where `serde_json` reads it.
pub(super) fn number(text: &str) -> Option<f64> {
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
    let value = scaled(significand as f64, power);
    let value = if text.starts_with('-') { -value } else { value };
    value.is_finite().then_some(value)
}

/// `value` times a power of ten.
fn scaled(value: f64, power: i32) -> f64 {
    if value == 0.0 {
        // Also of zero times something beyond all doubles.
        return 0.0;
    }
    // Powers of ten are exact where they are whole, so negative ones divide.
    let near = power.abs().min(WIDEST_STEP);
    let far = power.abs() - near;
    let (near, far) = (10_f64.powi(near), 10_f64.powi(far));
    if power < 0 { value / near / far } else { value * near * far }
}

#[cfg(test)]
mod tests {
    use super::*;
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
            "0e999999999999",
            "1e-999999999999",
        ] {
            let expected: f64 = text.parse().unwrap();
            let found = number(text).unwrap();
            assert_eq!(found.to_bits(), expected.to_bits(), "{text}");
        }
    }

    #[test]
    fn digits_beyond_a_double_count_by_their_place() {
        let many = |digits: usize| "1".repeat(digits);
        for text in [many(30), format!("0.{}", many(30)), format!("{}.{}e-3", many(25), many(9))] {
            let expected: f64 = text.parse().unwrap();
            let found = number(&text).unwrap();
            assert!((found / expected - 1.0).abs() < 1e-15, "{text}: {found}");
        }
        let zeros = "0".repeat(400);
        assert_eq!(number(&format!("0.{zeros}1e401")), Some(1.0));
        assert_eq!(number(&format!("1{zeros}e-400")), Some(1.0));
    }

    #[test]
    fn a_number_beyond_all_doubles_is_none() {
        for text in ["1e309", "-1e999999999999", "17976931348623159e300"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_a_double_writes_is_read_back(digits in -999_999_999_999_999_i64..=999_999_999_999_999, power in 0..=22) {
            for text in [format!("{digits}e-{power}"), format!("{digits}E+{power}")] {
                prop_assert_eq!(number(&text), text.parse().ok());
            }
        }

        #[test]
        fn any_double_is_read_to_its_last_digits(value in proptest::num::f64::NORMAL) {
            let found = number(&format!("{value:e}")).unwrap();
            prop_assert!((found / value - 1.0).abs() < 1e-14, "{:e}: {:e}", value, found);
        }
    }
}
