// Every page of the example site, opened from file:// with JavaScript off.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { browser, fileUrl, pages, site, watch } from './browser.mjs'

const all = pages()

test('the example site has pages in both languages and both years', () => {
  for (const year of ['2022', '2023']) {
    for (const lang of ['ja', 'en']) {
      for (const name of ['index', 'plan', 'behind', 'kpis', 'service', 'service-1', 'productivity-6', 'about']) {
        assert.ok(all.includes(`dx/${year}/${lang}/${name}.html`), `dx/${year}/${lang}/${name}.html`)
      }
    }
  }
})

test('every page stands on its own from file://, without JavaScript', async t => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const root = pathToFileURL(site).href
  const faults = watch(page, root)
  const targets = new Map()
  for (const path of all) {
    await page.goto(fileUrl(path))
    const facts = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      headings: document.querySelectorAll('h1').length,
      ids: [...document.querySelectorAll('[id]')].map(element => element.id),
      links: [...document.querySelectorAll('a[href], link[href]')].map(link => [link.getAttribute('href'), link.href]),
      width: document.documentElement.scrollWidth,
      unnamed: [...document.querySelectorAll('svg.chart')].filter(chart => !chart.querySelector('title')?.textContent).length,
    }))
    assert.ok(facts.lang && facts.title, `${path}: language and title`)
    assert.equal(facts.headings, 1, `${path}: one h1`)
    assert.equal(new Set(facts.ids).size, facts.ids.length, `${path}: ids are unique`)
    assert.equal(facts.unnamed, 0, `${path}: every chart has a name`)
    assert.ok(facts.width <= 320, `${path}: fits 320 px, is ${facts.width}`)
    targets.set(fileUrl(path), facts)
  }
  assert.deepEqual(faults, [])
  for (const [from, { links }] of targets) {
    for (const [written, absolute] of links) {
      if (written.startsWith('data:')) continue
      if (/^https?:/.test(written)) {
        assert.match(written, /creativecommons|digital\.go\.jp/, `${from}: only a licence is elsewhere`)
        continue
      }
      assert.ok(!written.startsWith('/'), `${from}: ${written} is relative`)
      assert.ok(absolute.startsWith(root), `${from}: ${written} stays in the site`)
      const [file, fragment] = absolute.split('#')
      if (!file.endsWith('.html')) continue
      assert.ok(targets.has(file), `${from}: ${written} leads to a page`)
      if (fragment) assert.ok(targets.get(file).ids.includes(decodeURIComponent(fragment)), `${from}: ${written} leads to a section`)
    }
  }
  await context.close()
})

test('no Japanese stands unmarked on an English page', async () => {
  const page = await browser.newPage()
  for (const path of all.filter(path => path.includes('/en/'))) {
    await page.goto(fileUrl(path))
    const unmarked = await page.evaluate(() => {
      const japanese = /[\u3040-\u30ff\u3400-\u9fff]/
      const found = []
      const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { nodeValue: text, parentElement: parent } = texts.currentNode
        if (japanese.test(text) && !parent.closest('[lang]').lang.startsWith('ja')) found.push(text)
      }
      for (const element of document.querySelectorAll('*')) {
        for (const name of ['title', 'alt', 'aria-label', 'content', 'summary']) {
          const value = element.getAttribute(name)
          if (value && japanese.test(value) && !element.closest('[lang]').lang.startsWith('ja')) found.push(value)
        }
      }
      return found
    })
    assert.deepEqual(unmarked, [], path)
    // The example is translated in full: only the name of the other language is Japanese.
    const marked = await page.evaluate(() => [...document.querySelectorAll('[lang="ja"]')].map(e => e.textContent))
    assert.deepEqual(marked, ['日本語'], path)
  }
  await page.close()
})
