//! Doubles as the digits and the power of ten that name them.
//!
//! The standard library finds them. Its tables are there in any case, for `plotters-canvas` has it
//! write colours and sizes.

/// So many digits survive the way from a text to a double and back; further ones may be noise.
pub(super) const TRUSTED: u32 = 15;
/// So many tell every double from the next.
pub(super) const ALL: u32 = 17;
/// The least number of so many digits.
const FULL: u64 = 10_u64.pow(ALL - 1);

/// `digits` times ten to `power`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) is_negative: bool,
    /// Without zeros at the end.
    pub(super) digits: u64,
    pub(super) power: i32,
}

impl Decimal {
    /// The fewest digits that name a finite `value`; of more than `most`, at most 17, as many as
    /// come nearest.
    pub(super) fn new(value: f64, most: u32) -> Self {
        let (mut digits, mut power, mut is_behind) = (0, 0, false);
        // Written without a power of ten, and with no more digits than tell it from the next double.
        for byte in value.abs().to_string().bytes() {
            if byte == b'.' {
                is_behind = true;
            } else if digits < FULL {
                digits = digits * 10 + u64::from(byte - b'0');
                power -= i32::from(is_behind);
            } else {
                power += i32::from(!is_behind);
            }
        }
        let number = Self { is_negative: value < 0.0, digits, power }.trimmed();
        number.rounded(number.first_place() + 1 - most as i32)
    }

    /// The same without zeros at the end; nothing is neither negative nor of any size.
    fn trimmed(mut self) -> Self {
        while self.digits > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.power += 1;
        }
        if self.digits > 0 { self } else { Self { is_negative: false, digits: 0, power: 0 } }
    }

    /// The nearest multiple of ten to `power`; of two equally near ones the greater.
    pub(super) fn rounded(self, power: i32) -> Self {
        if power <= self.power {
            return self;
        }
        let unit = 10_u64.checked_pow((power - self.power) as u32);
        let digits = unit.map_or(0, |unit| (self.digits + unit / 2) / unit);
        Self { digits, power, ..self }.trimmed()
    }

    /// The power of ten of its first digit.
    pub(super) fn first_place(self) -> i32 {
        self.digits.checked_ilog10().map_or(0, |behind| self.power + behind as i32)
    }

    /// How many digits stand behind the point.
    pub(super) fn decimals(self) -> u8 {
        (-self.power).clamp(0, 255) as u8
    }

    /// Its digits before the point and, at least `decimals`, behind it.
    pub(super) fn parts(self, decimals: u8) -> (String, String) {
        let mut whole = self.digits.to_string();
        let behind = usize::from(self.decimals());
        while whole.len() <= behind {
            whole.insert(0, '0');
        }
        let mut part = whole.split_off(whole.len() - behind);
        push_zeros(&mut whole, self.power.max(0) as usize);
        let lacking = usize::from(decimals).saturating_sub(part.len());
        push_zeros(&mut part, lacking);
        (whole, part)
    }
}

fn push_zeros(text: &mut String, count: usize) {
    (0..count).for_each(|_| text.push('0'));
}

#[cfg(test)]
mod tests {
    use super::super::parse::scaled;
    use super::*;
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL};
    use proptest::prelude::*;

    fn value(decimal: Decimal) -> f64 {
        let size = scaled(decimal.digits, decimal.power);
        if decimal.is_negative { -size } else { size }
    }

    fn decimal(digits: u64, power: i32) -> Decimal {
        Decimal { is_negative: false, digits, power }
    }

    #[test]
    fn no_digit_is_made_up() {
        for (value, digits, power) in [
            (0.0, 0, 0),
            (-0.0, 0, 0),
            (0.3, 3, -1),
            (0.1 + 0.2, 3, -1),
            (1e15, 1, 15),
            (1e23, 1, 23),
            (5e-324, 5, -324),
            (2.5e-8, 25, -9),
            (137.2, 1372, -1),
            (123_456_789_012_345.0, 123_456_789_012_345, 0),
        ] {
            assert_eq!(Decimal::new(value, TRUSTED), decimal(digits, power), "{value}");
        }
        assert_eq!(Decimal::new(0.1 + 0.2, ALL), decimal(30_000_000_000_000_004, -17));
        assert_eq!(Decimal::new(f64::MAX, TRUSTED), decimal(179_769_313_486_232, 294));
    }

    #[test]
    fn rounding_takes_the_nearest() {
        assert_eq!(decimal(123_456, 0).rounded(3), decimal(123, 3));
        assert_eq!(decimal(999_999, 0).rounded(3), decimal(1, 6));
        assert_eq!(decimal(15, -1).rounded(0), decimal(2, 0));
        assert_eq!(decimal(4, -1).rounded(0), decimal(0, 0));
        assert_eq!(decimal(7, -30).rounded(3), decimal(0, 0));
        assert_eq!(decimal(7, 3).rounded(1), decimal(7, 3));
    }

    #[test]
    fn digits_stand_before_and_behind_the_point() {
        let parts = |digits, power, decimals| {
            let (whole, part) = decimal(digits, power).parts(decimals);
            format!("{whole}.{part}")
        };
        assert_eq!(parts(11, -1, 2), "1.10");
        assert_eq!(parts(5, -3, 0), "0.005");
        assert_eq!(parts(12, 3, 0), "12000.");
        assert_eq!(parts(0, 0, 1), "0.0");
    }

    proptest! {
        #[test]
        fn seventeen_digits_name_every_double(of in POSITIVE | NEGATIVE | NORMAL | SUBNORMAL) {
            // Beyond, the next digit up may be no double.
            prop_assume!(of.abs() < 1e308);
            prop_assert_eq!(value(Decimal::new(of, ALL)), of);
        }

        #[test]
        fn fifteen_digits_come_back_as_written(
            digits in 1..1_000_000_000_000_000_u64, power in -300..290_i32,
        ) {
            let written = decimal(digits, power).trimmed();
            prop_assert_eq!(Decimal::new(scaled(digits, power), TRUSTED), written);
        }
    }
}
