// Finds what holds every word that is typed: pages, levels of the plan, responsible sections, KPIs. page.js asks for it.
{
  const { entries, grades, labels, words: say } = window.searchIndex
  const search = document.querySelector('.search')
  const [field, status, list] = ['input', 'p', 'ul'].map(name => search.querySelector(name))
  const most = 20

  // A text as it is compared: width, case, kana, accents, brackets and space beside Japanese make no difference, nor does a
  // dash or long mark, unless it stands before a digit.
  const fold = text => text.normalize('NFKD').toLowerCase()
    .replace(/[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u0300-\u036f・'"]/gu, '')
    .replace(/[ァ-ヶ]/g, kana => String.fromCharCode(kana.charCodeAt() - 96))
    .replace(/[\p{Pd}ー−~]/gu, '-').replace(/-(?!\d)/g, '')
    .replace(/\s+(?![a-z\d])|([^a-z\d])\s+/g, '$1')

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
  }))

  // How far a word is from being the name: at its start, at that of a word in it, within it, in a text, in a level above.
  const distance = ({ name, texts, levels }, word) => {
    const at = name.indexOf(word)
    if (at > 0) return /\d\d|\p{L}\p{L}/u.test(name.slice(at - 1, at + 1)) ? 2 : 1
    return at === 0 ? 0 : texts.includes(word) ? 3 : levels.includes(word) ? 4 : Infinity
  }

  // What an English plural has in common with its singular is looked for.
  const words = () => field.value.split(/\s+/).map(word => fold(word).replace(/([a-z]{3})s$/, '$1')).filter(Boolean)

  function find() {
    const wanted = words()
    const ranked = items.map(item => [wanted.reduce((sum, word) => sum + distance(item, word), 0), item])
    const found = ranked.filter(([sum]) => sum < Infinity).sort(([one], [two]) => one - two).map(([, item]) => item)
    list.replaceChildren()
    status.textContent = ''
    if (!wanted.length) return
    status.textContent = found.length ? say.found.replace('{n}', found.length) : say.none
    list.append(...found.slice(0, most).map(item => line(item, wanted)))
    const rest = found.slice(most)
    if (rest.length) {
      const more = make('button', '', say.more.replace('{n}', rest.length))
      more.type = 'button'
      more.onclick = () => {
        const lines = rest.map(item => line(item, wanted))
        list.append(...lines)
        lines[0].querySelector('a').focus()
        more.parentElement.remove()
      }
      list.append(make('li', '', more))
    } else if (!found.length) list.append(make('li', '', link(...say.all, wanted)))
  }

  function close() {
    status.textContent = ''
    list.replaceChildren()
  }

  function make(kind, lang, ...parts) {
    const [name, ...classes] = kind.split('.')
    const made = document.createElement(name)
    if (classes.length) [made.className] = classes
    if (lang) made.lang = lang
    made.append(...parts)
    return made
  }

  function link(href, name, wanted) {
    const [text, lang] = said(name)
    const made = make('a', lang, ...marked(text, wanted))
    made.href = new URL(href, new URL(search.dataset.index, location))
    return made
  }

  // What is found, with its grade and the levels above it.
  function line({ entry, name }, wanted) {
    const [href, label, , grade, texts = []] = entry
    const named = make('span.graded', '', link(href, label, wanted))
    if (grades[grade]) {
      const [code, meaning, [tone]] = grades[grade].map(said)
      const letter = make('span.letter', code[1], code[0])
      named.prepend(make(`span.grade tone-${tone}`, '', letter, make('span.visually-hidden', meaning[1], meaning[0])), ' ')
    }
    const made = make('li', '', named)
    const note = (...parts) => made.append(make('small.sentence', '', ...parts))
    const above = levels(entry).map(said).flatMap(([text, lang]) => [' › ', make('span', lang, ...marked(text, wanted))])
    if (above.length) note(...above.slice(1))
    // A word that the name has not is shown where it is.
    const others = wanted.filter(word => !name.includes(word))
    const at = texts.findIndex((text, at) => at % 2 && others.some(word => folded(text).includes(word)))
    if (at > 0) {
      const [text, lang] = said(texts[at])
      const [from] = others.map(word => where(text, word)).find(found => found.length) ?? [0]
      const start = Math.max(0, from - 30)
      const part = text.slice(start, from + 90).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
      const shown = [start ? '…' : '', ...marked(part, wanted), from + 90 < text.length ? '…' : '']
      note(labels[texts[at - 1]], make('span', lang, ...shown))
    }
    return made
  }

  // From where to where a text as written has a word as compared.
  function where(text, word) {
    for (let from = 0; from < text.length; from++) {
      if (!fold(text[from]) || !fold(text.slice(from, from + 3 * word.length + 9)).startsWith(word)) continue
      let to = from + 1
      while (fold(text.slice(from, to)).length < word.length) to++
      return [from, to]
    }
    return []
  }

  // A text with the first of each word marked.
  function marked(text, wanted) {
    const parts = []
    let done = 0
    const places = wanted.map(word => where(text, word)).filter(place => place.length)
    for (const [from, to] of places.sort(([one], [two]) => one - two)) {
      if (from < done) continue
      parts.push(text.slice(done, from), make('mark', '', text.slice(from, to)))
      done = to
    }
    return [...parts, text.slice(done)]
  }

  field.addEventListener('input', find)
  field.addEventListener('focus', find)
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
