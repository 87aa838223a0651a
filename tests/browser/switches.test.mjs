// Switches, from file:// and from a plain file server at its root and in a sub-folder.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { browser, site, watch } from './browser.mjs'
import { serve } from './server.mjs'

let folder
const servers = []
const roots = new Map([['file://', pathToFileURL(site).href + '/']])

before(async () => {
  const root = await serve(site)
  folder = mkdtempSync(join(tmpdir(), 'nendo-browser-'))
  cpSync(site, join(folder, 'progress', 'site'), { recursive: true })
  const nested = await serve(folder)
  servers.push(root, nested)
  roots.set('http root', root.address)
  roots.set('http sub-folder', `${nested.address}progress/site/`)
})
after(() => {
  servers.forEach(server => server.stop())
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
    await page.goto(`${root}dx/2023/ja/service-1.html#service-1-2`)
    await page.getByRole('link', { name: 'English', exact: true }).click()
    assert.equal(page.url(), `${root}dx/2023/en/service-1.html#service-1-2`)
    await page.getByRole('link', { name: 'FY2022', exact: true }).click()
    assert.equal(page.url(), `${root}dx/2022/en/service-1.html#service-1-2`)
    await page.goto(`${root}dx/ja/service-1-2.html#title`)
    await page.getByRole('link', { name: '2022年度', exact: true }).click()
    assert.equal(page.url(), `${root}dx/2022/ja/service-1.html#service-1-2`)
    await page.goto(`${root}dx/2023/ja/kpis.html#grade=C`)
    await page.getByRole('link', { name: 'English', exact: true }).click()
    assert.equal(await page.locator('table.kpis tbody tr:not(.group):visible').count(), 1)
    assert.deepEqual(faults, [])
    await page.close()
  })
}
