// `nendo serve` as people have it: a table, a style sheet or a template is saved, and the open pages show it. How long that takes is told and
// not judged, as it is the machine's as much as the program's.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { browser, watch } from './browser.mjs'
import { built, differences, example, fresh, isSwift, numbers, place, put, serve, sleep, tree, until } from './serving.mjs'

const themes = join(import.meta.dirname, '../../themes/default')
const table = content => join(content, 'plans/dx/2023.csv')

/** A tab, with what it should not have tried. */
async function tab(of, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const faults = watch(page, of.url)
  await page.goto(of.url + path)
  await listens(page)
  await page.evaluate(() => { window.isTheSame = true })
  return { page, faults }
}

// What is told at once has been heard.
const listens = page => page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('page.js')))
const median = list => [...list].sort((one, other) => one - other)[list.length >> 1]
const shows = (page, text) => page.waitForFunction(text => document.querySelector('main')?.innerText.includes(text), text)

/** Which page of an initiative shows a cell. */
function pageOf(folder, { name, text }) {
  const pages = readdirSync(folder).filter(path => /^[a-z]+-\d+\.html$/.test(path)).sort()
  const html = path => readFileSync(join(folder, path), 'utf8')
  return pages.find(path => html(path).includes(name.replace('&', '&amp;')) && html(path).includes(text))
}

/** Saves a cell of a table twenty times, each time another one, and tells how long it takes until the page shows it. */
async function measure(t, name, site, file, cells, folder) {
  const { page, faults } = await tab(site, '')
  const times = []
  for (let turn = 0; turn < 20; turn++) {
    const cell = cells[turn % cells.length]
    const path = `${folder}/${pageOf(join(site.out, folder), cell)}`
    await page.goto(site.url + path)
    await listens(page)
    await sleep(100)
    const before = site.builds().length
    const text = readFileSync(file, 'utf8')
    const value = cell.value(turn)
    const start = performance.timeOrigin + performance.now()
    writeFileSync(file, put(text, cell, value))
    const painted = await (await page.waitForFunction(value => {
      const [paint] = performance.getEntriesByName('first-contentful-paint')
      return paint && document.querySelector('main')?.innerText.includes(value) && performance.timeOrigin + paint.startTime
    }, value)).jsonValue()
    const { notice, read, render, write, took } = await site.build(before)
    const all = painted - start
    // Of reading and rendering it is told what all threads worked together, so that the rest may be less than nothing.
    times.push([all, ...[notice, read, render, write, took - notice - read - render - write].map(part => part * 1000), all - took * 1000])
    await page.goto('about:blank')
    writeFileSync(file, text)
    await site.build(before + 1)
  }
  const names = ['all', 'notice', 'read', 'render', 'write', 'rest of the build', 'save to notice, reload, paint']
  const all = times.map(([all]) => Math.round(all)).sort((one, other) => one - other)
  t.diagnostic(`${name}, ${isSwift ? '' : 'a debug build, '}ms from save to paint, medians of ${times.length}: ` +
    names.map((name, at) => `${name} ${median(times.map(parts => parts[at])).toFixed(1)}`).join(', ') + `; from ${all[0]} to ${all.at(-1)}`)
  assert.deepEqual(faults, [])
  await page.context().close()
}

test('what is saved is seen: the example', async t => {
  const content = example()
  const site = await serve(content)
  const text = readFileSync(table(content), 'utf8')
  const cells = [2022, 2023].flatMap(year => numbers(text, year))
  assert.ok(cells.length > 20)
  await measure(t, 'the example', site, table(content), cells, 'dx/2023/ja')
  await site.end()
})

const synthetic = [built('release/examples/synthetic'), built('debug/examples/synthetic')].find(existsSync)

test('what is saved is seen: forty plans', { skip: !isSwift && 'the debug build takes minutes' }, async t => {
  assert.ok(synthetic, 'cargo test builds the example program')
  const content = place('content')
  execFileSync(synthetic, [content, '40'])
  const site = await serve(content)
  const file = join(content, 'plans/plan-000/2024.csv')
  await measure(t, '40 plans', site, file, numbers(readFileSync(file, 'utf8'), 2024), 'plan-000/2024/ja')
  await site.end()
})

test('what is wrong is told in the language of the page, over the last good one, until it is mended', async () => {
  const content = example()
  const site = await serve(content)
  const [ja, en] = await Promise.all(['ja', 'en'].map(language => tab(site, `dx/2023/${language}/service-1.html`)))
  const panel = page => page.locator('nendo-preview section')
  const good = readFileSync(table(content), 'utf8')
  const before = tree(site.out)
  assert.ok(good.includes('評価,B,C,'))
  writeFileSync(table(content), good.replace('評価,B,C,', '評価,B,E,').replace('79%', '78.4%'))
  await Promise.all([ja, en].map(({ page }) => panel(page).waitFor()))
  const [toldJa, toldEn] = await Promise.all([ja, en].map(({ page }) => panel(page).innerText()))
  assert.match(toldJa, /問題 1件[^]*エラー[^]*plans\/dx\/2023\.csv 4行目 F列[^]*「E」/)
  assert.match(toldEn, /1 problem[^]*error[^]*plans\/dx\/2023\.csv: row 4, column F[^]*`E`/)
  assert.deepEqual(await Promise.all([ja, en].map(({ page }) => panel(page).getAttribute('lang'))), ['ja', 'en'])
  for (const { page } of [ja, en]) {
    const main = await page.locator('main').innerText()
    assert.ok(main.includes('79%') && !main.includes('78.4%'))
    assert.ok(await page.evaluate(() => window.isTheSame), 'the page is the one that was')
  }
  assert.deepEqual(differences(before, tree(site.out)), [])
  assert.equal(site.builds().at(-1).outcome, 'failed')
  writeFileSync(table(content), good.replace('79%', '78.4%'))
  for (const { page, faults } of [ja, en]) {
    await shows(page, '78.4%')
    await page.locator('nendo-preview').waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    await page.context().close()
  }
  assert.deepEqual(differences(tree(site.out), tree(fresh(content))), [])
  await site.end()
})

test('a site that is wrong from the beginning says so where its front page will be', async () => {
  const content = example()
  const good = readFileSync(table(content), 'utf8')
  writeFileSync(table(content), good.replace('評価,B,C,', '評価,B,E,'))
  const site = await serve(content)
  const context = await browser.newContext({ locale: 'ja' })
  const page = await context.newPage()
  await page.goto(site.url)
  await page.locator('nendo-preview section').getByText('2023.csv 4行目 F列').waitFor()
  assert.ok(!existsSync(join(site.out, 'index.html')))
  writeFileSync(table(content), good)
  await shows(page, '浜松市DX推進計画')
  await page.locator('nendo-preview').waitFor({ state: 'detached' })
  await context.close()
  await site.end()
})

test('a style sheet comes without a new page, a template with one, and both where the reader was', async () => {
  const content = example()
  const theme = place('theme')
  for (const folder of ['static', 'templates']) mkdirSync(join(theme, folder))
  const [style, footer] = ['static/style.css', 'templates/base.html']
  cpSync(join(themes, style), join(theme, style))
  const site = await serve(content, ['--theme', theme])
  const { page, faults } = await tab(site, 'dx/2023/ja/plan.html')
  const scroll = await page.evaluate(() => { scrollTo(0, 500); return scrollY })
  assert.ok(scroll > 200)
  const css = readFileSync(join(themes, style), 'utf8')
  for (const shade of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
    writeFileSync(join(theme, style), `${css}\nh1 { color: ${shade} }\n`)
    await page.waitForFunction(shade => getComputedStyle(document.querySelector('h1')).color === shade, shade)
    assert.ok(await page.evaluate(() => window.isTheSame))
    assert.equal(await page.evaluate(() => scrollY), scroll)
  }
  // One that the theme did not have, and the same with another text.
  const html = readFileSync(join(themes, footer), 'utf8')
  for (const text of ['added', 'added anew']) {
    writeFileSync(join(theme, footer), html.replace('</footer>', `<p>${text}</p></footer>`))
    await page.locator('footer').getByText(text, { exact: true }).waitFor()
    await page.waitForFunction(() => document.readyState === 'complete')
    assert.equal(await page.evaluate(() => window.isTheSame), undefined)
    assert.equal(await page.evaluate(() => scrollY), scroll)
  }
  // A template that cannot be read leaves the page alone.
  await page.evaluate(() => { window.isTheSame = true })
  writeFileSync(join(theme, footer), html.replace('</footer>', '{% no such tag</footer>'))
  await page.locator('nendo-preview section').getByText('base.html').first().waitFor()
  assert.ok(await page.evaluate(() => window.isTheSame))
  assert.deepEqual(faults, [])
  await page.context().close()
  await site.end()
})

test('Ctrl-C ends it at once and well, whatever it does and whoever looks', async () => {
  const content = example()
  const [text, [cell]] = [readFileSync(table(content), 'utf8'), numbers(readFileSync(table(content), 'utf8'), 2023)]
  const before = tree(fresh(content))
  writeFileSync(table(content), put(text, cell, cell.value(0)))
  const after = tree(fresh(content))
  writeFileSync(table(content), text)
  for (const wait of [0, 15, 40, 80]) {
    const site = await serve(content)
    const { page } = await tab(site, 'dx/2023/ja/service-1.html')
    if (wait) {
      writeFileSync(table(content), put(text, cell, cell.value(0)))
      await sleep(wait)
    }
    const start = Date.now()
    assert.equal(await site.end(), 0)
    assert.ok(Date.now() - start < 1000, `${Date.now() - start} ms, ${wait} ms after a save`)
    await isFree(new URL(site.url).port)
    const left = tree(site.out)
    assert.ok([before, after].some(whole => differences(left, whole).length === 0), `${wait} ms after a save`)
    assert.ok(![...left.values()].some(bytes => bytes.includes('nendo-preview')), 'what is published has no script of the preview')
    await page.context().close()
    writeFileSync(table(content), text)
  }
})

const isFree = port => new Promise((free, taken) => {
  const probe = createServer().once('error', taken)
  probe.listen({ port, host: '127.0.0.1' }, () => probe.close(free))
})
