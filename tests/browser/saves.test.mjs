// Files as programs save them, while `nendo serve` watches: each save ends on the page of the whole file, with at most one build for each, and
// a file that is half written never replaces a good page. One page is looked at all the time, over HTTP and in a browser.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { appendFileSync, closeSync, cpSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { browser } from './browser.mjs'
import { differences, example, fresh, numbers, place, put, rows, serve, sleep, tree, until } from './serving.mjs'

/** Longer than the watch waits for the rest of a file. */
const QUIET = 900
const watched = 'dx/2023/ja/kpis.html'

let site, file, looking, context
const served = new Set()
const painted = new Set()

before(async () => {
  const content = example()
  site = await serve(content)
  file = join(content, 'plans/dx/2023.csv')
  looking = look(site.url + watched)
  context = await browser.newContext()
  const page = await context.newPage()
  await page.exposeFunction('painted', text => painted.add(text))
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => window.painted(document.querySelector('main')?.innerText ?? 'none')))
  await page.goto(site.url + watched)
})

after(async () => {
  await looking.stop()
  await context.close()
  await site.end()
})

/** Asks for a page again and again, and keeps all that it was. */
function look(url) {
  let goes = true
  const loop = async () => {
    while (goes) {
      served.add(await fetch(url).then(answer => answer.text()).then(plain, () => 'no answer'))
      await sleep(8)
    }
  }
  const ended = loop()
  return { stop: () => { goes = false; return ended } }
}

/** A page as it is on disk. */
const plain = html => html.replace(/<script src="\/\.nendo-preview[^>]*><\/script>/, '').replace('connect-src &#39;self&#39;; ', '')

const isLike = expected => differences(tree(site.out), expected).length === 0

/** The site that is served; `undefined` where a file went while it was read. */
function standing() {
  try {
    return tree(site.out)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** Saves in some way, with at most so many builds; the page may be that before and after, and that of any version that was whole in between.
    Gives the time that the saving took. */
async function saved(save, { builds: [least, most] = [1, 1], versions = [] } = {}) {
  const page = out => readFileSync(join(out, watched), 'utf8')
  const allowed = new Set([page(site.out)])
  for (const version of versions) {
    const content = place('version')
    cpSync(site.content, content, { recursive: true })
    writeFileSync(join(content, 'plans/dx/2023.csv'), version)
    allowed.add(page(fresh(content)))
  }
  const before = site.builds().length
  served.clear()
  painted.clear()
  const start = Date.now()
  await save()
  const took = Date.now() - start
  const expected = tree(fresh(site.content))
  allowed.add(expected.get(watched) && Buffer.from(expected.get(watched), 'latin1').toString())
  const differs = () => differences(standing() ?? new Map(), expected)
  await until(() => differs().length === 0, () => `${differs()}`)
  await sleep(QUIET)
  assert.deepEqual(differs(), [], 'it stays so')
  const builds = site.builds().slice(before)
  // A writer that waits for longer than the watch does is not the watch's fault.
  if (took > 500) return took
  assert.equal([...served].filter(html => !allowed.has(html)).length, 0, `pages that nobody saved, of ${served.size}; ${JSON.stringify(builds)}`)
  assert.ok(painted.size < allowed.size, `${painted.size} pages in the browser`)
  assert.ok(least <= builds.length && builds.length <= most, `${builds.length} builds: ${JSON.stringify(builds)}`)
  assert.ok(builds.every(({ outcome }) => outcome === 'built'))
  return took
}

let turns = 0
/** The table with another number near its beginning and one near its end. */
function other() {
  const text = readFileSync(join(import.meta.dirname, '../../content/plans/dx/2023.csv'), 'utf8')
  const cells = numbers(text, 2023)
  turns++
  return Buffer.from([cells.at(-1), cells[0]].reduce((text, cell) => put(text, cell, cell.value(turns)), text))
}

test('a file is written over', () => saved(() => writeFileSync(file, other())))

test('a file is renamed over another', () => saved(() => {
  const passing = join(file, '../lu38ab.tmp')
  writeFileSync(passing, other())
  renameSync(passing, file)
}))

const cuts = {
  'behind a row': bytes => rows(bytes.toString()).map(row => Buffer.byteLength(bytes.toString().slice(0, row[0].from)))[30],
  'within a row': bytes => bytes.indexOf('目標', bytes.length >> 1) + 3,
  'within a letter': bytes => bytes.indexOf('目標', bytes.length >> 1) + 1,
  'behind the first row': bytes => bytes.indexOf('\n') + 1,
  'before the last line end': bytes => bytes.length - 1,
  'nowhere': () => 0,
}
for (const [where, cut] of Object.entries(cuts)) {
  for (const way of ['kept open', 'opened again']) {
    test(`a file is written in two halves, cut ${where}, ${way}`, async () => {
      const write = async () => {
        const bytes = other()
        const at = cut(bytes)
        const open = openSync(file, 'w')
        writeSync(open, bytes, 0, at)
        if (way === 'opened again') closeSync(open)
        await sleep(200)
        if (way === 'opened again') return appendFileSync(file, bytes.subarray(at))
        writeSync(open, bytes, at)
        closeSync(open)
      }
      for (let tries = 0; tries < 4; tries++) {
        if (await saved(write) < 500) return
      }
      assert.fail('the machine is too slow to tell')
    })
  }
}

const hasCalc = existsSync('/usr/lib/libreoffice/program/libsclo.so')

test('LibreOffice Calc saves a file', { skip: !hasCalc && 'there is no LibreOffice Calc' }, async () => {
  const folder = place('calc')
  const table = join(folder, '2023.csv')
  writeFileSync(table, other())
  // Every cell is text, as it is shown: comma, quote, UTF-8.
  const columns = Array.from({ length: 7 }, (_, at) => `${at + 1}/2`).join('/')
  const save = () => new Promise((end, fail) => execFile('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless', `--infilter=CSV:44,34,76,1,${columns}`, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
    '--outdir', join(file, '..'), table], error => error ? fail(error) : end()))
  const before = site.builds().length
  await saved(save)
  assert.equal(site.builds().length, before + 1)
  assert.ok([...served].length <= 2 && painted.size <= 1)
})

test('rows come at the end, and go', async () => {
  const text = other().toString()
  const fewer = text.slice(0, rows(text).at(-3)[0].from)
  await saved(() => writeFileSync(file, fewer))
  await saved(() => appendFileSync(file, text.slice(fewer.length)))
})

test('a file is saved five times in a moment', async () => {
  const versions = [1, 2, 3, 4, 5].map(other)
  await saved(async () => {
    for (const version of versions) {
      writeFileSync(file, version)
      await sleep(10)
    }
  }, { builds: [1, 5], versions })
})

test('a file goes and is put back', async () => {
  for (const [bytes, least] of [[readFileSync(file), 0], [other(), 1]]) {
    await saved(async () => {
      rmSync(file)
      await sleep(100)
      writeFileSync(file, bytes)
    }, { builds: [least, 2] })
  }
})

test('a plan comes, and goes', async () => {
  const [plan, copy] = ['dx', 'health'].map(name => join(site.content, 'plans', name))
  const status = async () => (await fetch(`${site.url}health/2023/ja/kpis.html`)).status
  await saved(() => cpSync(plan, copy, { recursive: true }))
  assert.equal(await status(), 200)
  await saved(() => rmSync(copy, { recursive: true }))
  assert.equal(await status(), 404)
})

test('what programs leave beside a file, and a file saved as it was, build nothing', () => saved(() => {
  for (const name of ['~$2023.csv', '.~lock.2023.csv#', '2023.csv.tmp']) writeFileSync(join(file, '..', name), 'lock')
  writeFileSync(file, readFileSync(file))
}, { builds: [0, 0] }))
