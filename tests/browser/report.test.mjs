// Every KPI of the report shows, in its section, what the report says; the facts are tests/cases/hamamatsu/source.md.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileUrl, launch } from './browser.mjs'

let browser
before(async () => { browser = await launch() })
after(() => browser.close())

const circled = '①②③④⑤⑥⑦⑧⑨⑩'
const fold = text => text.replaceAll('<br>', '').replaceAll('・', '').replace(/\s+/g, '')

/** The report's rows, grouped by KPI: id, page, and a text for each item and year. */
function kpis() {
  const found = new Map()
  const source = readFileSync(new URL('../cases/hamamatsu/source.md', import.meta.url), 'utf8')
  for (const line of source.split('\n')) {
    const cells = line.split('|').slice(1, -1).map(cell => cell.trim())
    if (cells.length !== 7 || cells[0] === '柱' || cells[0].startsWith('--')) continue
    const [pillar, initiative, name, item, ...years] = cells
    const slug = pillar.startsWith('デジタル') ? 'service' : 'productivity'
    const number = circled.indexOf(initiative[0]) + 1
    const own = /^[①-⑩]-(\d)/.exec(name)?.[1]
    const page = `${slug}-${number}`
    const id = own ? `${page}-${own}` : page
    if (!found.has(id)) found.set(id, { id, page, items: {} })
    found.get(id).items[item] = years.map(fold)
  }
  return [...found.values()]
}

test('the sections say what the report says', async () => {
  const all = kpis()
  assert.equal(all.length, 25)
  const page = await browser.newPage()
  let charts = { service: 0, productivity: 0 }
  for (const { id, page: name, items } of all) {
    await page.goto(fileUrl(`dx/2023/ja/${name}.html`))
    const shown = await page.evaluate(id => {
      const section = document.getElementById(id)
      const row = item => [...section.querySelectorAll(`tr.${item} td`)].map(cell => cell.textContent)
      return {
        heads: [...section.querySelectorAll('thead th')].slice(1).map(head => head.textContent),
        目標: row('target'), 実績: row('actual'), 評価: row('evaluation'),
        chart: section.querySelectorAll('svg.chart').length,
        all: section.textContent,
      }
    }, id)
    assert.deepEqual(shown.heads, ['2022年度', '2023年度', '2024年度'], id)
    // A blank after the completion of a target says so; a reason beside a dash keeps the report's brackets.
    const closed = items['目標'].findIndex(text => text.includes('目標完了'))
    const expected = item => items[item].map((text, year) =>
      item !== '評価' && text === '—' && closed >= 0 && year >= closed ? '完了' : text)
    for (const item of ['目標', '実績', '評価']) {
      assert.deepEqual(shown[item].map(text => fold(text).replaceAll('（', '(').replaceAll('）', ')')), expected(item), `${id} ${item}`)
    }
    for (const reason of items['理由'] ?? []) assert.ok(fold(shown.all).includes(reason), `${id} 理由`)
    if (shown.chart) charts[id.split('-')[0]] += shown.chart
  }
  assert.deepEqual(charts, { service: 10, productivity: 6 })
  await page.close()
})

test('under each grade stand the initiatives and KPIs of the report', async () => {
  const source = readFileSync(new URL('../cases/hamamatsu/source.md', import.meta.url), 'utf8')
  const rows = source.split('\n').map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
  const lists = rows.filter(cells => cells.length === 8 && /^[A-D]$/.test(cells[0]))
  assert.equal(lists.length, 8)
  const page = await browser.newPage()
  await page.goto(fileUrl('dx/2023/ja/index.html'))
  const shown = await page.evaluate(() => [...document.querySelectorAll('table.by-grade tbody tr')].map(row =>
    [...row.querySelectorAll('td')].map(cell => [...cell.querySelectorAll(':scope > ul > li')].map(item => {
      const copy = item.cloneNode(true)
      copy.querySelectorAll('.reason').forEach(reason => reason.remove())
      return copy.textContent
    }))))
  const plain = text => text.replace(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':')
  lists.forEach((cells, at) => {
    const expected = cells[6] === '—' ? [] : cells[6].split('<br>').map(item => plain(item.replace(/^・/, '')))
    assert.deepEqual(shown[Math.floor(at / 2)][at % 2].map(plain), expected, `${cells[0]} ${cells[4]}`)
  })
  await page.close()
})
