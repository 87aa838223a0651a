// What a page of the preview runs, and no page that is published: it listens for news of the site, loads the page or its style sheets
// again when they have changed, and shows what is wrong with the content. Nothing here asks twice: news come when there are some.
(() => {
'use strict'
const words = {
  en: {
    count: count => count === 1 ? '1 problem' : `${count} problems`,
    stands: 'The pages stay as they were before.',
    hide: 'Hide',
    gone: 'This page is no longer part of the site.',
    front: 'Front page',
  },
  ja: {
    count: count => `問題 ${count}件`,
    stands: 'ページは前の内容のままです。',
    hide: '隠す',
    gone: 'このページはサイトからなくなりました。',
    front: 'トップページ',
  },
}
const style = `
:host { all: initial }
* { box-sizing: border-box; margin: 0; font: inherit; color: inherit }
[hidden] { display: none !important }
section, .badge {
  --text: #1a1a1a; --ground: #fff; --edge: #767676; --error: #b00020; --warning: #7a4300; --note: #0b4f9e;
  position: fixed; z-index: 2147483647; inset-block-end: 0; inset-inline-end: 0; overflow-wrap: anywhere;
  font: medium/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); border: 1px solid var(--edge);
}
section {
  inset-inline-start: 0; max-block-size: 50vh; display: flex; flex-direction: column; gap: .25em; padding: .75em 1em;
  border-inline: 0; border-block: 4px solid var(--error); box-shadow: 0 0 1.5em #0006; text-align: start;
}
section.gone { border-block-color: var(--note) }
header { display: flex; flex-wrap: wrap; gap: .25em 1em; align-items: baseline }
h2 { font-weight: bold }
button { margin-inline-start: auto; padding: .25em .75em; background: none; border: 1px solid var(--edge); border-radius: .25em; cursor: pointer }
.badge { margin: .5em; background: var(--ground); border: 2px solid var(--error); color: var(--error); font-weight: bold }
a { text-decoration: underline }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
ol { list-style: none; padding: 0; overflow: auto; overscroll-behavior: contain }
ol:focus-visible { outline-offset: -3px }
li { padding-block: .5em; border-block-start: 1px solid var(--edge) }
b { font-weight: bold; margin-inline-end: .5em }
.error b { color: var(--error) } .warning b { color: var(--warning) } .note b { color: var(--note) }
code { font-family: ui-monospace, monospace }
p { white-space: pre-wrap }
.hint { margin-block-start: .25em; padding-inline-start: .75em; border-inline-start: 3px solid var(--edge) }
.aloud { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
@media (prefers-color-scheme: dark) {
  section, .badge { --text: #f2f2f2; --ground: #1c1c1e; --edge: #8e8e93; --error: #ff9d96; --warning: #ffc66d; --note: #9ecbff }
}
@media print { section, .badge { display: none } }
`

let was = document.currentScript.dataset.page
let source
function listen() {
  rest()
  newer = 0
  tabs?.postMessage(was)
  source = new EventSource('/.nendo-preview/events?' + new URLSearchParams({ path: location.pathname, was }))
  source.onmessage = event => heed(JSON.parse(event.data))
}
const rest = () => source?.close()

function heed(news) {
  if (news.page === 'changed') return location.reload()
  was = news.was
  if (news.page === 'restyled') restyle(news.styles)
  show(news.page === 'gone', news.problems)
}

// The old style sheet goes once the new one is there, so that the page is never without.
const leaving = new WeakSet()
function restyle(styles) {
  const links = [...document.querySelectorAll('link[rel~="stylesheet" i]')].filter(link => !leaving.has(link))
  if (links.length !== styles.length) return location.reload()
  links.forEach((link, at) => {
    const next = link.cloneNode()
    const address = new URL(styles[at], document.baseURI)
    // Also where the name is the old one.
    address.searchParams.set('nendo', was)
    next.href = address
    next.onload = () => link.remove()
    next.onerror = () => location.reload()
    leaving.add(link)
    link.after(next)
  })
}

// A browser holds six connections to a host, and each open page holds one. A hidden page gives its own back once three others have been
// opened since, or when the browser puts it to sleep; it catches up when it is seen again.
let newer = 0
const tabs = window.BroadcastChannel && new BroadcastChannel('nendo-preview')
if (tabs) tabs.onmessage = () => { if (document.hidden && ++newer >= 3) rest() }
document.addEventListener('freeze', rest)
addEventListener('pagehide', rest)
addEventListener('pageshow', event => { if (event.persisted) listen() })
document.addEventListener('visibilitychange', () => { if (!document.hidden) listen() })

let panel, badge, aloud, shown = 'false null'
function show(gone, problems) {
  const now = JSON.stringify(gone) + ' ' + JSON.stringify(problems)
  if (now === shown) return
  shown = now
  if (!gone && !problems) return clear()
  const wanted = [document.documentElement.lang, ...navigator.languages, 'en']
  const lang = among(wanted, problems ?? words)
  const told = problems?.[lang] ?? []
  const frame = among([lang, 'en'], words)
  const own = words[frame]
  if (!panel) set()
  const isHidden = panel.hidden
  const hadFocus = panel.getRootNode().activeElement
  const name = problems ? own.count(told.length) : own.gone
  panel.lang = badge.lang = aloud.lang = frame
  panel.className = problems ? '' : 'gone'
  panel.setAttribute('aria-label', name)
  const hide = element('button', own.hide)
  hide.onclick = () => fold(true)
  const header = element('header', element('h2', name), hide)
  const note = problems && gone && element('p', own.gone)
  const front = gone && element('p', Object.assign(element('a', own.front), { href: '/' }))
  const parts = [header, note, front]
  if (problems) {
    const list = element('ol', ...told.map(item))
    list.lang = lang
    list.tabIndex = 0
    list.setAttribute('role', 'list')
    list.setAttribute('aria-label', name)
    parts.push(element('p', own.stands), list)
  }
  panel.replaceChildren(...parts.filter(Boolean))
  badge.textContent = name
  aloud.textContent = name
  fold(isHidden)
  if (hadFocus) focus()
}

function item({ severity, tone, place, text, hint }) {
  const advice = hint && Object.assign(element('p', hint), { className: 'hint' })
  return Object.assign(element('li', element('b', severity), place && element('code', place), element('p', text), advice), { className: tone })
}

// All that comes from the content goes in as text.
function element(name, ...parts) {
  const element = document.createElement(name)
  element.append(...parts.filter(Boolean))
  return element
}

const among = (wanted, lists) => wanted
  .flatMap(tag => [tag, tag.split('-')[0]])
  .find(tag => Object.hasOwn(lists, tag)) ?? Object.keys(lists)[0]

// In a tree of its own, which the styles of the site do not reach; its sheet needs no leave from the policy of the page.
function set() {
  const host = document.createElement('nendo-preview')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [sheet]
  panel = element('section')
  panel.setAttribute('role', 'region')
  badge = element('button')
  badge.className = 'badge'
  badge.hidden = true
  badge.onclick = () => fold(false)
  aloud = element('p')
  aloud.className = 'aloud'
  aloud.setAttribute('role', 'alert')
  root.append(aloud, panel, badge)
  document.documentElement.append(host)
}

function clear() {
  panel?.getRootNode().host.remove()
  panel = undefined
}

function fold(away) {
  const hadFocus = panel.getRootNode().activeElement
  panel.hidden = away
  badge.hidden = !away
  if (hadFocus) focus()
}

const focus = () => (panel.hidden ? badge : panel.querySelector('ol') ?? panel.querySelector('button')).focus()

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.defaultPrevented && panel && !panel.hidden) fold(true)
})

listen()
})()
