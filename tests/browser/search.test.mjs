// The search in the header: found from file:// and a server, by keyboard, at once; without JavaScript there is no field.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { axeFaults } from './axe.mjs'
import { browser, fileUrl, files, site, watch } from './browser.mjs'
import { large } from './large.mjs'
import { lookAtLayout } from './layout.mjs'
import { serve } from './server.mjs'

const wide = { viewport: { width: 1280, height: 900 } }
const largePlan = large()
const largeUrl = pathToFileURL(join(largePlan, 'ja/index.html')).href

async function open(url, options = wide, origin = 'file://') {
  const page = await browser.newPage(options)
  const faults = watch(page, origin)
  await page.goto(url)
  return { page, faults, field: page.getByRole('searchbox', { name: /^(検索|Search)$/ }) }
}

/** Puts a text into the field and gives the names of what is found, when all is there. */
async function find(page, field, typed) {
  await field.fill(typed)
  await page.locator('.search li').first().waitFor()
  return page.locator('.search li a').allTextContents()
}

/** Builds the site of a table with settings of its plan; gives its folder, which is gone after the test. */
function build(t, table, settings = '') {
  const folder = mkdtempSync(join(tmpdir(), 'nendo-search-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const plan = join(folder, 'content/plans/city')
  mkdirSync(plan, { recursive: true })
  writeFileSync(join(plan, 'plan.toml'), settings)
  writeFileSync(join(plan, '2023.csv'), table)
  const nendo = process.env.NENDO ?? join(process.env.CARGO_TARGET_DIR ?? resolve(site, '..'), 'release/nendo')
  execFileSync(nendo, ['build', '--content', join(folder, 'content'), '--out', join(folder, 'site')], { stdio: 'pipe' })
  return join(folder, 'site')
}

test('what the readers of both languages look for is found by it and by half of it, from the keyboard', async t => {
  const server = await serve(site)
  t.after(server.stop)
  for (const [origin, root] of [['file://', `${fileUrl('')}/`], [server.address, server.address]]) {
    const pages = [
      ['dx/2023/ja/about.html', [
        [['キャッシュレス', 'キャッシ', 'ｷｬｯｼｭ', 'きゃっしゅれす'], '③導入窓口数(累計)', 'service-3.html#service-3'],
        [['窓口', '窓', '書かない 窓'], '②書かない窓口の推進', 'service-2.html#service-2'],
        [['①-1', '1-1', '１ー１', '①-', 'オンライン化率'], '①-1 オンライン化率(件数ベース)', 'service-1.html#service-1-1'],
        [['(2)', '②'], '②書かない窓口の推進', 'service-2.html#service-2'],
        [['目標より遅れている', '遅れ'], '①-1 オンライン化率(件数ベース)', 'service-1.html#service-1-1'],
      ]],
      ['dx/2022/en/service-1.html', [
        [['paper', 'pap', 'aper', 'PAPERS', 'without paper'], '④ Share of internal meetings held without paper', 'productivity-4.html#productivity-4'],
        [['counter', 'counters', 'unter'], '② Promoting counters with no forms to fill in', 'service-2.html#service-2'],
        [['①-1', '1-1', '1-'], '①-1 Online availability rate (by number of cases)', 'service-1.html#service-1-1'],
      ]],
      ['dx/en/service-1-1.html', [[['cashless'], '③ Number of counters with cashless payment (cumulative)', 'service-3.html#service-3']]],
    ]
    for (const [path, queries] of origin === 'file://' ? pages : pages.slice(-1)) {
      const { page, faults, field } = await open(root + path, wide, origin)
      const year = /\d{4}/.exec(path)?.[0] ?? '2023'
      for (const [all, name, link] of queries) {
        for (const typed of all) {
          const found = await find(page, field, typed)
          assert.ok(found.includes(name), `${typed}: ${found}`)
          const stated = await page.locator('.search [role="status"]').textContent()
          assert.equal(Math.min(20, /\d+/.exec(stated)), found.length, stated)
        }
        await field.fill('')
        await page.keyboard.type(all[0])
        const found = await page.locator('.search li a').allTextContents()
        for (let at = 0; at <= found.indexOf(name); at++) await page.keyboard.press('ArrowDown')
        await Promise.all([page.waitForURL(url => url.href.endsWith(`/${year}/${/[a-z]{2}(?=\/[^/]*$)/.exec(path)}/${link}`)), page.keyboard.press('Enter')])
        assert.ok(await page.locator(`[id="${link.split('#')[1]}"]`).isVisible())
        assert.equal(await page.locator('.search li').count(), 0, 'what was found is gone')
        await page.goto(root + path)
      }
      assert.deepEqual(faults, [], path)
      await page.close()
    }
  }
})

test('a result says where it stands, what grade it has, and where in its texts the word is', async () => {
  const { page, field } = await open(fileUrl('dx/2023/ja/index.html'))
  await find(page, field, '死亡届')
  const line = page.locator('.search li')
  assert.equal(await line.count(), 1)
  const [levels, text] = await line.locator('small').allTextContents()
  assert.equal(levels, 'デジタル活用による市民サービス向上の取組 › ①行政手続きのオンライン化の推進')
  assert.match(text, /^理由（2023年度）：.*死亡届/)
  assert.deepEqual(await line.locator('mark').allTextContents(), ['死亡届'])
  assert.equal(await line.locator('.grade').textContent(), 'C目標より遅れている')
  await find(page, field, 'オンライン　率')
  assert.deepEqual(await line.first().locator('mark').allTextContents(), ['オンライン', '率', 'オンライン'])
  await page.close()
})

test('what is written otherwise is found, what is another word or number is not, and marks are whole', async t => {
  const folder = build(t, `柱,KPI,年度,目標,実績,評価,理由
暮らし,表①-1 マイナンバーカードの交付,2023年度,"1,305件",455000件,◎,business のため
暮らし,表⑩-1 パスポート,2023年度,"455,000件","1,234,567件",○,São Tomé
暮らし,表①-10 服務services,2023年度,11-1回,130500件,×,第①2024年版
暮らし,表(1)-2 データー,2023年度,21件,13050件,△,が
`, 'scale = "marks"\n')
  const page = await browser.newPage(wide)
  await page.goto(pathToFileURL(join(folder, 'city/2023/ja/index.html')).href)
  const field = page.getByRole('searchbox')
  const names = ['表①-1 マイナンバーカードの交付', '表⑩-1 パスポート', '表①-10 服務services', '表(1)-2 データー']
  for (const [typed, expected, marks] of [
    ['◎', [0]], ['×', [2]], ['カード', [0], ['カード']], ['カート', []], ['はす', []], ['ﾊﾟｽ', [1], ['パス']], ['か', [0]], ['ハ', []],
    ['マイナンバー', [0], ['マイナンバー']], ['データ', [3], ['データー']], ['business', [0], ['business']], ['service', [2], ['service']],
    ['services', [2], ['services']], ['sao tome', [1], ['São', 'Tomé']],
    ['1305', [0], ['1,305']], ['1,305', [0], ['1,305']], ['455000', [0, 1], ['455000', '455,000']], ['455,000', [0, 1]],
    ['1234567', [1], ['1,234,567']], ['305', []], ['2024', [2], ['2024']], ['①-1', [0], ['①-1']], ['⑩-1', [1]], ['11-1', [2]],
    ['(1)-2', [3]], ['-', []], ['・ー', []],
  ]) {
    await find(page, field, typed)
    const links = await page.locator('.search .graded a').allTextContents()
    const found = names.filter(name => links.includes(name))
    assert.deepEqual(found, expected.map(at => names[at]), typed)
    if (marks) assert.deepEqual(await page.locator('.search li:has(.graded .grade) mark').allTextContents(), marks, typed)
    assert.equal(await page.locator('.search [role="status"]').textContent() === '見つかりませんでした。', !links.length, typed)
  }
  await page.close()
})

test('during a conversion only what is found at a pause is told', async () => {
  const { page, field } = await open(fileUrl('dx/2023/ja/index.html'))
  await find(page, field, '窓口')
  const told = () => page.locator('.search [role="status"]').textContent()
  const compose = (text, kind) => field.evaluate((field, [text, kind]) => {
    field.value = text
    field.dispatchEvent(kind === 'input' ? new InputEvent('input', { isComposing: true, bubbles: true }) : new CompositionEvent(kind, { bubbles: true }))
  }, [text, kind])
  await compose('まｄ', 'input')
  assert.deepEqual([await told(), await page.locator('.search li').count()], ['', 1])
  await compose('窓', 'compositionend')
  assert.match(await told(), /^\d+件/)
  await compose('窓ｄ', 'input')
  assert.equal(await told(), '')
  await page.waitForFunction(() => document.querySelector('.search [role="status"]').textContent === '見つかりませんでした。')
  await compose('窓ｄｄ', 'input')
  await page.mouse.click(20, 880)
  await page.waitForTimeout(1200)
  assert.equal(await told(), '', 'what is closed tells nothing')
  await page.close()
})

test('without its index the field leads to all KPIs', async () => {
  const page = await browser.newPage(wide)
  const faults = []
  page.on('pageerror', error => faults.push(String(error)))
  await page.route('**/search-index.js', route => route.abort())
  await page.goto(fileUrl('dx/2023/ja/service-1.html'))
  await find(page, page.getByRole('searchbox'), '窓口')
  await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForURL(url => url.href.endsWith('/ja/kpis.html')), page.keyboard.press('Enter')])
  assert.deepEqual(faults, [])
  await page.close()
})

test('arrows, Enter and Escape do what they say, and leave the keys of a conversion alone', async () => {
  const { page, field } = await open(fileUrl('dx/2023/ja/index.html'))
  const focused = () => page.evaluate(() => document.activeElement.localName + document.activeElement.textContent)
  const found = await find(page, field, '窓口')
  const status = page.locator('.search [role="status"]')
  assert.equal(await status.textContent(), `${found.length}件見つかりました。`)
  for (const [key, expected] of [
    ['ArrowUp', 'input'], ['Enter', `a${found[0]}`], ['ArrowUp', 'input'], ['ArrowDown', `a${found[0]}`], ['ArrowDown', `a${found[1]}`],
    ['ArrowUp', `a${found[0]}`], ['Escape', 'input'],
  ]) {
    await page.keyboard.press(key)
    assert.equal(await focused(), expected, key)
  }
  assert.deepEqual([await page.locator('.search li').count(), await status.textContent(), await field.inputValue()], [0, '', '窓口'])
  await page.keyboard.press('ArrowDown')
  assert.equal(await page.locator('.search li').count(), found.length, 'an arrow opens it again')
  await field.evaluate(field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', keyCode: 229, bubbles: true })))
  assert.equal(await focused(), 'input')
  await page.mouse.click(20, 880)
  assert.equal(await page.locator('.search li').count(), 0, 'a click beside it closes it')
  await field.focus()
  await page.keyboard.type('ない言葉')
  assert.equal(await status.textContent(), '見つかりませんでした。')
  assert.deepEqual(await page.locator('.search li').allTextContents(), ['KPI一覧'])
  await page.keyboard.press('Enter')
  await Promise.all([page.waitForURL(url => url.href.endsWith('/ja/kpis.html')), page.keyboard.press('Enter')])
  await page.close()
})

test('without JavaScript there is no field, and the way to all KPIs is', async () => {
  const context = await browser.newContext({ ...wide, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(fileUrl('dx/2023/ja/service-1.html'))
  assert.equal(await page.locator('input').count(), 0)
  assert.equal(await page.getByText('検索').count(), 0)
  assert.equal(await page.locator('.main-nav a[href="kpis.html"]').count(), 1)
  await context.close()
})

test('script and index of the example are less than 40 KB, and no page loads more than it needs', async () => {
  const size = path => statSync(join(site, path)).size
  const scripts = files(join(site, 'dx/2023/assets'), '.js').filter(name => /^(page|find)\./.test(name))
  assert.equal(scripts.length, 2)
  const script = scripts.map(name => size(`dx/2023/assets/${name}`)).reduce((sum, size) => sum + size)
  for (const path of files(site, 'search-index.js')) {
    assert.ok(script + size(path) < 40_000, `${path}: ${script + size(path)} bytes`)
    console.log(`${path}: ${size(path)} bytes of index, ${script} of script`)
  }
  const { page, field } = await open(fileUrl('dx/2023/ja/index.html'))
  const asked = []
  page.on('request', request => asked.push(request.url().split('/').pop().replace(/\.\w{8}\./, '.')))
  await page.reload()
  assert.deepEqual(asked.filter(name => name.endsWith('.js')), ['page.js'])
  await find(page, field, '窓口')
  await page.mouse.click(20, 880)
  await find(page, field, '窓口')
  assert.deepEqual(asked.filter(name => name.endsWith('.js')), ['page.js', 'search-index.js', 'find.js'])
  await page.close()
})

test('a keystroke is answered at once in a thousand KPIs, and the rest is a key away', async () => {
  const size = statSync(join(largePlan, 'ja/search-index.js')).size
  console.log(`${size} bytes of index for 1,000 KPIs`)
  assert.ok(size < 1_000_000, `${size} bytes`)
  for (const [name, url, typed] of [['the example', fileUrl('dx/2023/ja/index.html'), '窓口の導入数'], ['1,000 KPIs', largeUrl, 'ガイド作成の件数']]) {
    const { page, field, faults } = await open(url)
    const started = Date.now()
    await find(page, field, typed[0])
    const first = Date.now() - started
    const times = await field.evaluate((field, typed) => [...typed].map((_, at) => {
      field.value = typed.slice(0, at + 1)
      const start = performance.now()
      field.dispatchEvent(new Event('input', { bubbles: true }))
      document.body.getBoundingClientRect()
      return performance.now() - start
    }), typed)
    console.log(`${name}: ${times.map(time => time.toFixed(1)).join(', ')} ms a keystroke; ${first} ms from focus to the first result`)
    times.sort((one, other) => one - other)
    assert.ok(times[Math.floor(times.length / 2)] < 50, times.join())
    if (url === largeUrl) {
      assert.equal(await page.locator('.search li').count(), 21)
      for (let at = 0; at < 21; at++) await page.keyboard.press('ArrowDown')
      const next = await page.evaluate(() => document.activeElement.textContent)
      assert.equal(next, 'あと20件を表示')
      await page.keyboard.press('Enter')
      assert.equal(await page.locator('.search li').count(), 41)
      assert.equal(await page.evaluate(() => [...document.querySelectorAll('.search a')].indexOf(document.activeElement)), 20)
    }
    assert.deepEqual(faults, [])
    await page.close()
  }
})

test('axe-core and the look at the layout find nothing on what is found', async () => {
  for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
    for (const [url, typed] of [[fileUrl('dx/2023/en/index.html'), 'online'], [fileUrl('dx/2023/ja/kpis.html'), '推進'],
      [fileUrl('dx/2023/en/index.html'), 'no such'], [largeUrl.replace('/ja/', '/en/'), '長い 5課']]) {
      const { page, field } = await open(url, { viewport: { width, height: 900 }, colorScheme })
      await find(page, field, typed)
      assert.deepEqual(await axeFaults(page), [], `${url} ${typed} ${width} ${colorScheme}`)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.equal(sideways, 0, `${url} ${typed} at ${width}`)
      // What lies upon the page hides it as it should: the look is at what is found alone.
      await page.evaluate(() => document.querySelectorAll('main, .main-nav, .crumbs, footer').forEach(part => part.remove()))
      assert.deepEqual(await page.evaluate(lookAtLayout), [], `${url} ${typed} ${width}`)
      await page.close()
    }
  }
})

test('what is not in the language of the page says so', async () => {
  const { page, field } = await open(largeUrl.replace('/ja/', '/en/'))
  await find(page, field, '第5課 取組3')
  const unmarked = await page.evaluate(() => [...document.querySelectorAll('.search li')].flatMap(line => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    const found = []
    while (texts.nextNode()) {
      const { nodeValue: text, parentElement: parent } = texts.currentNode
      if (/[\u3040-\u30ff\u3400-\u9fff]/.test(text) && parent.closest('[lang]').lang !== 'ja') found.push(text)
    }
    return found
  }))
  assert.deepEqual(unmarked, [])
  assert.ok(await page.locator('.search li [lang="ja"] mark').count() > 0)
  await page.close()
})

test('a text is text, whatever it says, where a server allows no inline script', async t => {
  const hostile = '<img src=x onerror=alert(1)></script><script>alert(2)</script>\u2028'
  const folder = build(t, `柱,KPI,年度,目標,実績,評価
窓口${hostile},①-1 窓口${hostile},2023年度,導入${hostile},導入${hostile}済み,A\n`)
  const { address, stop } = await serve(folder)
  t.after(stop)
  const page = await browser.newPage(wide)
  const faults = watch(page, address)
  page.on('dialog', dialog => { faults.push(dialog.message()); dialog.dismiss() })
  const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
  await page.route('**/*.html', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
  await page.goto(`${address}city/2023/ja/index.html`)
  const field = page.getByRole('searchbox')
  for (const typed of ['窓口', '済み', 'onerror', '<img']) {
    const found = await find(page, field, typed)
    assert.ok(found.some(name => name.includes('<img src=x onerror=alert(1)></script><script>alert(2)</script>')), `${typed}: ${found}`)
    assert.equal(await page.locator('.search :is(img, li script)').count(), 0)
  }
  assert.deepEqual(faults, [])
  await page.close()
})
