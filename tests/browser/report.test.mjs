// Every KPI of the report shows, in its section, what the report says; the facts are tests/cases/hamamatsu/source.md.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { browser, fileUrl } from './browser.mjs'

const circled = '①②③④⑤⑥⑦⑧⑨⑩'
const source = readFileSync(new URL('../cases/hamamatsu/source.md', import.meta.url), 'utf8')

/** A text as it can be compared: without spaces, line breaks and bullets, its brackets and colons narrow. */
const plain = text => text.replaceAll('<br>', '').replaceAll('・', '').replace(/\s+/g, '')
  .replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':')

/** The rows of the report's tables that have so many cells, but their heads. */
function rows(count) {
  const lines = source.split('\n').map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
  return lines.filter(cells => cells.length === count && !['柱', '進捗'].includes(cells[0]) && !cells[0].startsWith('--'))
}

/** The report's KPIs: id, page, and a text for each item and year. */
function kpis() {
  const found = new Map()
  for (const [pillar, initiative, name, item, ...years] of rows(7)) {
    const slug = pillar.startsWith('デジタル') ? 'service' : 'productivity'
    const page = `${slug}-${circled.indexOf(initiative[0]) + 1}`
    const own = /^[①-⑩]-(\d)/.exec(name)?.[1]
    const id = own ? `${page}-${own}` : page
    if (!found.has(id)) found.set(id, { id, page, items: {} })
    found.get(id).items[item] = years.map(plain)
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
      const row = item => [...section.querySelectorAll(`tr.${item} td`)].map(cell => (cell.querySelector('.letter') ?? cell).textContent)
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
      assert.deepEqual(shown[item].map(plain), expected(item), `${id} ${item}`)
    }
    for (const reason of items['理由'] ?? []) assert.ok(plain(shown.all).includes(reason), `${id} 理由`)
    if (shown.chart) charts[id.split('-')[0]] += shown.chart
  }
  assert.deepEqual(charts, { service: 10, productivity: 6 })
  await page.close()
})

test('under each grade stand the initiatives and KPIs of the report, and are counted', async () => {
  const lists = rows(8)
  assert.equal(lists.length, 8)
  const page = await browser.newPage()
  const counts = () => page.evaluate(() => [...document.querySelectorAll('table.counts tbody tr')].map(row =>
    [...row.cells].map(cell => cell.textContent.trim().replace(/\s+/g, ' '))))
  await page.goto(fileUrl('dx/2023/ja/index.html'))
  const shown = await page.evaluate(() => [...document.querySelectorAll('table.by-grade tbody tr')].map(row =>
    [...row.querySelectorAll('td')].map(cell => [...cell.querySelectorAll(':scope > ul > li')].map(item => {
      const copy = item.cloneNode(true)
      copy.querySelectorAll('.reason').forEach(reason => reason.remove())
      return copy.textContent
    }))))
  const counted = await counts()
  lists.forEach(([letter, meaning, total, share, pillar, count, items], at) => {
    const [grade, side] = [Math.floor(at / 2), at % 2]
    const expected = items === '—' ? [] : items.split('<br>').map(plain)
    assert.deepEqual(shown[grade][side].map(plain), expected, `${letter} ${pillar}`)
    assert.deepEqual(counted[grade].slice(0, 2), [`${letter} ${meaning}`, `${total} (${share})`])
    assert.equal(counted[grade][2 + side], count, `${letter} ${pillar}`)
  })
  await page.goto(fileUrl('dx/2022/en/index.html'))
  assert.deepEqual((await counts()).map(row => row.slice(1)), [
    ['9 (37.5%)', '7', '2'], ['15 (62.5%)', '7', '8'], ['0 (0.0%)', '0', '0'], ['0 (0.0%)', '0', '0'], ['1', '1', '0'],
  ])
  await page.close()
})
