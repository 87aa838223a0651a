// How far things are, counted in links of the built files: what is behind and why from the summary, each KPI from any page of its year.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { files, sites } from './browser.mjs'

/** A text as it can be compared, whatever its markup, bullets, width and spaces. */
const plain = text => text.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  .replaceAll('&quot;', '"').replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(parseInt(code, hex ? 16 : 10)))
  .normalize('NFKC').replace(/[\s・]/g, '')

function page(file) {
  const html = readFileSync(file, 'utf8')
  const url = pathToFileURL(file).href
  const links = [...html.matchAll(/<a\b[^>]* href="([^"#]*)/g)].map(([, href]) => new URL(href, url).href)
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  return { links: new Set([url, ...links]), ids, text: plain(html) }
}

/** The years of a site, each with its pages by address and its data. */
const years = sites.flatMap(folder => files(folder, 'data/progress.json').filter(path => /\/\d{4}\/data\//.test(path)).map(path => {
  const year = join(folder, path, '../..')
  const pages = new Map(files(year, '.html').map(path => [pathToFileURL(join(year, path)).href, page(join(year, path))]))
  return { name: `${basename(folder)}/${path}`, url: pathToFileURL(year).href, pages, data: JSON.parse(readFileSync(join(folder, path), 'utf8')) }
}))

const kpisOf = ({ branches, kpis = [] }) => [...kpis, ...branches.flatMap(kpisOf)]

/** The pages that are as many clicks away as one is, and nearer. */
const onward = (pages, urls) => new Set([...urls].flatMap(url => [...pages.get(url)?.links ?? []]))

test('there are years, and KPIs that are behind', () => {
  assert.ok(years.length >= sites.length)
  const behind = years.flatMap(({ data }) => kpisOf(data)).flatMap(kpi => kpi.years).filter(({ evaluation }) => evaluation === 'C')
  assert.ok(behind.length > 10)
})

test('what is behind, and why, is on the summary or a click away', () => {
  const faults = []
  for (const { name, url, pages, data } of years) {
    const tones = new Map(data.scale.map(({ code, tone }) => [code, tone]))
    for (const [summary] of [...pages].filter(([page]) => /\/[a-z]{2}\/index\.html$/.test(page))) {
      const language = /\/([a-z]{2})\/index\.html$/.exec(summary)[1]
      const near = [...onward(pages, [summary])].flatMap(url => pages.get(url) ?? [])
      for (const kpi of kpisOf(data)) {
        const entry = kpi.years.find(year => year.fiscal_year === data.fiscal_year)
        if (tones.get(entry?.evaluation) !== 'behind') continue
        const reason = entry.reason[language] ?? entry.reason.ja ?? ''
        const parts = reason.split(' / ').map(plain)
        const found = near.some(({ ids, text }) => (ids.has(kpi.id) || text.includes(plain(kpi.name[language] ?? kpi.name.ja ?? '')))
          && parts.every(part => text.includes(part)))
        if (!found) faults.push(`${name} ${language}: ${kpi.id} ${reason}`)
      }
    }
    assert.ok(pages.size > 0, url)
  }
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`)
})

test('every KPI is two clicks from every page of its year, at most', () => {
  const faults = []
  for (const { pages, data } of years) {
    const all = kpisOf(data)
    for (const [from, { links }] of pages) {
      // A language is chosen by then.
      const language = /\/[a-z]{2}\/(?=[^/]*$)/.exec(from)?.[0] ?? ''
      const near = [...onward(pages, links)].filter(url => url.includes(language)).flatMap(url => pages.get(url) ?? [])
      const far = all.filter(({ id }) => !near.some(({ ids }) => ids.has(id)))
      if (far.length) faults.push(`${from}: ${far.map(({ id }) => id).join(' ')}`)
    }
  }
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`)
})
