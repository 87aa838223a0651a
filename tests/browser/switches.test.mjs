// Switches, counts and charts, from file:// and from a plain file server at its root and in a sub-folder.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { launch, serve, site, watch } from './browser.mjs'

let browser
let folder
const servers = []
const roots = new Map([['file://', pathToFileURL(site).href + '/']])

before(async () => {
  browser = await launch()
  const root = await serve(site)
  folder = mkdtempSync(join(tmpdir(), 'nendo-browser-'))
  cpSync(site, join(folder, 'progress', 'site'), { recursive: true })
  const nested = await serve(folder)
  servers.push(root, nested)
  roots.set('http root', root.address)
  roots.set('http sub-folder', `${nested.address}progress/site/`)
})
after(async () => {
  servers.forEach(server => server.stop())
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

for (const name of ['file://', 'http root', 'http sub-folder']) {
  test(`switches keep the reader on the same page: ${name}`, async () => {
    const root = roots.get(name)
    const page = await browser.newPage()
    const faults = watch(page, root)
    await page.goto(`${root}index.html`)
    await page.getByRole('link', { name: '2023年度（令和5年度）' }).click()
    assert.equal(page.url(), `${root}dx/2023/ja/index.html`)
    await page.goto(`${root}dx/2023/ja/service-1.html`)
    assert.match(await page.title(), /^①行政手続きのオンライン化の推進｜2023年度/)
    await page.getByRole('link', { name: 'English', exact: true }).click()
    assert.equal(page.url(), `${root}dx/2023/en/service-1.html`)
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
    assert.match(await page.title(), /^① Promoting online administrative procedures \| FY2023/)
    await page.getByRole('link', { name: 'FY2022', exact: true }).click()
    assert.equal(page.url(), `${root}dx/2022/en/service-1.html`)
    await page.getByRole('link', { name: '日本語', exact: true }).click()
    assert.equal(page.url(), `${root}dx/2022/ja/service-1.html`)
    assert.deepEqual(faults, [])
    await page.close()
  })
}

test('a chart says its name and what it shows', async () => {
  const page = await browser.newPage()
  for (const [lang, name, description] of [
    ['ja', '①-1 オンライン化率(件数ベース)：目標と実績の推移', '2023年度の実績は79%で、目標の85%を6ポイント下回りました。'],
    ['en', '①-1 Online availability rate (by number of cases): target and actual by fiscal year',
      'In FY2023 the actual was 79%, 6 percentage points below the target of 85%.'],
  ]) {
    await page.goto(`${roots.get('file://')}dx/2023/${lang}/service-1.html`)
    const client = await page.context().newCDPSession(page)
    const { nodes } = await client.send('Accessibility.getFullAXTree')
    const images = nodes.filter(node => node.role?.value === 'image' || node.role?.value === 'img')
    const chart = images.find(node => node.name?.value.startsWith(name))
    assert.ok(chart, `${lang}: ${images.map(node => node.name?.value)}`)
    const said = `${chart.name.value} ${chart.description?.value ?? ''}`
    assert.ok(said.includes(description), said)
  }
  await page.close()
})

test('the summaries count as the report does', async () => {
  const page = await browser.newPage()
  const counts = async path => {
    await page.goto(roots.get('file://') + path)
    return page.evaluate(() => [...document.querySelectorAll('table.counts tbody tr')].map(row =>
      [...row.cells].map(cell => cell.textContent.trim().replace(/\s+/g, ' '))))
  }
  assert.deepEqual(await counts('dx/2023/ja/index.html'), [
    ['A 目標より進んでいる', '9 (36%)', '6', '3'],
    ['B 目標どおり進んでいる', '15 (60%)', '8', '7'],
    ['C 目標より遅れている', '1 (4%)', '1', '0'],
    ['D 評価できない', '0 (0%)', '0', '0'],
  ])
  const earlier = await counts('dx/2022/en/index.html')
  assert.deepEqual(earlier.map(row => row.slice(1)), [
    ['9 (37.5%)', '7', '2'], ['15 (62.5%)', '7', '8'], ['0 (0.0%)', '0', '0'], ['0 (0.0%)', '0', '0'], ['1', '1', '0'],
  ])
  await page.close()
})
