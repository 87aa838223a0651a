// Every page of the example site by axe-core: WCAG 2.2 AA and its best practices, wide and light, narrow and dark.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFaults } from './axe.mjs'
import { browser, fileUrl, pages } from './browser.mjs'

for (const [name, options] of [
  ['wide and light', { viewport: { width: 1280, height: 900 } }],
  ['narrow and dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
]) {
  test(`axe-core finds nothing: ${name}`, async () => {
    const page = await browser.newPage(options)
    for (const path of pages()) {
      await page.goto(fileUrl(path))
      assert.deepEqual(await axeFaults(page), [], path)
    }
    await page.close()
  })
}
