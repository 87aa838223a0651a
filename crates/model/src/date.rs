//! A day of the calendar. It knows no clock.

use std::fmt;

use crate::year::{ERAS, Era};

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `2024-06-28`, if there is such a day.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return None };
        let has_form = [year.len(), month.len(), day.len()] == [4, 2, 2];
        if !has_form || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        let date = Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let is_real = (1..=12).contains(&date.month) && (1..=date.days()).contains(&date.day);
        is_real.then_some(date)
    }

    /// Its year, month and day.
    #[must_use]
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Its era, and the number of its year in it.
    #[must_use]
    pub fn era(self) -> Option<(Era, u16)> {
        let has_begun = |era: &&Era| (era.first, era.begins.0, era.begins.1) <= self.parts();
        let era = ERAS.iter().find(has_begun)?;
        Some((*era, self.year - era.first + 1))
    }

    /// How many days its month has.
    fn days(self) -> u8 {
        let divides = |number| self.year.is_multiple_of(number);
        let is_leap = divides(4) && (!divides(100) || divides(400));
        match self.month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// As ISO 8601 writes it: `2024-06-28`.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_that_there_are_are_read() {
        for written in ["2024-06-28", "2024-02-29", "2000-02-29", "2023-12-31"] {
            assert_eq!(Date::read(written).map(|date| date.to_string()).as_deref(), Some(written));
        }
        for wrong in ["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-04-31", "2024-6-28"] {
            assert_eq!(Date::read(wrong), None, "{wrong}");
        }
        for wrong in ["", "2024-06", "2024-06-28T00:00:00Z", "+024-06-28", "２０２４-06-28", "2024-06-28-"]
        {
            assert_eq!(Date::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_era_begins_on_its_day() {
        let era = |written| Date::read(written)?.era().map(|(era, year)| (era.name, year));
        assert_eq!(era("2024-06-28"), Some(("令和", 6)));
        assert_eq!(era("2019-05-01"), Some(("令和", 1)));
        assert_eq!(era("2019-04-30"), Some(("平成", 31)));
        assert_eq!(era("1989-01-07"), Some(("昭和", 64)));
        assert_eq!(era("1900-01-01"), None);
    }
}
