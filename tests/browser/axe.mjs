// axe-core in a page: WCAG 2.2 AA and its best practices.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules of these that ask for colours. */
export const ofColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What axe-core finds on the page that is open, a line a rule; of a scheme of colours, once all was looked at in another. */
export async function axeFaults(page, runOnly = tags) {
  await page.evaluate(axe)
  const { violations, passes } = await page.evaluate(runOnly =>
    window.axe.run(document, { runOnly, resultTypes: ['violations'] }), runOnly)
  assert.ok(passes.length > (runOnly === tags ? 5 : 0), `${page.url()}: was looked at`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
}
