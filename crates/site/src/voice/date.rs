//! Days, as a page of a language writes them.

use nendo_model::Date;

use super::Voice;
use crate::config::YearStyle;

impl Voice<'_> {
    /// A day with its era where the language counts in them: 2024年6月28日（令和6年）, 28 June 2024.
    pub(crate) fn date(&self, date: Date) -> String {
        let (year, month, day) = date.parts();
        let of_era = date.era().map(|(era, number)| match number {
            1 => format!("{}元", era.name),
            number => format!("{}{number}", era.name),
        });
        let (year, of_era) = (year.to_string(), of_era.unwrap_or_else(|| year.to_string()));
        let month =
            |year: &str| self.fill("month", [("year", year.into()), ("month", usize::from(month).into())]);
        let id = match self.words.year_style {
            YearStyle::Western => "date",
            YearStyle::Era => "date-era",
        };
        let args = [
            ("month", month(&year).into()),
            ("month-of-era", month(&of_era).into()),
            ("day", usize::from(day).into()),
            ("year", year.into()),
            ("year-of-era", of_era.into()),
        ];
        self.fill(id, args).text()
    }
}
