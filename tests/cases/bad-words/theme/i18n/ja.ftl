# 青葉市のことば
language-name = 日本語
skip-link 本文へ移動
year = { $year 年度
