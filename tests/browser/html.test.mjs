// Every page, chart and style sheet of every site by the Nu HTML checker: no error, no warning. One run for all.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { files, sites } from './browser.mjs'

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

/** What the checker does not know yet: a property of SVG 2 and CSS Fill and Stroke, and container queries. */
const unknown = /^CSS: (“(paint-order|container-type)”: Property “\2” doesn't exist|Unrecognized at-rule “@container”)\.?$/

/** Of a policy the checker does not know that a page on disk is `file:`, and that data in JSON is no script. Chromium does. */
const ofPolicy = /^(Inline script|Resource) violates Content Security Policy \(meta tag\): /

test('the Nu HTML checker finds nothing', () => {
  const all = sites.flatMap(folder => ['.html', '.svg', '.css'].flatMap(ending => files(folder, ending).map(path => join(folder, path))))
  assert.ok(all.length > 100, `${all.length} files`)
  const said = execFileSync('java', ['-Xss4m', '-jar', jar, '--stdout', '--exit-zero-always', '--format', 'json',
    '--also-check-svg', '--also-check-css', ...all], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const faults = JSON.parse(said).messages
    .filter(({ message }) => !unknown.test(message) && !ofPolicy.test(message))
    .map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message}\n    ${extract}`)
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.slice(0, 50).join('\n')}`)
})
