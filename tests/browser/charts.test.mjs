// Every chart of the example site says what the tables around it say: its bars and markers when measured against its own
// axis, its sentences, and what a screen reader is given.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browser, fileUrl, pages } from './browser.mjs'

const all = pages()
const page = await browser.newPage()
const magnitudes = { 千: 1e3, 万: 1e4, 百万: 1e6, 億: 1e8, 兆: 1e12 }

/** The first number of a text with its magnitude, 45.5万人 is 455000; nothing where the text says that there is none. */
function number(text) {
  if (/^—|完了|completed/i.test(text.trim())) return undefined
  const [, sign, digits, magnitude] = /([-−▲△])?(\d[\d,]*(?:\.\d+)?)(百万|[千万億兆])?/.exec(text) ?? []
  if (digits === undefined) return undefined
  return (sign ? -1 : 1) * Number(digits.replaceAll(',', '')) * (magnitudes[magnitude] ?? 1)
}

const close = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))

/** What a page shows: each progress chart with its geometry in units of the drawing, and the table of the same section. */
const progressCharts = () => page.evaluate(() => {
  const box = element => {
    const { x, y, width, height } = element.getBBox()
    return { left: x, right: x + width, top: y, bottom: y + height, x: x + width / 2, y: y + height / 2 }
  }
  const boxes = (svg, selector) => [...svg.querySelectorAll(selector)].map(box)
  const texts = (svg, selector) => [...svg.querySelectorAll(selector)].map(text => ({ ...box(text), text: text.textContent }))
  return [...document.querySelectorAll('svg.chart-progress')].map(svg => {
    const section = svg.closest('section')
    const row = item => [...section.querySelectorAll(`tr.${item} td`)].map(cell => cell.innerText)
    return {
      id: section.id,
      title: svg.querySelector('title').textContent,
      caption: svg.closest('figure').querySelector('figcaption').textContent,
      // The table is what comes next.
      next: svg.closest('figure').nextElementSibling.querySelector('table') === section.querySelector('table'),
      heads: [...section.querySelectorAll('thead th')].slice(1).map(head => head.textContent),
      current: [...section.querySelectorAll('thead th')].slice(1).findIndex(head => head.className === 'current'),
      target: row('target'),
      actual: row('actual'),
      lines: boxes(svg, 'g.grid path, g.axis path.ink-axis').filter(line => line.bottom - line.top < 0.1),
      muted: texts(svg, 'g.axis text.ink-muted'),
      years: texts(svg, 'g.axis text.ink-text'),
      bars: boxes(svg, 'g.actual rect:not(.mark-actual)'),
      points: boxes(svg, 'g.actual .mark-actual'),
      markers: boxes(svg, 'g.target .mark-target, g.target .mark-later'),
      gaps: texts(svg, 'g.gap text'),
    }
  })
})

/** The axis as a ruler: from a height in the drawing to a value, by the ticks and the lines they stand beside. */
function ruler({ muted, lines }, where) {
  const isTick = text => /^[-−▲△]?[\d,]+(\.\d+)?$/.test(text)
  const units = muted.map(({ text }) => /^(百万|[千万億兆])/.exec(text)?.[0])
  const scale = magnitudes[units.find(unit => unit)] ?? 1
  const marks = muted.filter(({ text }) => isTick(text)).map(({ text, y }) => {
    const line = lines.reduce((best, other) => Math.abs(other.y - y) < Math.abs(best.y - y) ? other : best)
    assert.ok(Math.abs(line.y - y) < 6, `${where}: the tick ${text} stands beside a line`)
    return { value: number(text) * scale, y: line.y }
  })
  assert.ok(marks.length >= 3, `${where}: ticks`)
  const [first, last] = [marks[0], marks.at(-1)]
  const slope = (last.value - first.value) / (last.y - first.y)
  const value = y => first.value + (y - first.y) * slope
  // Coordinates are rounded to a tenth.
  const near = (y, expected) => Math.abs(value(y) - expected) <= 0.15 * Math.abs(slope)
  for (const mark of marks) assert.ok(near(mark.y, mark.value), `${where}: the axis is even at ${mark.value}`)
  return { value, near, zero: first.y + (0 - first.value) / slope }
}

/** Each shape by the year whose name stands nearest to it. */
function byYear(shapes, years) {
  const found = years.map(() => [])
  for (const shape of shapes) {
    const distance = year => Math.abs(year.x - shape.x)
    found[years.indexOf(years.reduce((best, other) => distance(other) < distance(best) ? other : best))].push(shape)
  }
  return found
}

function assertGeometry(chart, where) {
  const years = chart.years.filter(({ text }) => chart.heads.includes(text)).sort((one, other) => one.x - other.x)
  assert.deepEqual(years.map(({ text }) => text), chart.heads, `${where}: years`)
  const { value, near, zero } = ruler(chart, where)
  const [bars, points, markers, gaps] = [chart.bars, chart.points, chart.markers, chart.gaps].map(shapes => byYear(shapes, years))
  chart.heads.forEach((year, at) => {
    const [actual, target] = [number(chart.actual[at]), number(chart.target[at])]
    const say = (what, y, expected) => `${where} ${year}: ${what} at ${value(y)}, the table says ${expected}`
    if (actual === undefined) {
      assert.equal(bars[at].length + points[at].length, 0, `${where} ${year}: a gap, the table says ${chart.actual[at]}`)
      if (at <= chart.current) assert.ok(gaps[at].some(({ text }) => text.trim()), `${where} ${year}: a gap has a word`)
    } else if (bars[at].length) {
      // A stacked bar is as high as its parts together.
      const [top, bottom] = [Math.min(...bars[at].map(bar => bar.top)), Math.max(...bars[at].map(bar => bar.bottom))]
      const [base, end] = actual < 0 ? [top, bottom] : [bottom, top]
      assert.ok(Math.abs(base - zero) <= 0.15, `${where} ${year}: the bar stands on zero`)
      assert.ok(near(end, actual), say('bar', end, actual))
      const parts = bars[at].reduce((sum, bar) => sum + bar.bottom - bar.top, 0)
      assert.ok(Math.abs(parts - (bottom - top)) <= 0.1 * bars[at].length, `${where} ${year}: the parts are the whole`)
    } else {
      assert.equal(points[at].length, 1, `${where} ${year}: an actual`)
      assert.ok(near(points[at][0].y, actual), say('point', points[at][0].y, actual))
    }
    assert.equal(markers[at].length, target === undefined ? 0 : 1, `${where} ${year}: markers for ${chart.target[at]}`)
    for (const marker of markers[at]) assert.ok(near(marker.y, target), say('target', marker.y, target))
  })
}

const sentences = {
  ja: {
    against: /(\d{4}年度)の実績は([^、。]+?)で、目標の([^、。]+?)を([^、。]+?)(上|下)回りました。/,
    met: /(\d{4}年度)の実績は([^、。]+?)で、目標と同じです。/,
    waiting: /(\d{4}年度)の目標は([^、。]+?)です。比べられる実績はありません。/,
    trend: /(\d{4}年度)の([^、。]+?)から([^、。]+?)(増え|減り)ました。/,
    level: /実績は\d{4}年度と同じです。/,
    plain: /この目標は、\d{4}年度末をもって完了しました。|\d{4}年度の実績はありません。|値が(大き|小さ)いほど良い指標です。/g,
    up: ['上', '増え'],
  },
  en: {
    // English puts the distance first.
    against: /In (FY\d{4}) the actual was (.+?), (.+?) (above|below) the target of (.+?)\.(?= |$)/,
    plain: /The target was completed at the end of FY\d{4}\.|There is no actual for FY\d{4}\.|(Higher|Lower) is better\./g,
    met: /In (FY\d{4}) the actual was (.+?), the same as the target\./,
    waiting: /The target for (FY\d{4}) is (.+?)\. There is no actual to compare it with\./,
    trend: /The actual (rose|fell) by (.+?) from (.+?) in FY\d{4}\./,
    level: /The actual is the same as in FY\d{4}\./,
    up: ['above', 'rose'],
  },
}

/** The sentences of a chart say the numbers of its table, and nothing else. */
function assertCaption(chart, language, where) {
  const known = sentences[language]
  let rest = chart.caption
  const take = name => {
    const found = known[name].exec(rest)
    if (found) rest = rest.replace(found[0], '')
    return found?.slice(1)
  }
  const cell = (row, year) => {
    const at = chart.heads.indexOf(year)
    assert.ok(at >= 0, `${where}: ${year} has a column`)
    return number(chart[row][at])
  }
  const same = (said, expected, what) =>
    assert.ok(close(number(said), expected), `${where}: ${what} ${said}, the table says ${expected}`)
  let latest
  const against = take('against')
  if (against) {
    const [year, actual, target, gap, word] =
      language === 'ja' ? against : [against[0], against[1], against[4], against[2], against[3]]
    latest = year
    same(actual, cell('actual', year), 'actual')
    same(target, cell('target', year), 'target')
    same(gap, Math.abs(cell('actual', year) - cell('target', year)), 'distance')
    assert.equal(known.up.includes(word), cell('actual', year) > cell('target', year), `${where}: ${word}`)
  }
  const met = take('met')
  if (met) {
    latest = met[0]
    same(met[1], cell('actual', latest), 'actual')
    assert.equal(cell('actual', latest), cell('target', latest), `${where}: the same`)
  }
  const waiting = take('waiting')
  if (waiting) same(waiting[1], cell('target', waiting[0]), 'target')
  const trend = take('trend')
  const before = () => number(chart.actual[chart.heads.indexOf(latest) - 1])
  if (trend) {
    const [from, gap, word] = language === 'ja' ? trend.slice(1) : [trend[2], trend[1], trend[0]]
    same(from, before(), 'year before')
    same(gap, Math.abs(cell('actual', latest) - before()), 'change')
    assert.equal(known.up.includes(word), cell('actual', latest) > before(), `${where}: ${word}`)
  }
  if (take('level')) assert.equal(cell('actual', latest), before(), `${where}: unchanged`)
  assert.ok(latest || waiting, `${where}: ${chart.caption}`)
  assert.equal(rest.replaceAll(known.plain, '').trim(), '', `${where}: nothing else is said`)
}

test('bars, markers and sentences of every chart are the numbers of its table', async () => {
  const counts = {}
  for (const path of all) {
    await page.goto(fileUrl(path))
    for (const chart of await progressCharts()) {
      const [, year, language] = /^dx\/(?:(\d+)\/)?(ja|en)\//.exec(path)
      const where = `${path} ${chart.id}`
      const kind = `${year ?? 'all'} ${language}`
      counts[kind] = (counts[kind] ?? 0) + 1
      assert.ok(chart.next, `${where}: the table stands right after the chart`)
      assertGeometry(chart, where)
      assertCaption(chart, language, where)
    }
  }
  // Those of a year stand on pages of their own and in the report.
  assert.deepEqual(counts, { '2022 en': 32, '2022 ja': 32, '2023 en': 32, '2023 ja': 32, 'all en': 16, 'all ja': 16 })
})

test('a screen reader is given the name of every chart and the sentence under it', async () => {
  const session = await page.context().newCDPSession(page)
  let charts = 0
  for (const path of all) {
    await page.goto(fileUrl(path))
    const drawn = await page.evaluate(() => [...document.querySelectorAll('svg.chart')].map(svg => [
      svg.querySelector('title').textContent,
      // Of several pictures the first says what all show.
      svg.closest('figure')?.querySelector('svg') === svg ? svg.closest('figure').querySelector('figcaption').textContent : '',
    ]))
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const heard = nodes
      .filter(node => !node.ignored && ['image', 'img'].includes(node.role?.value))
      .map(node => [node.name?.value ?? '', node.description?.value ?? ''])
    assert.deepEqual(heard.sort(), drawn.sort(), path)
    for (const [name] of heard) assert.ok(name.trim(), `${path}: every chart has a name`)
    charts += heard.length
  }
  assert.ok(charts > 64, `${charts} charts`)
})

test('the charts of the lists say what their tables say', async () => {
  for (const language of ['ja', 'en']) {
    const actuals = new Map()
    for (const path of all.filter(path => path.startsWith(`dx/2023/${language}/`))) {
      await page.goto(fileUrl(path))
      for (const { id, heads, actual } of await progressCharts()) actuals.set(id, new Map(heads.map((head, at) => [head, actual[at]])))
    }

    await page.goto(fileUrl(`dx/2023/${language}/kpis.html`))
    const list = await page.evaluate(() => ({
      attained: [...document.querySelectorAll('table.kpis td.attained')].map(cell => cell.textContent).filter(text => text),
      sparks: [...document.querySelectorAll('table.kpis tr[id]')].flatMap(row => {
        const name = row.querySelector('svg.chart-spark title')?.textContent
        return name ? [[row.id.replace('row-', ''), name]] : []
      }),
    }))
    await page.goto(fileUrl(`dx/2023/${language}/behind.html`))
    list.caption = await page.evaluate(() => document.querySelector('figcaption').textContent)
    const attained = list.attained.map(number).sort((one, other) => one - other)
    const reached = attained.filter(percent => percent >= 100).length
    const [lowest, highest] = [attained[0], attained.at(-1)].map(percent => `${percent.toFixed(1)}%`)
    const counts = language === 'ja' ? `KPI${attained.length}件のうち、${reached}件が` : `${reached} of ${attained.length} KPIs`
    for (const said of [counts, lowest, highest]) assert.ok(list.caption.includes(said), `${list.caption} has ${said}`)
    assert.equal(list.sparks.length, 16)
    for (const [id, name] of list.sparks) {
      const shown = new Map([...actuals.get(id)].filter(([, actual]) => number(actual) !== undefined))
      for (const part of name.split(/、|; /)) {
        const [year, said] = [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]
        if (number(said) === undefined) continue
        assert.ok(close(number(said), number(shown.get(year) ?? '')), `${id} ${year}: ${said}, the table says ${shown.get(year)}`)
        shown.delete(year)
      }
      assert.equal(shown.size, 0, `${id}: ${name} leaves nothing out`)
    }

    await page.goto(fileUrl(`dx/2023/${language}/index.html`))
    const summary = await page.evaluate(() => ({
      captions: [...document.querySelectorAll('figcaption')].map(caption => caption.textContent),
      moved: [...document.querySelectorAll('#changes ~ dl dd')].map(count => count.textContent),
      pillars: [...document.querySelectorAll('table.counts thead th a')].map(name => name.textContent),
      grades: [...document.querySelectorAll('table.counts tbody tr')].map(row => [
        row.querySelector('.letter').textContent,
        [...row.querySelectorAll('td')].slice(1).map(count => count.textContent),
      ]),
    }))
    const [moves, share] = summary.captions
    const [colon, comma, stop, between] = language === 'ja' ? ['：', '、', '。', ''] : [': ', ', ', '.', ' ']
    const tell = ([letter, count]) => language === 'ja' ? `${letter}が${count}件` : `${count} × ${letter}`
    const rows = summary.pillars.map((pillar, at) => {
      const parts = summary.grades.map(([letter, counts]) => [letter, counts[at]]).filter(([, count]) => count !== '0')
      return `${pillar}${colon}${parts.map(tell).join(comma)}${stop}`
    })
    assert.equal(share, rows.join(between))
    const [up, same, down, fresh] = summary.moved
    const told = language === 'ja'
      ? `2022年度と比べて、評価が上がったKPIは${up}件、下がったKPIは${down}件、変わらなかったKPIは${same}件です。新たに評価されたKPIは${fresh}件です。`
      : `Compared with FY2022, ${up} KPIs moved up, ${down} moved down and ${same} stayed the same. One KPI was newly evaluated.`
    assert.equal(moves, told)
  }
})
