//! What plan.toml tells of days: when the plan may be published, when each edition was, and what was put right in it since.

use std::collections::BTreeMap;

use nendo_model::{Correction, Date, FiscalYear};
use toml::Spanned;

use crate::margin::Margin;
use crate::plan_toml::CorrectionToml;
use crate::settings::{CorrectionSetting, PublishedSetting};

/// The first day on which a plan may be published: a date of TOML, and nothing that looks like one.
pub(crate) fn first_day(margin: &mut Margin<'_>, date: &Spanned<toml::Value>) -> Option<Date> {
    let written = margin.text.get(date.span()).unwrap_or_default();
    Date::read(written).or_else(|| margin.refuse("publish-after", written, date.span().start))
}

/// When each edition was published; no report appears before the fiscal year that it is about.
pub(crate) fn publications(
    margin: &mut Margin<'_>,
    dates: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
) -> Vec<PublishedSetting> {
    let mut dates: Vec<_> = dates.into_iter().collect();
    dates.sort_by_key(|(edition, _)| edition.span().start);
    let mut published: Vec<PublishedSetting> = Vec::new();
    for (edition, date) in dates {
        let row = margin.row(edition.span().start);
        let year = FiscalYear::read(edition.get_ref());
        let is_new = |year: &FiscalYear| published.iter().all(|other| other.year != *year);
        let Some(year) = year.filter(is_new) else {
            margin.refuse::<()>("published", edition.get_ref(), edition.span().start);
            continue;
        };
        let date = day_of(margin, "published", year, &date);
        let written = edition.into_inner();
        published.extend(date.map(|date| PublishedSetting { year, written, date, row }));
    }
    published
}

/// What was put right in an edition.
pub(crate) fn correction(margin: &mut Margin<'_>, toml: CorrectionToml) -> Option<CorrectionSetting> {
    let CorrectionToml { edition, date, text } = toml;
    let row = margin.row(edition.span().start);
    let written = unquoted(margin, &edition);
    let year = FiscalYear::read(written);
    let year = year.or_else(|| margin.refuse("corrections", written, edition.span().start));
    let text = margin.wording("corrections", text);
    let year = year?;
    let date = day_of(margin, "corrections", year, &date)?;
    let correction = Correction { date, text: text? };
    Some(CorrectionSetting { year, written: written.to_owned(), correction, row })
}

/// A day on which something became of an edition, which does not come before its fiscal year.
fn day_of(
    margin: &mut Margin<'_>,
    setting: &str,
    year: FiscalYear,
    date: &Spanned<toml::Value>,
) -> Option<Date> {
    let text = unquoted(margin, date);
    let read = Date::read(text).filter(|date| date.parts().0 >= year.number());
    read.or_else(|| margin.refuse(setting, text, date.span().start))
}

/// A value as the file has it, whatever TOML makes of it.
fn unquoted<'a>(margin: &Margin<'a>, value: &Spanned<toml::Value>) -> &'a str {
    margin.text.get(value.span()).unwrap_or_default().trim_matches(['"', '\''])
}
