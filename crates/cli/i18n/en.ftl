# The words that nendo says on the terminal.
# A message with ".hint" describes a problem; its name is the code in crates/model/src/problem.rs.
# Lower case, no full stop at the end, values in backticks.

## Problems and remedies

io = cannot be read or written ({ $message })
    .hint = check that the file or folder exists, is not open in Excel or another program, and that you have access and free space
no-content = the content folder was not found
    .hint = run nendo in the folder that holds the folder content, or name the content folder with --content
output-in-content = the output folder is the content folder or inside it
    .hint = name a folder outside it with --out, such as public, so that nothing you edit is ever overwritten
undecodable = the character encoding is not recognised
    .hint = in Excel, choose “Save As” and “CSV UTF-8 (comma delimited)”; save any other file as UTF-8 in a text editor
file-held = another program has the file open, or it is read-only, so it was left as it was
    .hint = close the file in Excel, remove “Read-only” in its properties, and run nendo again
file-exists = there is such a file already, and it was not touched
    .hint = work on in that file; if it is not needed, delete or rename it, and run nendo again
letter-not-in-encoding = { $encoding } has no character `{ $value }`, so nothing was written
    .hint = in Excel, save the file once as “CSV UTF-8 (comma delimited)”, and run nendo again
unknown-plan = there is no plan `{ $value }`; there is { $known }
    .hint = name the plan by its folder inside plans/
plan-not-named = there are several plans: { $known }
    .hint = name the one that is meant by its folder inside plans/
not-a-later-year = `{ $value }` is no fiscal year after FY{ $newest }, that of the newest table, and before FY2200
    .hint = give a later year, such as 2024 or R6, or none for the next one; a table that is there already is not made again
not-rolled-over = { $value ->
        [kpis] the table of the next year would have other KPIs than this one, or other ids
        [values] the table of the next year would have other values than this one
        [published] the newest table is one that nendo published, which holds what was read and has no room for what is to be reported
       *[other] the table of the next year could not be read
    }, so it was not made
    .hint = { $value ->
        [published] put the progress table that the city itself keeps into the folder of the plan, in place of the published one, and run this again
       *[other] look at how the table is understood with nendo check --explain; if all is right there, copy the file, name it by the new year, and add that year in Excel
    }
no-plan = no plan was found
    .hint = make a folder for the plan inside plans/, and put the progress table there, named by its year: 2023.csv
not-a-year = the file name `{ $value }` is not a fiscal year
    .hint = name the file by the year reported on, such as 2023.csv or R5.csv; move a file that is no progress table to another folder
same-edition = there are two progress tables for FY{ $value } (the other is { $other })
    .hint = move the one that is not used to another folder, or name it by its own year
no-header = { $missing ->
    [kpi] the header names no column for the KPI
    [choice] the header does not say which of its columns names the KPI
    [values] the header names no column of values, such as target or actual
    [items] there are columns of years, and nothing that says whether they hold targets or actuals
    [column] there is no column `{ $known }`
   *[all] no header row was found
}{ $missing ->
    [column] {" "}(the headers of this row: { $unknown })
   *[other] { $known ->
        [0] {""}
       *[other] {" "}(known in this row: { $known }{ $unknown ->
            [0] {""}
           *[other] ; not known: { $unknown }
        })
    }
}
    .hint = { $missing ->
        [kpi] name the column of the KPIs KPI, or enter its present header under [columns] in plan.toml, such as "取組名" = "kpi"; if this row is no header, put one above the table, such as 柱, KPI, R5目標 and R5実績
        [choice] choose the column of the KPIs and name it KPI, or enter its present header under [columns] in plan.toml, such as "数値目標" = "kpi"
        [values] name the columns of values R5目標 and R5実績, or 目標 and 実績, or enter their present headers under [columns] in plan.toml, such as "到達点" = "actual"
        [items] name the columns R5目標 and R5実績, or put a column 項目 left of the years, with 目標 or 実績 in each row
        [column] the headers of translations.csv are ja and en, those of units.csv unit, en-one and en-other
       *[all] a progress table needs a row of headers such as KPI, 項目 and 2023年度, or KPI, 年度, 目標 and 実績; enter headers of your own under [columns] in plan.toml
    }
no-rows = there is no KPI below the header
    .hint = check that the table is not cut short and that the right sheet was saved, enter its KPIs, and save it again; move a table that is not in use yet to another folder
bad-levels = { $value ->
    [0] there is no column of levels, such as 柱 or 取組項目, left of the KPI
   *[other] the columns of levels left of the KPI are not one to four (headers `{ $value }`)
}
    .hint = put one to four columns of levels, such as 柱 and 取組項目, left of the KPI; a column that is no level is "ignored" under [columns] in plan.toml
undated-values = { $value }: these columns name no year, and beside them stands { $years }, which is not the year of the file (FY{ $edition })
    .hint = write the year into each header, such as “R6 目標” or “FY2024 Target”; if the row is no part of the table, delete it
second-header = another table begins here (headers `{ $value }`), and its values cannot be told from those above
    .hint = put each table into a file of its own, or bring the two under one header
same-role = column `{ $value }` has the same role as column { $other }
    .hint = if the two are of different years, write the year into each header, such as R5目標; else delete the one that is not needed, or set its role under [columns] in plan.toml
unknown-grade = the scale has no grade `{ $value }` (it has { $known }){ $nearest ->
        [0] {""}
       *[other] ; did you mean `{ $nearest }`?
    }
    .hint = correct the grade in the cell, or add it as a [[scale]] entry in plan.toml; a remark beside it, such as （暫定） or （自己評価）, leaves it in doubt: leave only the grade, or add the whole text to aliases of its entry
duplicate-id = id `{ $value }` is already used in { $other }
    .hint = correct the numbers (such as ①-1) that repeat; where a number must stay, add [kpi."new-id"] to plan.toml with the name of the KPI as its label
reserved-id = id `{ $value }` is the name of a page that nendo makes, or of a Windows device
    .hint = give another name under [slugs] in plan.toml; if it is the name of a plan, rename its folder in plans/
bad-slug = `{ $value }` cannot be part of a URL
    .hint = use lower-case letters and digits only, with a letter first, such as service
same-value = a KPI has two values for the same item of the same year (this `{ $value }`, and that in { $other })
    .hint = if the rows are of different groups, such as men and women, put the group into the name of the KPI; else delete one of them, or move it to the year and item that it belongs to
mixed-rows = this row is of `{ $value }`, and the table of `{ $other }`: a table that nendo published is of one edition of one plan
    .hint = put each published CSV into a file of its own as it was, in the folder of its plan, and do not join them
all-years = this is the published CSV of all years of a plan (`{ $value }`), which cannot be put in as a progress table
    .hint = take the CSV of each year from the page of open data, such as 2023_progress.csv, and put those into the folder of the plan
bad-settings = the settings file has a mistake ({ $message })
    .hint = compare the spelling of the setting, the =, the quotation marks (") and the brackets of this line with the example that came with nendo
bad-setting = setting { $setting } cannot be `{ $value }`
    .hint = { $setting ->
        [languages] write language tags, each one once, such as ["ja", "en"]
        [municipality-code] write the six-digit code of the municipality, which ends in a check digit
        [base-url] write the address of the published site, beginning with https://
        [theme] write the name of a folder inside themes/, without / or .
        [colour] write # and six hexadecimal digits, such as "#1f5f99"
        [colour-name] write a name that stands in colours.toml of the default theme
        [fiscal-year-start] write the month in which the fiscal year starts, 1 to 12
        [publish-after] write the first day on which the plan may be published, such as publish-after = 2024-06-28, without quotes and without a time
        [title] write the title of the plan
        [levels] write the name of the level
        [scale] write "a-c", "a-d", "a-e", "s-c", "s-d", "marks" (◎○△×), "marks-3" (○△×), "achieved" (達成), "on-track" (順調), "progress" (完了), "5-1" (5 is best) or "1-5" (1 is best), or list the grades as [[scale]] entries
        [grade] write a mark that is not empty and that no other grade has (look-alikes such as ○ and 〇 are the same)
        [rank] write a whole number from 1; a grade without rank has no such line
        [tone] write "ahead", "on", "behind" or "none"
        [direction] write "higher" if more is better, "lower" if less is better
        [chart] write "automatic" or "none"
        [audit] write the attainment in percent from which the grade is due, such as 100 or 99.5; each number once
        [published] write the day on which the report of the year was published, such as 2024-06-28; each year once
        [corrections] write the year of the report as edition, the day of the correction as date, such as 2024-07-10, and what was corrected as text
        [columns] choose the role of the column: "level", "kpi", "item", "year", "target", "actual", "evaluation", "reason", "note", "baseline", "final-target", "unit", "section", "kpi-id", "kpi-number", "counting", "direction", "derived" or "ignored"
        [publish] write a name of small letters, digits and hyphens, such as [publish.web]
        [endpoint] write the address of the host: ssh://HOST for sftp, ftps://HOST for ftp, https://HOST/PATH for webdav and s3; without a user name; fs and zip have none
        [host-key] write the fingerprint of the server's key as nendo or ssh-keygen -l shows it: SHA256: and 43 letters
        [root] write the folder that becomes the site
        [user] write the user name; fs, s3 and zip have none
        [key] write the file of the private key; only sftp has one
        [contents] write "whole" or "changed"; only zip has it
       *[other] follow the comments of the example file that came with nendo, or delete the line
    }
missing-setting = { $value } needs the setting { $setting }
    .hint = add a line that begins with { $setting } = below { $value }; docs/publishing.md shows which settings each service has
secret-in-settings = a secret stands in the settings: { $setting }
    .hint = delete the line, as this file is shared and kept; nendo asks for secrets on the terminal, or takes them from the environment (docs/publishing.md). If others have seen it, change the secret
plain-connection = `{ $value }` would send the password and the pages unencrypted
    .hint = write ftps:// or https://; only where the host has nothing else, add allow-plain = true
unused-setting = setting { $setting } names `{ $value }`, which the plan does not have
    .hint = check that it is exactly the name or id of the progress table; delete the setting if it is not needed
missing-theme-file = the theme's file or folder `{ $value }` was not found
    .hint = check the name given with --theme or as theme in site.toml; a language added to languages needs its own .ftl file in the theme's i18n folder
template = a template has a mistake ({ $message })
    .hint = correct this line, or delete the file from the theme to use the default one
bad-words = a file of words has a mistake ({ $message })
    .hint = check that each line reads “name = words” and that braces come in pairs, as in the file of the default theme
missing-word = { language-name } lacks the word `{ $value }`
    .hint = add a line “{ $value } = …” to this file
foreign-file = a file that nendo did not make is where a page must go
    .hint = move this file to another folder, or name another output folder with --out
column-without-role = { $value ->
    [0] a column without a header has cells, and is not used as its role is not known
   *[other] column `{ $value }` has no known role and is not used{ $nearest ->
        [0] {""}
       *[other] {" "}(did you mean `{ $nearest }`?)
    }
}
    .hint = if it should be used, name it 目標, 実績, 評価 or the like, with its year beside columns that have one (R5実績; in English, FY2023 Actual; in units.csv, en-one), or enter it under [columns] in plan.toml, as "ignored" if it should not
title-year = the title `{ $value }` names another year than the file (FY{ $edition }), and columns without a year are taken for those of FY{ $edition }
    .hint = if they are of the other year, name the file by it, or write the year into each header (R5実績); if the title means something else, nothing need be done
unit-above = the unit in `{ $value }` stands above the table and is given to no value
    .hint = put the unit into a column 単位 (Unit), or write it beside each value; then delete it here
unknown-item = item `{ $value }` is not known, and the row is not used{ $nearest ->
    [0] {""}
   *[other] {" "}(did you mean `{ $nearest }`?)
}
    .hint = make it one of 目標, 実績, 評価, 理由 and 備考
calendar-year = `{ $value }` is the calendar year { $year } and no fiscal year, and is not used
    .hint = if the values are of the fiscal year, write { $year }年度; if they are of the calendar year, move them to the note; if all values of the plan are, write every year like { $year }年 and set fiscal-year-start = 1 in plan.toml
no-item = the item of this row is blank, and the row is not used
    .hint = enter 目標, 実績, 評価, 理由 or 備考, or delete the row if it is not needed
stray-row = this row belongs to no KPI or names no year, and is not used (`{ $value }`)
    .hint = if it is of a KPI, fill in the cells of the KPI and the year; a row of totals needs nothing; delete the row if it is not needed
unread = `{ $value }` cannot be read as a number, and is shown as written
    .hint = if it is one, leave only number and unit, such as 79% or 1,305人, and move the explanation to the note
broken = `{ $value }` is a damaged value, and is not used as a number
    .hint = correct the formula or the digits in the spreadsheet, and save it again
other-value = `{ $value }` does not say what stands in the columns beside it (`{ $other }`), so it is left unread and shown as written
    .hint = where the text is right, empty its cells of value, unit and status; else correct the text
missing-translation = `{ $value }` has no translation in { language-name }
    .hint = run nendo translations, which adds its row to translations.csv, and enter the translation in column `{ $language }`; until then the page shows it untranslated, marked with its language
same-translation = `{ $value }` is already in { $other }, and this row is not used
    .hint = delete one of the two rows
other-translation = `{ $value }` is `{ $translation }` in { language-name } here, and `{ $other }` in { $place }
    .hint = choose one of the two, and write it in both places
other-numbers = `{ $value }` and its translation `{ $translation }` ({ language-name }) do not say the same numbers{ $numbers ->
    [0] {""}
   *[other] ; only in the text: { $numbers }
}{ $others ->
    [0] {""}
   *[other] ; only in the translation: { $others }
}
    .hint = correct the number that is wrong; where both are right, write it with digits in both
unknown-language = a text is given in `{ $value }`, which is none of the languages of the site ({ $known })
    .hint = correct the language tag, or add it to languages in site.toml; delete the text if it is not needed
missing-unit = the unit `{ $value }` has no name in { language-name }
    .hint = run nendo translations, which adds its row to units.csv, and enter its singular and its plural
no-scale = no scale is set; it was made from the grades in the table ({ $value })
    .hint = list the grades as [[scale]] entries in plan.toml, best first, with meaning and rank
vanished-kpi = KPI `{ $value }` is in { $other } but not in this progress table
    .hint = if only its number changed, add [kpi."{ $value }"] to plan.toml with its present name as label; if it has ended, nothing need be done
changed-name = the id of KPI `{ $value }` was that of `{ $other }` in the progress table before, so the two are not joined
    .hint = if it is another KPI, nothing need be done; if it is the same one under a new name, fix its id, so that its earlier grades and targets are found: number the KPIs (such as ①-1), add a kpi_id column, or add [kpi."id"] to plan.toml with label = "{ $value }"
unclear-direction = the targets of KPI `{ $value }` (id `{ $id }`) fall from year to year, and nothing says whether more or less is better; its attainment is left out
    .hint = add [kpi."{ $id }"] to plan.toml and below it direction = "lower" if less is better, or "higher" if more is
new-kpi = KPI `{ $value }` (id `{ $id }`) is new: it is not in { $other }
    .hint = if it began this year, nothing need be done; if the progress table before has it under another number and name, add [kpi."its id there"] to plan.toml with label = "{ $value }", so that its earlier grades and targets are found
same-table = this published table of FY{ $value } is the same as { $other }, and is passed over
    .hint = nothing need be done; one of the two files can be deleted
unused-file = `{ $value }` is not used
    .hint = save a progress table as CSV, named by its year (2023.csv), in the folder of its plan inside plans/; name the text of a page like about.ja.md; move anything else out of the content folder
missing-page = there is no text for the page `{ $value }`, and another language is shown
    .hint = make a file of this name and write the translated text in it
dead-link = link `{ $value }` leads to nothing, on { $page } for one
    .hint = name the file of the page, such as kpis.html, ../en/about.html or service-1.html#service-1-1, as it stands in every year; write an address elsewhere with https://; a picture lies in the folder static of the theme and is ../assets/ and its name
unsafe-link = { $kind ->
        [picture] picture `{ $value }` is not on this site, and only its description is shown
       *[other] `{ $value }` cannot be a link, and is shown as text
    }
    .hint = { $kind ->
        [picture] put the picture into the folder static of the theme and write ../assets/ and its name; a page asks no other host for anything
       *[other] write an address that begins with https://, http://, mailto: or tel:, or the file of a page, such as kpis.html
    }
nothing-reported = there is no actual and no evaluation yet, so the plan has no pages
    .hint = enter at least one actual or evaluation; if there is one, check the year in the file name
low-contrast = the colour `{ $above }` on `{ $below }` has a contrast of { $ratio }:1 in [{ $look }], less than { $least }:1
    .hint = make the colour of this line darker or lighter, until the two stand apart; a colour for dark screens or for paper has a line of its own in [dark] or [print]
audit = { $direction ->
        [lower] (2 × target { $target } − actual { $actual }) ÷ target is { $attainment }%, which the rule grades { $due }; the table says { $value }
       *[higher] { $actual } of the target { $target } is { $attainment }%, which the rule grades { $due }; the table says { $value }
    }
    .hint = compare grade, actual and target with the spreadsheet; where the city has its reason for the grade, nothing need be done; if { $direction ->
        [lower] more is better, set direction = "higher"
       *[higher] less is better, set direction = "lower"
    } for this KPI in plan.toml
no-audit-rule = plan `{ $value }` has no rule to compare its grades with
    .hint = enter the attainment in percent from which each grade is due under [audit] in plan.toml, such as "A" = 100 and "B" = 95

io-not-found = there is no such file or folder
io-permission-denied = access is denied
io-storage-full = there is no free space
io-read-only = the disk can only be read
io-not-a-folder = it is no folder
io-is-a-folder = it is a folder

language-name = { $language ->
    [ja] Japanese
    [en] English
    [pt] Portuguese
    [pt-BR] Portuguese
    [es] Spanish
    [zh] Chinese
    [zh-Hans] Simplified Chinese
    [zh-Hant] Traditional Chinese
    [ko] Korean
    [vi] Vietnamese
    [tl] Tagalog
    [fil] Filipino
    [id] Indonesian
    [ne] Nepali
   *[other] language `{ $language }`
}

## How a problem is shown

severity-error = error
severity-warning = warning
severity-note = note
hint = hint
origin-row = { $file }: row { $row }
origin-line = { $file }: line { $row }
origin-cell = { $file }: row { $row }, { $column }
origin-column = { $file }: { $column }
column = column { $letters }
rest = … and { $count } more `{ $code }` in this file (--format json lists all)
column-headed = column { $letters }「{ $header }」

## The closing line

errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
count-separator = {", "}
plan-count = { $plans ->
    [one] 1 plan
   *[other] { $plans } plans
}
year-count = { $years ->
    [one] 1 year
   *[other] { $years } years
}
language-count = { $languages ->
    [one] 1 language
   *[other] { $languages } languages
}
kpi-count = { $kpis ->
    [one] 1 KPI
   *[other] { $kpis } KPIs
}
page-count = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}
chart-count = { $charts ->
    [one] 1 chart
   *[other] { $charts } charts
}
file-count = { $written ->
    [one] 1 file
   *[other] { $written } files
}
built = built { year-count }, { language-count }: { page-count }, { chart-count }; { file-count } written, { $unchanged } unchanged, { $removed } removed in { $seconds } s → { $out }{ $draft ->
    [0] {""}
   *[other] {" "}(draft)
}{ $problems ->
    [0] {""}
   *[other] ; { $counts }
}
failed = { $counts }; { $out } is as it was
failed-strict = { $counts } (with --strict, a warning stops the build); { $out } is as it was
stopped = stopped; { $out } is as it was
receipt-within = the file of --receipt is in the content folder, or in the folder that the site is written to
receipt-within-hint = name a file outside both (nothing was changed)
why-absent = { $file }: the site has no such file
why-plan-kept = { $file }: left alone, as nothing of what it belongs to has changed
why-kept = { $file }: left alone, as it shows what it showed
why-same = { $file }: made again, with the same bytes
why-written = { $file }: made again, and written
why-new = new
why-as-before = as before
why-was = was { $key }
interrupted = { $counts }; { $out } is only partly renewed: remove the cause and build again
checked = checked { plan-count }, { year-count }, { language-count }, { kpi-count }, { page-count }: { $problems ->
    [0] no problems
   *[other] { $counts }
}
translations = translations: { $coverage }
translations-failed = { $counts }; the tables of words are as they were
table-supplemented = { $file }: { $added ->
    [one] 1 row added
   *[other] { $added } rows added
}{ $unused ->
    [0] {""}
    [one] , 1 row marked as unused
   *[other] , { $unused } rows marked as unused
}{ $again ->
    [0] {""}
    [one] , 1 row in use again
   *[other] , { $again } rows in use again
}
table-kept = { $file }: nothing to add, left as it was{ $unused ->
    [0] {""}
    [one] {" "}(1 row is marked as unused)
   *[other] {" "}({ $unused } rows are marked as unused)
}
still-missing = { language-name } ({ $language }): { $texts ->
    [0] { $units ->
        [0] everything is translated
        [one] 1 unit still to name
       *[other] { $units } units still to name
    }
    [one] 1 text{ $units ->
        [0] {""}
        [one] {" "}and 1 unit
       *[other] {" "}and { $units } units
    } still to translate
   *[other] { $texts } texts{ $units ->
        [0] {""}
        [one] {" "}and 1 unit
       *[other] {" "}and { $units } units
    } still to translate
}
serving = serving at { $url } (Ctrl-C to stop)
serve-built = { file-count } written, { $unchanged } unchanged, { $removed } removed in { $seconds } s{ $problems ->
    [0] {""}
   *[other] ; { $counts }
}
serve-failed = { $counts }; { $stands ->
    [0] there is no site yet
   *[other] the last good site stays
}
serve-wide = warning: everybody who can reach this computer can see the preview; from there it is at { $url }
serve-polls = note: the files are looked at once a second, as the system does not tell of changes ({ $reason })
serve-too-many-folders = the content is in more folders than the system watches at once
serve-silent = the file system { $name } tells of no changes
serve-no-browser = note: no browser could be opened; open the address above in one
serve-taken = port { $value } is in use by another program
serve-taken-hint = stop that program, or name another port with --port; without --port a free one is taken
serve-forbidden = the system does not let nendo listen on port { $value }
serve-forbidden-hint = name a port from 1024 on with --port
serve-not-ours = { $value } is no address of this computer
serve-not-ours-hint = leave out --host, or name 0.0.0.0 for every address that this computer has
serve-io = the preview cannot begin ({ $value })
serve-io-hint = try again with another --port, and without --host
progress = building { $bar } { $done }/{ $plans } plans, { $left } left

## How a table was understood

saved = { $encoding }, { $delimiter ->
    [tab] tab
    [semicolon] semicolon
   *[other] comma
}
table-saved = { $file }: { saved }
more-tables = … and { $tables } more tables
explained-table = { $file } ({ saved }; header in row { $row })
explained-columns = Columns
explained-numeric = ({ $unit ->
    [0] numeric
   *[other] numeric, in { $unit }
}; { $direction ->
    [lower] lower is better
    [higher] higher is better
    [assumed] higher is taken to be better
   *[other] which way is better is unclear
})
explained-words = (in words; no chart)
explained-cells = KPIs: cell, what it is, what stands there → what it was read as
explained-unused = Cells that are not used
purpose-level = level { $level } of the plan
purpose-kpi = name of the KPI
purpose-kpi-id = id of the KPI
purpose-item = item of the row (target, actual …)
purpose-year = fiscal year of the row
purpose-values = values; each row says its item
purpose-target = target
purpose-actual = actual
purpose-evaluation = evaluation
purpose-reason = reason
purpose-note = note
purpose-baseline = baseline
purpose-final-target = final target
purpose-unit = unit
purpose-section = responsible section
purpose-kpi-number = number of the KPI
purpose-counting = cumulative or by year
purpose-direction = which way is better
purpose-derived = figures made of others, such as a rate; not used
purpose-calendar-year = values of a calendar year, not used
purpose-attested = what nendo read when it published the table, to compare
purpose-ignored = known, and not used
purpose-unknown = not known, and not used
purpose-values-of-year = FY{ $year } values; each row says its item
purpose-of-year = { $purpose }, FY{ $year }
read-at-least = at least { $value }
read-at-most = at most { $value }
read-more-than = more than { $value }
read-less-than = less than { $value }
read-about = about { $value }
read-magnitude = written in { $value }
read-cumulative = cumulative
read-revised-upward = revised upwards
read-revised-downward = revised downwards
read-revised-unspecified = revised
read-label = labelled “{ $value }”
read-tail = followed by “{ $value }”
read-part = { $name }: { $value }
read-note = note “{ $value }”
read-joint = {"; "}
read-range = from { $low } to { $high }
read-change = a change, not drawn as a level
read-several = several: { $value }
read-total = { $value } (the total)
read-text = words
read-list = { $items ->
    [one] a list of 1 item
   *[other] a list of { $items } items
}
read-not-set = no value
read-not-set-because = no value: { $value }
read-closed = completed
read-closed-in = completed at the end of FY{ $value }
read-broken = damaged: no number
read-unread = unread: no number, shown as written
read-grade = grade { $value }
read-no-grade = no grade
read-unused = not used

## Machine readability

readability-title = Machine readability (rules of Japan's Digital Agency; 100 points a level)
readability-input = Files of the content folder
readability-published = Files that would be published
readability-scores = { $file }{ $more ->
    [0] {""}
    [one] {" "}and 1 more file
   *[other] {" "}and { $more } more files
}: level 1 { $one }, level 2 { $two }, level 3 { $three }
readability-unscored = —
readability-broken = { $rule } { $name }: { $spots }
readability-more = { $spots } and { $more } more
readability-mend = to mend it: { $mend }
readability-unjudged = rules not judged: { $rules } ({ $why })
readability-workbook = they are about workbooks, which a CSV is not
readability-people = only who made the table can tell whether a blank means zero
readability-separator = {", "}
spot-file = the whole file
spot-row = row { $row }
spot-column = column { $column }
spot-missing = no { $file } beside it
rule-l1-01 = A format that machines read
mend-l1-01 = save it in Excel as “CSV UTF-8 (comma delimited)”
rule-l1-02 = One table in a file
mend-l1-02 = delete the second header to make one table of them, or part the file
rule-l1-03 = No blank rows or columns within
mend-l1-03 = delete the blank rows and columns
rule-l1-04 = Nothing around the table
mend-l1-04 = delete titles, units and notes, and say in a column or in another file what is needed
rule-l1-05 = A name for every column that says something
mend-l1-05 = give the column a name that says what it holds
rule-l1-06 = No spaces or line breaks for looks
mend-l1-06 = delete spaces at the ends, in a row or between letters, and line breaks in names of columns
rule-l1-07 = One datum in a cell
mend-l1-07 = move the other values of the cell into columns or rows of their own
rule-l1-08 = No characters of some machines alone
mend-l1-08 = write ① as (1), ㎡ as m2, Ⅰ as I, ～ as ~, and katakana in full width; replace private characters by ordinary ones
rule-l1-09 = Blank and zero told apart
rule-l1-10 = No pictures or shapes
rule-l1-11 = No meaning in colours and fonts
rule-l1-12 = No merged cells
rule-l1-13 = No hidden rows or columns
rule-l1-14 = A record on each line
mend-l1-14 = replace line breaks in cells by a space or “ / ”
rule-l1-15 = Quotes around values with commas
mend-l1-15 = put the value in double quotes, and write those in it twice (as Excel does when it saves)
rule-l2-01 = Numbers of digits alone
mend-l2-01 = leave digits alone, with - for less than zero, and move units, commas and notes into columns of their own
rule-l2-02 = No names left out
mend-l2-02 = write the name from above into blank cells and in place of 〃
rule-l2-03 = Each column named once, in one row
mend-l2-03 = put the header in one row, with another name for every column
rule-l2-04 = One spelling for each choice
mend-l2-04 = spell each choice in one way: width, spaces and remarks in brackets
rule-l2-05 = Details of “other” in a column of their own
mend-l2-05 = leave “その他” alone, and move the details into another column
rule-l2-06 = No formulas left
rule-l3-01 = The header first, records from the second row
mend-l3-01 = delete the rows above the header, and make it a single row
rule-l3-02 = A table of codes
mend-l3-02 = say what the grades mean under [[scale]] in plan.toml (of published files: put the table of codes into their folder)
rule-l3-03 = Signs among numbers explained
mend-l3-03 = leave the cell blank in place of a sign such as —, or say in the file what it means
rule-l3-04 = A unit for every number
mend-l3-04 = give the unit in the column's name, as in （人）, or in a column for units
rule-l3-05 = Years that count from a fixed one
mend-l3-05 = write the year as 2023, alone or beside the era, and in one way throughout the column
rule-l3-06 = Codes or full names of places
mend-l3-06 = fill the column with sound codes (of published files: municipality-code in site.toml), and write prefectures in full, as in 静岡県
rule-l3-07 = The same format every year
mend-l3-07 = use the names and the order of the columns of the year before
rule-l3-08 = Definitions and history beside it
mend-l3-08 = put definitions (csv-metadata.json) and a readme into the same folder, and name columns in plain letters and digits
rule-l3-09 = Years down the rows
mend-l3-09 = make a column for the year and a row for each year, not a column for each

## How to use it

about =
    Turns the progress table of a plan (CSV) into a bilingual website,
    one per fiscal year
about-build = Build the site
about-serve = Show the site in a browser, and build it at every save
about-new = Make a content folder for a plan of your own
about-check = Look for problems in tables, settings and texts; write nothing
about-translations = Add to translations.csv and units.csv the rows that they lack
commands = Commands
options = Options
usage = Usage
usage-root = nendo [OPTIONS] <COMMAND>
usage-build = nendo build [OPTIONS]
usage-serve = nendo serve [OPTIONS]
usage-check = nendo check [OPTIONS]
usage-new = nendo new [DIR] [OPTIONS]
usage-translations = nendo translations [OPTIONS]
command = COMMAND
folder = DIR
file = FILE
number = NUMBER
address = ADDRESS
time = TIME
count = N
value = VALUE
answers = Answers (what is not given is asked)
option-content =
    Folder with the progress tables, settings and
    translations (default: content)
option-out =
    Folder that the site is written to
    (default: public)
option-port =
    Port to serve on (default: 8000, or the
    next that is free)
option-host =
    Address to listen on (default: 127.0.0.1,
    for this computer alone)
option-open = Open the site in the browser
option-poll =
    Look at the files once a second; for shared
    folders that do not tell of changes
option-draft =
    Mark every page as a draft, for a look before
    it is published (a draft cannot be)
option-receipt =
    Write the record of what was made, and of
    what, (JSON) to this file too
option-time =
    Time for that record, for example
    2024-06-28T09:00:00+09:00 (default: that of
    SOURCE_DATE_EPOCH)
option-why =
    Say why this file of the site is made again
    or left alone, by what it is made of
option-theme =
    Folder whose files replace those of the
    default theme (default: theme in site.toml)
option-threads =
    Number of threads to use
    (default: the number of CPUs)
option-strict = Fail on warnings too
option-explain =
    Also show what each column and each cell was
    understood as, with the cells that are not
    used
option-audit =
    Also compare the grades with the rule
    under [audit] in plan.toml, and tell those
    that differ
option-readability =
    Also score tables by the Digital Agency's
    rules for data that machines can read: those
    of the content, and the CSVs to be published
answer-table =
    Progress table (CSV) to start from, copied
    byte for byte (default: a small sample)
answer-name = Name of the municipality, in Japanese
answer-name-en = Its name in English
answer-code = Its code of six digits
answer-plan =
    Short name of the plan for its URLs:
    lower-case letters and digits
    (default: plan)
answer-title = Title of the plan, in Japanese
answer-title-en = Its title in English
answer-scale =
    Scale of evaluation: a-c, a-d, a-e, s-c, s-d,
    marks, marks-3, achieved, on-track, progress,
    5-1 or 1-5 (default: that of the table)
answer-year =
    Fiscal year of the table, such as 2023 or R5
    (default: what the table or its name says)
option-yes = Ask nothing, and take defaults
option-lang =
    Language of what nendo prints: ja or en
    (default: that of the system)
option-format =
    How problems are shown: full (with what to
    do), short (a line each) or json (a JSON
    object a line) (default: full)
option-help = Print this help
option-version = Print the version
examples =
    Examples:
      nendo new              make the folder content from a few answers
      nendo check            look for problems in the folder content
      nendo build            build the site from the folder content into public
      nendo build --help     see the options of build
examples-build =
    Examples:
      nendo build
      nendo build --content drafts --out www
      nendo build --strict --format short
      nendo build --draft --out draft   for colleagues, before it is published
      nendo build --why dx/2023/en/index.html

    A page that shows the same as before is not made again.
    With any error nothing is written, and the site built last stays as it is.
    Exit codes: 0 success, 1 problems, 2 wrong usage, 130 stopped (Ctrl-C)
examples-serve =
    Examples:
      nendo serve --open
      nendo serve --content drafts --port 8080
      nendo serve --host 0.0.0.0   for a telephone in the same network
      nendo serve --poll           for a shared folder

    Save a CSV, and the open pages show it. Where something is wrong, they say
    what, and the last good site stays. Ctrl-C stops.
    Exit codes: 0 stopped, 1 cannot begin, 2 wrong usage
examples-check =
    Examples:
      nendo check
      nendo check --content drafts --strict
      nendo check --explain  see how each column and cell was understood
      nendo check --audit    compare the grades with the city's own rule
      nendo check --readability  score tables by the rules for machines
      nendo check --format json > problems.jsonl

    Exit codes: 0 success, 1 problems, 2 wrong usage
examples-translations =
    Examples:
      nendo translations
      nendo translations --content drafts
      nendo check            list what is missing, and write nothing

    New rows come at the end; fill in their blank cells. Rows that are no longer
    used get an x in a column of their own, and are never deleted.
    With any error nothing is written.
    Exit codes: 0 success, 1 problems, 2 wrong usage

examples-new =
    Examples:
      nendo new
      nendo new aoba --table progress.csv --name-en "Aoba City" --plan dx
      nendo new sample --scale marks --year 2024 --yes

    Without a name the folder is content. A folder with anything in it is refused.
    What is not given is asked on the terminal.
    Exit codes: 0 success, 1 problems, 2 wrong usage

## A new content folder

ask-intro = A few questions. Press Enter alone for the answer in [ ], and Ctrl+C to stop.
ask-table = Progress table (CSV file)
ask-name = Name of the municipality, in Japanese
ask-name-en = Its name in English
ask-code = Code of the municipality (six digits)
ask-plan = Short name of the plan for its URLs, such as dx
ask-title = Title of the plan, in Japanese
ask-title-en = Its title in English
ask-scale = Scale of evaluation
ask-year = Fiscal year of the table
ask-none = none
ask-later = later
ask-scale-own = the grades of the table ({ $known }){ $others ->
    [0] {""}
   *[other] ; or one of { $others }
}
ask-nobody = there is no terminal to ask at, so what was not given got its default (what is piped in is not read); --yes says that this is wanted
ask-left = stopped; nothing was made
no-answer = { $option } is needed
why-folder = there is something in this folder; name one that does not exist yet (nothing was changed)
why-workbook = a workbook cannot be read; in Excel, show the sheet with the table, choose “Save As” and the type “CSV UTF-8 (comma delimited)”, and give the CSV file that this makes
why-name = write a name of at least one letter
why-code = write six digits, the last of which is the check digit that follows the code of five digits (Hamamatsu City: 221309); if you do not know it, leave it empty, and write it into site.toml later
why-plan = use only lower-case letters, digits and hyphens, with a letter or digit first, such as dx; assets and names of Windows devices are taken
why-scale = write one of these: { $known }
why-years = the name of the file says FY{ $named }, and the newest actual or evaluation in the table is of FY{ $reported }; write the fiscal year that it reports on, such as 2023 or R5
why-year = write the fiscal year that the table reports on, such as 2023 or R5
made = made `{ $folder }`
next-steps = What comes next:
bullet = {"- "}
next-problems = mend the problems above, if there are any
next-slugs = change p1, p2 … under [slugs] in plan.toml into names for your URLs
next-table = put your own progress table (CSV) in the place of the sample in plans/{ $plan }
next-sample-slugs = fit [slugs] in plan.toml to the pillars of your table
next-sample = correct the lines of site.toml that speak of the sample (source and notice)
next-name = nobody has named the municipality: put its name in the place of { $ja } ({ $en }) in site.toml, plan.toml and the texts of pages, and remove the notice of site.toml
next-meanings = write what the grades mean, their ranks and tones, into [[scale]] of plan.toml
next-answered = see that [[scale]] in plan.toml means what your grades mean ({ $meant })
next-assumed = the meanings of the grades are assumed ({ $meant }): see that they are your city's, and correct [[scale]] in plan.toml where they are not
next =
    The commands:
      nendo check{ $content }         check it again
      nendo translations{ $content }  make a table to translate in
      nendo build{ $content }         build the site into the folder public
    To see the site, open index.html in the folder public

## Wrong usage

wrong-option = there is no option `{ $value }`
wrong-command = there is no command `{ $value }`
no-command = a command is needed
no-value = { $option } needs a value
wrong-folder = the folder cannot be `{ $value }`
problem-line = { $message } ({ $place }); { $hint }
wrong-value = { $option } cannot be `{ $value }`
wrong-choice = { $option } cannot be `{ $value }` (it can be { $known })
repeated = { $option } is given more than once
not-taken = { $option } takes no value
did-you-mean = did you mean { $value }?
see-help = --help shows how to use it

about-rollover = Make next year's progress table from the newest one
usage-rollover = nendo rollover [PLAN] [YEAR] [OPTIONS]
examples-rollover =
    Targets stay, actuals and evaluations are empty, completed KPIs are left out;
    layout and encoding are those of the last table, which is not changed.

    Examples:
      nendo rollover              the next year of the only plan
      nendo rollover dx           the next year of the plan in plans/dx
      nendo rollover dx 2024      FY2024
option-plan =
    Folder of the plan inside plans/
    (default: the only plan)
option-year =
    Fiscal year, such as 2024 or R6
    (default: the one after the newest table)
plan = PLAN
year = YEAR
rolled-over = { $file } was made from { $before }: { $kpis ->
        [one] 1 KPI
       *[other] { $kpis } KPIs
    }
rolled-over-left-out = { $count ->
        [one] 1 KPI was completed, and is left out:
       *[other] { $count } KPIs were completed, and are left out:
    }
rolled-over-kept = { $count ->
        [one] 1 KPI was completed
       *[other] { $count } KPIs were completed
    }, but stays, as without it KPIs or levels that have no number and are known by their place would get other ids
    (leave it out after giving those KPIs an id in plan.toml, or those levels a number):
rolled-over-kept-for-levels = { $count ->
        [one] 1 KPI was completed
       *[other] { $count } KPIs were completed
    }, but stays, as without it a top level would get the address of another
    (leave it out after naming the top levels under [slugs] in plan.toml):
rolled-over-with-result = { $count ->
        [one] 1 KPI has
       *[other] { $count } KPIs have
    } a result for FY{ $year } already, which stays; nendo build makes the site of that year:
rolled-over-without-target = { $count ->
        [one] 1 KPI has no target for FY{ $year } yet:
       *[other] { $count } KPIs have no target for FY{ $year } yet:
    }
rolled-over-titles = the year was changed in text above the header; look whether it is right: { $places }
rolled-over-titles-kept = text above the header still names the year before; look whether it should: { $places }
rolled-over-dated = these headers named no year, and now name that of { $before }, whose values they hold: { $headers }
rolled-over-emptied = these columns name no year, and are empty now; what they held stays in { $before }: { $headers }
rolled-over-notes = these notes name no year, and stay; look whether they are true of FY{ $year }: { $headers }
rolled-over-without-actuals = { $file } has no place for the actuals of FY{ $year }, as no column or row of { $before } is understood as theirs;
    run nendo check --explain, and name the column under [columns] in plan.toml
rolled-over-next = next: add FY{ $year } to your table in Excel as { $file } has it, fill it in, save it over { $file } as “{ $saving ->
        [text] Unicode Text
        [local] CSV (Comma delimited)
       *[other] CSV UTF-8 (Comma delimited)
    }”, and run { $check }
    (do not open { $file } in Excel by a double click to save it: `1-1` would become a date; to start from it, use Data → From Text/CSV)

about-publish = Put the built site on the city's web host, or into an archive
usage-publish = nendo publish [TARGET] [OPTIONS]
target = TARGET
removals = N|N%
option-target =
    Where to: WEB for [publish.web] in site.toml
    (default: the only one there is)
option-dry-run = Only say what would change
option-force =
    Overwrite files on the host that others put
    there or changed
option-allow-outdated =
    Publish the site although the content has
    changed since it was built
option-max-removals =
    How many files may be removed unasked
    (default: 10%, and at least 10)
option-verify =
    Then fetch the site from this address and
    compare every file
examples-publish =
    Examples:
      nendo publish web --dry-run
      nendo publish web
      nendo publish web --verify https://www.example.lg.jp/progress/
      nendo publish contractor     an archive, where [publish.contractor] says zip

    Sends what changed, and only that; docs/publishing.md shows the settings.
    Nothing is built: run nendo build first. Stopped half-way, it goes on the
    next time where it was. Passwords are asked for, or taken from
    NENDO_PUBLISH_WEB_PASSWORD and the like.
    Exit codes: 0 success, 1 problems, 2 wrong usage, 3 the site may not be
    published as it is, 4 files of others in the way or too many removals,
    5 somebody else publishes, 6 host or network, 7 readers get other files,
    130 stopped by Ctrl-C

ask-secret = { $kind ->
        [access_key_id] Access key ID
        [secret_access_key] Secret access key
       *[password] Password
    } for { $target } ({ $host }):{" "}
ask-removals = Remove { $count } files from the host? [y/N]{" "}

publish-looking = looking { $bar } { $done }/{ $of }
publish-sending = sending { $bar } { $files }/{ $of_files } files, { $bytes }/{ $of_bytes }, { $rate }/s
publish-removing = removing { $bar } { $done }/{ $of }
publish-waits = the connection broke off ({ $said }); trying again in { $seconds } s ({ $tried } of { $of })
publish-lock-expired = note: an earlier publish did not end; its lock ran out and was removed
publish-ledger-damaged = note: what nendo keeps on the host (_nendo/) is damaged; nothing that stands there is taken for its own

publish-plan = { $target } ({ $host }):
publish-resumes =   an earlier publish did not end; this one goes on where it stopped
publish-new =   new        { $count ->
        [one] 1 file
       *[other] { $count } files
    }, { $bytes }
publish-changed =   changed    { $count ->
        [one] 1 file
       *[other] { $count } files
    }, { $bytes }
publish-removed =   removed    { $count ->
        [one] 1 file
       *[other] { $count } files
    }, { $bytes }
publish-unchanged =   unchanged  { $count ->
        [one] 1 file
       *[other] { $count } files
    }, { $bytes }
publish-touched =   changed on the host by somebody else: { $count ->
        [one] 1 file
       *[other] { $count } files
    }
publish-foreign =   on the host, and not from nendo: { $count ->
        [one] 1 file
       *[other] { $count } files
    }
publish-more = and { $count } more (all with --dry-run)
publish-nothing = nothing to do: { $target } has the site as it is ({ $unchanged ->
        [one] 1 file
       *[other] { $unchanged } files
    })
publish-dry-run = nothing was changed (--dry-run)
published = published to { $target }: { $sent ->
        [one] 1 file
       *[other] { $sent } files
    } sent ({ $bytes }), { $removed } removed, { $unchanged } unchanged
publish-packed = packed: { $archive } ({ $sent ->
        [one] 1 file
       *[other] { $sent } files
    }, { $bytes }; { $removed } to be removed)

publish-problems = the content has problems, so nothing is published ({ $counts })
    .hint = mend what is told above, run nendo build, then publish again
publish-no-targets = site.toml names no place to publish to
    .hint = add a [publish.web] table; docs/publishing.md has one for each kind of host, to copy
publish-unknown-target = site.toml has no [publish.{ $name }]
    .hint = choose one that it has: { $known }
publish-which-target = site.toml has several places to publish to
    .hint = name one: { $known }; such as nendo publish { $first }
publish-no-receipt = no built site was found{ $said ->
        [0] {""}
       *[other] {" "}({ $said })
    }
    .hint = run nendo build first, with the same --content and --out
publish-draft = the site is a draft (nendo build --draft), and drafts are not published
    .hint = run nendo build without --draft, then publish again
publish-outdated = the content has changed since the site was built: { $file }{ $count ->
        [one] {""}
       *[other] {" "}and others ({ $count } files)
    }
    .hint = run nendo build, look at the pages, then publish; or publish the site as it is with --allow-outdated
publish-other-nendo = the site was built by another version of nendo ({ $version })
    .hint = run nendo build, then publish; or publish the site as it is with --allow-outdated
publish-altered = the built site was changed by hand: { $file }{ $count ->
        [one] {""}
       *[other] {" "}and others ({ $count } files)
    }
    .hint = run nendo build, which puts it right; what pages say is changed in the content folder
publish-early = the plan { $plan } may not be published before { $day }
    .hint = publish on that day; or change publish-after in plans/{ $plan }/plan.toml and run nendo build
publish-unread = a file of the built site cannot be read: { $path } ({ $said })
    .hint = close programs that have it open, run nendo build, then publish again
publish-desk = a file of the records cannot be written: { $path } ({ $said })
    .hint = check that the folder may be written to and the disk is not full
publish-busy-here = another nendo publish is running with this output folder
    .hint = wait until it has ended
publish-no-secret = a password or key is needed and was not given
    .hint = run it in a terminal, where it is asked for; or set the environment variable { $variables }
publish-own-root = the folder to publish to holds the site's own content or output, or is in it: { $root }
    .hint = set root in site.toml to a folder that is apart from both, such as the share of the web host
publish-no-file = the file of the setting { $setting } cannot be read: { $path } ({ $said })
    .hint = write its whole path in site.toml, or one that begins beside the content folder
publish-conflicts = { $count ->
        [one] 1 file on the host is
       *[other] { $count } files on the host are
    } not as nendo left it; nothing was changed
    .hint = look at the files named above; save what others need of them, then overwrite them with --force
publish-removals = { $removed } files would be removed from the host, more than the { $most } that may be without being asked; nothing was changed
    .hint = look at the list (--dry-run); if it is right, allow it: --max-removals { $removed }
publish-archive = the archive cannot be written to { $path } ({ $said })
    .hint = check that the folder may be written to and the disk is not full
publish-unfetched = the published site cannot be fetched from { $url } ({ $said })
    .hint = check the address and the network; the files on the host are in place
publish-busy = somebody else is publishing to { $target } since { $since }
    .hint = wait until they have ended; a lock that was left behind runs out by itself at { $until }
publish-lock-lost = this publish was interrupted for so long that somebody else began to publish to { $target }
    .hint = wait until they have ended, then run nendo publish again; it goes on where it was
publish-moved = somebody else has published to { $target } meanwhile; nothing was changed
    .hint = run nendo publish again
publish-newer = a newer nendo has published to { $target }
    .hint = use that version of nendo on this computer too
publish-altered-meanwhile = a file of the site changed while it was being published: { $path }
    .hint = do not build and publish at the same time; run nendo publish again
publish-stopped = stopped; what stands on { $host } is whole, and part of it may still be the earlier state
    .hint = run nendo publish again; it goes on where it was
host-unreachable = { $host } cannot be reached ({ $said })
    .hint = check the endpoint in site.toml, the network and the firewall
host-lost = the connection to { $host } broke off and could not be made again ({ $said })
    .hint = check the network, then run nendo publish again; it goes on where it was, and every page on the host is whole
host-login = { $host } did not accept the user name, password or key
    .hint = check user in site.toml, and the password (typed, or in { $variables })
host-unknown-key = the key of the server { $host } is not known yet: { $fingerprint }
    .hint = ask whoever runs the server whether this fingerprint is right; then add to [publish.{ $target }] in site.toml: host-key = "{ $fingerprint }"
host-other-key = the server { $host } shows another key than the one that is trusted: { $fingerprint }
    .hint = somebody may be listening in, or the server was renewed. Do not go on before whoever runs it has confirmed the new fingerprint; then change host-key in site.toml, or the line in known_hosts
host-certificate = the certificate of { $host } is not trusted ({ $said })
    .hint = check the name in endpoint; for an authority of your own, name its file in site.toml: ca = "ca.pem"
host-no-tls = { $host } offers no encryption (TLS)
    .hint = ask whoever runs it for FTPS or SFTP; plain FTP sends the password readable to all, and is only used with endpoint = "ftp://…" and allow-plain = true
host-denied = { $host } does not allow this: { $path } ({ $said })
    .hint = check root in site.toml, and ask whoever runs the host for the right to write there
host-denied-folder = this may not be read or written: { $path } ({ $said })
    .hint = check root in site.toml and the rights of that folder; close programs that have the file open
host-full = there is no room left on { $host } for { $path } ({ $said })
    .hint = make room there, or have more allowed; then run nendo publish again; it goes on where it was
host-key = the private key cannot be used ({ $said })
    .hint = check key in site.toml; a key with a passphrase needs it in the variable that ends in _PASSWORD
host-other = { $host } refused: { $path } ({ $said })
    .hint = nothing on the host is half-written; run nendo publish again, and if it stays so, show this message to whoever runs the host

archive-readme-whole =
    Progress site, made by nendo

    site/         the whole site: { $all } files. Put them into the folder of the
                  site on the web server, over those that are there.
    manifest.csv  every file: new, changed, unchanged or removed since the last
                  archive, its bytes and SHA-256.

    New or changed since the last archive: { $files } files, { $bytes }.
    To be deleted on the web server: { $removed } files (removed in manifest.csv).

    Order: first everything that does not end in .html, then pages (.html),
    deletions last. Leave other files on the server as they are.
archive-readme-changed =
    Progress site, made by nendo: what changed since the last archive

    site/         new or changed: { $files } files, { $bytes }. Put them into the folder
                  of the site on the web server, over those that are there.
    manifest.csv  every file: new, changed, unchanged or removed since the last
                  archive, its bytes and SHA-256.

    To be deleted on the web server: { $removed } files (removed in manifest.csv).

    Order: first everything that does not end in .html, then pages (.html),
    deletions last. Leave other files on the server as they are.

verified = readers get all { $same } files as they were published ({ $url })
verified-differing = at { $url } readers get { $same } files as they were published, and { $count } otherwise:
found-missing = not there (HTTP { $status })
found-elsewhere = leads to { $to }
found-other = other contents ({ $bytes })
found-more = and { $count } more
server-examples = settings for Apache and nginx that do all this: { $folder }
lack-charset = note: the server does not say that .{ $ending } files are in UTF-8 ({ $example }; { $count } in all)
lack-type = note: the server says that .{ $ending } files are { $said ->
        [0] of no type
       *[other] { $said }
    }, and not { $expected } ({ $example }; { $count } in all)
lack-page-kept = note: browsers may go on showing a page that was replaced; Cache-Control: no-cache would help ({ $example }; { $count } in all)
lack-asset-not-kept = note: browsers fetch files anew that never change; Cache-Control: max-age would help ({ $example }; { $count } in all)
lack-compression = note: .{ $ending } files are sent uncompressed ({ $example }; { $count } in all)
lack-sniffing = note: X-Content-Type-Options: nosniff is not sent ({ $example }; { $count } in all)
lack-framing = note: other sites may show the pages in a frame; frame-ancestors would forbid it ({ $example }; { $count } in all)
lack-not-found-status = note: a page that is not there has the status { $status } in place of 404 ({ $example }; { $count } in all)
lack-not-found-page = note: who asks for a page that is not there does not get the site's 404.html ({ $example }; { $count } in all)
