// Finds what holds every word that is typed: pages, levels of the plan, responsible sections, KPIs. page.js asks for it.
{
  // An index that did not come holds nothing.
  const { entries, grades, labels, words: say } = window.searchIndex ?? { entries: [], words: {} }
  const search = document.querySelector('.search')
  const [field, status, list] = ['input', 'p', 'ul'].map(name => search.querySelector(name))
  const most = 20
  let telling
  const letters = {}

  // A text as it is compared: width, case, kana, accents, brackets and space beside Japanese make no difference, nor does a
  // dash or long mark, unless it stands before a digit, nor what parts the thousands of a number. Numbers that a circle or
  // brackets part stay parted.
  const plain = text => text.replace(/[①-⓿]/g, '$& ').normalize('NFKD').toLowerCase()
    .replace(/[\p{Pi}\p{Pf}\u0300-\u036f・'"]/gu, '').normalize('NFC')
    .replace(/[ァ-ヶ]/g, kana => String.fromCharCode(kana.charCodeAt() - 96))
    .replace(/[\p{Pd}ー−~]/gu, '-').replace(/[\s\p{Ps}\p{Pe}]/gu, ' ')
  const fold = text => plain(text).replace(/-(?!\d)/g, '').replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/ +(?![a-z\d])|(^|[^a-z\d]) +/g, '$1')

  // A text and its language, which is empty where it is the page's. A text that is an entry's name is that entry's place.
  const said = text => [Number.isInteger(text) ? entries[text][1] : text, ''].flat()
  const folded = text => fold(said(text)[0])

  // The names above an entry, outermost first.
  const levels = ([, , above]) => Number.isInteger(above) ? [...levels(entries[above]), entries[above][1]] : []

  const items = entries.map(entry => ({
    entry,
    name: folded(entry[1]),
    texts: (entry[4] ?? []).map((text, at) => at % 2 ? folded(text) : '').join('\n'),
    levels: levels(entry).map(folded).join('\n'),
    grade: (grades[entry[3]] ?? ['', '']).map(folded),
  }))

  // From where to where a compared text has a word.
  const place = (text, word) => {
    const found = word.exec(text)
    return found ? [found.index + found[1].length, found.index + found[0].length] : []
  }

  // How far a word is from being the name: at its start, at that of a word in it, within it, the grade, in a text, in a level above.
  const distance = ({ name, grade, texts, levels }, word) => {
    const [at] = place(name, word)
    if (at >= 0) return at && 1 + /\p{L}\p{L}/u.test(name.slice(at - 1, at + 1))
    return isGrade(grade, word) ? 3 : word.test(texts) ? 4 : word.test(levels) ? 5 : Infinity
  }

  // A code is looked for as a whole.
  const isGrade = ([code, meaning], word) => word.exec(code)?.[0] === code || word.test(meaning)

  // A number is looked for as a whole, an English plural without its ending too.
  const words = () => field.value.split(/\s+/).map(fold).filter(Boolean).map(word => new RegExp(
    (/^\d/.test(word) ? '(^|\\D)' : '()') + word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&').replace(/([a-z]{2}[a-rt-z])s$/, '$1s?')
    + (/\d$/.test(word) ? '(?!\\d)' : '')))

  function find({ isComposing } = {}) {
    close()
    if (!field.value.trim()) return
    const wanted = words()
    const ranked = items.map(item => [wanted.reduce((sum, word) => sum + distance(item, word), wanted.length ? 0 : Infinity), item])
    const found = ranked.filter(([sum]) => sum < Infinity).sort(([one], [two]) => one - two).map(([, item]) => item)
    if (found.length) show(found, wanted)
    else list.append(make('li', '', document.querySelector('.main-nav [href$="kpis.html"]').cloneNode(true)))
    // The steps of a conversion are not told one by one.
    telling = setTimeout(() => {
      status.textContent = found.length ? say.found.replace('{n}', found.length) : say.none
    }, isComposing ? 1000 : 0)
  }

  // Adds the first of what is found, and what adds more; gives the first line.
  function show(found, wanted) {
    const lines = found.slice(0, most).map(item => line(item, wanted))
    list.append(...lines)
    const rest = found.slice(most)
    if (rest.length) {
      const more = make('button', '', say.more.replace('{n}', Math.min(most, rest.length)))
      more.type = 'button'
      more.onclick = () => {
        show(rest, wanted).querySelector('a').focus()
        more.parentElement.remove()
      }
      list.append(make('li', '', more))
    }
    return lines[0]
  }

  function close() {
    clearTimeout(telling)
    status.textContent = ''
    list.replaceChildren()
  }

  function make(kind, lang, ...parts) {
    const [name, style] = kind.split('.')
    const made = document.createElement(name)
    if (style) made.className = style
    if (lang) made.lang = lang
    made.append(...parts)
    return made
  }

  // What is found, with its grade and the levels above it. A word that the name has not is shown where it is.
  function line({ entry, name, grade }, wanted) {
    const [href, label, , graded, texts = []] = entry
    const others = wanted.filter(word => !word.test(name))
    const [text, lang] = said(label)
    const link = make('a', lang, ...marked(text, wanted))
    link.href = new URL(href, new URL(search.dataset.index, location))
    const named = make('span.graded', '', link)
    if (grades[graded]) {
      const [code, meaning, [tone]] = grades[graded].map(said)
      const letter = make('span.letter', code[1], code[0])
      const told = others.some(word => isGrade(grade, word)) ? 'span' : 'span.visually-hidden'
      named.prepend(make(`span.grade tone-${tone}`, '', letter, make(told, meaning[1], ...marked(meaning[0], others))), ' ')
    }
    const made = make('li', '', named)
    const note = (...parts) => made.append(make('small.sentence', '', ...parts))
    const above = levels(entry).map(said).flatMap(([text, lang]) => [' › ', make('span', lang, ...marked(text, wanted))])
    if (above.length) note(...above.slice(1))
    const at = texts.findIndex((text, at) => at % 2 && others.some(word => word.test(folded(text))))
    if (at > 0) {
      const [text, lang] = said(texts[at])
      const [[from] = [0]] = where(text, others)
      const start = Math.max(0, from - 30)
      const part = text.slice(start, from + 90).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
      const shown = [start ? '…' : '', ...marked(part, wanted), from + 90 < text.length ? '…' : '']
      note(labels[texts[at - 1]], make('span', lang, ...shown))
    }
    return made
  }

  // From where to where a text as written has the first of each word. A long mark belongs to the letter before it.
  function where(text, wanted) {
    const compared = fold(text)
    const places = []
    let to = 0
    for (const letter of text.match(/.[\p{M}ﾞﾟーｰ]*/gsu) ?? []) {
      const from = to
      to += letter.length
      for (const unit of letters[letter] ??= plain(letter).split('')) if (unit === compared[places.length]) places.push([from, to])
    }
    const found = wanted.map(word => place(compared, word)).filter(([, end]) => places[end - 1])
    return found.map(([start, end]) => [places[start][0], places[end - 1][1]]).sort(([one], [two]) => one - two)
  }

  // A text with the first of each word marked.
  function marked(text, wanted) {
    const parts = []
    let done = 0
    for (const [from, to] of where(text, wanted)) {
      if (from < done) continue
      parts.push(text.slice(done, from), make('mark', '', text.slice(from, to)))
      done = to
    }
    return [...parts, text.slice(done)]
  }

  for (const event of ['input', 'compositionend', 'focus']) field.addEventListener(event, find)
  search.addEventListener('focusout', event => { if (!search.contains(event.relatedTarget)) close() })
  list.addEventListener('click', event => { if (event.target.closest('a')) close() })
  search.addEventListener('keydown', event => {
    // The keys that choose among kanji have this code, and are for that alone.
    if (event.keyCode === 229) return
    const stops = [field, ...list.querySelectorAll('a, button')]
    const at = stops.indexOf(document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Enter: at || 1 }[event.key]
    if (event.key === 'Escape' && list.firstChild) {
      event.preventDefault()
      field.focus()
      close()
    } else if (event.key === 'ArrowDown' && stops.length < 2) find()
    else if (to !== undefined && to !== at) {
      event.preventDefault()
      stops[to]?.focus()
    }
  })
  find()
}
