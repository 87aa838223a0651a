//! The moment that a build is said to be of. It comes from outside, so that two builds of the same content give the same bytes.

use toml::value::{Datetime, Offset};

/// What a build is said to be of where nobody says it otherwise: seconds since 1970 in UTC
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

const SECONDS_A_DAY: u64 = 86_400;

/// The last second of the year 9999, after which RFC 3339 has no more years.
const LAST_SECOND: u64 = 253_402_300_799;

/// A moment as RFC 3339 writes it, with its offset from UTC: `2024-06-28T09:00:00+09:00`.
///
/// # Errors
/// The text is none.
pub(crate) fn read(text: &str) -> Result<String, String> {
    let wrong = || text.to_owned();
    let moment: Datetime = text.parse().map_err(|_| wrong())?;
    match moment {
        Datetime { date: Some(_), time: Some(_), offset: Some(Offset::Z | Offset::Custom { .. }) } => {
            Ok(moment.to_string())
        }
        _ => Err(wrong()),
    }
}

/// The moment that the environment says, if it says one.
pub(crate) fn of_environment() -> Option<String> {
    of_epoch(&std::env::var(VARIABLE).ok()?)
}

/// A moment by the seconds since 1970, in UTC.
fn of_epoch(text: &str) -> Option<String> {
    let seconds: u64 = text.parse().ok().filter(|seconds| *seconds <= LAST_SECOND)?;
    let (year, month, day) = day(seconds / SECONDS_A_DAY);
    let [hour, minute, second] = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60];
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

/// The day of the Gregorian calendar so many days after 1970-01-01: Howard Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>), in which a year begins in March.
fn day(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + later, month, day)
}

#[cfg(test)]
mod tests {
    use super::{of_epoch, read};

    #[test]
    fn a_moment_has_a_day_a_time_and_an_offset() {
        for sound in ["2024-06-28T09:00:00+09:00", "2024-02-29T23:59:59Z", "2024-06-28T09:00:00-03:30"] {
            assert_eq!(read(sound).as_deref(), Ok(sound));
        }
        for wrong in [
            "",
            "2024-06-28",
            "09:00:00",
            "2024-06-28T09:00:00",
            "2023-02-29T09:00:00Z",
            "2024-06-28T24:00:00Z",
        ] {
            assert_eq!(read(wrong), Err(wrong.to_owned()));
        }
    }

    #[test]
    fn seconds_since_1970_are_a_moment() {
        for (seconds, moment) in [
            ("0", "1970-01-01T00:00:00Z"),
            ("951782399", "2000-02-28T23:59:59Z"),
            ("951782400", "2000-02-29T00:00:00Z"),
            ("1719532800", "2024-06-28T00:00:00Z"),
            ("1735689599", "2024-12-31T23:59:59Z"),
            ("4107542400", "2100-03-01T00:00:00Z"),
            ("253402300799", "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(of_epoch(seconds).as_deref(), Some(moment));
        }
        for wrong in ["", "-1", "1.5", "now", "253402300800"] {
            assert_eq!(of_epoch(wrong), None, "{wrong}");
        }
    }
}
