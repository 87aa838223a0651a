//! Round values for an axis. Knows numbers only, not how they are worded.

/// Round values that cover `lowest` to `highest` and zero, in steps of 1, 2 or 5 times a power of ten.
///
/// In the unit of the data; three to six steps unless the range spans zero, at most seven then. Each value is the closest
/// `f64` to its decimal, so `0.3` and never `0.30000000000000004`. What is not finite counts as zero; a range of nothing
/// gives `[0.0, 1.0]`.
#[must_use]
pub fn ticks(lowest: f64, highest: f64) -> Vec<f64> {
    let (low, high) = ordered(lowest, highest);
    let most = if low < 0.0 && high > 0.0 { MOST + 1 } else { MOST };
    enclosing(low.min(0.0), high.max(0.0), most).unwrap_or_else(|| vec![0.0, 1.0])
}

/// Round values from the last at or below `lowest` to the first at or above `highest`, without zero unless it lies between.
///
/// For an axis that does not begin at zero. In the unit of the data; two to five steps, of 1, 2 or 5 times a power of ten.
/// Each value is the closest `f64` to its decimal. Where there are no such values, those of [`ticks`].
#[must_use]
pub fn ticks_within(lowest: f64, highest: f64) -> Vec<f64> {
    let (low, high) = ordered(lowest, highest);
    // Below a millionth of the values, steps come near to what a float can tell apart.
    let is_wide = high - low >= high.abs().max(low.abs()) * 1e-6;
    let values = is_wide.then(|| enclosing(low, high, MOST)).flatten();
    values.unwrap_or_else(|| ticks(lowest, highest))
}

/// The most steps an axis may have on one side of zero.
const MOST: i32 = 5;

/// The multiples of the finest round step that lead from `low` to `high` in at most so many steps; none for a range of nothing.
fn enclosing(low: f64, high: f64, most: i32) -> Option<Vec<f64>> {
    // Steps of a tenth of the range's power of ten are too many or just enough, steps of five times that power enough.
    let power = power(high - low)?;
    let steps = [power - 1, power].into_iter().flat_map(|exponent| [1, 2, 5].map(|digit| (digit, exponent)));
    steps.map(|(digit, exponent)| Step { digit, exponent }).find_map(|step| step.enclose(low, high, most))
}

/// The distance between two ticks: `digit` × 10^`exponent`.
#[derive(Clone, Copy)]
struct Step {
    digit: i32,
    exponent: i32,
}

impl Step {
    /// All multiples from the last at or below `low` to the first at or above `high`, unless they are too many.
    fn enclose(self, low: f64, high: f64, most: i32) -> Option<Vec<f64>> {
        // A quotient may be off by one, hence the neighbours.
        let about = number(low / self.times(1))?;
        let first = (about - 1..=about + 1).rev().find(|&n| self.times(n) <= low)?;
        let last = (first..=first + most).find(|&n| self.times(n) >= high)?;
        Some((first..=last).map(|n| self.times(n)).collect())
    }

    /// The tick number `n`, by way of its decimal, which rounds correctly where a product of floats would not; of two numbers that
    /// a float holds exactly, as a power of ten up to this one, product and quotient do too.
    #[expect(clippy::cast_precision_loss, reason = "it is exact up to the power that is checked first")]
    fn times(self, n: i32) -> f64 {
        let count = n * self.digit;
        let Some(power) = 10_u64.checked_pow(self.exponent.unsigned_abs()) else {
            return format!("{count}e{}", self.exponent).parse().unwrap_or(0.0);
        };
        let (count, power) = (f64::from(count), power as f64);
        if self.exponent < 0 { count / power } else { count * power }
    }
}

/// A quotient as the whole number below it; none where it is too great for one.
#[expect(clippy::cast_possible_truncation, reason = "within the bounds that are checked first")]
fn number(quotient: f64) -> Option<i32> {
    (quotient.abs() < 1e8).then(|| quotient.floor() as i32)
}

/// The power of ten of a number, read off its decimal; zero has none.
fn power(magnitude: f64) -> Option<i32> {
    let written = format!("{magnitude:e}");
    written.split_once('e').filter(|_| magnitude > 0.0)?.1.parse().ok()
}

/// Both numbers, the lower first, each zero where an axis cannot hold it.
fn ordered(one: f64, other: f64) -> (f64, f64) {
    let reach = |value: f64| if (1e-300..=1e300).contains(&value.abs()) { value } else { 0.0 };
    let (one, other) = (reach(one), reach(other));
    (one.min(other), one.max(other))
}

#[cfg(test)]
mod tests {
    use super::{Step, ticks, ticks_within};

    #[test]
    fn they_are_round_and_cover() {
        assert_eq!(ticks(0.0, 86.0), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(12.0, 20.0), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(ticks(0.0, 460_000.0), [0.0, 100_000.0, 200_000.0, 300_000.0, 400_000.0, 500_000.0]);
        assert_eq!(ticks(-12.0, 30.0), [-20.0, -10.0, 0.0, 10.0, 20.0, 30.0]);
        assert_eq!(ticks(-3.0, -1.0), [-3.0, -2.0, -1.0, 0.0]);
        assert_eq!(ticks(-10.0, 50.0), [-10.0, 0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
    }

    #[test]
    fn they_are_the_closest_floats() {
        for (digit, exponent) in (-25..=25).flat_map(|exponent| [1, 2, 5].map(|digit| (digit, exponent))) {
            for n in [-99_999_999, -7, -1, 0, 1, 3, 7, 11, 9_999_991] {
                let written = format!("{}e{exponent}", n * digit);
                let times = Step { digit, exponent }.times(n);
                assert!(times.total_cmp(&written.parse().expect("a number")).is_eq(), "{written}: {times}");
            }
        }
        assert_eq!(ticks(0.0, 0.5), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]);
        assert_eq!(ticks(0.0, 0.001), [0.0, 0.0002, 0.0004, 0.0006, 0.0008, 0.001]);
    }

    #[test]
    fn any_input_gives_a_rising_handful() {
        let odd = [
            0.0,
            -0.0,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e15,
            -1e15,
            1e300,
            -1e300,
            5e-324,
            0.001,
            -7.3,
        ];
        for low in odd {
            for high in odd {
                let values = ticks(low, high);
                assert!((2..=7).contains(&values.len()), "{low} {high} {values:?}");
                assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{low} {high} {values:?}");
                assert!(values.contains(&0.0), "{low} {high} {values:?}");
            }
        }
        assert_eq!(ticks(0.0, 0.0), [0.0, 1.0]);
    }

    #[test]
    fn without_zero_they_are_round_and_enclose() {
        assert_eq!(ticks_within(95.0, 100.0), [95.0, 96.0, 97.0, 98.0, 99.0, 100.0]);
        assert_eq!(ticks_within(96.4, 100.0), [96.0, 97.0, 98.0, 99.0, 100.0]);
        assert_eq!(ticks_within(99.2, 100.0), [99.2, 99.4, 99.6, 99.8, 100.0]);
        assert_eq!(ticks_within(99.95, 100.0), [99.95, 99.96, 99.97, 99.98, 99.99, 100.0]);
        assert_eq!(ticks_within(100.0, 95.0), ticks_within(95.0, 100.0));
        assert_eq!(ticks_within(-7.0, -4.0), [-7.0, -6.0, -5.0, -4.0]);
        assert_eq!(ticks_within(98.0, 98.0), ticks(98.0, 98.0), "nothing lies between");
        assert_eq!(ticks_within(99_999_990.0, 1e8), ticks(99_999_990.0, 1e8), "they are as good as one");
        assert_eq!(ticks_within(1.0, 1.000_000_1), ticks(1.0, 1.000_000_1), "at any size");
        assert_eq!(ticks_within(0.3, 0.7), [0.3, 0.4, 0.5, 0.6, 0.7], "though 0.3 / 0.1 is less than 3");
        let below = 1.404_999_999_999_999_9e-6;
        assert_eq!(ticks_within(below, 1.42e-6)[..2], [1.4e-6, 1.405e-6], "though {below} / 5e-9 is 281");
    }

    #[test]
    fn without_zero_too_any_input_gives_a_rising_handful() {
        let odd = [0.0, f64::NAN, f64::INFINITY, 1e300, -1e300, 5e-324, 0.001, -7.3, 99.999_999, 100.0];
        for low in odd {
            for high in odd {
                let values = ticks_within(low, high);
                assert!((2..=7).contains(&values.len()), "{low} {high} {values:?}");
                assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{low} {high} {values:?}");
            }
        }
        for low in 95_000..100_000 {
            let low = f64::from(low) / 1000.0;
            let values = ticks_within(low, 100.0);
            assert!((3..=6).contains(&values.len()), "{low} {values:?}");
            assert!(values[0] <= low && values.last() == Some(&100.0), "{low} {values:?}");
        }
    }

    #[test]
    fn one_sided_ranges_have_four_to_six() {
        for high in 1..2000 {
            for values in [ticks(0.0, f64::from(high) / 7.0), ticks(f64::from(-high) / 7.0, 0.0)] {
                assert!((4..=6).contains(&values.len()), "{high} {values:?}");
            }
        }
    }
}
