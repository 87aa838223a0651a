// Every page of every site, from a folder and over HTTP, with JavaScript: nothing on its console, no request beyond its site, and
// nothing that its Content-Security-Policy had to forbid.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { assertNone, browser, everyPage, files, hostileSite, sites, walk } from './browser.mjs'
import { serve } from './server.mjs'

const folders = [...sites, hostileSite]

const pagesOf = (folder, root) => files(folder, '.html').map(path => ({
  url: `${root}${path}`, origin: root, name: `${root.slice(0, 4)} ${basename(folder)}/${path}`,
}))

/** What pages do that they should not, as `walk` finds it. */
const quiet = pages => walk(pages, {}, async (page, { policy }) => {
  const has = await page.evaluate(() => document.head.querySelector('meta[charset] + meta[http-equiv="Content-Security-Policy"]') !== null)
  return has || policy === false ? [] : ['has no policy right after its charset']
})

test('from a folder', async () => {
  assertNone(await quiet(folders.flatMap(folder => pagesOf(folder, `${pathToFileURL(folder)}/`))))
})

test('over HTTP', async () => {
  for (const folder of folders) {
    const server = await serve(folder)
    try {
      assertNone(await quiet(pagesOf(folder, server.address)))
    } finally {
      server.stop()
    }
  }
})

test('the policy names no host, and lets no script stand in a page', () => {
  for (const { file } of everyPage) {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(file, 'utf8'))
    assert.match(policy, /^default-src 'none';/)
    assert.match(policy, /; script-src 'self' file:;/)
    assert.doesNotMatch(policy, /https?:|\*|unsafe-eval/)
  }
})

test('what a page tries is seen', async () => {
  const server = await serve(hostileSite)
  const page = body => ({ url: `data:text/html,${encodeURIComponent(body)}`, origin: 'data:', name: 'page', policy: false })
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
  const faults = async body => (await walk([page(body)], {}, async () => [])).map(({ fault }) => fault)
  assert.deepEqual(await faults('quiet<link rel="icon" href="data:,">'), [])
  assert.match((await faults('<script>x()</script>')).join(), /x is not defined/)
  assert.match((await faults(`${policy}<script>1</script>`)).join(), /script-src/)
  assert.match((await faults(`<img src="${server.address}assets/icon.svg">`)).join(), /asks http/)
  server.stop()
  assert.ok(browser.isConnected())
})
