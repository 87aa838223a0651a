import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browser, fileUrl } from './browser.mjs'

const places = ['dx/2023/ja/index.html', 'dx/2023/en/service-1.html', 'dx/2023/ja/kpis.html', 'dx/index.html']

/** What is not black on yellow of the links of a page, each under the keyboard; grades and the numbers upon them have a ground of their own. */
function badlyFocused() {
  const wrong = []
  for (const link of document.querySelectorAll('a[href]')) {
    link.focus()
    if (getComputedStyle(link).backgroundColor !== 'rgb(255, 212, 61)') wrong.push(`${link.textContent}: its ground`)
    for (const part of [link, ...link.querySelectorAll('*')]) {
      const { color } = getComputedStyle(part)
      if (!part.closest('.letter, .of, svg') && color !== 'rgb(0, 0, 0)') wrong.push(`${part.textContent}: ${color}`)
    }
  }
  return wrong
}

for (const colorScheme of ['light', 'dark']) {
  test(`what the keyboard is on is black on yellow: ${colorScheme}`, async () => {
    const page = await browser.newPage({ colorScheme })
    for (const place of places) {
      await page.goto(fileUrl(place))
      await page.keyboard.press('Tab')
      assert.deepEqual(await page.evaluate(badlyFocused), [], place)
    }
    await page.close()
  })
}
