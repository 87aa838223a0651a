//! Exact decimals. A number in a report is never rounded by passing through binary floating
//! point: what the city wrote is what is compared, subtracted and published.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// An exact decimal: `digits × 10^-places`.
///
/// Bounds (28 digits, 9 places) are such that two decimals can always be compared; a longer number
/// has no `Decimal` and is left unread. Trailing zeros are kept for display (`20.0`), and do not
/// count in comparisons (`20.0 == 20`).
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    digits: i128,
    places: u8,
}

const MAX_DIGITS: i128 = 10_i128.pow(28);
const MAX_PLACES: u8 = 9;

impl Decimal {
    /// `digits × 10^-places`, or `None` beyond the bounds.
    #[must_use]
    pub fn new(digits: i128, places: u8) -> Option<Self> {
        (places <= MAX_PLACES && -MAX_DIGITS < digits && digits < MAX_DIGITS)
            .then_some(Self { digits, places })
    }

    /// Reads ASCII digits with at most one point: `1305`, `80.22`. No sign, no grouping.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = match text.split_once('.') {
            Some((_, "")) => return None,
            Some(pair) => pair,
            None => (text, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let digits = format!("{whole}{fraction}").parse().ok()?;
        Self::new(digits, u8::try_from(fraction.len()).ok()?)
    }

    /// The value times `10^power`, exactly: 45.5 scaled by 4 is 455000.
    #[must_use]
    pub fn scaled(self, power: u8) -> Option<Self> {
        if power <= self.places {
            return Self::new(self.digits, self.places - power);
        }
        let factor = 10_i128.checked_pow(u32::from(power - self.places))?;
        Self::new(self.digits.checked_mul(factor)?, 0)
    }

    /// The value times `10^-power`, without trailing zeros beyond the point: 455000 in 万 is 45.5.
    #[must_use]
    pub fn in_units_of(self, power: u8) -> Option<Self> {
        let moved = Self { places: self.places.checked_add(power)?, ..self };
        let Self { digits, places } = moved.trimmed_to(self.places);
        Self::new(digits, places)
    }

    /// The negative of this value.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { digits: self.digits.abs(), ..self }
    }

    /// `self - other`, exactly; `None` beyond the bounds.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        Self::new(self.digits_at(places).checked_sub(other.digits_at(places))?, places).map(Self::trimmed)
    }

    /// `100 × self / whole`, rounded half up (away from zero) to so many decimals; `None` for a whole of zero or beyond the
    /// bounds.
    #[must_use]
    pub fn percent_of(self, whole: Self, decimals: u8) -> Option<Self> {
        let places = self.places.max(whole.places);
        let (part, whole) = (self.digits_at(places), whole.digits_at(places));
        if whole == 0 {
            return None;
        }
        let sign = part.signum() * whole.signum();
        let (part, whole) = (part.checked_abs()?, whole.checked_abs()?);
        let factor = 10_i128.checked_pow(u32::from(decimals))?.checked_mul(200)?;
        let rounded = part.checked_mul(factor)?.checked_add(whole)? / whole.checked_mul(2)?;
        Self::new(sign * rounded, decimals)
    }

    /// How `100 × self / whole` compares with a percentage, exactly; `None` unless the whole is above
    /// zero, and beyond the bounds.
    #[must_use]
    pub fn cmp_percent(self, whole: Self, percent: Self) -> Option<Ordering> {
        let places = self.places.max(whole.places);
        let (part, whole) = (self.digits_at(places), whole.digits_at(places));
        let hundredfold = part.checked_mul(100)?.checked_mul(10_i128.pow(u32::from(percent.places)))?;
        (whole > 0).then_some(hundredfold.cmp(&percent.digits.checked_mul(whole)?))
    }

    /// How many digits stand after the point.
    #[must_use]
    pub fn places(self) -> u8 {
        self.places
    }

    /// Whether the value is zero, however written.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Whether the value is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// The nearest floating-point number: for coordinates on a chart, never for figures.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a chart's coordinate needs no 17th digit")]
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(i32::from(self.places))
    }

    /// The same value without zeros at the end of its fraction.
    pub(crate) fn trimmed(self) -> Self {
        self.trimmed_to(0)
    }

    /// The same value without zeros at the end of its fraction, of which so many digits stay.
    fn trimmed_to(mut self, least: u8) -> Self {
        while self.places > least && self.digits % 10 == 0 {
            self = Self { digits: self.digits / 10, places: self.places - 1 };
        }
        self
    }

    /// Digits when written with `places` (at least our own): within `i128` by the bounds.
    fn digits_at(self, places: u8) -> i128 {
        self.digits * 10_i128.pow(u32::from(places.saturating_sub(self.places)))
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self { digits: i128::from(value), places: 0 }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

/// Equal decimals are the same to a hash: trailing zeros do not count.
impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { digits, places } = self.trimmed_to(0);
        (digits, places).hash(state);
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let places = self.places.max(other.places);
        self.digits_at(places).cmp(&other.digits_at(places))
    }
}

/// Plain decimal notation, as open data has it: `455000`, `80.22`, `-2.3`.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let digits = self.digits.unsigned_abs();
        if self.places == 0 {
            return write!(out, "{sign}{digits}");
        }
        let unit = 10_u128.pow(u32::from(self.places));
        let places = usize::from(self.places);
        write!(out, "{sign}{}.{:0places$}", digits / unit, digits % unit)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect(text)
    }

    #[test]
    fn reads_digits_and_one_point_only() {
        assert_eq!(decimal("80.22").to_string(), "80.22");
        assert_eq!(decimal("20.0").to_string(), "20.0");
        for bad in ["", ".", "1.", ".5", "1.2.3", "-1", "1e3", "１", "1,000"] {
            assert!(Decimal::parse(bad).is_none(), "{bad}");
        }
        assert!(Decimal::parse("99999999999999999999999999999").is_none());
        assert!(Decimal::parse("0.1234567890").is_none());
    }

    #[test]
    fn scales_exactly_both_ways() {
        assert_eq!(decimal("45.5").scaled(4).expect("in bounds").to_string(), "455000");
        assert_eq!(decimal("1.25").scaled(1).expect("in bounds").to_string(), "12.5");
        assert_eq!(decimal("455000").in_units_of(4).expect("in bounds").to_string(), "45.5");
        assert_eq!(decimal("460000").in_units_of(4).expect("in bounds").to_string(), "46");
        assert!(decimal("9999999999999999999999999999").scaled(4).is_none());
    }

    #[test]
    fn compares_by_value() {
        assert_eq!(decimal("20.0"), decimal("20"));
        assert_ne!(decimal("20.0"), decimal("2"));
        assert_eq!(["20", "20.0", "80.22"].map(|text| decimal(text).places()), [0, 1, 2]);
        assert!(decimal("80.22") < decimal("80.3"));
        assert!(decimal("5").negated() < decimal("0.1"));
    }

    #[test]
    fn a_coordinate_is_the_nearest_to_the_value() {
        assert!((decimal("80.22").to_f64() - 80.22).abs() < 1e-12);
        assert!((decimal("455000").negated().to_f64() + 455_000.0).abs() < 1e-12);
    }

    #[test]
    fn subtracts_without_trailing_zeros() {
        let gap = |a: &str, b: &str| decimal(a).minus(decimal(b)).expect("in bounds").to_string();
        assert_eq!(gap("79", "85"), "-6");
        assert_eq!(gap("80.30", "80"), "0.3");
        assert_eq!(gap("20.0", "10"), "10");
    }

    #[test]
    fn percent_is_rounded_half_away_from_zero_to_one_decimal() {
        let percent = |a: Decimal, b: &str| a.percent_of(decimal(b), 1).map(|p| p.to_string());
        assert_eq!(percent(decimal("79"), "85").as_deref(), Some("92.9"));
        assert_eq!(percent(decimal("1"), "16").as_deref(), Some("6.3"));
        assert_eq!(percent(decimal("1").negated(), "16").as_deref(), Some("-6.3"));
        assert_eq!(percent(decimal("1"), "3").as_deref(), Some("33.3"));
        assert_eq!(percent(decimal("1"), "0"), None);
        let exact = decimal("1").percent_of(decimal("16"), 4).map(|percent| percent.to_string());
        assert_eq!(exact.as_deref(), Some("6.2500"));
    }

    #[test]
    fn percentages_are_compared_exactly() {
        let compare = |part: Decimal, whole: &str, percent: &str| {
            part.cmp_percent(decimal(whole), decimal(percent)).map(|order| order as i8)
        };
        assert_eq!(compare(decimal("2"), "3", "66.7"), Some(-1));
        assert_eq!(compare(decimal("2"), "3", "66.666666666"), Some(1));
        assert_eq!(compare(decimal("1.25"), "2.5", "50.0"), Some(0));
        assert_eq!(compare(decimal("1").negated(), "2", "0"), Some(-1));
        assert_eq!(compare(decimal("1"), "0", "0"), None);
        assert_eq!(compare(decimal("1"), "9999999999999999999999999999", "99999999999"), None);
    }
}
