// The summary, an initiative and the report of the example by Lighthouse, as on a phone, from a plain file server.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { serve } from '../browser/server.mjs'

const site = new URL('../../target/example-site', import.meta.url).pathname
const least = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 }

const server = await serve(site)
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})
after(() => {
  chrome.kill()
  server.stop()
})

for (const language of ['ja', 'en']) {
  for (const name of ['index', 'service-1', 'report']) {
    const path = `dx/2023/${language}/${name}.html`
    test(path, async t => {
      assert.ok(existsSync(join(site, path)), `${path} is not there`)
      const { lhr } = await lighthouse(server.address + path, { port: chrome.port, onlyCategories: Object.keys(least), logLevel: 'error' })
      const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]))
      t.diagnostic(`${path}: ${JSON.stringify(scores)}`)
      const low = Object.keys(least).filter(category => !(scores[category] >= least[category]))
      const causes = low.flatMap(category => lhr.categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
        .map(({ id }) => `${category}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''}`))
      assert.deepEqual(low, [], `${JSON.stringify(scores)}\n${causes.join('\n')}`)
    })
  }
}
