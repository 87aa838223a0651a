# 画面の言葉（日本語）。行頭の名前は変えないでください。{ $… } は数値や名前に置き換わります。

language-name = 日本語
site-title = 計画の進捗
page-title = { $title }｜{ $year }｜{ $plan }
skip-link = 本文へ移動
language-switch = 言語
year-switch = 年度
main-nav = メニュー
breadcrumb = 現在の位置
published-by = 発行
source = 出典
licence = ライセンス
made-with = このサイトは nendo で作られています。
from-edition = この年度の値は、{ $year }の報告に書かれたものです。
year = { $year }年度
year-in-full = { $year }年度（{ $era }度）
year-in-full-era = { $era }度（{ $year }年度）
# 空にすると表示しません。
year-span = {""}
year-of-plan = { $plan } { $year }
open-site = この年度を見る
not-found = ページが見つかりません
not-found-body = アドレスが変わったか、ページがなくなった可能性があります。
go-home = トップページへ

nav-summary = まとめ
nav-behind = 遅れと理由
nav-kpis = KPI一覧
nav-structure = 取組体系

numbered = { $number } { $label }
# After an enclosed sign: ①, ⑴, (1).
numbered-tight = { $number }{ $label }
number-separator = 、
kpi-numbers-open = （KPI：
kpi-numbers-close = ）
kpi-word = KPI

target = 目標
actual = 実績
evaluation = 評価
reason = 理由
remark = 備考
remark-of-year = { $remark }（{ $year }）
main-reasons = 主な理由
attainment = 達成率
section = 担当
baseline = 基準値
final-target = 最終目標
item = 項目
percent = { $value }%
data-link = データ（CSV）
chart-link = グラフ（SVG）
previous = 前へ
next = 次へ

not-set = —
revised-from = （変更前：{ $before }）
not-set-because = —（{ $reason }）
gap = 値なし
unevaluated = 評価なし
completed = 完了
completed-in = { $year }末をもって目標完了
closed = 目標完了
closed-in = { $year }末をもって目標完了
none-here = 該当なし

per = { $amount }/{ $period }
range = { $from }～{ $to }
at-least = { $amount }以上
at-most = { $amount }以下
more-than = { $amount }超
less-than = { $amount }未満
about-amount = 約{ $amount }
cumulative = { $amount }（累計）
revised-upward = { $amount }（上方修正）
revised-downward = { $amount }（下方修正）
revised = { $amount }（修正）
labelled = { $label }：{ $amount }
list-separator = {"、"}
with-parts = { $amount }（{ $parts }）
note = ※{ $note }

table-caption = { $name }：年度ごとの目標、実績、評価
chart-title = { $name }：目標と実績の推移
summary-chart-title = { $year }の評価ごとのKPIの数
summary-chart-description = 評価ごとのKPIの数を、横棒で示しています。

sentence-above = { $year }の実績は{ $actual }で、目標の{ $target }を{ $gap }上回りました。
sentence-met = { $year }の実績は{ $actual }で、目標と同じです。
sentence-below = { $year }の実績は{ $actual }で、目標の{ $target }を{ $gap }下回りました。
sentence-side-by-side = { $year }の実績は{ $actual }、目標は{ $target }です。
sentence-no-target = { $year }の実績は{ $actual }です。比べられる目標はありません。
sentence-no-actual = { $year }の目標は{ $target }です。比べられる実績はありません。
sentence-completed = この目標は完了しました。
sentence-completed-in = この目標は、{ $year }末をもって完了しました。
lower-is-better = { $sentence }（低いほど良い指標です。）

summary-behind = { $total }のKPIのうち、{ $good }が目標どおりかそれ以上、{ $behind }が遅れています。
summary-none-behind = { $total }のKPIのうち、{ $good }が目標どおりかそれ以上です。遅れているものはありません。
summary-evaluated = { $total }のKPIのうち、{ $evaluated }を評価しました。
summary-outside = ほかに、進み具合を示さない評価のKPIが{ $count }件あります。
summary-unevaluated = ほかに、この年度の評価がないKPIが{ $count }件あります。
sentence-separator = {""}
tiles-heading = 全KPIの評価
counts-heading = 評価ごとの数
counts-caption = 評価ごとのKPIの数と割合
total = 合計
behind-heading = 遅れているもの
behind-more = 遅れと理由をくわしく
changes-heading = 前年度からの変化
moved-up = 上がった
moved-same = 同じ
moved-down = 下がった
moved-new = 新たに評価
moved-other = その他の変化
moved-list = 評価が変わったKPI
revised-list = 目標の見直し
completed-list = 目標完了
by-grade-heading = 進捗ごとの一覧
by-grade-note = ※取組に複数のKPIがあるものは、取組の後に括弧書きで「KPI：○-x」と表記しています。

structure-heading = 取組体系
structure-lead = 計画の全体と、それぞれのこの年度の評価です。
behind-page-heading = 遅れているものとその理由
behind-some = 目標より遅れていると評価されたKPIが{ $count }件あります。
behind-none = 目標より遅れていると評価されたKPIはありません。
missed-some = 実績が目標に届かなかったKPIが{ $count }件あります。評価の段階に「遅れ」がないため、数値で比べたものです。
missed-none = 数値で比べられるKPIは、すべて目標に届きました。
closest = 達成率が最も低かったもの
kpis-heading = KPI一覧
kpis-lead = すべてのKPIを、計画の順に並べています。
no-reason = 理由は報告されていません。
