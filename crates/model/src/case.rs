//! Every case of what can be wrong with the input, as a table: how grave it is, its code and its fields. The words for it are
//! made in one place, by whoever shows it. The file is long because the table is one.

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The build stops, and the last good site stays.
    Error,
    /// The build goes on.
    Warning,
    /// Good to know, and maybe as it should be: the build goes on, however strict.
    Note,
}

macro_rules! cases {
    ($($(#[$doc:meta])* $severity:ident $case:ident $code:literal { $($(#[$field_doc:meta])* $field:ident),* })*) => {
        /// What can be wrong.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Case {
            $($(#[$doc])* $case { $($(#[$field_doc])* $field: String),* }),*
        }

        impl Case {
            /// Every code, for whoever puts the cases into words.
            pub const CODES: &'static [(&'static str, &'static [&'static str])] =
                &[$(($code, &[$(stringify!($field)),*])),*];

            /// The name of the case, the same in every language and version.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $(Self::$case { .. } => $code),* }
            }

            /// How grave it is.
            #[must_use]
            pub fn severity(&self) -> Severity {
                match self { $(Self::$case { .. } => Severity::$severity),* }
            }

            /// How grave the case with this code is; `None` where no case has it.
            #[must_use]
            pub fn severity_of(code: &str) -> Option<Severity> {
                match code { $($code => Some(Severity::$severity),)* _ => None }
            }

            /// The fields with their names, for messages and for machines.
            #[must_use]
            pub fn fields(&self) -> Vec<(&'static str, &str)> {
                match self { $(Self::$case { $($field),* } => vec![$((stringify!($field), $field.as_str())),*]),* }
            }
        }
    };
}

cases! {
    /// A file or folder could not be read or written.
    Error Io "io" {
        /// What the system said.
        message }
    /// The bytes are in none of the encodings that offices save.
    Error Undecodable "undecodable" {}
    /// A file that is to be written anew is held by another program, or is only to be read.
    Error FileHeld "file-held" {}
    /// A file that is to be made exists.
    Error FileExists "file-exists" {}
    /// The encoding of a file cannot hold a letter that is to be written into it.
    Error LetterNotInEncoding "letter-not-in-encoding" {
        /// The letter.
        value,
        /// The encoding.
        encoding }
    /// A command names a plan that is not there.
    Error UnknownPlan "unknown-plan" {
        /// What was named.
        value,
        /// The plans that there are.
        known }
    /// A command is about one plan, names none, and there are several.
    Error PlanNotNamed "plan-not-named" {
        /// The plans that there are.
        known }
    /// The table of this year cannot be made of the newest one: it is no fiscal year, or none after that.
    Error NotALaterYear "not-a-later-year" {
        /// What was given.
        value,
        /// The fiscal year of the newest table.
        newest }
    /// The table of the next year cannot be made without fear that something in it would be read otherwise.
    Error NotRolledOver "not-rolled-over" {
        /// What would differ: `kpis` its KPIs or their ids, `values` their values, `unread` it could not be read at all,
        /// `published` it is one that nendo published.
        value }
    /// No plan was found in the content folder.
    Error NoPlan "no-plan" {}
    /// The file name of an edition is not a fiscal year.
    Error NotAYear "not-a-year" {
        /// The file's name.
        value }
    /// Two files are editions of the same fiscal year.
    Error SameEdition "same-edition" {
        /// The fiscal year.
        value,
        /// The other file.
        other }
    /// No row has the headers of a progress table.
    Error NoHeader "no-header" {
        /// What is missing: `kpi` a column that names the KPI, `choice` the only one that may, `values`
        /// a column of values, `items` what the years are of, `all` more than one of them; in a table of
        /// words, `column` the column that `known` names.
        missing,
        /// The headers that are known in the row most like a header.
        known,
        /// Its other headers.
        unknown }
    /// A progress table has one to four columns of levels left of the KPI; this one has not.
    Error BadLevels "bad-levels" {
        /// The headers of its level columns; empty where it has none.
        value }
    /// Columns of values name no year, and a row beside the header names another than the file does.
    Error UndatedValues "undated-values" {
        /// The headers of the columns.
        value,
        /// What the row beside them says.
        years,
        /// The year of the file.
        edition }
    /// Another table begins below, with a header of its own.
    Error SecondHeader "second-header" {
        /// Its headers.
        value }
    /// Two columns have the same role.
    Error SameRole "same-role" {
        /// The header.
        value,
        /// The column that has the role already.
        other }
    /// The scale does not know a grade.
    Error UnknownGrade "unknown-grade" {
        /// The cell's text.
        value,
        /// The name of a grade that the text almost is; empty where there is none.
        nearest,
        /// The grades that the scale knows.
        known }
    /// Two KPIs or levels have the same id.
    Error DuplicateId "duplicate-id" {
        /// The id.
        value,
        /// Where it was used first.
        other }
    /// An id is the name of a page that nendo makes, or of a device of Windows.
    Error ReservedId "reserved-id" {
        /// The id.
        value }
    /// A slug cannot be part of a URL.
    Error BadSlug "bad-slug" {
        /// The slug.
        value }
    /// A KPI has two values for the same item of the same year.
    Error SameValue "same-value" {
        /// The cell's text.
        value,
        /// Where the first one stands.
        other }
    /// A table that nendo published has rows of two editions, or of two plans.
    Error MixedRows "mixed-rows" {
        /// What the row says.
        value,
        /// What the first row says; the year of the file's name, where no row says its edition.
        other }
    /// The table is the one that nendo publishes of all years of a plan, and no edition of it.
    Error AllYears "all-years" {
        /// The column by which it is known, or the file's name.
        value }
    /// A settings file has a mistake.
    Error BadSettings "bad-settings" {
        /// What the parser said.
        message }
    /// A setting has a value that it cannot have.
    Error BadSetting "bad-setting" {
        /// The setting's name.
        setting,
        /// Its value.
        value }
    /// A setting that another one needs is missing.
    Error MissingSetting "missing-setting" {
        /// The setting's name.
        setting,
        /// What needs it.
        value }
    /// A password or the like stands in the settings.
    Error SecretInSettings "secret-in-settings" {
        /// The setting's name.
        setting }
    /// A password would be sent so that others on the way can read it.
    Error PlainConnection "plain-connection" {
        /// The address.
        value }
    /// A setting names a KPI, level or column that the plan does not have.
    Warning UnusedSetting "unused-setting" {
        /// The setting's name.
        setting,
        /// Its value.
        value }
    /// The theme lacks a file.
    Error MissingThemeFile "missing-theme-file" {
        /// The file.
        value }
    /// A template cannot be read or rendered.
    Error Template "template" {
        /// What the template engine said.
        message }
    /// A file of words cannot be read.
    Error BadWords "bad-words" {
        /// What the parser said.
        message }
    /// The theme has no word for something a page says.
    Error MissingWord "missing-word" {
        /// The name of the word.
        value,
        /// The language.
        language }
    /// A file that nendo did not write stands where a page must go.
    Error ForeignFile "foreign-file" {}
    /// A column has a header that no role is known for; its cells are not used.
    Warning ColumnWithoutRole "column-without-role" {
        /// The header.
        value,
        /// The known header that is spelled most like it; empty where there is none.
        nearest }
    /// The title of a table names another fiscal year than its file, which its values without a year are of.
    Warning TitleYear "title-year" {
        /// The title.
        value,
        /// The year of the file.
        edition }
    /// A unit for the whole table stands above it, and no value takes it up.
    Warning UnitAbove "unit-above" {
        /// The cell's text.
        value }
    /// A row's item is none of target, actual and so on; the row is not used.
    Warning UnknownItem "unknown-item" {
        /// The cell's text.
        value,
        /// The known item that is spelled most like it; empty where there is none.
        nearest }
    /// A year is a calendar year among fiscal years; its column or row is not used.
    Warning CalendarYear "calendar-year" {
        /// The header, or the cell's text.
        value,
        /// The calendar year.
        year }
    /// A row that has values belongs to no KPI or names no year; the row is not used.
    Warning StrayRow "stray-row" {
        /// The row's texts.
        value }
    /// A cell looks like a number and was not understood.
    Warning Unread "unread" {
        /// The cell's text.
        value }
    /// A cell holds a spreadsheet error or a damaged number.
    Warning Broken "broken" {
        /// The cell's text.
        value }
    /// In a table that nendo published, a text does not read as what stands beside it; the cell is left unread.
    Warning OtherValue "other-value" {
        /// The text.
        value,
        /// What stands beside it: value, unit, status.
        other }
    /// A text has no translation.
    Warning MissingTranslation "missing-translation" {
        /// The text.
        value,
        /// The language it lacks.
        language }
    /// The same text is translated twice.
    Warning SameTranslation "same-translation" {
        /// The text.
        value,
        /// Where it was translated first.
        other }
    /// A text is translated in two ways.
    Warning OtherTranslation "other-translation" {
        /// The text.
        value,
        /// The language.
        language,
        /// Its translation here.
        translation,
        /// Its translation elsewhere.
        other,
        /// Where the other one stands.
        place }
    /// A text and its translation do not say the same numbers.
    Warning OtherNumbers "other-numbers" {
        /// The text.
        value,
        /// Its translation.
        translation,
        /// The language of the translation.
        language,
        /// The numbers that only the text says.
        numbers,
        /// The numbers that only the translation says.
        others }
    /// A text of the settings is given in a language that the site does not have.
    Warning UnknownLanguage "unknown-language" {
        /// The language tag.
        value,
        /// The languages of the site.
        known }
    /// A counter has no name in a language.
    Warning MissingUnit "missing-unit" {
        /// The counter.
        value,
        /// The language it lacks.
        language }
    /// The plan sets no scale; it was made from the grades that occur.
    Warning NoScale "no-scale" {
        /// The grades found.
        value }
    /// A KPI of the edition before is not in this one.
    Warning VanishedKpi "vanished-kpi" {
        /// Its id.
        value,
        /// The edition that had it.
        other }
    /// A prose page is missing in a language of the site.
    Warning MissingPage "missing-page" {
        /// The file that would hold it.
        value }
    /// A link of a prose page leads to nothing that is built; so does a picture that is not there.
    Warning DeadLink "dead-link" {
        /// The link as written.
        value,
        /// The first page on which it leads nowhere.
        page }
    /// A link or picture of a prose page may not be used: it would run a script, or ask another host.
    Warning UnsafeLink "unsafe-link" {
        /// The link as written.
        value,
        /// `link`, or `picture`.
        kind }
    /// A colour of the theme stands out too little from one that it is found upon.
    Warning LowContrast "low-contrast" {
        /// The name of the colour.
        above,
        /// The name of the colour beneath it.
        below,
        /// Where: `light`, `dark`, `print`.
        look,
        /// The contrast ratio, as in 2.31.
        ratio,
        /// The least that it must be.
        least }
    /// No year has an actual or an evaluation, so the plan has no site.
    Warning NothingReported "nothing-reported" {}
    /// A table has a header, and not one KPI below it.
    Error NoRows "no-rows" {}
    /// A row has values, and its item is blank; the row is not used.
    Warning NoItem "no-item" {}
    /// A file looks as if it were meant for the site, and is not used.
    Warning UnusedFile "unused-file" {
        /// The file's name.
        value }
    /// A KPI has the id that another name had in the edition before, only by its position; the two
    /// are not joined.
    Warning ChangedName "changed-name" {
        /// The name now.
        value,
        /// The name before.
        other }
    /// The targets of a KPI fall from year to year, and nothing says that less is better; its attainment is left out.
    Warning UnclearDirection "unclear-direction" {
        /// The KPI's number and name.
        value,
        /// Its id.
        id }
    /// A KPI is not in the edition before, neither by its id nor by its name.
    Note NewKpi "new-kpi" {
        /// Its name.
        value,
        /// Its id.
        id,
        /// The edition that lacks it.
        other }
    /// The same published table stands in another file too, and is read there.
    Note SameTable "same-table" {
        /// The fiscal year of its edition.
        value,
        /// The file that is read.
        other }
    /// A grade is not the one that is due by the plan's rule.
    Note Audit "audit" {
        /// The grade of the table.
        value,
        /// The grade that is due.
        due,
        /// The attainment in percent, with as many decimals as show on which side of every bound it is.
        attainment,
        /// The actual with its unit.
        actual,
        /// The target with its unit.
        target,
        /// Which way is better, and so which formula is used: `higher`, `lower`.
        direction }
    /// Grades are to be audited, and the plan has no rule for them.
    Note NoAuditRule "no-audit-rule" {
        /// The plan.
        value }
    /// The content folder does not exist.
    Error NoContent "no-content" {}
    /// The output would go into the content folder.
    Error OutputInContent "output-in-content" {}
}
