// A plan made up to be hard to show: a thousand KPIs on four levels, with sections, grades that are words, long names, no
// translations. Built by the program that `make site` leaves.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after } from 'node:test'
import { site } from './browser.mjs'

const target = process.env.CARGO_TARGET_DIR ?? resolve(site, '..')
const nendo = process.env.NENDO ?? join(target, 'release/nendo')

const settings = `title = "大きな計画"
levels = ["分野", "基本目標", "施策", "取組"]
scale = "on-track"
`

/** Builds it into a folder that lives as long as the tests; gives the folder of its year. */
export function large() {
  const folder = mkdtempSync(join(tmpdir(), 'nendo-large-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const plan = join(folder, 'content/plans/large')
  mkdirSync(plan, { recursive: true })
  writeFileSync(join(plan, 'plan.toml'), settings)
  writeFileSync(join(plan, '2023.csv'), table())
  execFileSync(nendo, ['build', '--content', join(folder, 'content'), '--out', join(folder, 'site')], { stdio: 'pipe' })
  return join(folder, 'site/large/2023')
}

function table() {
  const grades = ['順調', '概ね順調', '遅れ', '']
  const rows = ['分野,基本目標,施策,取組,KPI,担当課,年度,目標,実績,評価']
  for (let at = 0; at < 1000; at++) {
    const [field, goal, measure, work] = [200, 50, 10, 2].map(size => Math.floor(at / size) + 1)
    const levels = [`分野${field}`, `目標${goal}`, `施策${measure}`, `取組${work}`]
    const name = at % 100 === 7 ? 'とても長い名前の指標'.repeat(12) : `ｶﾞｲﾄﾞ作成の件数 第${at + 1}号`
    const values = at % 5 === 4 ? ['計画を策定', '策定済み'] : ['100件', `${50 + at % 90}件`]
    const fixed = [...levels, name, `第${at % 30 + 1}課`]
    rows.push([...fixed, '2022年度', '90件', '80件', grades[(at + 1) % 3]].join())
    rows.push([...fixed, '2023年度', ...values, grades[at % 4]].join())
  }
  return rows.join('\n')
}
