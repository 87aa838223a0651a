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
  return faults
}
