// The preview of the example in a real browser: pages that load themselves again, style sheets that do not need it, and the panel that says
// what is wrong. The program behind it is crates/preview/examples/preview.rs, which cargo test builds.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { axeFaults } from './axe.mjs'
import { browser, site, watch } from './browser.mjs'

const program = join(process.env.CARGO_TARGET_DIR ?? join(site, '..'), 'debug/examples/preview')
const folder = mkdtempSync(join(tmpdir(), 'nendo-preview-'))
const stops = []
after(() => {
  for (const stop of stops) stop()
  rmSync(folder, { recursive: true })
})

/** A preview of a copy of the example; of another preview's copy and at its port, if it is given. */
async function preview(before) {
  const root = before?.root ?? mkdtempSync(join(folder, 'site-'))
  if (!before) cpSync(site, root, { recursive: true })
  const child = spawn(program, [root, before ? new URL(before.address).port : '0'], { stdio: ['pipe', 'pipe', 'inherit'] })
  stops.push(() => child.kill())
  const [address] = await new Promise(read => createInterface(child.stdout).once('line', line => read([line])))
  const ended = new Promise(end => child.once('exit', end))
  return {
    address, root,
    good: () => child.stdin.write('good\n'),
    bad: count => child.stdin.write(`bad ${count}\n`),
    stop: () => { child.stdin.end(); return ended },
    edit: (path, change) => writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8'))),
  }
}

const path = 'dx/2023/ja/plan.html'

/** A tab on a page of a preview, with what it should not have tried. */
async function tab(of, options = {}, at = path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults = watch(page, of.address)
  await page.goto(of.address + at)
  // What is told at once has been heard.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('page.js')))
  await page.evaluate(() => { window.isTheSame = true })
  return { page, faults }
}

const isTheSame = page => page.evaluate(() => window.isTheSame === true)
const reloaded = page => page.waitForFunction(() => !window.isTheSame && document.readyState === 'complete')
const panel = page => page.locator('nendo-preview section')
const badge = page => page.locator('nendo-preview .badge')

test('a page that has changed is loaded again where it was', async t => {
  const site = await preview()
  const { page, faults } = await tab(site, {}, `${path}#top`)
  const scroll = await page.evaluate(() => { scrollTo(0, 400); return scrollY })
  assert.ok(scroll > 100)
  const times = []
  for (let turn = 0; turn < 5; turn++) {
    await page.evaluate(() => { window.isTheSame = true })
    const start = Date.now()
    site.edit(path, html => html.replace(/<h1>/, `<h1>${turn} `))
    site.good()
    await reloaded(page)
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length)
    const painted = await page.evaluate(() => performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime)
    times.push(Math.round(painted - start))
    assert.match(await page.locator('h1').textContent(), new RegExp(`^${turn} `))
    assert.equal(await page.evaluate(() => scrollY), scroll)
    assert.equal(new URL(page.url()).hash, '#top')
  }
  t.diagnostic(`ms from edit to paint: ${times.join(' ')}`)
  assert.deepEqual(faults, [])
})

test('new style sheets come without a new page, and never leave it without', async () => {
  const site = await preview()
  const { page, faults } = await tab(site)
  const [name] = readdirSync(join(site.root, 'dx/2023/assets')).filter(name => name.endsWith('.css'))
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')).color)
  const links = () => page.evaluate(() => [...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.getAttribute('href').split('?')[0].split('/').at(-1)))
  await page.evaluate(() => {
    window.least = Infinity
    const count = () => { window.least = Math.min(window.least, [...document.styleSheets].filter(sheet => sheet.href).length); requestAnimationFrame(count) }
    count()
  })
  const repaint = async (next, shade) => {
    site.good()
    await page.waitForFunction(shade => getComputedStyle(document.querySelector('h1')).color === shade, shade)
    await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1)
    assert.deepEqual(await links(), [next])
  }
  const before = await colour()
  // A new name, as a build gives it.
  renameSync(join(site.root, 'dx/2023/assets', name), join(site.root, 'dx/2023/assets/style.00000000.css'))
  site.edit('dx/2023/assets/style.00000000.css', css => `${css}h1 { color: rgb(1, 2, 3) !important }`)
  site.edit(path, html => html.replace(name, 'style.00000000.css'))
  assert.notEqual(before, 'rgb(1, 2, 3)')
  await repaint('style.00000000.css', 'rgb(1, 2, 3)')
  // Twice the same name.
  for (const shade of ['rgb(4, 5, 6)', 'rgb(7, 8, 9)']) {
    site.edit('dx/2023/assets/style.00000000.css', css => `${css}h1 { color: ${shade} !important }`)
    await repaint('style.00000000.css', shade)
  }
  assert.ok(await isTheSame(page))
  assert.equal(await page.evaluate(() => window.least), 1)
  assert.deepEqual(faults, [])
})

for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 320], ['dark', 320]]) {
  test(`what is wrong is shown over the page until all is well: ${colorScheme}, ${width} px`, async () => {
    const site = await preview()
    const { page, faults } = await tab(site, { colorScheme, viewport: { width, height: 640 } })
    site.bad(3)
    await panel(page).waitFor()
    assert.equal(await panel(page).getAttribute('lang'), 'ja')
    assert.match(await panel(page).textContent(), /問題 3件.*エラーcontent\/plans\/dx\/2023\.csv:4 D4「<img src=x onerror=alert\(1\)>」は数ではありません。.*注意.*お知らせ/)
    assert.equal(await panel(page).locator('img').count(), 0)
    assert.equal(await page.locator('nendo-preview [role=alert]').textContent(), '問題 3件')
    assert.deepEqual(await axeFaults(page), [])
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${colorScheme}-${width}.png`) })
    site.bad(200)
    await panel(page).getByText('問題 200件').waitFor()
    const list = panel(page).locator('ol')
    assert.ok(await list.evaluate(list => list.scrollHeight > list.clientHeight && list.clientHeight > 80))
    await page.keyboard.press('Escape')
    assert.ok(await badge(page).isVisible() && !await panel(page).isVisible())
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${colorScheme}-${width}-badge.png`) })
    site.bad(1)
    await badge(page).getByText('問題 1件').waitFor()
    await badge(page).focus()
    await page.keyboard.press('Enter')
    const focused = () => page.evaluate(() => document.querySelector('nendo-preview').shadowRoot.activeElement?.localName)
    assert.ok(await panel(page).isVisible())
    assert.equal(await focused(), 'ol')
    await page.keyboard.press('Escape')
    assert.equal(await focused(), 'button')
    assert.ok(await isTheSame(page))
    site.good()
    await page.locator('nendo-preview').waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    await page.context().close()
  })
}

test('a page that is opened while something is wrong says so at once, in its language', async () => {
  const site = await preview()
  site.bad(1)
  for (const [at, text] of [['dx/2023/en/index.html', '1 problem'], ['dx/2023/ja/index.html', '問題 1件'], ['none.html', '問題 1件']]) {
    const { page } = await tab(site, {}, at)
    await panel(page).getByText(text).waitFor()
    await page.context().close()
  }
})

test('a page that is gone stays to be read, and says so', async () => {
  const site = await preview()
  const { page, faults } = await tab(site)
  const html = readFileSync(join(site.root, path), 'utf8')
  rmSync(join(site.root, path))
  site.good()
  await panel(page).getByText('このページはサイトからなくなりました。').waitFor()
  assert.deepEqual(await axeFaults(page), [])
  writeFileSync(join(site.root, path), html)
  site.good()
  await page.locator('nendo-preview').waitFor({ state: 'detached' })
  assert.ok(await isTheSame(page))
  assert.deepEqual(faults, [])
})

test('a page that was away catches up', async () => {
  const site = await preview()
  const { page } = await tab(site)
  await site.stop()
  site.edit(path, html => html.replace(/<h1>/, '<h1>late '))
  const next = await preview(site)
  await reloaded(page)
  assert.match(await page.locator('h1').textContent(), /^late /)
  // Hidden, with many tabs opened since: it rests, and wakes.
  await page.evaluate(() => {
    window.isTheSame = true
    Object.defineProperty(document, 'hidden', { get: () => window.isHidden, configurable: true })
    window.isHidden = true
  })
  const others = []
  for (let number = 0; number < 3; number++) {
    others.push(await page.context().newPage())
    await others[number].goto(next.address + path)
  }
  next.edit(path, html => html.replace(/<h1>late /, '<h1>later '))
  next.good()
  for (const other of others) await other.waitForFunction(() => document.querySelector('h1').textContent.startsWith('later '))
  assert.ok(await isTheSame(page), 'it rests')
  await page.evaluate(() => {
    window.isHidden = false
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await reloaded(page)
  assert.match(await page.locator('h1').textContent(), /^later /)
})
