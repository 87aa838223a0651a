// Every page of every site, opened from file:// with JavaScript off: how it is made, what it weighs and where its links lead.
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { assertNone, browser, everyPage, files, pages, site, sites, walk, watch } from './browser.mjs'
import { lookAtStructure } from './structure.mjs'

const all = pages()
const kilobyte = 1000
const heaviest = path => (path.endsWith('/report.html') ? 250 : 60) * kilobyte

test('the example site has pages in both languages and both years', () => {
  for (const year of ['2022', '2023']) {
    for (const lang of ['ja', 'en']) {
      for (const name of ['index', 'plan', 'behind', 'kpis', 'service', 'service-1', 'productivity-6', 'about']) {
        assert.ok(all.includes(`dx/${year}/${lang}/${name}.html`), `dx/${year}/${lang}/${name}.html`)
      }
    }
  }
})

test('every page is made as it should be, and stands on its own without JavaScript', async () => {
  const seen = new Map()
  const faults = await walk(everyPage, { javaScriptEnabled: false }, async (page, { path, url }) => {
    const { faults, ...facts } = await page.evaluate(look => ({
      faults: new Function(`return (${look})()`)(),
      lang: document.documentElement.lang,
      ids: [...document.querySelectorAll('[id]')].map(element => element.id),
      links: [...document.querySelectorAll('a[href], link[href]')].map(link => [link.getAttribute('href'), link.href]),
      parts: [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(part => part.href ?? part.src),
    }), String(lookAtStructure))
    seen.set(url, facts)
    const language = /\/(ja|en|pt-BR)\/[^/]*$/.exec(path)?.[1]
    if (!facts.lang || language && facts.lang !== language) faults.push(`is in ${facts.lang || 'no language'}`)
    const weight = [url, ...facts.parts].map(part => statSync(fileURLToPath(part)).size).reduce((sum, size) => sum + size)
    if (weight > heaviest(path)) faults.push(`weighs ${weight} bytes`)
    return faults
  })
  for (const { folder, url, name } of everyPage) {
    const wrong = seen.get(url).links.flatMap(([written, absolute]) => astray(written, absolute, pathToFileURL(folder).href, seen) ?? [])
    faults.push(...wrong.map(fault => ({ name, fault })))
  }
  assertNone(faults)
})

/** What is wrong with a link. */
function astray(written, absolute, root, seen) {
  if (written.startsWith('data:')) return undefined
  if (/^https?:/.test(written)) return /creativecommons|digital\.go\.jp/.test(written) ? undefined : `${written} is elsewhere, and no licence`
  if (written.startsWith('/')) return `${written} is not relative`
  if (!absolute.startsWith(root)) return `${written} leaves the site`
  const [file, fragment] = absolute.split('#')
  if (!file.endsWith('.html')) {
    return statSync(fileURLToPath(file), { throwIfNoEntry: false })?.isFile() ? undefined : `${written} leads to no file`
  }
  if (!seen.has(file)) return `${written} leads to no page`
  if (fragment && !seen.get(file).ids.includes(decodeURIComponent(fragment))) return `${written} leads to no section`
  return undefined
}

test('the look at how a page is made sees what is wrong', async () => {
  const page = await browser.newPage()
  await page.setContent(`<h2>two</h2><h4 id="a">four</h4><table id="a"><tr><th>head</th></tr></table>
    <svg class="chart"></svg><p aria-labelledby="b">text</p>
    <p>日本 <a title="県">a</a> <span lang="ja">市</span></p>
    <template><option>町</option><option lang="ja">村</option><option lang="ja">区 [JA]</option></template>`)
  await page.evaluate(() => { document.documentElement.lang = 'en' })
  assert.deepEqual(await page.evaluate(lookAtStructure), [
    'has no title', 'has not one h1', 'a heading leaves out a level: two', 'a heading leaves out a level: four', 'a table has no caption: head',
    'a head of a table has no scope: head', 'a chart has no name: ', 'the id a stands twice', 'aria-labelledby names b, which is not there',
    'Japanese in en: 日本', 'Japanese in en: 町', 'Japanese in en: 県', 'bears no mark of ja: 市', 'bears no mark of ja: 村',
  ])
  await page.close()
})

test('a style sheet weighs less than 20 KB', () => {
  const sheets = sites.flatMap(folder => files(folder, '.css').map(path => join(folder, path)))
  assert.ok(sheets.length >= sites.length)
  for (const path of sheets) assert.ok(statSync(path).size < 20 * kilobyte, `${path}: ${statSync(path).size} bytes`)
})

test('the example is translated in full: only the name of the other language is Japanese on an English page', () => {
  for (const path of all.filter(path => path.includes('/en/'))) {
    const marked = [...readFileSync(join(site, path), 'utf8').matchAll(/ lang="ja"[^>]*>([^<]*)/g)].map(([, text]) => text)
    assert.deepEqual(marked, ['日本語'], path)
  }
})
