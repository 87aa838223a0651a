// A page of each kind by keyboard: the skip link is first and works, Tab goes through all there is in its order and out again,
// and what has the focus shows it, whole and in the colours of the theme.
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assertNone, onePerKind, walk } from './browser.mjs'

/** Runs in the page. What has the focus, as its place among all that can have it, and what is wrong with how it shows. */
function lookAtFocus() {
  const element = document.activeElement
  if (!element || element === document.body) return { at: -1, faults: [] }
  const name = `${element.localName} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)}"`
  const faults = []
  const own = getComputedStyle(element)
  const colour = token => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = `var(--${token})`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
  const [ring, ground, text] = ['focus-ring', 'focus-ground', 'text'].map(colour)
  const marked = own.outlineColor === ring && own.backgroundColor === ground
  if (own.outlineStyle !== 'solid' || parseFloat(own.outlineWidth) < 4) faults.push(`${name} has the outline ${own.outline}`)
  else if (!marked && own.outlineColor !== text) faults.push(`${name} has the focus in ${own.outlineColor} on ${own.backgroundColor}`)
  const box = element.getClientRects()[0]
  const width = 4 + parseFloat(own.outlineOffset)
  // A part in view is enough (WCAG 2.4.11).
  const points = [...element.getClientRects()].flatMap(({ left, right, top, bottom }) =>
    [left + 2, (Math.max(left, 0) + Math.min(right, innerWidth)) / 2, right - 2].map(x => [x, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]))
  const seen = points.some(([x, y]) => {
    const above = document.elementFromPoint(x, y)
    return above && element.contains(above)
  })
  if (!seen) faults.push(`${name} is hidden`)
  for (let parent = element.parentElement; parent !== document.documentElement; parent = parent.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(parent)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const edge = parent.getBoundingClientRect()
    const cut = [edge.left - box.left, edge.top - box.top, box.right - edge.right, box.bottom - edge.bottom].filter(by => by + width > 1.5)
    if (cut.length > 1) faults.push(`${name} has its outline cut off by ${parent.className || parent.localName}`)
  }
  return { at: window.stops.indexOf(element), name, faults }
}

/** Runs in the page: what Tab should reach, in order. */
function listStops() {
  window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(element => !element.disabled && element.checkVisibility({ visibilityProperty: true }))
  const mute = [...document.querySelectorAll('body *')].filter(element =>
    /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth
    && !(element.tabIndex >= 0 && (element.getAttribute('aria-label') || element.getAttribute('aria-labelledby'))))
  return { count: window.stops.length, faults: mute.map(element => `${element.className || element.localName} can be moved, but has no focus and name`) }
}

for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']]) {
  test(`all can be reached by Tab, and is seen: ${width} px, ${colorScheme}`, async () => {
    assertNone(await walk(onePerKind(), { viewport: { width, height: 800 }, colorScheme }, async page => {
      const { count, faults } = await page.evaluate(listStops)
      for (let at = 0; at < count; at++) {
        await page.keyboard.press('Tab')
        const found = await page.evaluate(lookAtFocus)
        faults.push(...found.faults)
        if (found.at !== at) return [...faults, `Tab ${at + 1} leads to ${found.name ?? 'nothing'}, which is ${found.at + 1} in the page`]
      }
      await page.keyboard.press('Tab')
      if ((await page.evaluate(lookAtFocus)).at > 0) faults.push('Tab does not leave the page')
      return faults
    }))
  })
}

test('the skip link is first, is seen, and leads to the contents', async () => {
  const withHead = onePerKind().filter(({ file }) => !readFileSync(file, 'utf8').includes('<body class="door">'))
  assertNone(await walk(withHead, { viewport: { width: 320, height: 800 } }, async page => {
    await page.keyboard.press('Tab')
    const first = await page.evaluate(() => {
      const { className, hash, tagName } = document.activeElement
      const box = document.activeElement.getBoundingClientRect()
      return { skips: tagName === 'A' && className === 'skip', hash, seen: box.top >= 0 && box.left >= 0 && box.right <= innerWidth }
    })
    if (!first.skips || !first.seen) return [`the first stop is no skip link that is seen: ${JSON.stringify(first)}`]
    await page.keyboard.press('Enter')
    const main = await page.evaluate(() => document.activeElement.localName)
    await page.keyboard.press('Tab')
    const next = await page.evaluate(() => Boolean(document.activeElement.closest('main, footer')))
    return main === 'main' && next ? [] : [`the skip link leads to ${main}`]
  }))
})
