// A page of each kind, and every report, on A4 paper: no row, chart or heading is cut or lost, no heading is left alone at the foot of a
// sheet, and each sheet says what it is of. The PDF is tagged, has an outline, and is black and white.
import { test } from 'node:test'
import { assertNone, pagesToLookAt, onePerKind, walk } from './browser.mjs'
import { asPrinted, partsAsPrinted } from './print.mjs'

const millimetres = 72 / 25.4
const pages = [...new Set([
  ...onePerKind().filter(({ path }) => path.includes('/ja/')),
  ...pagesToLookAt.filter(({ path }) => path.endsWith('/report.html')),
])]

/** Chromium's own rounding of a grey, and of the edges of letters. */
const grey = 4

function sheetFaults({ sheets, excess, tagged, outline, colour }, { title, headings }) {
  const faults = []
  if (excess > 0) faults.push(`is ${excess} px wider than the paper`)
  if (!tagged) faults.push('the PDF has no tags')
  // Chromium says a heading twice that it had to move to the next sheet.
  for (const heading of headings) if (!outline.some(item => plain(item).includes(plain(heading)))) faults.push(`the outline lacks ${heading}`)
  if (colour > grey) faults.push(`has colour (${colour} of 255)`)
  sheets.forEach(({ width, height, words }, at) => {
    const sheet = `sheet ${at + 1}`
    if (Math.abs(width - 210 * millimetres) > 1 || Math.abs(height - 297 * millimetres) > 1) faults.push(`${sheet} is no upright A4`)
    const margin = 15 * millimetres
    const inside = words.filter(word => word.top > margin && word.bottom < height - margin)
    const around = words.filter(word => !inside.includes(word)).map(({ text }) => text)
    if (!inside.length) faults.push(`${sheet} is empty`)
    const lowest = Math.max(...inside.map(word => word.bottom))
    if (at < sheets.length - 1 && lowest < height / 4) faults.push(`${sheet} is used to ${Math.round(100 * lowest / height)} %`)
    const out = words.find(word => word.right > width - 10 * millimetres || word.left < 10 * millimetres)
    if (out) faults.push(`${sheet}: "${out.text}" leaves the paper`)
    if (!around.some(text => new RegExp(`(^|\\D)${at + 1}(\\D|$)`).test(text))) faults.push('the sheets have no numbers')
    if (!plain(around.join('')).includes(plain(title))) faults.push('the sheets do not say of which plan they are')
  })
  return [...new Set(faults)]
}

const plain = text => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replaceAll('&amp;', '&').normalize('NFKC').replace(/\s/g, '')

function partFaults({ count, parts }, sheets) {
  const faults = count === sheets ? [] : [`${sheets} sheets are ${count} with marks`]
  for (const { what, name, first, last, next } of parts) {
    if (!first || !last) faults.push(`${what} "${name}" is not whole on paper`)
    else if (first !== last) faults.push(`${what} "${name}" is cut between the sheets ${first} and ${last}`)
    else if (next && next !== last) faults.push(`${what} "${name}" is left alone at the foot of sheet ${last}`)
  }
  return faults
}

test('nothing is cut, lost or alone on paper', async () => {
  assertNone(await walk(pages, {}, async page => {
    const headings = await page.evaluate(() =>
      [...document.querySelectorAll(':is(h1, h2):not(.visually-hidden)')].map(heading => {
        const copy = heading.cloneNode(true)
        copy.querySelectorAll('.visually-hidden').forEach(unseen => unseen.remove())
        return copy.textContent
      }))
    const title = await page.evaluate(() => document.querySelector('.plan-title').textContent.trim())
    const printed = await asPrinted(page)
    const faults = sheetFaults(printed, { title, headings })
    return [...faults, ...partFaults(await partsAsPrinted(page), printed.sheets.length)]
  }))
})
