// Unfolds the search field. What finds is asked for when the field is first used, the index before the script that reads it:
// both are scripts, as a page opened from a folder can fetch nothing else.
{
  const template = document.querySelector('#search_')
  template.before(template.content)
  const search = template.previousElementSibling
  search.addEventListener('focusin', () => {
    for (const src of [search.dataset.index, search.dataset.script]) {
      search.append(Object.assign(document.createElement('script'), { src, async: false }))
    }
  }, { once: true })
}

// A switch of year or language leads to the same place of the other page: the KPI that was gone to, what a list shows.
for (const link of document.querySelectorAll('.switch a')) {
  const { hash } = link
  link.addEventListener('click', () => { link.hash = hash || location.hash })
}
