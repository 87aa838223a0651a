// Every page of the example site by axe-core: WCAG 2.2 AA and its best practices, wide and light, narrow and dark.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { fileUrl, launch, pages } from './browser.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let browser
before(async () => { browser = await launch() })
after(() => browser.close())

for (const [name, options] of [
  ['wide and light', { viewport: { width: 1280, height: 900 } }],
  ['narrow and dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
]) {
  test(`axe-core finds nothing: ${name}`, async () => {
    const page = await browser.newPage(options)
    for (const path of pages()) {
      await page.goto(fileUrl(path))
      await page.evaluate(axe)
      const { violations, passes } = await page.evaluate(tags => window.axe.run(document, { runOnly: tags }), tags)
      assert.ok(passes.length > 5, `${path}: was looked at`)
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
      assert.deepEqual(found, [], path)
    }
    await page.close()
  })
}
