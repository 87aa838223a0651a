// A site in which every text that a city can type is hostile (hostile.mjs): all of it is shown as text, and nothing of it happens.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { assertNone, browser, files, hostileSite as site, pagesOf, walk, watch } from './browser.mjs'
import { attack, long, marks } from './hostile.mjs'

const pages = pagesOf(site)
const read = path => readFileSync(join(site, path), 'utf8')

/** As it is read: what turns its direction is left out by some readers of tables, and closed by the pages. */
const plain = text => text.replace(/[\u202a-\u202e]/g, '').trim()
const told = plain(attack)

/** Runs in the page. What of a text became more than text. */
function lookForHarm() {
  const faults = []
  if (globalThis.hacked) faults.push('a text was run')
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) faults.push(`<${element.localName}> has ${name}`)
      if (/^(href|src|action|xlink:href)$/.test(name) && /^\s*(javascript|data:(?!,$))/i.test(value)) faults.push(`<${element.localName}> leads to ${value}`)
    }
  }
  for (const script of document.scripts) {
    if (script.type === 'application/ld+json') JSON.parse(script.textContent)
    else if (!script.src.startsWith('file://')) faults.push(`a script stands in the page: ${script.textContent.slice(0, 40)}`)
  }
  for (const made of document.querySelectorAll('main b:not(td > b, .tally > b, .kpis-shown > b, .reason > b), main i, img, iframe, object')) faults.push(`made <${made.localName}>`)
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`moves sideways: ${document.documentElement.scrollWidth} px in ${innerWidth}`)
  return faults
}

test('no text of a city is more than text on any page, and a phone has room for the longest', async () => {
  const opened = new Set()
  assertNone(await walk(pages, { viewport: { width: 320, height: 800 } }, async (page, { url }) => {
    if (!opened.has(page)) page.on('dialog', dialog => { opened.add(dialog.message()); dialog.dismiss() })
    opened.add(page)
    const text = await page.evaluate(() => document.body.textContent)
    const faults = await page.evaluate(lookForHarm)
    if (!plain(text).includes(told)) faults.push('shows none of the texts')
    if (/1337/.test(text)) faults.push('reckons')
    if (!url.includes('/dx/')) return faults
    const title = await page.title()
    return title.includes('</title>') ? faults : [...faults, `is called ${title.slice(0, 80)}`]
  }))
  assert.equal([...opened].filter(said => typeof said === 'string').length, 0, 'no dialog opens')
})

test('each text is found as it was typed', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  const shown = async path => {
    await page.goto(pathToFileURL(join(site, path)).href)
    return plain(await page.evaluate(() => document.body.textContent)).replace(/[\u202a-\u202e]/g, '')
  }
  const report = await shown('dx/2023/ja/report.html')
  for (const mark of [...marks.cells, ...['publisher', 'source', 'notice', 'plan', 'level2', 'meaning', 'site'].map(mark => `${mark}和`)]) {
    if (mark !== 'level2和') assert.ok(report.includes(`${mark} ${told}`), mark)
  }
  assert.ok(report.includes(long), 'the long text is whole')
  const english = await shown('dx/2023/en/report.html')
  for (const mark of ['柱E', '取組E', '指標E', '理由E', '部署E', 'planE', 'publisherE', 'cases']) assert.ok(english.includes(`${mark} ${told}`), mark)
  const prose = await shown('dx/2023/ja/about.html')
  for (const mark of ['頁', '段落', '表']) assert.ok(prose.includes(mark), mark)
  assert.ok(prose.includes('悪') && prose.includes('像'), 'what a link and a picture say is left')
  await page.close()
})

test('what a text turns around ends with it', async () => {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(join(site, 'dx/2023/ja/data.html')).href)
  // The citation has words of the program behind the publisher's name, which leaves its direction open.
  const places = await page.evaluate(() => {
    const text = document.querySelector('blockquote').firstChild
    const range = document.createRange()
    const place = at => {
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      const { left, top } = range.getBoundingClientRect()
      return { left, top }
    }
    const at = text.data.indexOf('の進捗')
    return [place(at), place(at + 1), place(at + 2)]
  })
  assert.ok(places.every(({ top }) => top === places[0].top), 'they stand on a line')
  assert.ok(places[0].left < places[1].left && places[1].left < places[2].left, JSON.stringify(places))
  for (const path of ['feed.ja.xml', 'dx/2023/ja/index.html', ...files(join(site, 'dx/2023/data'), '.svg').map(path => `dx/2023/data/${path}`)]) {
    const text = read(path)
    const count = pattern => (text.match(pattern) ?? []).length
    assert.equal(count(/[\u202a\u202b\u202d\u202e]/g), count(/\u202c/g), path)
  }
  await page.close()
})

test('charts, feeds and the sitemap are whole XML that says the same', async () => {
  const page = await browser.newPage()
  const faults = watch(page, 'file://')
  const parse = (path, selector) => page.evaluate(([text, selector]) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml')
    return parsed.querySelector('parsererror') ? ['parsererror'] : [...parsed.querySelectorAll(selector)].map(element => element.textContent)
  }, [read(path), selector])
  const charts = files(site, '.svg')
  assert.ok(charts.length > 10)
  for (const path of charts) {
    assert.ok(!(await parse(path, 'title')).includes('parsererror'), path)
    await page.goto(pathToFileURL(join(site, path)).href)
    assert.deepEqual(await page.evaluate(() => [globalThis.hacked, document.querySelectorAll('script, img, [onmouseover], [onfocus]').length]), [undefined, 0], path)
  }
  const titles = charts.map(path => read(path)).join('')
  assert.ok(titles.includes('&lt;script&gt;'), 'a chart has one of the texts')
  await page.goto('about:blank')
  for (const [lang, mark] of [['ja', '和'], ['en', 'E']]) {
    const [entry] = await parse(`feed.${lang}.xml`, 'entry title')
    assert.ok(plain(entry).replace(/[\u202a-\u202e]/g, '').startsWith(`plan${mark} ${told}`), entry)
    const [author] = await parse(`feed.${lang}.xml`, 'author name')
    assert.equal(plain(author), `publisher${mark} ${told}`)
  }
  assert.equal((await parse('sitemap.xml', 'loc')).length, pages.length - 1, 'all but the page for missing pages')
  assert.deepEqual(faults, [])
  await page.close()
})

test('linked data says the texts as they are', () => {
  const [, script] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(read('dx/2023/ja/data.html'))
  const data = JSON.parse(script)['@graph'].find(thing => thing['@type'] === 'Dataset')
  assert.equal(plain(data.creator.name), `publisher和 ${told}`)
  assert.ok(plain(data.name).replace(/[\u202a-\u202e]/g, '').includes(`plan和 ${told}`), data.name)
})

test('what the search finds is text, too', async t => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
  const faults = watch(page, 'file://')
  await page.goto(pathToFileURL(join(site, 'dx/2023/ja/index.html')).href)
  const field = page.locator('.search input')
  if (!await field.count()) return t.skip('the pages have no search field')
  await field.pressSequentially('script')
  const found = page.locator('.search li')
  await found.first().waitFor()
  assert.ok(plain((await found.allTextContents()).join('\n')).includes('<script>'))
  assert.deepEqual([...faults, ...await page.evaluate(lookForHarm)], [])
  await page.close()
})
