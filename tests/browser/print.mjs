// A page on paper: Chromium prints it, poppler reads the PDF. To know where its parts have come to lie they get marks, small letters
// in the colour of paper, at their first and last corner; they take no room, so nothing moves.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs in the page. Marks its rows, charts and headings, and what follows each heading; gives their names by number. */
export function mark() {
  const parts = []
  const short = text => text.replace(/q[abn]\d+q/g, '').trim().replace(/\s+/g, ' ').slice(0, 40)
  const look = 'position: absolute; font: 4px/1 monospace; letter-spacing: 0; color: #fefefe; white-space: pre; '
  function span(words, place) {
    const made = document.createElement('span')
    made.textContent = words
    made.style.cssText = look + place
    return made
  }
  const shown = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip')
  function corners(first, last, number) {
    for (const element of [first, last]) if (getComputedStyle(element).position === 'static') element.style.position = 'relative'
    first.prepend(span(`qa${number}q`, 'left: 0; top: 0'))
    last.append(span(`qb${number}q`, 'right: 0; bottom: 0'))
  }
  /** In a drawing, at its first or last corner. */
  function letters(chart, words, anchor) {
    const { x, y, width, height } = chart.viewBox.baseVal
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
    text.setAttribute('style', 'font: 4px monospace; fill: #fefefe; stroke: none')
    text.setAttribute('x', anchor === 'start' ? x : x + width)
    text.setAttribute('y', anchor === 'start' ? y + 4 : y + height - 1)
    text.setAttribute('text-anchor', anchor)
    text.textContent = words
    chart.append(text)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const all = []
  while (texts.nextNode()) all.push(texts.currentNode)
  const words = all.filter(text => text.data.trim() && shown(text.parentElement) && !text.parentElement.closest('svg'))
  const charts = [...document.querySelectorAll('svg.chart')].filter(shown)
  for (const heading of [...document.querySelectorAll('h1, h2, h3, h4')].filter(shown)) {
    const number = parts.push({ what: heading.localName, name: short(heading.textContent) }) - 1
    const after = text => heading.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && !heading.contains(text)
    const next = words.find(text => after(text) && !text.parentElement.closest('h1, h2, h3, h4, footer'))
    const chart = charts.find(after)
    if (chart && !(next?.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING)) letters(chart, `qn${number}q`, 'start')
    else if (next) next.before(span(`qn${number}q`, ''))
    corners(heading, heading, number)
  }
  for (const row of [...document.querySelectorAll('tr')].filter(shown)) {
    corners(row.firstElementChild, row.lastElementChild, parts.push({ what: 'row', name: short(row.textContent) }) - 1)
  }
  for (const chart of charts) {
    const number = parts.push({ what: 'chart', name: short(chart.querySelector('title').textContent) }) - 1
    letters(chart, `qa${number}q`, 'start')
    letters(chart, `qb${number}q`, 'end')
  }
  return parts
}

/** Prints the page that is open, and gives `look` the file; both are gone afterwards. */
async function printed(page, look) {
  const folder = mkdtempSync(join(tmpdir(), 'nendo-print-'))
  try {
    const path = join(folder, 'page.pdf')
    await page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: true })
    return look(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const run = (program, ...args) => execFileSync(program, args, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] })

/** The sheets of a PDF: their size, and their words with their boxes, in points. */
function sheets(path) {
  return run('pdftotext', '-bbox', path, '-').toString().split('<page ').slice(1).map(page => {
    const [width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page).slice(1).map(Number)
    const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)]
      .map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text }))
    return { width, height, words }
  })
}

/** How far the colour of any pixel of the sheets is from grey, of 255. */
function mostColour(path) {
  const all = run('pdftoppm', '-r', '40', path)
  let [most, at] = [0, 0]
  while (at < all.length) {
    const head = /^P6\s+(\d+) (\d+)\s+255\s/.exec(all.toString('latin1', at, at + 40))
    at += head[0].length
    for (const end = at + head[1] * head[2] * 3; at < end; at += 3) {
      most = Math.max(most, Math.abs(all[at] - all[at + 1]), Math.abs(all[at + 1] - all[at + 2]))
    }
  }
  return most
}

/** In pixels of CSS: A4 between the margins of the theme. Chromium makes everything smaller where a page is wider. */
const paper = Math.floor((210 - 2 * 16) * 96 / 25.4)

/** What the page that is open is on paper. */
export async function asPrinted(page) {
  await page.setViewportSize({ width: paper, height: 900 })
  await page.emulateMedia({ media: 'print' })
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return printed(page, path => ({ excess, ...read(path) }))
}

const read = path => ({
  sheets: sheets(path),
  tagged: /Tagged: +yes/.test(run('pdfinfo', path).toString()),
  outline: [...run('pdftohtml', '-xml', '-i', '-stdout', path).toString().matchAll(/<item page="\d+">(.*?)<\/item>/g)].map(([, text]) => text),
  colour: mostColour(path),
})

/** Where the parts of the page that is open come to lie: for each the sheets of its marks. It is of no use afterwards. */
export async function partsAsPrinted(page) {
  await page.emulateMedia({ media: 'print' })
  const parts = await page.evaluate(mark)
  const marks = new Map()
  const count = await printed(page, path => {
    const all = sheets(path)
    all.forEach(({ words }, sheet) => {
      const text = words.map(word => word.text).join('')
      // The head of a table stands on each of its sheets: the first is meant.
      for (const [name] of text.matchAll(/q[abn]\d+q/g)) if (!marks.has(name)) marks.set(name, sheet + 1)
    })
    return all.length
  })
  const placed = parts.map((part, at) => ({
    ...part, first: marks.get(`qa${at}q`), last: marks.get(`qb${at}q`), next: marks.get(`qn${at}q`),
  }))
  return { count, parts: placed }
}
