# The words of the pages, in English. Keep the names at the start of the lines; { $… } is filled in.

language-name = English
site-title = Progress of plans
page-title = { $title } | { $year } | { $plan }
# At the head of each printed sheet.
running-head = { $plan }, { $year }
skip-link = Skip to content
language-switch = Language
year-switch = Fiscal year
main-nav = Menu
breadcrumb = You are here
# At the top of each page of a draft (nendo build --draft); the first is on every printed page too.
draft = Draft
draft-note = for review, not published
published-by = Published by
published = Date of publication
source = Source
licence = Licence
made-with = This site is made with nendo.
from-edition = The values of this year are as reported in the { $year } edition.
year = FY{ $year }
year-in-full = FY{ $year }
year-in-full-era = FY{ $year }
# Shown once a page; empty: not shown.
year-span = { $from } – { $to }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# Days: 28 June 2024; $month is the month with its year, as above. Where a language counts in eras, $month-of-era, $year and $year-of-era are there, too.
date = { $day } { $month }
date-era = { $day } { $month }
# The language and country, for sites where a page is shared.
og-locale = en_US
feed-title = { $title }: reports
# Words that say numbers, each after the number that it says. Only for comparing translations with their texts.
number-words = 0 zero no none not without nil 0.5 half halve halves halved 1 one a an each every per once single sole first
    2 two second twice double doubled doubles doubling both pair pairs 3 three third thirds thrice triple tripled
    4 four fourth quarter quarters quarterly fourfold quadruple 5 five fifth fifths 6 six sixth 7 seven seventh week weekly 8 eight eighth
    9 nine ninth 10 ten tenth decade decades 11 eleven eleventh 12 twelve twelfth dozen year annual 13 thirteen 14 fourteen fortnight
    15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty twentieth twenties 30 thirty thirties 40 forty forties
    50 fifty fifties 60 sixty sixties 70 seventy seventies 80 eighty eighties 90 ninety nineties 100 hundred hundreds century all
    1000 thousand thousands 1000000 million millions 1000000000 billion billions 1000000000000 trillion trillions
year-of-plan = { $plan }, { $year }
open-site = Open this year
not-found = Page not found
not-found-body = The address may have changed, or the page may be gone.
go-home = To the home page

nav-summary = Summary
nav-behind = Behind, and why
nav-kpis = All KPIs
nav-structure = Structure of the plan
nav-sections = Sections
nav-report = Report
nav-data = Data
nav-accessibility = Accessibility

spark-part = { $year } { $value }
numbered = { $number } { $label }
# After an enclosed sign: ①, ⑴, (1).
numbered-tight = { $number } { $label }
number-separator = {", "}
kpi-numbers-open = {" "}(KPI: {""}
kpi-numbers-close = )
kpi-word = KPI

target = Target
actual = Actual
earlier-target = Target before revision
better-higher = Higher is better
better-lower = Lower is better
evaluation = Evaluation
reason = Reason
remark = Note
remark-of-year = { $remark } ({ $year })
main-reasons = Main reasons
attainment = Attainment
trend = Trend
section = Responsible section
baseline = Baseline
final-target = Final target
item = Item
percent = { $value }%
data-link = Data (CSV)
chart-link = Chart (SVG)
neighbours = Previous and next page
previous = Previous
next = Next
timeline-link = All years

not-set = —
revised-from = (before: { $before })
not-set-because = — ({ $reason })
gap = no value
gap-in-table = see table
no-target = no target
unclear-direction = no attainment: better way unclear
not-comparable = no attainment
unevaluated = not evaluated
completed = Completed
completed-in = Completed at the end of { $year }
closed = Target completed
closed-in = Target completed at the end of { $year }
none-here = None

per = { $amount } per { $period }
range = { $from } to { $to }
at-least = at least { $amount }
at-most = at most { $amount }
more-than = more than { $amount }
less-than = less than { $amount }
about = about { $amount }
cumulative = { $amount } (cumulative)
revised-upward = { $amount } (revised upwards)
revised-downward = { $amount } (revised downwards)
revised-unspecified = { $amount } (revised)
labelled = { $label }: { $amount }
list-separator = {"; "}
with-parts = { $amount } ({ $parts })
note = Note: { $note }

table-caption = { $name }: target, actual and evaluation by fiscal year
chart-title = { $name }: target and actual by fiscal year
summary-chart-title = Number of KPIs by evaluation, { $year }
share-row = { $name }: { $parts }.
share-part = { $count } × { $grade }
attainment-chart-title = Attainment of numeric KPIs, { $year }
attainment-heading = Attainment compared, lowest first
attainment-goal = Target { $percent }
attainment-reached = { $reached } of { $total } { $total ->
    [one] KPI
   *[other] KPIs
} whose attainment can be calculated reached the target.
attainment-all = The attainment is { $percent }.
attainment-each = Each attainment is { $percent }.
attainment-ends = The lowest attainment is { $lowest }, the highest { $highest }.
attainment-named = { $percent } ({ $name })
attainment-without = { $count ->
    [one] One other numeric KPI has no attainment.
   *[other] { $count } other numeric KPIs have no attainment.
}
moves-chart-title = Changes of evaluation from { $before } to { $after }
moves-counts = Compared with { $before }, { $up } { $up ->
    [one] KPI
   *[other] KPIs
} moved up, { $down } moved down and { $same } stayed the same.
moves-new = { $count ->
    [one] One KPI was newly evaluated.
   *[other] { $count } KPIs were newly evaluated.
}
moves-other = { $count ->
    [one] One KPI moved between evaluations that are not ranked against each other.
   *[other] { $count } KPIs moved between evaluations that are not ranked against each other.
}
moves-lost = { $count ->
    [one] One KPI is no longer evaluated.
   *[other] { $count } KPIs are no longer evaluated.
}

sentence-above = In { $year } the actual was { $actual }, { $gap } above the target of { $target }.
sentence-met = In { $year } the actual was { $actual }, the same as the target.
sentence-below = In { $year } the actual was { $actual }, { $gap } below the target of { $target }.
sentence-side-by-side = In { $year } the actual was { $actual } and the target { $target }.
sentence-no-target = In { $year } the actual was { $actual }. There is no target to compare it with.
sentence-no-actual = The target for { $year } is { $target }. There is no actual to compare it with.
sentence-completed = The target was completed.
sentence-completed-in = The target was completed at the end of { $year }.
lower-is-better = { $sentence } (Lower is better.)
trend-up = The actual rose by { $gap } from { $before } in { $year }.
trend-down = The actual fell by { $gap } from { $before } in { $year }.
trend-same = The actual is the same as in { $year }.
caption-no-actual = There is no actual for { $year }.
caption-revised = This target was revised from { $before }.
caption-higher = Higher is better.
caption-lower = Lower is better.

summary-behind = Of { $total } { $total ->
    [one] KPI
   *[other] KPIs
}, { $good } { $good ->
    [one] is
   *[other] are
} on or ahead of target and { $behind } { $behind ->
    [one] is
   *[other] are
} behind.
summary-none-behind = Of { $total } { $total ->
    [one] KPI
   *[other] KPIs
}, { $good } { $good ->
    [one] is
   *[other] are
} on or ahead of target. None is behind.
summary-evaluated = { $evaluated } of { $total } KPIs were evaluated.
summary-outside = { $count ->
    [one] One KPI has an evaluation that says nothing of progress.
   *[other] { $count } KPIs have an evaluation that says nothing of progress.
}
summary-unevaluated = { $count ->
    [one] One KPI has no evaluation for this year.
   *[other] { $count } KPIs have no evaluation for this year.
}
sentence-separator = {" "}
share-of-evaluated = Percentages are of the KPIs that were evaluated.
tiles-heading = Evaluation of every KPI
counts-heading = By evaluation
counts-caption = Number and share of KPIs by evaluation
total = Total
behind-heading = Behind target
behind-more = More on what is behind, and why
changes-heading = Changes since the year before
moved-up = Up
moved-same = Same
moved-down = Down
moved-new = Newly evaluated
moved-other = Other change
moved-to = to
moved-list = KPIs whose evaluation changed
revised-list = Targets revised
completed-list = Targets completed
by-grade-heading = Initiatives by evaluation
by-grade-note = Where an initiative has several KPIs, their numbers follow it in brackets: “KPI: ○-x”.

structure-heading = Structure of the plan
structure-lead = The whole plan, with this year’s evaluation of each KPI.
behind-page-heading = What is behind, and why
behind-some = { $count ->
    [one] One KPI is evaluated as behind target.
   *[other] { $count } KPIs are evaluated as behind target.
}
behind-none = No KPI is evaluated as behind target.
missed-some = { $count ->
    [one] One KPI missed its target.
   *[other] { $count } KPIs missed their target.
} No grade of the scale means “behind”, so this is by comparison of the figures.
missed-none = Every KPI that can be compared by its figures reached its target.
closest = Lowest attainment
kpis-heading = All KPIs
kpis-lead = { $count ->
    [one] One KPI. Its name leads
   *[other] All { $count } KPIs. Their names lead
} to the values of each year, the charts and the reasons.
kpis-caption = KPIs of { $year }: evaluation, target, actual and attainment
kpis-filter = Find KPIs
kpis-text = Name, number or section
kpis-pillar = Part of the plan
kpis-all = All
kpis-choice = { $label } ({ $count })
kpis-reset = Reset
kpis-shown = Showing { $shown } of { $total } { $total ->
    [one] KPI
   *[other] KPIs
}.
no-reason = No reason was reported.

search = Search
# In these, { $n } is a number.
search-found = Found: { $n }
search-none = Nothing was found.
search-more = Show { $n } more

sections-heading = Responsible sections
sections-lead = The sections of the city that are responsible for KPIs, with this year’s evaluations.
timeline-level = All years
editions-heading = Targets by report
editions-lead = How each year’s report gave the targets.
edition = Report
contents-heading = Contents

data-heading = Download the data
data-lead = The targets, actuals and evaluations of this year’s report are in the files below. Attainment and counts are calculated from them for this site; the files do not have them.
# What search engines are told of the data; $name is the plan and the year.
dataset = { $name }: the target, actual and evaluation of each KPI as reported, for spreadsheets and programs (CSV, JSON).
dataset-publisher = Published by { $publisher }.
data-files = Files
data-reading = How to read the data
data-blank = A blank in a column of values does not mean zero. The columns with _status in their names tell whether there is no value, or none that is a single number.
data-percent = Numbers are written out in full: 455,000 people is 455000, with its unit in a column of its own. 79% is 79, with the unit %.
data-text = The words of the table itself are in the columns with _text_ in their names.
data-grades = Evaluations are those of the body that reported. They are not calculated from attainment.
data-terms = Terms of use, and how to cite
data-licensed = The data may be used under this licence:
data-unlicensed = No licence is stated. Please ask the publisher before you reuse the data.
data-source = The figures come from:
data-cite = An example of a citation:
citation = Progress of the { $name }
citation-of = { $publisher }, Progress of the { $name }
# $detail is the day of publication, then the address.
citation-with = { $citation }, { $detail }
citation-published = published { $date }
data-charts = Charts
data-charts-lead = Each chart is a picture of its own (SVG), which stays sharp at any size.
data-zip = Download everything at once
data-zip-lead = All tables, data, descriptions and charts below are in it.
data-tables = Tables
data-programs = Data and definitions for programs
data-readmes = Readme
data-of-each-kpi = Data and chart of each KPI
data-of-each-kpi-lead = Below each KPI are links to a table with its rows alone (CSV) and to its chart as a picture (SVG).
data-of-all-years = Data of all years
data-of-all-years-lead = The reports of all years in one. Rows that a later report changed say so. The ZIP file has everything, the evaluation codes and updates as well.
readme-of-all-years = Readme of the data of all years
data-of-year = Data of { $year }
data-history = Update history
data-no-history = No date of publication and no correction is recorded.
data-columns = Columns of “{ $table }” explained
data-column = Column
data-column-about = Meaning
data-guessing = A spreadsheet may turn (8) into -8 and 1-2 into a date, and drop zeros at the beginning. In Excel, Data → From Text/CSV with these columns as Text keeps them as they are. A program should read municipality_code and other numbers that name something as text.
data-as-reported = Values are those of the table of the report. None is estimated or filled in.
data-encoding = CSV files are in UTF-8 with a BOM and lines end with CRLF; Excel opens them. JSON files are in UTF-8 without a BOM.
data-plain = Characters are those that every program can read: a line break within a text is “ / ”, a number in a circle is in brackets, (1), full-width letters, digits and brackets are half-width, half-width katakana are full-width, a wave dash is ~, and a dash for no value is —.
data-guard = In CSV files, a text that begins with =, +, -, @ or ' has one more ' before it, so that no spreadsheet calculates it as a formula. It is no part of the text.
data-link-all-years = Data of all KPIs and years (CSV)
# The link to a file of the data; $kind is CSV or the like.
file-link = { $name } ({ $kind })
file-link-with-size = { $name } ({ $kind }, { $size })
size-kilobytes = { $number } KB
size-megabytes = { $number } MB
# What the files in the folder of the data are called, and what they are.
file-progress = Targets, actuals and evaluations
what-progress = A table with a row for each KPI and fiscal year.
what-progress-all-years = A table with a row for each KPI and fiscal year. Where a later report changed something, there is a row for each report.
file-evaluation-codes = Evaluation codes
what-evaluation-codes = What each evaluation means, and its rank.
file-breakdown = Breakdown
what-breakdown = Parts that the texts of targets and actuals name, a row for each.
file-updates = Updates
what-updates = When reports were published and corrected.
file-json = Progress, nested
what-json = Targets, actuals, evaluations and parts, nested as the plan is.
file-json-schema = Definition of the JSON
what-json-schema = What progress.json may hold, as a JSON Schema.
file-csvw = Definition of the tables (CSV on the Web)
what-csvw = Names, meanings and types of the columns, by a standard of the W3C.
file-data-package = Definition of the tables (Data Package)
what-data-package = Names, meanings and types of the columns, as a Data Package.
file-dcat = Catalogue record (DCAT)
what-dcat = Title, publisher, licence and files, for catalogues of data.
file-readme = Readme
what-readme = The files and columns, how values are written, and the terms of use.
file-zip = All files
what-zip = The files of this folder in one.
what-zip-with-charts = The files and charts of this folder in one.
file-kpi = Table of each KPI
what-kpi = A table with the rows of one KPI; the name of the file is the id of the KPI.
file-charts = Charts
what-charts = The charts as pictures; their names end with the language.
# The words of the readme (readme.en.txt).
readme-title = { $name }: about the open data
readme-heading = { $number }. { $heading }
readme-item = - { $text }
readme-named = { $name }: { $about }
readme-explained = { $name } ({ $title }): { $about }
readme-like = As for “{ $other }”.
readme-files = Files
readme-columns = Columns of the tables
readme-version-heading = Version
readme-version = The version of names and columns is { $version }. The first number changes where a column is renamed, removed or means something else, the second where one is added, the third where explanations alone change.

statement-aim = This site is made so that everyone can follow the progress. It aims at level AA of WCAG 2.2 and of the Japanese standard JIS X 8341-3:2016.
statement-facts = What holds on the pages of each year
fact-structure = Headings, tables, lists and navigation are marked up as what they are. A link skips to the content.
fact-tables = Tables have captions and header cells.
fact-charts = Charts have names and descriptions, and their numbers stand in a table or a file as well.
fact-grades = Evaluations are shown by a letter and a shape, with their meaning in words. Nothing is told by colour alone.
fact-contrast = The colours of screens are measured when the site is made. Against their ground, text has a contrast of at least { $text } and graphics of at least { $graphics }.
contrast = { $ratio }:1
fact-languages = Parts in another language than the page’s say which language they are in, and bear its code.
fact-keyboard = Everything can be used with a keyboard alone, and where one is can be seen. Nothing moves, and nothing has a time limit.
fact-reflow = On a screen of 320 pixels, and with text at twice its size, pages are read without moving sideways. Only wide tables and charts move, each within itself.
fact-script = Everything can be read without JavaScript.
fact-print = Pages print on A4 paper in black and white.
statement-limits = Limits
statement-limits-body = What has no translation is shown in its original language. In charts, a name without a translation gives way to its number. Whether the texts of the progress table are easy to understand cannot be found out when the site is made.
statement-conformity = Conformity
statement-conformity-body = Test results and the claim of conformity to a standard are for the publisher of this site to give. None has been given on this page yet.
statement-contact = Contact
statement-contact-body = If there is anything that you cannot read or use, please tell the publisher of this site.

# Names and explanations of the columns of the open data: for the data page, the readme and the files that define the CSVs.
column-in-language = { $column } ({ $language })
column-municipality-code = Municipality code
column-plan = Plan
column-edition = Edition
column-fiscal-year = Fiscal year
column-kpi-id = KPI id
column-level = Level { $number }
column-kpi-number = KPI number
column-kpi = KPI
column-target-value = Target: value
column-target-unit = Target: unit
column-target-text = Target: full text
column-target-status = Target: status
column-actual-value = Actual: value
column-actual-unit = Actual: unit
column-actual-text = Actual: full text
column-actual-status = Actual: status
column-cumulative = Cumulative
column-evaluation = Evaluation
column-reason = Reason
column-note = Note
column-section = Responsible section
column-direction = Better direction
column-baseline-value = Baseline: value
column-baseline-unit = Baseline: unit
column-baseline-text = Baseline: full text
column-final-target-value = Final target: value
column-final-target-unit = Final target: unit
column-final-target-text = Final target: full text
column-target-revised = Target revised
column-actual-revised = Actual revised
column-evaluation-revised = Evaluation revised
column-superseded-by = Superseded by
column-code = Evaluation
column-rank = Rank
column-counted = Counted in percentages
column-tone = Progress
column-meaning = Meaning
column-kind = Kind of value
column-part = Part
column-value = Part: value
column-unit = Part: unit
column-date = Date
column-update = Update
about-municipality-code = The code of the municipality in the list of the Japanese government: six digits, the last a check digit. A zero at the beginning is part of it.
about-plan = The plan, as URLs name it.
about-edition = The report that the values come from, by the calendar year in which its fiscal year begins.
about-fiscal-year = The fiscal year of the values, by the calendar year in which it begins.
about-kpi-id = The id of the KPI, the same in every edition.
about-level = The name of a level of the plan, after its number where it has one.
about-kpi-number = The number that the report gives the KPI.
about-kpi = The name of the KPI. Where it is blank, the KPI goes by the name of the level above it.
about-value = A number, written out in full (455 thousand is 455000); percentages are not divided (79% is 79). Blank is not zero: the full text is then no single number, or there is none.
about-unit = The unit of the value.
about-text = All that the report says; in the column of another language, its translation. A line break within it is written “ / ”.
about-status = reported: a value was reported. not_set: there is none, or a dash or the like stands in its place. closed: the target was completed and is no longer followed. revised: the full text says that the value was revised. unread: it looks like a number, but could not be read with certainty.
about-cumulative = true: the target or the actual counts from the start of the plan on.
about-evaluation = The grade that the publisher of the report gave. The table of evaluation codes has its meaning. Blank: there is none.
about-reason = The reason for the grade of the year.
about-note = A remark.
about-section = The section responsible.
about-direction = higher: more is better. lower: less is better. Blank: the report does not say.
about-revised = true: the edition before gave another value.
about-superseded-by = The next edition, which changed what this row says. Rows where it is blank are what stands now.
about-code = The grade.
about-rank = The rung of the grade, 1 the best. Blank: it stands outside the ranking.
about-counted = true: it counts when percentages of grades are calculated.
about-tone = ahead: ahead of target. on: on target. behind: behind target. none: it says nothing of progress.
about-meaning = What the grade means.
about-kind = target, actual, baseline or final_target: what the part is a part of.
about-part = The name of the part.
about-part-value = The number of the part, written as targets and actuals are. The parts need not add up to the whole.
about-date = The day of publication or correction. Blank: no day is given.
about-update = What was done.
file-progress = Targets, actuals and evaluations by KPI and fiscal year
file-evaluation-codes = What the grades of evaluation mean
file-breakdown = Parts of values
file-updates = Update history
file-json = Targets, actuals and evaluations, nested
file-archive = All files in one
update-published = Report for { $year } published
years-of-plan = { $plan } (all fiscal years)
