// Content in which every text that a city can type is hostile. Run with a folder, it writes that content there; the tests build on the
// same texts.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What each text holds, after a mark of its own. The last of it turns whatever follows around, where nothing stops it. */
export const attack = `<script>globalThis.hacked=1</script><img src=x onerror=globalThis.hacked=1>" onmouseover="globalThis.hacked=1" x=' onfocus='globalThis.hacked=1' `
  + `]]> --> </style></title></textarea></script></svg> {{ 7*191 }} {% raw %} %s { $x } &amp; javascript:globalThis.hacked=1 \u202eabc`

/** A text of 20,000 letters without a place to break. */
export const long = 'x'.repeat(20000)

const text = mark => `${mark} ${attack}`
const toml = value => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}\\u0000"`
const csv = value => `"${value.replaceAll('"', '""')}"`
const both = mark => `{ ja = ${toml(text(`${mark}和`))}, en = ${toml(text(`${mark}E`))} }`
const table = rows => rows.map(row => row.map(csv).join(',')).join('\r\n') + '\r\n'

/** The marks of texts that a page shows in each language: given for both, translated, or not. */
export const marks = {
  settings: ['site', 'publisher', 'source', 'notice', 'plan', 'level1', 'level2', 'meaning'],
  cells: ['柱', '取組', '指標', '理由', '備考', '部署', '文章'],
}

const words = mark => [text(mark), text(`${mark}E`)]

const files = {
  'site.toml': `title = ${both('site')}
publisher = ${both('publisher')}
source = ${both('source')}
notice = ${both('notice')}
languages = ["ja", "en"]
municipality-code = "221309"
base-url = "https://city.example/a/"
licence = "CC-BY-4.0"
`,
  'plans/dx/plan.toml': `title = ${both('plan')}
levels = [${both('level1')}, ${both('level2')}]
[published]
"2023" = 2024-06-28
[[scale]]
grade = "<b>"
meaning = ${both('meaning')}
rank = 1
tone = "ahead"
[[scale]]
grade = "\\" onclick="
rank = 2
tone = "behind"
`,
  'plans/dx/2023.csv': table([
    ['柱', '取組', 'KPI', '担当課', '項目', '2022年度', '2023年度', '理由', '備考'],
    [text('柱'), text('取組'), text('指標'), text('部署'), '目標', '80%', '90%', text('理由'), text('備考')],
    ['', '', '', '', '実績', '70%', '95%', '', ''],
    ['', '', '', '', '評価', '" onclick=', '<b>', '', ''],
    ['', text('取組二'), text('文章'), long, '目標', text('目標文'), text('目標文'), long, ''],
    ['', '', '', '', '実績', text('実績文'), text('実績文'), '', ''],
    ['', '', '', '', '評価', '<b>', '" onclick=', '', ''],
    [`${long}`, `${long}y`, `${long}z`, '', '目標', `5<i>${attack.slice(0, 40)}`, '6件', '', ''],
    ['', '', '', '', '実績', '5件', '7件\u202e', '', ''],
  ]),
  'translations.csv': table([['ja', 'en'], words('柱'), words('取組'), words('指標'), words('理由'), words('部署')]),
  'units.csv': table([['unit', 'en-one', 'en-other'], ['件', text('case'), text('cases')]]),
  'pages/about.ja.md': `# ${text('頁').replaceAll('\n', ' ')}\n\n${text('段落')}\n\n\`コード\u202eabc\u0001\` [題](index.html "\u202eabc\u0001")\n\n[悪](javascript:globalThis.hacked=1) ![像](data:image/png,x)\n\n`
    + `| a | b |\n|---|---|\n| ${text('表')} | ${long} |\n`,
  'pages/about.en.md': `# ${text('page')}\n\n<div onclick="globalThis.hacked=1">${attack}</div>\n`,
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of Object.entries(files)) {
    const file = join(process.argv[2], path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
