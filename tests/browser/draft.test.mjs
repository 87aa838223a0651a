// A draft (nendo build --draft): its mark is seen wherever one is on a page, hinders nobody, is heard once, and stands on every sheet
// of paper.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { axeFaults } from './axe.mjs'
import { assertNone, browser, draftSite, pagesOf, walk } from './browser.mjs'

const kinds = ['404.html', 'index.html', 'dx/2023/en/kpis.html', 'dx/2023/en/report.html', 'dx/2023/ja/index.html']
const pages = pagesOf(draftSite).filter(({ path }) => kinds.includes(path))

/** Runs in the page, at its end: what hides the mark, or makes it less than a mark. */
function markFaults() {
  const faults = []
  scrollTo(0, document.documentElement.scrollHeight)
  for (const word of document.querySelectorAll('.draft b')) {
    const { left, right, top, bottom } = word.getBoundingClientRect()
    const upon = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    if (upon !== word) faults.push(`"${word.textContent}" is not in sight`)
  }
  const { height } = document.querySelector('.draft').getBoundingClientRect()
  if (height > innerHeight / 6) faults.push(`the mark takes ${height} px of ${innerHeight}`)
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page is wider than the screen')
  return faults
}

for (const [name, options] of Object.entries({
  'on a light screen': { viewport: { width: 1280, height: 800 } },
  'on a dark and narrow one': { viewport: { width: 320, height: 480 }, colorScheme: 'dark' },
  'in forced colours': { viewport: { width: 800, height: 600 }, forcedColors: 'active' },
})) {
  test(`the mark of a draft is in sight: ${name}`, async () => {
    assert.equal(pages.length, kinds.length)
    // The tests bring a script of their own, which the policy of a page forbids.
    assertNone(await walk(pages, { ...options, bypassCSP: true }, async page =>
      [...await page.evaluate(markFaults), ...options.forcedColors ? [] : await axeFaults(page)]))
  })
}

test('the mark of a draft is heard once, in the language of the page', async () => {
  assertNone(await walk(pages, {}, async (page, { path }) => {
    const heard = await page.locator('body').ariaSnapshot()
    const words = path.includes('/ja/') ? ['下書き'] : path.includes('/en/') ? ['Draft'] : ['下書き', 'Draft']
    return words.filter(word => heard.split(word).length !== 2).map(word => `"${word}" is not heard once`)
  }))
})

test('what the keyboard is on is never below the mark of a draft', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 400 } })
  await page.goto(pages.find(({ path }) => path === 'dx/2023/ja/index.html').url)
  const below = () => page.evaluate(() => {
    const { top, height } = document.activeElement.getBoundingClientRect()
    const mark = document.querySelector('.draft').getBoundingClientRect()
    // A region that scrolls may be higher than the screen; the skip link lies upon the mark.
    const isPart = height < innerHeight / 2 && !document.activeElement.matches('.skip, body')
    return isPart && top < mark.bottom - 1 ? document.activeElement.outerHTML : ''
  })
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let times = 0; times < 60; times++) {
      await page.keyboard.press(key)
      assert.equal(await below(), '', key)
    }
  }
  await page.close()
})

test('every sheet of a draft says that it is one', async () => {
  assertNone(await walk(pages, {}, async (page, { path }) => {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const sheets = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 1 << 26 }).toString().split('\f').slice(0, -1)
    const word = path.includes('/ja/') ? /^下書き$/m : /^Draft$/m
    return sheets.flatMap((text, at) => word.test(text) ? [] : [`sheet ${at + 1} of ${sheets.length} does not say it`])
  }))
})
