// Every page of every site over HTTP, and from a folder those that no other test opens with JavaScript: nothing on the console, no
// request beyond the site, and nothing that the Content-Security-Policy had to forbid. `walk` watches pages from a folder for all tests.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assertNone, everyPage, hostileSite, pagesOf, pagesToLookAt, site, sites, walk } from './browser.mjs'
import { serve } from './server.mjs'

const nothingMore = async () => []

test('from a folder', async () => {
  assertNone(await walk(everyPage.filter(page => !pagesToLookAt.includes(page)), {}, nothingMore))
})

test('over HTTP', async () => {
  for (const folder of sites) {
    const { address, stop } = await serve(folder)
    try {
      assertNone(await walk(pagesOf(folder).map(page => ({ ...page, url: address + page.path, origin: address })), {}, nothingMore))
    } finally {
      stop()
    }
  }
})

test('every page has the policy right after its charset; it names no host, and lets no script stand in a page', () => {
  for (const { file, name } of [...everyPage, ...pagesOf(hostileSite)]) {
    const [, policy] = /<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(readFileSync(file, 'utf8')) ?? []
    assert.match(policy ?? '', /^default-src 'none'; script-src 'self' file:;/, name)
    assert.doesNotMatch(policy, /https?:|\*|unsafe-eval/, name)
  }
})

test('what a page tries is seen', async () => {
  const { address, stop } = await serve(site)
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
  const faults = async body => {
    const page = { url: `data:text/html,${encodeURIComponent(`<link rel="icon" href="data:,">${body}`)}`, origin: 'data:', name: 'page' }
    return (await walk([page], {}, nothingMore)).map(({ fault }) => fault).join()
  }
  assert.equal(await faults('quiet'), '')
  assert.match(await faults('<script>x()</script>'), /x is not defined/)
  assert.match(await faults('<script>console.log("said")</script>'), /said/)
  assert.match(await faults(`${policy}<script>1</script>`), /Content Security Policy/)
  assert.match(await faults(`<img src="${address}assets/icon.svg">`), /asks http/)
  stop()
})
