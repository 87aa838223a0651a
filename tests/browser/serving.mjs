// The real `nendo serve` over a content folder of its own, for the tests beside this file: what it says, and ways to wait for it. NENDO in the
// environment names another program; without it the release build is taken, and the debug build where there is none.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target')
/** A program that cargo built. */
export const built = path => join(target, process.platform === 'win32' ? `${path}.exe` : path)
/** The program that is tested. */
export const nendo = process.env.NENDO ?? [built('release/nendo'), built('debug/nendo')].find(existsSync)
/** Whether its times are those of a program as people have it. */
export const isSwift = !nendo?.includes(`${sep}debug${sep}`)

// In memory where there is room, so that no disk is measured.
const memory = '/dev/shm'
const hasRoom = existsSync(memory) && (({ bavail, bsize }) => bavail * bsize > 2 ** 31)(statfsSync(memory))
const folder = mkdtempSync(join(hasRoom ? memory : tmpdir(), 'nendo-serve-'))
const ends = []
after(async () => {
  await Promise.all(ends.map(end => end()))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

export const sleep = ms => new Promise(wake => setTimeout(wake, ms))

/** Waits until something holds, and fails with words of its own, if it takes too long. */
export async function until(holds, what, ms = 20000) {
  for (const start = Date.now(); ; await sleep(5)) {
    const found = await holds()
    if (found) return found
    assert.ok(Date.now() - start < ms, typeof what === 'function' ? what() : what)
  }
}

/** A folder of this name, which goes in the end. */
export const place = name => mkdtempSync(join(folder, `${name}-`))

/** A copy of the example's content. */
export function example() {
  const content = place('content')
  cpSync(join(root, 'content'), content, { recursive: true })
  return content
}

/** What a fresh build makes of a content folder: its folder. */
export function fresh(content, options = []) {
  const out = join(place('fresh'), 'public')
  execFileSync(nendo, ['build', '--content', content, '--out', out, '--format', 'json', ...options], { stdio: ['ignore', 'ignore', 'inherit'] })
  return out
}

/** Every file of a folder but what nendo notes for itself: its bytes by its path. */
export function tree(folder, below = '') {
  const files = new Map()
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below + entry.name
    if (path === '.nendo') continue
    if (entry.isDirectory()) tree(folder, `${path}/`).forEach((bytes, path) => files.set(path, bytes))
    else files.set(path, readFileSync(join(folder, path), 'latin1'))
  }
  return files
}

/** The paths of files that differ between two folders, as `tree` gives them. */
export const differences = (one, other) => [...new Set([...one.keys(), ...other.keys()])].filter(path => one.get(path) !== other.get(path))

/** Serves a content folder, once the first build has come to its end. */
export async function serve(content, options = []) {
  const out = join(place('out'), 'public')
  const child = spawn(nendo, ['serve', '--content', content, '--out', out, '--port', '0', '--format', 'json', ...options],
    { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = new Promise(end => child.once('exit', (code, signal) => end(code ?? signal)))
  const said = []
  createInterface(child.stdout).on('line', line => said.push(JSON.parse(line)))
  const end = () => { child.kill('SIGINT'); return exit }
  ends.push(end)
  const ended = exit.then(code => { assert.fail(`nendo serve ended: ${code}`) })
  const { url } = await Promise.race([ended, until(() => said.find(line => line.serving)?.serving, 'it serves', 120000)])
  ended.catch(() => {})
  return {
    url, out, content, said, end, exit,
    /** What was built so far, and what came of it. */
    builds: () => said.filter(line => line.serve).map(line => line.serve),
    /** Waits for the next build after so many. */
    build(number, ms) {
      return until(() => this.builds()[number], () => `build ${number}: ${JSON.stringify(said.slice(-3))}`, ms)
    },
  }
}

/** The rows of a table, its cells with where they stand in the text. Cells in quotes are whole, with the quotes. */
export function rows(text) {
  const all = [[]]
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const [cell] = /^(?:"(?:[^"]|"")*"|[^,\r\n]*)/.exec(text.slice(at))
    all.at(-1).push({ text: cell, from: at, to: at + cell.length })
    at += cell.length
    const [stop] = /^(?:,|\r?\n|)/.exec(text.slice(at))
    at += stop.length
    if (stop && stop !== ',' && at < text.length) all.push([])
  }
  return all
}

/** The cells of a table that hold a plain number of a year: where each stands, the KPI, and a number to put there that stands nowhere else. */
export function numbers(text, year) {
  const [header, ...kpis] = rows(text)
  const [column, kpi, item] = [`${year}年度`, 'KPI', '項目'].map(name => header.findIndex(cell => cell.text === name))
  const found = []
  let name
  for (const row of kpis) {
    const [own, cell] = [row[kpi], row[column]].map(cell => ({ ...cell, text: cell.text.replaceAll('"', '') }))
    name = own.text || name
    const [, digits, unit] = /^(\d+)(?:\.\d+)?(%|件|人|回|箇所)$/.exec(cell.text) ?? []
    if (!digits || !['実績', '目標'].includes(row[item].text)) continue
    const place = found.length + 101
    found.push({ ...cell, name: name.replace(/^\S+ /, ''), value: turn => `${digits}.${place}${turn % 9 + 1}${unit}` })
  }
  return found
}

/** The text with another in place of a cell. */
export const put = (text, { from, to }, value) => text.slice(0, from) + value + text.slice(to)
