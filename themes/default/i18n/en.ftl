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
data-lead = The targets, actuals and evaluations of this year’s report are in the files below. Attainment and counts are calculated from them.
# What search engines are told of the data; $name is the plan and the year.
dataset = { $name }: the target, actual and evaluation of each KPI as reported, for spreadsheets and programs (CSV, JSON).
dataset-publisher = Published by { $publisher }.
data-files = Files
data-csv = A table with a row for each KPI and fiscal year (CSV, UTF-8), which opens in Excel.
data-json = The same, nested (JSON, UTF-8).
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
citation = Progress of the { $plan }, { $year }
citation-of = { $publisher }, Progress of the { $plan }, { $year }
# $detail is the day of publication, then the address.
citation-with = { $citation }, { $detail }
citation-published = published { $date }
data-charts = Charts
data-charts-lead = Each chart is a picture of its own (SVG), which stays sharp at any size.

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
