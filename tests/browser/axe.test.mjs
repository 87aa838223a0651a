// Every page of every site by axe-core: WCAG 2.2 AA and its best practices, on a phone in light colours. What a wide window and dark
// colours change is in the style sheet, so a page of each kind stands for the others there.
import { test } from 'node:test'
import { axeFaults, ofColour } from './axe.mjs'
import { assertNone, onePerKind, pagesToLookAt, walk } from './browser.mjs'

const narrow = { viewport: { width: 320, height: 800 } }
const wide = { viewport: { width: 1280, height: 800 } }

test('axe-core finds nothing at 320 px', async () => {
  assertNone(await walk(pagesToLookAt, narrow, page => axeFaults(page)))
})

test('axe-core finds nothing at 1280 px, and in dark colours', async () => {
  assertNone(await walk(onePerKind(), wide, async page => {
    const light = await axeFaults(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await axeFaults(page, ofColour)
    await page.setViewportSize(narrow.viewport)
    dark.push(...await axeFaults(page, ofColour))
    return [...light, ...dark.map(fault => `dark: ${fault}`)]
  }))
})
