# nendo が画面に出すことばです。
# 「.hint」のある文は問題の説明で、名前は crates/model/src/problem.rs の符号と同じです。
# 文の終わりに句点を付けません。値は「」で囲みます。

## 問題と対処

io = 読み書きできません（{ $message }）
    .hint = ファイルやフォルダーがあるか、Excelなど他のソフトで開いたままになっていないか、アクセス権と空き容量に問題がないかを確かめてください
no-content = 入力フォルダー（content）が見つかりません
    .hint = content フォルダーが入っているフォルダーで nendo を実行するか、--content で入力フォルダーを指定してください
output-in-content = 出力先が、入力フォルダー（content）そのものか、その中になっています
    .hint = 編集するファイルを上書きしないように、--out で public のような入力フォルダーの外のフォルダーを指定してください
undecodable = 文字コードを判別できません
    .hint = 表はExcelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選び、それ以外のファイルはテキストエディターで文字コードにUTF-8を選んで、保存し直してください
file-held = 他のソフトが開いているか、読み取り専用のため、書き換えませんでした
    .hint = Excelなどで開いているファイルを閉じ、プロパティの「読み取り専用」を外してから、もう一度実行してください
file-exists = 同じ名前のファイルがあるため、手を付けませんでした
    .hint = そのファイルで作業を続けてください。要らないファイルなら、削除するか名前を変えてから、もう一度実行してください
letter-not-in-encoding = 文字「{ $value }」は文字コード { $encoding } にないため、何も書き込みませんでした
    .hint = Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してから、もう一度実行してください
unknown-plan = 計画「{ $value }」はありません。あるのは { $known } です
    .hint = plans フォルダーの中にある、計画のフォルダーの名前を書いてください
plan-not-named = 計画が複数あります: { $known }
    .hint = どの計画かを、plans フォルダーの中にあるフォルダーの名前で書いてください
not-a-later-year = 「{ $value }」は、いちばん新しい進捗表の年度（{ $newest }年度）より後、2199年度までの年度ではありません
    .hint = 2024 や R6 のように後の年度を書くか、年度を書かずに翌年度としてください。すでにある年度の進捗表は、作り直しません
not-rolled-over = { $value ->
        [kpis] 翌年度の進捗表のKPIかIDが、この表と変わってしまう
        [values] 翌年度の進捗表の値が、この表と変わってしまう
        [published] 最新の表がnendoの公開したCSVで、これから報告する値を書き込む様式ではない
       *[other] 翌年度の進捗表を読み取れない
    }ため、作りませんでした
    .hint = { $value ->
        [published] 公開したCSVの代わりに、市で管理している進捗表を計画のフォルダーに置いて、もう一度実行してください
       *[other] 表がどう読み取られているかを nendo check --explain で確かめてください。正しく読み取られていれば、ファイルをコピーして新しい年度の名前にし、Excelでその年度を加えてください
    }
no-plan = 計画が見つかりません
    .hint = plans フォルダーの中に計画のフォルダーを作り、進捗表を 2023.csv のように年度を名前にして置いてください
not-a-year = ファイル名「{ $value }」が年度を表していません
    .hint = 2023.csv や R5.csv のように、報告した年度をファイル名にしてください。進捗表でないファイルは別のフォルダーへ移してください
same-edition = { $value }年度の進捗表が2つあります（もう1つは { $other }）
    .hint = 使わない方を別のフォルダーへ移すか、正しい年度のファイル名に変えてください
no-header = { $missing ->
    [kpi] 見出しの行に、KPIの名前の列がありません
    [choice] 見出しの行で、どの列がKPIの名前なのかを決められません
    [values] 見出しの行に、目標や実績などの値の列がありません
    [items] 年度の列はありますが、目標か実績かを示すものがありません
    [column] 見出し「{ $known }」の列がありません
   *[all] 見出しの行が見つかりません
}{ $missing ->
    [column] （この行の見出し: { $unknown }）
   *[other] { $known ->
        [0] {""}
       *[other] （この行で分かる見出し: { $known }{ $unknown ->
            [0] {""}
           *[other] 、分からない見出し: { $unknown }
        }）
    }
}
    .hint = { $missing ->
        [kpi] KPIの名前の列の見出しを「KPI」に変えるか、plan.toml の [columns] に、"取組名" = "kpi" のように今の見出しを登録してください。この行が見出しでなければ、「柱」「KPI」「R5目標」「R5実績」のような見出しの行を表の上に入れてください
        [choice] KPIの名前の列を1つ選び、見出しを「KPI」に変えるか、plan.toml の [columns] に、"数値目標" = "kpi" のように今の見出しを登録してください
        [values] 値の列の見出しを「R5目標」「R5実績」や「目標」「実績」に変えるか、plan.toml の [columns] に、"到達点" = "actual" のように今の見出しを登録してください
        [items] 見出しを「R5目標」「R5実績」のように変えるか、年度の左に「項目」の列を加えて「目標」「実績」を入れてください
        [column] translations.csv の見出しは「ja」「en」、units.csv の見出しは「unit」「en-one」「en-other」です
       *[all] 進捗表には「KPI」「項目」「2023年度」や「KPI」「年度」「目標」「実績」のような見出しの行を入れ、独自の見出しは plan.toml の [columns] に登録してください
    }
no-rows = 見出しの下に、KPIの行が1つもありません
    .hint = 表が途中で切れていないか、違うシートを保存していないかを確かめ、KPIの行を入れて保存し直してください。まだ使わない表なら、別のフォルダーへ移してください
bad-levels = { $value ->
    [0] KPIの左に、柱や取組項目のような階層の列がありません
   *[other] KPIの左にある階層の列が、1列から4列になっていません（見出し「{ $value }」）
}
    .hint = 「柱」「取組項目」のような階層の列をKPIの左に1列から4列置いてください。階層でない列は、plan.toml の [columns] で "ignored" とします
undated-values = 「{ $value }」の列に年度がなく、そばに「{ $years }」とあります。ファイルの年度（{ $edition }年度）と違うため、どの年度の値か分かりません
    .hint = 「R6目標」のように、それぞれの見出しに年度を書いてください。表と関係のない行なら削除してください
second-header = ここから別の表が始まっています（見出し「{ $value }」）。上の表の値と区別できません
    .hint = 表ごとに別のファイルにするか、見出しを1つにそろえてください
same-role = 列「{ $value }」の役割が、{ $other }列と重なっています
    .hint = 年度の違う列なら、「R5目標」のように見出しに年度を書いてください。要らない列なら削除するか、plan.toml の [columns] で役割を決めてください
unknown-grade = 評価「{ $value }」は評価区分にありません（使える評価: { $known }）{ $nearest ->
        [0] {""}
       *[other] 。「{ $nearest }」ではありませんか
    }
    .hint = セルの評価を直すか、plan.toml の [[scale]] にこの評価を加えてください。（暫定）や（自己評価）のような言葉が添えてあると、その年度の評価かどうかを決められません。評価だけを残すか、書かれたとおりの文字を、その評価の aliases に加えてください
duplicate-id = ID「{ $value }」は、すでに { $other } で使われています
    .hint = ①-1 などの番号の重なりを直してください。番号を変えられないときは、plan.toml に [kpi."新しいID"] の行を作り、label にKPIの名前を書いてください
reserved-id = ID「{ $value }」は、nendo のページかWindowsの装置の名前なので使えません
    .hint = plan.toml の [slugs] で別の名前を付けてください。計画の名前の場合は、plans の中のフォルダー名を変えてください
bad-slug = 「{ $value }」はURLに使えません
    .hint = 半角の英小文字で始め、英小文字と数字だけの名前にしてください（例: service）
same-value = 同じKPIの同じ年度に、同じ項目の値が2つあります（この「{ $value }」と、{ $other } の値）
    .hint = 男女別のように行ごとに対象が違うなら、対象をKPIの名前に入れてください。そうでなければ、どちらか一方を削除するか、正しい年度や項目の行に移してください
mixed-rows = この行は「{ $value }」ですが、表は「{ $other }」です。nendoが公開したCSVは、1つの計画の1つの年度版です
    .hint = 公開されたCSVはつなげずに、1つずつ元のままのファイルで、計画のフォルダーに置いてください
all-years = 計画の全年度をまとめて公開したCSV（{ $value }）なので、進捗表としては使えません
    .hint = オープンデータのページから年度ごとのCSV（2023_progress.csv など）を取り出し、それを計画のフォルダーに置いてください
bad-settings = 設定ファイルに誤りがあります（{ $message }）
    .hint = この行の設定名のつづり、「=」、半角の引用符（"）とかっこの対を、付属の見本のファイルと見比べてください
bad-setting = 設定 { $setting } に「{ $value }」は使えません
    .hint = { $setting ->
        [languages] ["ja", "en"] のように、言語の符号を重ならないように書いてください
        [municipality-code] 検査数字を含む6桁の全国地方公共団体コードを書いてください
        [base-url] https:// で始まる公開先のURLを書いてください
        [theme] themes フォルダーの中のフォルダー名を、/ や . を入れずに書いてください
        [colour] "#1f5f99" のように、# と16進数6桁で書いてください
        [colour-name] 標準のテーマの colours.toml にある名前を書いてください
        [fiscal-year-start] 年度が始まる月を1から12の数字で書いてください
        [publish-after] 公開してよい最初の日を、publish-after = 2024-06-28 のように、引用符や時刻を付けずに書いてください
        [title] 計画の名前を書いてください
        [levels] 階層の名前を書いてください
        [scale] "a-c"、"a-d"、"a-e"、"s-c"、"s-d"、"marks"（◎○△×）、"marks-3"（○△×）、"achieved"（達成）、"on-track"（順調）、"progress"（完了）、"5-1"（5が最も良い）、"1-5"（1が最も良い）のどれかを書くか、[[scale]] で評価を1つずつ書いてください
        [grade] 評価の記号を、空にせず、他の評価と重ならないように書いてください（○と〇のように似た記号は同じものとみなします）
        [rank] 順位を1以上の整数で書いてください。順位のない評価には書きません
        [tone] "ahead"（目標以上）、"on"（目標どおり）、"behind"（遅れ）、"none" のどれかを書いてください
        [direction] 大きいほど良ければ "higher"、小さいほど良ければ "lower" と書いてください
        [chart] "automatic" か "none" を書いてください
        [audit] その評価になる達成率（%）の下限を、100 や 99.5 のような数で、重ならないように書いてください
        [published] その年度の報告を公表した日を 2024-06-28 のように書いてください。年度はそれぞれ1回だけ書けます
        [corrections] edition には訂正した報告の年度を、date には訂正した日を 2024-07-10 のように、text には何をどう訂正したかを書いてください
        [columns] 列の役割を "level"、"kpi"、"item"、"year"、"target"、"actual"、"evaluation"、"reason"、"note"、"baseline"、"final-target"、"unit"、"section"、"kpi-id"、"kpi-number"、"counting"、"direction"、"derived"、"ignored" から選んでください
        [publish] [publish.web] のように、半角の英小文字・数字・ハイフンの名前を書いてください
        [endpoint] 公開先のアドレスを書いてください。sftp は ssh://ホスト名、ftp は ftps://ホスト名、webdav と s3 は https://ホスト名/パス です。ユーザー名は入れません。fs と zip には書きません
        [host-key] サーバーの鍵の指紋を、nendo や ssh-keygen -l が示すとおり「SHA256:」と43文字で書いてください
        [root] サイトになるフォルダーを書いてください
        [user] ユーザー名を書いてください。fs、s3、zip には書きません
        [key] 秘密鍵のファイルを書いてください。sftp だけの設定です
        [contents] "whole"（全部）か "changed"（変わったものだけ）を書いてください。zip だけの設定です
       *[other] 付属の見本のファイルの説明に合わせて直すか、この行を消してください
    }
missing-setting = { $value } に設定 { $setting } がありません
    .hint = { $value } の下に「{ $setting } = 」で始まる行を加えてください。方式ごとに要る設定は docs/publishing.ja.md にあります
secret-in-settings = 設定にパスワードなどの秘密が書かれています：{ $setting }
    .hint = このファイルは共有・保存されるものなので、この行を消してください。秘密は実行時に入力するか、環境変数で渡します（docs/publishing.ja.md）。他の人の目に触れたおそれがあれば、秘密そのものを変更してください
plain-connection = 「{ $value }」では、パスワードもページも暗号化されずに送られます
    .hint = ftps:// か https:// で書いてください。サーバーが対応していないときだけ、allow-plain = true を加えてください
unused-setting = 設定 { $setting } の「{ $value }」に当たるものが計画にありません
    .hint = 進捗表の名前やIDと一字一句同じかを確かめ、要らない設定なら消してください
missing-theme-file = テーマのファイルかフォルダー「{ $value }」が見つかりません
    .hint = --theme や site.toml の theme の名前を確かめてください。languages に加えた言語には、テーマの i18n フォルダーに「言語の符号.ftl」が要ります
template = テンプレートに誤りがあります（{ $message }）
    .hint = この行を直すか、テーマからこのファイルを消して標準のものを使ってください
bad-words = ことばのファイルに誤りがあります（{ $message }）
    .hint = 「名前 = ことば」の形になっているか、波かっこの対がそろっているかを、標準のテーマのファイルと見比べてください
missing-word = ことば「{ $value }」が{ language-name }にありません
    .hint = このファイルに「{ $value } = …」の行を加えてください
foreign-file = nendo が作ったものではないファイルがあるので、ページを置けません
    .hint = このファイルを別のフォルダーへ移すか、--out で別の出力先を指定してください
column-without-role = { $value ->
    [0] 見出しが空の列に値がありますが、役割が分からないので、この列は使いません
   *[other] 列「{ $value }」の役割が分からないので、この列は使いません{ $nearest ->
        [0] {""}
       *[other] （「{ $nearest }」ではありませんか）
    }
}
    .hint = 使う列なら、見出しを「目標」「実績」「評価」などに変えるか（年度のある列と並ぶときは「R5実績」のように年度も。units.csv では「en-one」など）、plan.toml の [columns] に登録してください。使わない列は "ignored" とします
title-year = 表題「{ $value }」の年度が、ファイルの年度（{ $edition }年度）と違います。年度のない列は{ $edition }年度の値とします
    .hint = 表題の年度の値なら、ファイル名をその年度にするか、「R5実績」のように見出しに年度を書いてください。表題が別の意味なら、そのままでかまいません
unit-above = 表の上の「{ $value }」の単位は、どの値にも付きません
    .hint = 「単位」の列を作るか、それぞれの値に単位を書いて、ここの単位は削除してください
unknown-item = 項目「{ $value }」の種類が分からないので、この行は使いません{ $nearest ->
    [0] {""}
   *[other] （「{ $nearest }」ではありませんか）
}
    .hint = 「目標」「実績」「評価」「理由」「備考」のどれかに直してください
calendar-year = 「{ $value }」は年度ではなく{ $year }年（1月から12月）を表すので、使いません
    .hint = 年度の値なら「{ $year }年度」と書いてください。暦年の値なら、備考に移してください。すべての値が暦年なら、どの年も「{ $year }年」と書き、plan.toml の fiscal-year-start を 1 にしてください
no-item = 項目のセルが空なので、この行は使いません
    .hint = 「目標」「実績」「評価」「理由」「備考」のどれかを入れるか、要らない行なら削除してください
stray-row = この行はどのKPIのどの年度のものか分からないので、使いません（「{ $value }」）
    .hint = KPIの行なら、KPIと年度のセルを埋めてください。合計の行なら、そのままでかまいません。要らない行なら削除してください
unread = 「{ $value }」は数値として読み取れないので、書かれたとおりに表示します
    .hint = 数値なら「79%」「1,305人」のように数と単位だけにして、説明は備考に移してください
broken = 「{ $value }」は壊れた値なので、数値として使いません
    .hint = 元の表で数式や桁区切りを直し、正しい値にして保存し直してください
other-value = 「{ $value }」が、隣の列の内容（{ $other }）と食い違うため、数値として読み取らず書かれたとおりに表示します
    .hint = 文のほうが正しければ、その値・単位・状態のセルを空にしてください。そうでなければ文を直してください
missing-translation = 「{ $value }」の{ language-name }訳がありません
    .hint = nendo translations を実行すると translations.csv に行が加わるので、「{ $language }」の列に訳を書いてください。それまでは、言語の印を添えて元のことばのまま表示します
same-translation = 「{ $value }」は、すでに { $other } にあるので、この行は使いません
    .hint = どちらかの行を削除してください
other-translation = 「{ $value }」の{ language-name }訳が、ここでは「{ $translation }」、{ $place } では「{ $other }」です
    .hint = どちらか一方の訳に決めて、両方をそろえてください
other-numbers = 「{ $value }」と、その{ language-name }訳「{ $translation }」とで、数が違います{ $numbers ->
    [0] {""}
   *[other] 。原文だけにある数: { $numbers }
}{ $others ->
    [0] {""}
   *[other] 。訳だけにある数: { $others }
}
    .hint = 間違っている方の数を直してください。どちらも正しければ、両方とも数字で書いてください
unknown-language = 「{ $value }」の言語の文がありますが、サイトの言語（{ $known }）にありません
    .hint = 言語の符号を直すか、site.toml の languages に加えてください。要らない文なら削除してください
missing-unit = 単位「{ $value }」の{ language-name }での言い方がありません
    .hint = nendo translations を実行すると units.csv に行が加わるので、単数形・複数形を書いてください
no-scale = 評価区分の設定がないので、表にある評価から作りました（{ $value }）
    .hint = plan.toml の [[scale]] に、評価の記号・意味・順位を良い順に書いてください
vanished-kpi = KPI「{ $value }」が、{ $other } にはあるのに、この進捗表にありません
    .hint = 番号が変わっただけなら、plan.toml に [kpi."{ $value }"] の行を作り、label に今の名前を書いてください。終わったKPIなら、このままで構いません
changed-name = KPI「{ $value }」のIDは、前の進捗表では「{ $other }」のものだったので、前の年度とはつなげません
    .hint = 別のKPIなら、このままで構いません。同じKPIの名前を変えただけなら、前の年度の評価や目標とつながるように、①-1 のような番号か kpi_id の列をKPIに付けるか、plan.toml に [kpi."ID"] の行を作って label に「{ $value }」と書き、IDを決めてください
unclear-direction = KPI「{ $value }」（ID「{ $id }」）は目標が年々下がっていて、大きいほど良いのか小さいほど良いのか分かりません。達成率は計算しません
    .hint = 小さいほど良い指標なら、plan.toml に [kpi."{ $id }"] の行を作り、その次の行に direction = "lower" と書いてください。大きいほど良い指標なら "higher" と書いてください
new-kpi = KPI「{ $value }」（ID「{ $id }」）は、{ $other } になかった新しいKPIです
    .hint = この年度に始めたKPIなら、このままで構いません。前の進捗表に違う番号と名前で載っているなら、前の年度の評価や目標とつながるように、plan.toml に [kpi."前のID"] の行を作って label に「{ $value }」と書いてください
same-table = 公開された{ $value }年度版の表で、{ $other } と同じ内容なので、読み飛ばします
    .hint = このままで構いません。2つのうち1つは削除できます
unused-file = 「{ $value }」は使われません
    .hint = 進捗表なら、Excelの「名前を付けて保存」でCSVを選び、plans の中の計画のフォルダーに 2023.csv のように年度を名前にして保存してください。ページの原稿なら about.ja.md のような名前にし、ほかのものは入力フォルダーの外へ移してください
missing-page = ページの原稿「{ $value }」がないので、他の言語の原稿を表示します
    .hint = この名前のファイルを作り、訳した原稿を書いてください
dead-link = リンク「{ $value }」の先がありません（{ $page } など）
    .hint = kpis.html、../en/about.html、service-1.html#service-1-1 のように、どの年度にもあるページのファイル名を書いてください。サイトの外へのリンクは https:// から書きます。画像はテーマの static フォルダーに入れ、../assets/ に続けて名前を書きます
unsafe-link = { $kind ->
        [picture] 画像「{ $value }」はこのサイトのものではないので、説明の文字だけを表示します
       *[other] 「{ $value }」はリンクにできないので、文字として表示します
    }
    .hint = { $kind ->
        [picture] 画像をテーマの static フォルダーに入れ、../assets/ に続けて名前を書いてください。ページは、ほかのサイトから何も読み込みません
       *[other] https://、http://、mailto:、tel: で始まるアドレスか、kpis.html のようなページのファイル名を書いてください
    }
nothing-reported = 実績も評価もまだないので、この計画のページは作りません
    .hint = 実績か評価を1つ以上入れるとページができます。入れてあるのにこの注意が出るときは、ファイル名の年度を確かめてください
low-contrast = 色 { $above } と、その地の { $below } とのコントラスト比が、[{ $look }] で { $ratio }:1 です（{ $least }:1 以上が必要です）
    .hint = この行の色を、もっと暗くするか明るくして、相手の色から離してください。暗い画面だけの色は [dark] に、紙だけの色は [print] に書きます
audit = { $direction ->
        [lower] （2×目標{ $target }－実績{ $actual }）÷目標は{ $attainment }%で、基準では{ $due }、表では{ $value }です
       *[higher] 実績{ $actual }は目標{ $target }の{ $attainment }%で、基準では{ $due }、表では{ $value }です
    }
    .hint = 評価・実績・目標を元の表で確かめてください。理由があって付けた評価なら、このままで構いません。{ $direction ->
        [lower] 大きいほど良い指標なら、plan.toml のこのKPIの設定に direction = "higher"
       *[higher] 小さいほど良い指標なら、plan.toml のこのKPIの設定に direction = "lower"
    } と書いてください
no-audit-rule = 計画「{ $value }」には、評価を確かめる基準がありません
    .hint = plan.toml の [audit] に、"A" = 100、"B" = 95 のように、その評価になる達成率（%）の下限を書いてください

io-not-found = ファイルかフォルダーがありません
io-permission-denied = アクセス権がありません
io-storage-full = 空き容量がありません
io-read-only = 読み取り専用の場所です
io-not-a-folder = フォルダーではありません
io-is-a-folder = ファイルではなくフォルダーです

language-name = { $language ->
    [ja] 日本語
    [en] 英語
    [pt] ポルトガル語
    [pt-BR] ポルトガル語
    [es] スペイン語
    [zh] 中国語
    [zh-Hans] 中国語（簡体字）
    [zh-Hant] 中国語（繁体字）
    [ko] 韓国語
    [vi] ベトナム語
    [tl] タガログ語
    [fil] フィリピノ語
    [id] インドネシア語
    [ne] ネパール語
   *[other] 言語「{ $language }」
}

## 問題の示し方

severity-error = エラー
severity-warning = 注意
severity-note = お知らせ
hint = 対処
origin-row = { $file } { $row }行目
origin-line = { $file } { $row }行目
origin-cell = { $file } { $row }行目 { $column }
origin-column = { $file } { $column }
column = { $letters }列
rest = …ほかに「{ $code }」がこのファイルに{ $count }件あります（--format json ですべて出します）
column-headed = { $letters }列「{ $header }」

## 結び

errors = エラー{ $count }件
warnings = 注意{ $count }件
notes = お知らせ{ $count }件
count-separator = 、
built = { $years }年度分・{ $languages }言語: { $pages }ページ、グラフ{ $charts }点を作りました。書き込み{ $written }件、変更なし{ $unchanged }件、削除{ $removed }件（{ $seconds }秒）→ { $out }{ $draft ->
    [0] {""}
   *[other] （下書き）
}{ $problems ->
    [0] {""}
   *[other] （{ $counts }）
}
failed = { $counts }。{ $out } は元のままです
failed-strict = { $counts }（--strict のため、注意があると作りません）。{ $out } は元のままです
stopped = 中止しました。{ $out } は元のままです
receipt-within = --receipt のファイルが、入力フォルダーか、サイトを書き出すフォルダーの中になっています
receipt-within-hint = どちらのフォルダーでもない所を指定してください（何も変えていません）
why-absent = { $file }: サイトにこのファイルはありません
why-plan-kept = { $file }: もとになるものに変更がないため、作り直しませんでした
why-kept = { $file }: 表示する内容が同じため、作り直しませんでした
why-same = { $file }: 作り直しましたが、中身は同じでした
why-written = { $file }: 作り直して、書き込みました
why-new = 新規
why-as-before = 変更なし
why-was = 前回 { $key }
interrupted = { $counts }。{ $out } は一部だけが新しくなっています。原因を取り除いて、もう一度実行してください
checked = 計画{ $plans }件・{ $years }年度分・{ $languages }言語・KPI{ $kpis }件・{ $pages }ページを確かめました。{ $problems ->
    [0] 問題はありません
   *[other] { $counts }
}
translations = 翻訳: { $coverage }
translations-failed = { $counts }。訳の表は元のままです
table-supplemented = { $file }: { $added }行を加えました{ $unused ->
    [0] {""}
   *[other] 、使われていない{ $unused }行に印を付けました
}{ $again ->
    [0] {""}
   *[other] 、再び使われる{ $again }行の印を消しました
}
table-kept = { $file }: 加える行はなく、元のままです{ $unused ->
    [0] {""}
   *[other] （使われていない印の付いた行が{ $unused }行）
}
still-missing = { language-name }（{ $language }）: { $texts ->
    [0] { $units ->
        [0] すべて訳されています
       *[other] 訳のない単位が{ $units }件あります
    }
   *[other] 訳のない文が{ $texts }件{ $units ->
        [0] {""}
       *[other] 、単位が{ $units }件
    }あります
}
serving = { $url } で表示しています（Ctrl-Cで終了）
serve-built = 書き込み{ $written }件、変更なし{ $unchanged }件、削除{ $removed }件（{ $seconds }秒）{ $problems ->
    [0] {""}
   *[other] （{ $counts }）
}
serve-failed = { $counts }。{ $stands ->
    [0] サイトはまだありません
   *[other] 前回の正しいサイトを残しています
}
serve-wide = 注意: このパソコンに接続できる人は、だれでもプレビューを見られます。ほかの機器からのアドレスは { $url } です
serve-polls = お知らせ: システムが変更を知らせないため、ファイルを1秒ごとに確かめます（{ $reason }）
serve-too-many-folders = フォルダーの数が、システムの見張れる数を超えています
serve-silent = ファイルシステム { $name } は変更を知らせません
serve-no-browser = お知らせ: ブラウザーを開けませんでした。上のアドレスをブラウザーで開いてください
serve-taken = ポート { $value } は、他のソフトが使っています
serve-taken-hint = そのソフトを終了するか、--port で別の番号を指定してください。--port を付けなければ、空いている番号を使います
serve-forbidden = ポート { $value } は、システムが使わせません
serve-forbidden-hint = --port で1024以上の番号を指定してください
serve-not-ours = { $value } は、このパソコンのアドレスではありません
serve-not-ours-hint = --host を付けないか、このパソコンの全アドレスを表す 0.0.0.0 を指定してください
serve-io = プレビューを始められません（{ $value }）
serve-io-hint = --host を付けず、--port で別の番号を指定して、もう一度試してください
progress = 作成中 { $bar } { $done }/{ $plans }計画、残り約{ $left }

## 表をどう読み取ったか

saved = { $encoding }、{ $delimiter ->
    [tab] タブ区切り
    [semicolon] セミコロン区切り
   *[other] コンマ区切り
}
table-saved = { $file }: { saved }
more-tables = …ほか{ $tables }件の表
explained-table = { $file }（{ saved }、見出しは{ $row }行目）
explained-columns = 列
explained-numeric = （{ $unit ->
    [0] 数値
   *[other] 数値・{ $unit }
}、{ $direction ->
    [lower] 小さいほど良い
    [higher] 大きいほど良い
    [assumed] 大きいほど良いとみなす
   *[other] 良い方向は不明
}）
explained-words = （文章のKPI。グラフなし）
explained-cells = KPI（セル、何の値か、書かれたもの → 読み取り）
explained-unused = 使われないセル
purpose-level = 計画の第{ $level }階層
purpose-kpi = KPIの名前
purpose-kpi-id = KPIのID
purpose-item = 行の項目（目標・実績など）
purpose-year = 行の年度
purpose-values = 値（項目は行ごと）
purpose-target = 目標
purpose-actual = 実績
purpose-evaluation = 評価
purpose-reason = 理由
purpose-note = 備考
purpose-baseline = 基準値
purpose-final-target = 最終目標
purpose-unit = 単位
purpose-section = 担当課
purpose-kpi-number = KPIの番号
purpose-counting = 累計か単年か
purpose-direction = 望ましい方向
purpose-derived = 達成率などの計算値（使わない）
purpose-calendar-year = 暦年の値（使わない）
purpose-attested = nendoが公開したときに読み取った結果（照合用）
purpose-ignored = 使わない列
purpose-unknown = 役割が分からず、使わない
purpose-values-of-year = { $year }年度の値（目標か実績かなどは行ごと）
purpose-of-year = { $year }年度の{ $purpose }
read-at-least = { $value } 以上
read-at-most = { $value } 以下
read-more-than = { $value } 超
read-less-than = { $value } 未満
read-about = 約 { $value }
read-magnitude = 「{ $value }」単位の表記
read-cumulative = 累計
read-revised-upward = 上方修正
read-revised-downward = 下方修正
read-revised-unspecified = 修正あり
read-label = 「{ $value }」の値
read-tail = 「{ $value }」が続く
read-part = { $name }: { $value }
read-note = 注記「{ $value }」
read-joint = 、
read-range = { $low } から { $high } まで
read-change = 増減（水準としては描かない）
read-several = 複数の値: { $value }
read-total = { $value }（合計）
read-text = 文章
read-list = 箇条書き{ $items }項目
read-not-set = 値なし
read-not-set-because = 値なし（{ $value }）
read-closed = 完了
read-closed-in = { $value }年度末で完了
read-broken = 壊れた値（数値にしない）
read-unread = 読み取れない（数値にせず、書かれたとおりに表示）
read-grade = 評価 { $value }
read-no-grade = 評価なし
read-unused = 使わない

## 機械可読性

readability-title = 機械可読性（デジタル庁「行政データにおける機械可読性に関するルール」。各レベル100点）
readability-input = 入力のファイル
readability-published = 公開することになるファイル
readability-scores = { $file }{ $more ->
    [0] {""}
   *[other] {" "}ほか{ $more }ファイル
}: レベル1 { $one }点、レベル2 { $two }点、レベル3 { $three }点
readability-unscored = —
readability-broken = { $rule } { $name }: { $spots }
readability-more = { $spots } ほか{ $more }か所
readability-mend = 直し方: { $mend }
readability-unjudged = 判定しない規則: { $rules }（{ $why }）
readability-workbook = Excelブックの規則で、CSVには当たらない
readability-people = 空白がゼロのことかどうかは、表を作った人にしか分からない
readability-separator = 、
spot-file = ファイル全体
spot-row = { $row }行目
spot-column = { $column }列
spot-missing = { $file } がない
rule-l1-01 = 機械が読める形式
mend-l1-01 = Excelで「CSV UTF-8（コンマ区切り）」として保存し直す
rule-l1-02 = 1ファイルに1つの表
mend-l1-02 = 2つ目の見出しを消して1つの表にするか、ファイルを分ける
rule-l1-03 = 空の行や列で分かれていない
mend-l1-03 = 空の行と列を消す
rule-l1-04 = 表の外に何も書いていない
mend-l1-04 = 表題・単位・注を消し、必要なことは列にするか、別のファイルに書く
rule-l1-05 = どの列にも意味の分かる項目名がある
mend-l1-05 = 列に、中身の分かる項目名を付ける
rule-l1-06 = 空白や改行で体裁を整えていない
mend-l1-06 = 前後の空白、続いた空白、字間の空白、項目名の中の改行を消す
rule-l1-07 = 1セルに1つのデータ
mend-l1-07 = セルの中のほかの値を、別の列か行に移す
rule-l1-08 = 機種依存文字がない
mend-l1-08 = ①は(1)、㎡はm2、Ⅰは半角のI、～は半角の~、半角カナは全角に直す。外字はふつうの字に替える
rule-l1-09 = 空白とゼロを区別している
rule-l1-10 = 図形や画像を置いていない
rule-l1-11 = 書式で違いを表していない
rule-l1-12 = セルを結合していない
rule-l1-13 = 隠れた行や列がない
rule-l1-14 = 1行に1件
mend-l1-14 = セルの中の改行を、空白か「 / 」に替える
rule-l1-15 = コンマのある値は引用符で囲む
mend-l1-15 = 値を " で囲み、値の中の " は2つ重ねる（Excelで保存し直せばそうなる）
rule-l2-01 = 数値の列は数字だけ
mend-l2-01 = 単位・けた区切り・注・▲を取り、数字（負の数は -）だけにする。単位と注は別の列に書く
rule-l2-02 = 項目の省略がない
mend-l2-02 = 空のセルと「〃」「同上」に、上と同じ名前を入れる
rule-l2-03 = 項目名が1行で、重ならない
mend-l2-03 = 見出しを1行にまとめ、どの列も違う名前にする
rule-l2-04 = 選択肢の書き方がそろっている
mend-l2-04 = 全角と半角、空白、括弧の注をそろえ、同じ選択肢は同じ書き方にする
rule-l2-05 = 「その他」の内容が別の列にある
mend-l2-05 = 「その他」だけを残し、内容は別の列に移す
rule-l2-06 = 数式が残っていない
rule-l3-01 = 項目名の行で始まり、次の行からデータ
mend-l3-01 = 見出しより上の行を消し、見出しを1行にする
rule-l3-02 = コード表がある
mend-l3-02 = 評価の意味を plan.toml の [[scale]] に書く（公開するファイルでは、コード表を同じフォルダーに置く）
rule-l3-03 = 数値の列の記号が説明されている
mend-l3-03 = 「—」などの記号を消して空のセルにするか、意味をファイルの中に書く
rule-l3-04 = 数値に単位がある
mend-l3-04 = 項目名に（人）のように単位を書くか、単位の列を作る
rule-l3-05 = 時間の書き方が標準どおり
mend-l3-05 = 西暦にするか、令和5(2023)年度のように西暦を添え、列の中で書き方をそろえる
rule-l3-06 = 地域コードか正式な地域名
mend-l3-06 = 地域コードの列に正しいコードを入れ（公開するファイルでは site.toml の municipality-code）、都道府県名は「県」まで書く
rule-l3-07 = 年度によって形式が変わらない
mend-l3-07 = 項目名と列の順を、前の年度の表にそろえる
rule-l3-08 = 項目の定義と更新履歴がある
mend-l3-08 = 定義（csv-metadata.json）と説明（readme）を同じフォルダーに置き、項目名を英数字にする
rule-l3-09 = 縦持ち
mend-l3-09 = 年度ごとの列をやめ、「年度」の列を作って1年度を1行にする

## 使い方

about = 計画の進捗表（CSV）から、日本語と英語のウェブサイトを年度ごとに作ります
about-build = サイトを作ります
about-serve = サイトをブラウザーで表示し、ファイルを保存するたびに作り直します
about-new = 新しい計画のための入力フォルダーを作ります
about-check = 進捗表・設定・訳に問題がないか調べます（何も書き込みません）
about-translations = translations.csv と units.csv に、足りない行を加えます
commands = コマンド
options = オプション
usage = 使い方
usage-root = nendo [オプション] <コマンド>
usage-build = nendo build [オプション]
usage-serve = nendo serve [オプション]
usage-check = nendo check [オプション]
usage-new = nendo new [フォルダー] [オプション]
usage-translations = nendo translations [オプション]
command = コマンド
folder = フォルダー
file = ファイル
number = 番号
address = アドレス
time = 日時
count = 数
value = 値
answers = 答え（指定しなければ尋ねます）
option-content =
    進捗表・設定・翻訳を読むフォルダー
    （指定しなければ content）
option-out =
    サイトを書き出すフォルダー
    （指定しなければ public）
option-port =
    表示に使うポート（指定しなければ 8000、
    使用中なら次の空き番号）
option-host =
    待ち受けるアドレス（指定しなければ、
    このパソコンだけの 127.0.0.1）
option-open = サイトをブラウザーで開く
option-poll =
    ファイルを1秒ごとに確かめる（変更が
    知らされない共有フォルダー向け）
option-draft =
    公開前の確認用に、各ページに「下書き」と
    入れる（このままでは公開できません）
option-receipt =
    何から何を作ったかの記録（JSON）を、
    このファイルにも書く
option-time =
    記録に書く日時。2024-06-28T09:00:00+09:00
    のように（指定しなければ、環境変数
    SOURCE_DATE_EPOCH の日時）
option-why =
    このファイルを作り直したか、その理由は何かを、
    もとになるものごとのキーで示す
option-theme =
    標準のテーマのファイルを置き換えるフォルダー
    （指定しなければ site.toml の theme）
option-threads =
    同時に使うスレッドの数
    （指定しなければCPUの数）
option-strict = 注意が1件でもあれば失敗とします
option-explain =
    各列・各セルをどう読み取ったか、使わないセルは
    どれかも表示します
option-audit =
    評価を plan.toml の [audit] の基準とも比べ、
    違うものを知らせます
option-readability =
    表の機械可読性を、デジタル庁の規則で採点します
    （入力と、公開することになるCSV）
answer-table =
    はじめに使う進捗表（CSV）。そのまま写します
    （指定しなければ見本の表を作ります）
answer-name = 団体の名前（例: 浜松市）
answer-name-en = 団体の名前の英語
answer-code = 全国地方公共団体コード（6桁）
answer-plan =
    計画の短い名前。半角の英小文字と数字
    （URLに使います。指定しなければ plan）
answer-title = 計画の名前（例: 浜松市DX推進計画）
answer-title-en = 計画の名前の英語
answer-scale =
    評価の段階。a-c、a-d、a-e、s-c、s-d、marks、
    marks-3、achieved、on-track、progress、5-1、1-5
    （指定しなければ、表にある評価から選びます）
answer-year =
    表の年度（例: 2023、R5）
    （指定しなければ、表の見出しか名前から読み取ります）
option-yes = 何も尋ねず、既定の答えにします
option-lang =
    画面に出すことば。ja（日本語）か en（英語）
    （指定しなければ環境に合わせます）
option-format =
    問題の示し方。full（説明と対処）、
    short（1件1行）、json（1行に1つのJSON）
    （指定しなければ full）
option-help = この説明を表示します
option-version = バージョンを表示します
examples =
    例:
      nendo new              いくつかの問いに答えて content フォルダーを作る
      nendo check            content フォルダーに問題がないかを調べる
      nendo build            content フォルダーから public フォルダーにサイトを作る
      nendo build --help     build のオプションを見る
examples-build =
    例:
      nendo build
      nendo build --content R5原稿 --out 公開用
      nendo build --strict --format short
      nendo build --draft --out 下書き   公開前に、課の中で見てもらう
      nendo build --why dx/2023/ja/index.html

    前回と同じ内容のページは作り直しません。
    エラーが1件でもあれば、何も書き込まず、前に作ったサイトを残します。
    終了コード: 0 成功、1 問題あり、2 使い方の誤り、130 Ctrl-Cで中止
examples-serve =
    例:
      nendo serve --open
      nendo serve --content R5原稿 --port 8080
      nendo serve --host 0.0.0.0   同じネットワークのスマートフォンで見る
      nendo serve --poll           共有フォルダーで使う

    CSVを保存すると、開いているページに反映します。誤りがあるときは、
    内容をページに示し、前回の正しいサイトを残します。Ctrl-Cで終了します。
    終了コード: 0 終了、1 始められない、2 使い方の誤り
examples-check =
    例:
      nendo check
      nendo check --content R5原稿 --strict
      nendo check --explain  各列・各セルをどう読み取ったか見る
      nendo check --audit    評価を市の基準と比べる
      nendo check --readability  表の機械可読性を採点する
      nendo check --format json > 問題.jsonl

    終了コード: 0 成功、1 問題あり、2 使い方の誤り
examples-translations =
    例:
      nendo translations
      nendo translations --content R5原稿
      nendo check            何も書き込まずに、足りない訳を一覧にする

    新しい行は最後に加わるので、空いているセルに訳を入れてください。
    使われなくなった行は消さずに、「未使用」の列に x を付けます。
    エラーがあるときは何も書き込みません。
    終了コード: 0 成功、1 問題あり、2 使い方の誤り

examples-new =
    例:
      nendo new
      nendo new aoba --table 進捗表.csv --name 青葉市 --plan dx
      nendo new mihon --scale marks --year R6 --yes

    フォルダーの名前を書かなければ content です。空でないフォルダーには作りません。
    指定していないことは、画面で1つずつ尋ねます。
    終了コード: 0 成功、1 問題あり、2 使い方の誤り

## 新しい入力フォルダー

ask-intro = いくつかお尋ねします。Enterキーだけを押すと、[ ] の中の答えになります。やめるときは Ctrl+C を押してください。
ask-table = 進捗表（CSV）のファイル
ask-name = 団体の名前
ask-name-en = 団体の名前の英語
ask-code = 全国地方公共団体コード（6桁）
ask-plan = 計画の短い名前（URLに使います。例: dx）
ask-title = 計画の名前
ask-title-en = 計画の名前の英語
ask-scale = 評価の段階
ask-year = 表の年度
ask-none = なし
ask-later = あとで書く
ask-scale-own = 表にある評価のまま（{ $known }）{ $others ->
    [0] {""}
   *[other] 。次も選べます: { $others }
}
ask-nobody = 答えを打てる画面がないので何も尋ねず、指定のない答えは既定のものにしました（渡された入力は読みません）。これでよければ --yes を付けてください
ask-left = やめました。何も作っていません
no-answer = { $option } が必要です
why-folder = このフォルダーは空ではありません。まだないフォルダーの名前にしてください（何も変えていません）
why-workbook = Excelなどのブックのままでは読めません。Excelで進捗表のシートを開き、「名前を付けて保存」でファイルの種類を「CSV UTF-8（コンマ区切り）」にして、できたCSVファイルを指定してください
why-name = 1文字以上の名前を書いてください
why-code = 検査数字を含む6桁の数字です。5桁のコードの後に検査数字が1つ付きます（例: 浜松市は 221309）。分からなければ空にして、あとで site.toml に書けます
why-plan = 半角の英小文字・数字・ハイフンだけで、英小文字か数字で始めてください（例: dx）。assets やWindowsの装置の名前は使えません
why-scale = 次のどれかを書いてください: { $known }
why-years = ファイルの名前は{ $named }年度、表のいちばん新しい実績か評価は{ $reported }年度です。報告の年度を 2023 や R5 のように書いてください
why-year = 表がどの年度の報告かを、2023 や R5 のように書いてください
made = 「{ $folder }」を作りました
next-steps = 次にすること:
bullet = {"・ "}
next-problems = 上に問題が出ていれば直す
next-slugs = plan.toml の [slugs] の p1、p2 を、URLに使う名前に変える
next-table = plans/{ $plan } の中の見本の表を、自分の進捗表（CSV）に置き換える
next-sample-slugs = plan.toml の [slugs] を自分の表の柱に合わせる
next-sample = site.toml の見本の行（source と notice）を直す
next-name = 団体の名前は仮のもの。site.toml、plan.toml、pages の原稿の「{ $ja }」（{ $en }）を直し、site.toml の notice を消す
next-meanings = plan.toml の [[scale]] に、評価の意味・順位・tone を書く
next-answered = plan.toml の [[scale]] の意味（{ $meant }）が、市の決まりと同じかを確かめる
next-assumed = 評価の意味は、よくあるもの（{ $meant }）を仮に入れた。市の決まりと同じかを確かめ、違えば plan.toml の [[scale]] を直す
next =
    使うコマンド:
      nendo check{ $content }         もう一度確かめる
      nendo translations{ $content }  英訳を書き込む表を作る
      nendo build{ $content }         public フォルダーにサイトを作る
    できたサイトは、public フォルダーの index.html をダブルクリックすると見られます

## 使い方の誤り

wrong-option = オプション「{ $value }」はありません
wrong-command = コマンド「{ $value }」はありません
no-command = コマンドがありません
no-value = { $option } に値がありません
wrong-folder = フォルダー「{ $value }」は使えません
problem-line = { $message }（{ $place }）。{ $hint }
wrong-value = { $option } に「{ $value }」は使えません
wrong-choice = { $option } に「{ $value }」は使えません（使える値: { $known }）
repeated = { $option } が2回以上あります
not-taken = { $option } に値は付けられません
did-you-mean = もしかして: { $value }
see-help = 使い方は --help で見られます

about-rollover = いちばん新しい進捗表から、翌年度の進捗表を作ります
usage-rollover = nendo rollover [計画] [年度] [オプション]
examples-rollover =
    目標は引き継ぎ、実績と評価は空にし、完了したKPIは除きます。
    レイアウトと文字コードは前の進捗表と同じで、前の進捗表は変えません。

    例:
      nendo rollover              ただ1つの計画の、翌年度の進捗表
      nendo rollover dx           plans/dx の計画の、翌年度の進捗表
      nendo rollover dx 2024      2024年度の進捗表
option-plan =
    plans の中の、計画のフォルダーの名前
    （計画が1つなら、書かなくてもかまいません）
option-year =
    2024 や R6 のような年度
    （書かなければ最新の進捗表の翌年度）
plan = 計画
year = 年度
rolled-over = { $before } から { $file } を作りました（KPI{ $kpis }件）
rolled-over-left-out = 完了したため除いたKPI（{ $count }件）:
rolled-over-kept = 完了していますが、除くと番号のない他のKPIや階層のIDが変わるため残したKPI（{ $count }件。除くときは、先に plan.toml で他のKPIのIDを固定するか、階層に番号を付けてください）:
rolled-over-kept-for-levels = 完了していますが、除くと他のいちばん上の階層のアドレスが変わるため残したKPI（{ $count }件。除くときは、先に plan.toml の [slugs] で、いちばん上の階層に名前を付けてください）:
rolled-over-with-result = { $year }年度の実績か評価がすでに書かれているKPI（{ $count }件。そのまま残したので、nendo build でその年度のサイトができます）:
rolled-over-without-target = { $year }年度の目標がまだないKPI（{ $count }件）:
rolled-over-titles = 見出しより上の文の年度を変えました。正しいかを確かめてください: { $places }
rolled-over-titles-kept = 見出しより上の文に前の年度が残っています。直すべきかを確かめてください: { $places }
rolled-over-dated = 年度のなかった見出しに、値のある { $before } の年度を付けました: { $headers }
rolled-over-emptied = 年度のない次の列を空にしました。書かれていたことは { $before } に残っています: { $headers }
rolled-over-notes = 年度のない次の備考は、そのまま残しました。{ $year }年度にも合うかを確かめてください: { $headers }
rolled-over-without-actuals = { $file } には、{ $year }年度の実績を書くところがありません。{ $before } に、実績と読み取れる列や行がないためです。
    nendo check --explain で確かめ、plan.toml の [columns] で列の役割を決めてください
rolled-over-next = 次にすること: 元のExcelの表に、{ $file } と同じように{ $year }年度を加えて記入し、「{ $saving ->
        [text] Unicode テキスト
        [local] CSV（コンマ区切り）
       *[other] CSV UTF-8（コンマ区切り）
    }」で { $file } に上書き保存して、{ $check } を実行してください
    （{ $file } をダブルクリックで開いて保存すると、「1-1」が日付に変わるなどします。これをもとにするときは、Excelの「データ」→「テキストまたはCSVから」で取り込んでください）

about-publish = 作ったサイトを市の公開サーバーに載せるか、受け渡し用にまとめる
usage-publish = nendo publish [公開先] [オプション]
target = 公開先
removals = 件数|割合%
option-target =
    公開先の名前。site.toml の [publish.web] なら web
    （1つしかなければ省けます）
option-dry-run = 何が変わるかを示すだけで、何も変えません
option-force =
    他の人がサーバーに置いた、または書き換えた
    ファイルも上書きします
option-allow-outdated =
    サイトを作った後に原稿が変わっていても、
    作ったままのサイトを公開します
option-max-removals =
    尋ねずに削除してよい件数
    （指定しなければ10%。ただし10件までは可）
option-verify =
    公開の後、このアドレスから全ファイルを取得して
    見比べます
examples-publish =
    例:
      nendo publish web --dry-run
      nendo publish web
      nendo publish web --verify https://www.example.lg.jp/progress/
      nendo publish contractor     [publish.contractor] が zip なら、まとめたファイル

    変わったものだけを送ります。設定の書き方は docs/publishing.ja.md にあります。
    サイトは作りません。先に nendo build を実行してください。途中で止まっても、
    次に実行すると続きから送ります。パスワードは実行時に入力するか、
    NENDO_PUBLISH_WEB_PASSWORD のような環境変数で渡します。
    終了コード: 0 成功、1 原稿に問題あり、2 使い方の誤り、3 今のサイトは公開できない、
    4 他の人のファイルがある・削除が多すぎる、5 他の人が公開中、
    6 サーバーや通信の問題、7 公開されたものが違う、130 Ctrl-Cで中止

ask-secret = { $target }（{ $host }）の{ $kind ->
        [access_key_id] アクセスキーID
        [secret_access_key] シークレットアクセスキー
       *[password] パスワード
    }を入力してください:{" "}
ask-removals = サーバーから{ $count }件を削除します。よろしいですか？ [y/N]{" "}

publish-looking = 確認中 { $bar } { $done }/{ $of }
publish-sending = 送信中 { $bar } { $files }/{ $of_files }件、{ $bytes }/{ $of_bytes }、毎秒{ $rate }
publish-removing = 削除中 { $bar } { $done }/{ $of }
publish-waits = 接続が切れました（{ $said }）。{ $seconds }秒後にやり直します（{ $tried }/{ $of }回目）
publish-lock-expired = お知らせ: 終わらなかった前回の公開の印が期限切れになっていたので、取り除きました
publish-ledger-damaged = お知らせ: サーバー上の nendo の記録（_nendo/）が壊れています。サーバーにあるファイルを nendo のものとはみなしません

publish-plan = { $target }（{ $host }）:
publish-resumes =   前回の公開が途中で止まっているので、続きから行います
publish-new =   新しい     { $count }件、{ $bytes }
publish-changed =   変わった   { $count }件、{ $bytes }
publish-removed =   削除する   { $count }件、{ $bytes }
publish-unchanged =   そのまま   { $count }件、{ $bytes }
publish-touched =   サーバー上で他の人が書き換えたファイル: { $count }件
publish-foreign =   サーバーにある、nendo が置いたのではないファイル: { $count }件
publish-more = ほか{ $count }件（--dry-run ですべて示します）
publish-nothing = 公開するものはありません。{ $target } は今のサイトと同じです（{ $unchanged }件）
publish-dry-run = 何も変えていません（--dry-run）
published = { $target } に公開しました。送信{ $sent }件（{ $bytes }）、削除{ $removed }件、そのまま{ $unchanged }件
publish-packed = まとめました: { $archive }（{ $sent }件、{ $bytes }。削除してもらうもの{ $removed }件）

publish-problems = 原稿に問題があるため、公開しません（{ $counts }）
    .hint = 上に示した問題を直し、nendo build を実行してから、もう一度公開してください
publish-no-targets = site.toml に公開先がありません
    .hint = [publish.web] の設定を加えてください。サーバーの種類ごとの書き方は docs/publishing.ja.md にあります
publish-unknown-target = site.toml に [publish.{ $name }] がありません
    .hint = 次の中から選んでください: { $known }
publish-which-target = site.toml に公開先が複数あります
    .hint = 1つを選んでください: { $known }（例: nendo publish { $first }）
publish-no-receipt = 作ったサイトが見つかりません{ $said ->
        [0] {""}
       *[other] （{ $said }）
    }
    .hint = 先に nendo build を、同じ --content と --out で実行してください
publish-draft = このサイトは下書き（nendo build --draft）なので、公開しません
    .hint = --draft を付けずに nendo build を実行してから、もう一度公開してください
publish-outdated = サイトを作った後に原稿が変わっています: { $file }{ $count ->
        [1] {""}
       *[other] {" "}など{ $count }件
    }
    .hint = nendo build を実行し、ページを確かめてから公開してください。作ったままのサイトを公開するときは --allow-outdated を付けます
publish-other-nendo = このサイトは別の版の nendo（{ $version }）で作られています
    .hint = nendo build を実行してから公開してください。作ったままのサイトを公開するときは --allow-outdated を付けます
publish-altered = 作ったサイトのファイルが手で書き換えられています: { $file }{ $count ->
        [1] {""}
       *[other] {" "}など{ $count }件
    }
    .hint = nendo build を実行すると元に戻ります。ページの内容は原稿（content フォルダー）で変えてください
publish-early = 計画 { $plan } は { $day } より前には公開できません
    .hint = その日以降に公開するか、plans/{ $plan }/plan.toml の publish-after を直して nendo build を実行してください
publish-unread = 作ったサイトのファイルを読めません: { $path }（{ $said }）
    .hint = そのファイルを開いているソフトを閉じ、nendo build を実行してから、もう一度公開してください
publish-desk = 記録のファイルを書けません: { $path }（{ $said }）
    .hint = フォルダーに書き込めるか、ディスクに空きがあるかを確かめてください
publish-busy-here = この出力フォルダーで、別の nendo publish が動いています
    .hint = それが終わるまでお待ちください
publish-no-secret = パスワードか鍵が必要ですが、渡されていません
    .hint = 端末で実行すると入力を求めます。または環境変数 { $variables } に入れてください
publish-own-root = 公開先のフォルダーが、原稿や出力のフォルダーと重なっています: { $root }
    .hint = site.toml の root に、原稿とも出力とも別のフォルダー（ウェブサーバーの共有フォルダーなど）を書いてください
publish-no-file = 設定 { $setting } のファイルを読めません: { $path }（{ $said }）
    .hint = site.toml には、完全なパスか、content フォルダーの隣から始まるパスを書いてください
publish-conflicts = サーバーの{ $count }件のファイルが、nendo の置いたままではありません。何も変えていません
    .hint = 上に示したファイルを確かめ、必要なものを別に保存してください。上書きしてよければ --force を付けます
publish-removals = サーバーから{ $removed }件を削除することになり、尋ねずに削除してよい{ $most }件を超えます。何も変えていません
    .hint = --dry-run で一覧を確かめ、正しければ --max-removals { $removed } を付けて実行してください
publish-archive = まとめたファイルを { $path } に書けません（{ $said }）
    .hint = フォルダーに書き込めるか、ディスクに空きがあるかを確かめてください
publish-unfetched = 公開したサイトを { $url } から取得できません（{ $said }）
    .hint = アドレスと通信を確かめてください。サーバーへの送信は終わっています
publish-busy = 他の人が { $since } から { $target } に公開しています
    .hint = 終わるまでお待ちください。残されたままの印は { $until } に自動で期限が切れます
publish-lock-lost = この公開が長く止まっている間に、他の人が { $target } への公開を始めました
    .hint = 終わるのを待って、もう一度 nendo publish を実行してください。続きから行います
publish-moved = その間に他の人が { $target } に公開しました。何も変えていません
    .hint = もう一度 nendo publish を実行してください
publish-newer = { $target } は、より新しい nendo で公開されています
    .hint = このパソコンでも、その版の nendo を使ってください
publish-altered-meanwhile = 公開している間に、サイトのファイルが変わりました: { $path }
    .hint = サイトを作るのと公開するのを同時に行わず、もう一度 nendo publish を実行してください
publish-stopped = 中止しました。{ $host } に書きかけのファイルはありませんが、一部は前の状態のままかもしれません
    .hint = もう一度 nendo publish を実行すると、続きから行います
host-unreachable = { $host } につながりません（{ $said }）
    .hint = site.toml の endpoint、通信、ファイアウォールを確かめてください
host-lost = { $host } との接続が切れ、つなぎ直せませんでした（{ $said }）
    .hint = 通信を確かめてから、もう一度 nendo publish を実行してください。続きから行います。サーバーに書きかけのページはありません
host-login = { $host } が、ユーザー名・パスワード・鍵を受け付けませんでした
    .hint = site.toml の user と、パスワード（入力したもの、または { $variables }）を確かめてください
host-unknown-key = サーバー { $host } の鍵をまだ知りません: { $fingerprint }
    .hint = この指紋が正しいかをサーバーの管理者に確かめてから、site.toml の [publish.{ $target }] に次の行を加えてください: host-key = "{ $fingerprint }"
host-other-key = サーバー { $host } の鍵が、信頼しているものと違います: { $fingerprint }
    .hint = 通信が盗み見られているか、サーバーが更新されています。管理者が新しい指紋を確認するまで進めないでください。確認できたら、site.toml の host-key か known_hosts の行を直します
host-certificate = { $host } の証明書を信頼できません（{ $said }）
    .hint = endpoint の名前を確かめてください。独自の認証局なら、その証明書のファイルを site.toml に ca = "ca.pem" と書きます
host-no-tls = { $host } は暗号化（TLS）に対応していません
    .hint = サーバーの管理者に FTPS か SFTP を使えるか尋ねてください。暗号化しないFTPではパスワードが読み取られます。endpoint = "ftp://…" と allow-plain = true を書いたときだけ使います
host-denied = { $host } が許可していません: { $path }（{ $said }）
    .hint = site.toml の root を確かめ、そこへ書き込む権限をサーバーの管理者に求めてください
host-denied-folder = 読み書きできません: { $path }（{ $said }）
    .hint = site.toml の root と、フォルダーの権限を確かめ、ファイルを開いているソフトがあれば閉じてください
host-full = { $host } に { $path } を置く空きがありません（{ $said }）
    .hint = 空きを作るか、割り当てを増やしてもらってから、もう一度 nendo publish を実行してください。続きから行います
host-key = 秘密鍵を使えません（{ $said }）
    .hint = site.toml の key を確かめてください。パスフレーズのある鍵には、_PASSWORD で終わる環境変数が必要です
host-other = { $host } が受け付けませんでした: { $path }（{ $said }）
    .hint = サーバーに書きかけのファイルはありません。もう一度 nendo publish を実行し、同じなら、この文をサーバーの管理者に見せてください

archive-readme-whole =
    進捗サイト（nendo で作成）

    site/         サイト全体（{ $all }件）。Webサーバーのサイトのフォルダーに、上書きで置いてください。
    manifest.csv  全ファイルの一覧。前回からの区別（new 新しい、changed 変わった、
                  unchanged そのまま、removed 削除）、バイト数、SHA-256

    前回から新しい、または変わったもの: { $files }件、{ $bytes }
    Webサーバーから削除するもの: { $removed }件（manifest.csv の removed）

    順序: .html 以外を先に、次にページ（.html）、削除は最後にしてください。
    サーバーにある他のファイルには触れないでください。
archive-readme-changed =
    進捗サイト（nendo で作成）の、前回から変わったもの

    site/         新しい、または変わったもの（{ $files }件、{ $bytes }）。
                  Webサーバーのサイトのフォルダーに、上書きで置いてください。
    manifest.csv  全ファイルの一覧。前回からの区別（new 新しい、changed 変わった、
                  unchanged そのまま、removed 削除）、バイト数、SHA-256

    Webサーバーから削除するもの: { $removed }件（manifest.csv の removed）

    順序: .html 以外を先に、次にページ（.html）、削除は最後にしてください。
    サーバーにある他のファイルには触れないでください。

verified = 全{ $same }件が、公開したとおりに取得できました（{ $url }）
verified-differing = { $url } では、{ $same }件は公開したとおりですが、{ $count }件が違います:
found-missing = ありません（HTTP { $status }）
found-elsewhere = { $to } に転送されます
found-other = 内容が違います（{ $bytes }）
found-more = ほか{ $count }件
server-examples = これらを直す Apache と nginx の設定例: { $folder }
lack-charset = お知らせ: サーバーが .{ $ending } の文字コードをUTF-8と伝えていません（{ $example } など{ $count }件）
lack-type = お知らせ: サーバーが .{ $ending } の種類を { $expected } でなく{ $said ->
        [0] 何も伝えていません
       *[other] { $said } と伝えています
    }（{ $example } など{ $count }件）
lack-page-kept = お知らせ: 差し替えたページの古いものが、ブラウザーに残ることがあります。Cache-Control: no-cache で防げます（{ $example } など{ $count }件）
lack-asset-not-kept = お知らせ: 変わることのないファイルを、ブラウザーが毎回取り直します。Cache-Control: max-age で防げます（{ $example } など{ $count }件）
lack-compression = お知らせ: .{ $ending } を圧縮せずに送っています（{ $example } など{ $count }件）
lack-sniffing = お知らせ: X-Content-Type-Options: nosniff を送っていません（{ $example } など{ $count }件）
lack-framing = お知らせ: 他のサイトがページを枠の中に表示できます。frame-ancestors で防げます（{ $example } など{ $count }件）
lack-not-found-status = お知らせ: ないページの状態が、404 でなく { $status } です（{ $example } など{ $count }件）
lack-not-found-page = お知らせ: ないページを開いた人に、サイトの 404.html が出ません（{ $example } など{ $count }件）
