// Every page of every site by axe-core: WCAG 2.2 AA and its best practices, narrow and wide, light and dark.
import { test } from 'node:test'
import { axeFaults, ofColour } from './axe.mjs'
import { assertNone, pagesToLookAt, walk } from './browser.mjs'

for (const width of [320, 1280]) {
  test(`axe-core finds nothing at ${width} px, light and dark`, async () => {
    assertNone(await walk(pagesToLookAt, { viewport: { width, height: 800 } }, async page => {
      const light = await axeFaults(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = await axeFaults(page, ofColour)
      await page.emulateMedia({ colorScheme: 'light' })
      return [...light, ...dark.map(fault => `dark: ${fault}`)]
    }))
  })
}
