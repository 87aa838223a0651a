// A real Chromium, the built example site, the gallery of charts, and a plain file server, for the tests beside this file.
// Each of them runs in a process of its own, and has a browser of its own.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { readdirSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

export const site = resolve(dirname(fileURLToPath(import.meta.url)), '../../target/example-site')
const gallery = resolve(site, '../gallery')

/** Paths of the site's pages, with `/` between folders. */
export function pages() {
  return readdirSync(site, { recursive: true })
    .map(path => path.split(sep).join('/'))
    .filter(path => path.endsWith('.html'))
    .sort()
}

export const fileUrl = path => pathToFileURL(join(site, path)).href

export const galleryUrl = path => pathToFileURL(join(gallery, path)).href

/** Runs while the tests of a file do. */
export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run'],
})
after(() => browser.close())

/** `python3 -m http.server` over a folder; gives its address and a way to stop it. */
export async function serve(folder) {
  const port = await freePort()
  const server = spawn('python3', ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', folder, String(port)],
    { stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}/`
  for (let tries = 0; ; tries++) {
    try {
      await fetch(address)
      break
    } catch (error) {
      if (tries > 100) throw error
      await new Promise(wake => setTimeout(wake, 50))
    }
  }
  return { address, stop: () => server.kill() }
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })
}

/** What a page tried that it should not have: errors on its console, requests beyond `origin`. */
export function watch(page, origin) {
  const faults = []
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) faults.push(message.text()) })
  page.on('pageerror', error => faults.push(String(error)))
  page.on('request', request => { if (!request.url().startsWith(origin)) faults.push(`asks ${request.url()}`) })
  page.on('requestfailed', request => {
    // Leaving a page gives up what it was still fetching.
    const { errorText } = request.failure()
    if (errorText !== 'net::ERR_ABORTED') faults.push(`fails ${request.url()} ${errorText}`)
  })
  return faults
}

