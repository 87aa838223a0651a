// The words of every chart of the gallery and of the example site, where a browser sets them: none meets another, none
// leaves its drawing, none is too small to read. Then the gallery by axe-core.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFaults } from './axe.mjs'
import { browser, fileUrl, galleryUrl, pages } from './browser.mjs'
import { look } from './charts.mjs'

/** In pixels of the screen: what may lie upon each other, and the height of the smallest letters. */
const limits = { tolerance: 0.5, smallest: 11 }

const gallery = ['ja', 'en'].map(language => galleryUrl(`${language}.html`))

for (const width of [320, 768, 1280]) {
  test(`words of charts keep apart, within and legible at ${width} px`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const found = []
    const counts = { gallery: 0, site: 0 }
    for (const [kind, urls] of [['gallery', gallery], ['site', pages().map(fileUrl)]]) {
      for (const url of urls) {
        await page.goto(url)
        const { faults, words } = await page.evaluate(look, limits)
        found.push(...faults.map(fault => `${url.split('/').slice(-3).join('/')} ${fault}`))
        counts[kind] += words
      }
    }
    assert.ok(counts.gallery > 1000 && counts.site > 500, `words were looked at: ${JSON.stringify(counts)}`)
    assert.ok(found.length === 0, `${found.length} faults\n${found.join('\n')}`)
    await page.close()
  })
}

test('the look at words sees what is wrong', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  const chart = (id, texts, attributes = 'width="200"') =>
    `<svg class="chart" ${attributes} viewBox="0 0 200 100" font-size="16"><title id="${id}_t">${id}</title>${texts}</svg>`
  await page.setContent([
    chart('apart', '<text x="10" y="30">79%</text><text x="10" y="60">85%</text><text x="60" y="30">実績</text>'),
    chart('lines', '<text x="10" y="30">集計の</text><text x="10" y="54">途中で</text>'),
    chart('upon', '<text x="10" y="30">79%</text><text x="20" y="40">85%</text>'),
    chart('beside', '<text x="10" y="30">455,000</text><text x="40" y="30">実績</text>'),
    chart('end', '<text x="40" y="30" text-anchor="end">455,000人</text>'),
    chart('below', '<text x="10" y="99">ｇ年</text>'),
    chart('small', '<text x="10" y="30">79%</text>', 'width="100"'),
    chart('wordless', ''),
  ].join('<hr>'))
  const { faults, words } = await page.evaluate(look, limits)
  assert.equal(words, 12)
  assert.deepEqual(faults.map(fault => fault.split(':')[0]), ['upon', 'beside', 'end', 'below', 'small'])
  assert.equal(faults[0], 'upon: "79%" meets "85%"')
  await page.close()
})

test('what is wider than a phone has a region of its own, and the page never moves sideways', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  for (const url of gallery) {
    await page.goto(url)
    const { width, lost } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      lost: [...document.querySelectorAll('svg.chart')]
        .filter(chart => !chart.closest('.scroll') && chart.getBoundingClientRect().right > innerWidth)
        .map(chart => chart.querySelector('title').id),
    }))
    assert.ok(width <= 320, `${url}: is ${width} px wide`)
    assert.deepEqual(lost, [], url)
  }
  await page.close()
})

test('the files of their own are shown as pictures', async () => {
  const page = await browser.newPage()
  for (const url of gallery) {
    await page.goto(url)
    const sizes = await page.evaluate(() => Promise.all([...document.images].map(async image => {
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    })))
    assert.ok(sizes.length >= 3 && sizes.flat().every(size => size > 0), JSON.stringify(sizes))
  }
  await page.close()
})

for (const colorScheme of ['light', 'dark']) {
  test(`axe-core finds nothing in the gallery: ${colorScheme}`, async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme })
    for (const url of gallery) {
      await page.goto(url)
      assert.deepEqual(await axeFaults(page), [], url)
    }
    await page.close()
  })
}
