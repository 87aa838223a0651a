// Sorts and filters the table of KPIs, which is whole without it. The address keeps the choice: kpis.html#grade=C&sort=-attainment
const template = document.querySelector('#kpis-tools_')
template.before(template.content)
const [table, form, shown] = ['.kpis', '.kpis-tools', '.kpis-shown b'].map(name => document.querySelector(name))
const heads = [...table.querySelectorAll('[data-key]')]
const groups = [...table.tBodies]
const fold = text => text.normalize('NFKC').toLowerCase()

const items = groups.flatMap(group => [...group.rows].slice(1).map(row => {
  const name = row.cells[0]
  const pillar = document.createElement('small')
  pillar.className = 'pillar'
  pillar.append(...group.querySelector('a').cloneNode(true).childNodes)
  name.append(pillar)
  return {
    row, group, grade: row.dataset.grade, pillar: group.dataset.pillar,
    section: name.querySelector('.section')?.textContent,
    text: fold([...name.children].map(part => part.textContent).join('\n')),
  }
}))

// The order of the plan is that of the names, upwards. In another no row stands under its group.
let order, down
function sort(key, downwards) {
  const head = heads.find(head => head.dataset.key === key) ?? heads[0]
  order = head.dataset.key
  down = order === key && downwards
  const value = (item, name) => item.row.cells[head.cellIndex].dataset[name] ?? Infinity
  const sorted = [...items]
  if (head !== heads[0]) {
    sorted.sort((a, b) => {
      const [one, two] = [value(a, 'sort'), value(b, 'sort')]
      // What has no rank comes last either way.
      if (one === two) return value(a, 'last') - value(b, 'last') || 0
      return down && one < Infinity && two < Infinity ? two - one : one - two
    })
  } else if (down) sorted.reverse()
  const flat = table.classList.toggle('flat', down || head !== heads[0])
  for (const { row, group } of sorted) (flat ? groups[0] : group).append(row)
  for (const other of heads) other.setAttribute('aria-sort', other !== head ? 'none' : down ? 'descending' : 'ascending')
  filter()
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form))
  const words = fold(wanted.text).split(/\s+/)
  const lists = ['grade', 'pillar', 'section'].filter(name => wanted[name])
  const fits = item => lists.every(name => item[name] === wanted[name]) && words.every(word => item.text.includes(word))
  const fitting = items.filter(item => !(item.row.hidden = !fits(item)))
  const full = new Set(table.matches('.flat') ? [] : fitting.map(item => item.group))
  for (const group of groups) group.rows[0].hidden = !full.has(group)
  shown.textContent = fitting.length.toLocaleString(document.documentElement.lang)
}

function keep() {
  const state = [...new FormData(form)].filter(([, value]) => value)
  if (down || order !== heads[0].dataset.key) state.push(['sort', (down ? '-' : '') + order])
  history.replaceState(null, '', state.length ? '#' + new URLSearchParams(state) : location.href.split('#')[0])
}

function recall() {
  const state = new URLSearchParams(location.hash.slice(1))
  for (const field of form.querySelectorAll('[name]')) {
    field.value = state.get(field.name) ?? ''
    if (field.selectedIndex < 0) field.value = ''
  }
  const sorted = state.get('sort') ?? ''
  sort(sorted.replace('-', ''), sorted[0] === '-')
}

for (const head of heads) {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...head.childNodes)
  head.append(button)
  button.addEventListener('click', () => {
    const { key } = head.dataset
    sort(order === key && down ? '' : key, order === key && !down)
    keep()
  })
}
form.addEventListener('input', filter)
form.addEventListener('change', keep)
form.addEventListener('submit', event => event.preventDefault())
form.addEventListener('reset', () => {
  history.replaceState(null, '', location.href.split('#')[0])
  recall()
})
addEventListener('hashchange', recall)
recall()
