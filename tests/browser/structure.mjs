// How a page is made, as a reader of its structure meets it.

/** Runs in the page. What is wrong with its headings, tables, ids and charts, a line a fault. */
export function lookAtStructure() {
  const faults = []
  const short = element => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)
  const tell = (found, what) => { for (const element of found) faults.push(`${what}: ${short(element)}`) }
  const all = selector => [...document.querySelectorAll(selector)]

  if (!document.title.trim()) faults.push('has no title')
  const headings = all('h1, h2, h3, h4, h5, h6')
  const level = heading => Number(heading.localName[1])
  if (headings.filter(heading => level(heading) === 1).length !== 1) faults.push('has not one h1')
  tell(headings.filter((heading, at) => level(heading) > (at ? level(headings[at - 1]) + 1 : 1)), 'a heading leaves out a level')
  tell(headings.filter(heading => !heading.textContent.trim()), 'a heading is empty')
  tell(all('table').filter(table => !table.caption?.textContent.trim() && !table.getAttribute('aria-labelledby')), 'a table has no caption')
  tell(all('th:not([scope])'), 'a head of a table has no scope')
  tell(all('svg.chart').filter(chart => !chart.querySelector('title')?.textContent.trim()), 'a chart has no name')
  const ids = all('[id]').map(({ id }) => id)
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push(`the id ${id} stands twice`)
  for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls']) {
    for (const element of all(`[${name}]`)) {
      const lost = element.getAttribute(name).split(/\s+/).filter(id => !ids.includes(id))
      if (lost.length) faults.push(`${name} names ${lost}, which is not there`)
    }
  }
  faults.push(...foreignWithoutMark(document.documentElement))
  return faults

  /** What is not in the language of the page and does not say so: in `lang` for those who listen, in sight for those who look. */
  function foreignWithoutMark(root) {
    const faults = []
    const japanese = /[\u3040-\u30ff\u3400-\u9fff]/
    const pages = document.documentElement.lang
    const foreign = new Set()
    const look = (text, element) => {
      const lang = element?.closest('[lang]')?.lang ?? pages
      if (!lang.startsWith('ja') && japanese.test(text)) faults.push(`Japanese in ${lang}: ${text.trim().slice(0, 40)}`)
    }
    // What a script brings out later stands in templates.
    const templates = document.createElement('div')
    templates.append(...[...root.querySelectorAll('template')].map(template => template.content.cloneNode(true)))
    document.body.append(templates)
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) look(texts.currentNode.nodeValue, texts.currentNode.parentElement)
    for (const element of root.querySelectorAll('*')) {
      for (const name of ['title', 'alt', 'aria-label', 'content', 'summary']) look(element.getAttribute(name) ?? '', element)
      // The language switch and the parts of a front door are each in their own language, and a title has no room.
      if (element.lang && !element.matches('html, head *, .switch a, section')) foreign.add(element)
    }
    for (const element of foreign) {
      const shown = getComputedStyle(element, '::after').content
      const tag = new RegExp(`\\b${element.lang}\\b`, 'i')
      if (!tag.test(element.localName === 'option' ? element.text : shown)) {
        faults.push(`bears no mark of ${element.lang}: ${short(element)}`)
      }
    }
    templates.remove()
    return faults
  }
}
