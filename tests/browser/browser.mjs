// A real Chromium, the built sites and their pages, and the gallery of charts, for the tests beside this file.
// Each of them runs in a process of its own, and has a browser of its own.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const target = resolve(dirname(fileURLToPath(import.meta.url)), '../../target')
/** The example that ships, built. */
export const site = join(target, 'example-site')
const others = join(target, 'other-sites')
/** The folders of all sites: the example, and the cases that the Makefile builds for their other shapes. */
export const sites = [site, ...(existsSync(others) ? readdirSync(others).sort().map(name => join(others, name)) : [])]

/** The site of hostile.mjs, which is no example of weight or of words. */
export const hostileSite = join(target, 'hostile-site')

/** The example as a draft. */
export const draftSite = join(target, 'draft-site')

/** Paths of a site's files of a kind, with `/` between folders. */
export function files(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .map(path => path.split(sep).join('/'))
    .filter(path => path.endsWith(ending))
    .sort()
}

/** Paths of the example's pages. */
export const pages = () => files(site, '.html')

/** Every page of a site: its folder, its path within, its file and address, that of the site, and a name for messages. */
export const pagesOf = folder => files(folder, '.html').map(path => {
  const file = join(folder, path)
  return { folder, path, file, url: pathToFileURL(file).href, origin: pathToFileURL(folder).href, name: `${basename(folder)}/${path}` }
})

/** Every page of every site. */
export const everyPage = sites.flatMap(pagesOf)

const year = path => /\/(\d{4})\//.exec(path)?.[1]

/** Those but pages of older years, where there are so many years that they only repeat each other: the newest two stand for them. */
export const pagesToLookAt = everyPage.filter(({ folder, path }) => {
  const years = [...new Set(everyPage.filter(page => page.folder === folder).map(page => year(page.path)).filter(Boolean))].sort()
  return !year(path) || years.length <= 3 || years.slice(-2).includes(year(path))
})

/** The newest page of each kind: of those whose elements have the same classes. */
export function onePerKind() {
  const kinds = new Map()
  for (const page of everyPage) {
    const classes = readFileSync(page.file, 'utf8').match(/ class="[^"]*"/g) ?? []
    const own = classes.filter(name => !/ink-|mark-|tone-|part-|flow-/.test(name))
    kinds.set([...new Set(own)].sort().join(), page)
  }
  return [...kinds.values()]
}

export const fileUrl = path => pathToFileURL(join(site, path)).href

export const galleryUrl = path => pathToFileURL(join(target, 'gallery', path)).href

/** Runs while the tests of a file do. */
export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run'],
})
after(() => browser.close())

/** Opens each page in one of two tabs, and gives the faults that `look` finds, each with the name of its page, and what the page
    tried while it loaded that it should not have. */
export async function walk(pages, options, look) {
  assert.ok(pages.length > 0, 'there are pages')
  const context = await browser.newContext(options)
  const queue = [...pages]
  const found = new Map()
  const tab = async () => {
    const page = await context.newPage()
    let origins = []
    const tried = watch(page, () => origins)
    for (let next; (next = queue.shift());) {
      // The icon of the page before may still be asked for.
      origins = [...origins.slice(-1), next.origin]
      await page.goto(next.url)
      // What was said before this is told before this is answered.
      await page.evaluate(() => 0)
      const seen = tried.splice(0)
      found.set(next.name, [...seen, ...await look(page, next)])
      // The means of a test are not the page's.
      tried.length = 0
    }
  }
  await Promise.all([tab(), tab()])
  await context.close()
  return pages.flatMap(({ name }) => found.get(name).map(fault => ({ name, fault })))
}

/** Fails with the faults of `walk`, those that several pages share told once. */
export function assertNone(faults) {
  const shared = new Map()
  for (const { name, fault } of faults) shared.set(fault, [...(shared.get(fault) ?? []), name])
  const lines = [...shared].map(([fault, names]) => `${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''}: ${fault}`)
  assert.ok(faults.length === 0, `${faults.length} faults\n${lines.join('\n')}`)
}

/** What a page tried that it should not have: anything on its console, requests beyond `origin`, or beyond those that it gives. What a
    policy forbids is an error on the console. */
export function watch(page, origin) {
  const allowed = url => (typeof origin === 'function' ? origin() : [origin]).some(own => url.startsWith(own))
  const faults = []
  page.on('console', message => { faults.push(message.text()) })
  page.on('pageerror', error => faults.push(String(error)))
  page.on('request', request => { if (!allowed(request.url())) faults.push(`asks ${request.url()}`) })
  page.on('requestfailed', request => {
    // Leaving a page gives up what it was still fetching.
    const { errorText } = request.failure()
    if (errorText !== 'net::ERR_ABORTED') faults.push(`fails ${request.url()} ${errorText}`)
  })
  return faults
}
