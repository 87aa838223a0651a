// Every page of every site on a phone and with text twice as large, and both with the spacing of WCAG 1.4.12: nothing moves
// sideways, nothing is lost, no text lies upon another, and what is pressed is large enough or stands apart.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertNone, browser, pagesToLookAt, walk } from './browser.mjs'
import { lookAtLayout } from './layout.mjs'

const large = 'html { font-size: 200% !important }'
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

const looks = [
  ['at 320 px', 320, ''],
  ['at 320 px, spaced', 320, spaced],
  ['at 1280 px, twice as large and spaced', 1280, large + spaced],
  ['at 1280 px, twice as large', 1280, large],
]

test('every word is there, and every target can be pressed, on a phone and in large letters', async () => {
  assertNone(await walk(pagesToLookAt, {}, async page => {
    const faults = []
    const style = await page.addStyleTag({ content: ' ' })
    for (const [name, width, content] of looks) {
      await page.setViewportSize({ width, height: 800 })
      await style.evaluate((element, content) => { element.textContent = content }, content)
      faults.push(...(await page.evaluate(lookAtLayout)).map(fault => `${name}: ${fault}`))
    }
    return faults
  }))
})

test('the look at a page sees what is wrong', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  const faults = async body => {
    await page.setContent(`<!DOCTYPE html><style>* { margin: 0; font: 16px/1.7 sans-serif }</style>${body}`)
    return page.evaluate(lookAtLayout)
  }
  const wide = '<div style="width: 400px"><p style="text-align: right">far</p></div>'
  assert.deepEqual(await faults('<p>one<p>two <a href="#">in</a> <a href="#">text</a>'), [])
  assert.deepEqual(await faults(`<div style="overflow: auto" tabindex="0" aria-label="table">${wide}</div>`), [])
  assert.deepEqual(await faults(wide), ['moves sideways: 400 px in 320', '"far" is cut off by the page'])
  assert.deepEqual(await faults(`<div class="box" style="overflow: auto">${wide}</div>`), ['"far" is cut off by box'])
  assert.deepEqual(await faults('<p class="low" style="height: 8px; overflow: hidden">one'), ['"one" is cut off by low'])
  assert.deepEqual(await faults('<p>one<p style="margin-top: -15px">two'), ['"one" lies upon "two"'])
  assert.deepEqual(await faults('<style>p, a { line-height: 1 }</style><p><a href="#">6</a><br><a href="#">7</a>'),
    ['"6" is too near "7"', '"7" is too near "6"'])
  await page.close()
})
