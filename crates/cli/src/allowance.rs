//! How many files may be removed before somebody is asked.

use std::str::FromStr;

/// A number of files, or a share of those that are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Allowance {
    /// So many.
    Files(usize),
    /// So many of a hundred.
    Percent(usize),
    /// Ten of a hundred, and at least ten.
    Usual,
}

impl Allowance {
    /// How many files that is, where so many are published.
    pub(crate) fn of(self, published: usize) -> usize {
        let share = |percent: usize| published * percent / 100;
        match self {
            Self::Files(files) => files,
            Self::Percent(percent) => share(percent),
            Self::Usual => share(10).max(10),
        }
    }
}

impl FromStr for Allowance {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |digits: &str| digits.parse().map_err(|_| text.to_owned());
        match text.strip_suffix('%') {
            Some(digits) => match number(digits)? {
                percent @ 0..=100 => Ok(Self::Percent(percent)),
                _ => Err(text.to_owned()),
            },
            None => Ok(Self::Files(number(text)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Allowance;

    #[test]
    fn a_tenth_may_go_and_at_least_ten_files() {
        assert_eq!([0, 50, 1000].map(|published| Allowance::Usual.of(published)), [10, 10, 100]);
        assert_eq!("25%".parse::<Allowance>().map(|share| share.of(50)), Ok(12));
        assert_eq!("0".parse::<Allowance>().map(|files| files.of(50)), Ok(0));
        for text in ["", "-1", "101%", "ten", "%"] {
            assert!(text.parse::<Allowance>().is_err(), "{text}");
        }
    }
}
