// axe-core in a page: WCAG 2.2 AA and its best practices.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds on the page that is open, a line a rule. */
export async function axeFaults(page) {
  await page.evaluate(axe)
  const { violations, passes } = await page.evaluate(tags => window.axe.run(document, { runOnly: tags }), tags)
  assert.ok(passes.length > 5, `${page.url()}: was looked at`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
}
