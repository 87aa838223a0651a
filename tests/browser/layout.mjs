// Where the words and the targets of a page really stand, as the browser has set them, in pixels of the screen. The words of
// charts have tests of their own.

/** Runs in the page. What of it is lost, hidden by something else or too small to press, a line a fault. */
export function lookAtLayout() {
  const slack = 1
  const isRegion = element => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.tabIndex >= 0
    && (element.getAttribute('aria-label') || element.getAttribute('aria-labelledby'))
  const short = text => text.trim().replace(/\s+/g, ' ').slice(0, 40)
  const faults = []

  /** Whether it is clipped to nothing, for those who listen. */
  const isForListeners = element => element && (getComputedStyle(element).clipPath === 'inset(50%)' || isForListeners(element.parentElement))

  /** The lines of a text as set, each as high as its letters. */
  function lines(text) {
    const range = document.createRange()
    range.selectNodeContents(text)
    const size = parseFloat(getComputedStyle(text.parentElement).fontSize)
    return [...range.getClientRects()].filter(box => box.width > 1).map(box => {
      const trim = Math.max(0, (box.height - size) / 2)
      return { left: box.left, right: box.right, top: box.top + trim, bottom: box.bottom - trim, words: short(text.data), text }
    })
  }

  /** Who cuts a line off, unless it can be moved into view. */
  function cutter(line) {
    let { left, right, top, bottom } = line
    for (let parent = line.text.parentElement; parent !== document.documentElement; parent = parent.parentElement) {
      if (isRegion(parent)) return undefined
      const { overflowX, overflowY } = getComputedStyle(parent)
      const box = parent.getBoundingClientRect()
      const sideways = overflowX !== 'visible' && (left < box.left - slack || right > box.right + slack)
      const upright = overflowY !== 'visible' && (top < box.top - slack || bottom > box.bottom + slack)
      if (sideways || upright) return parent.className || parent.localName
    }
    return left < -slack || right > innerWidth + slack ? 'the page' : undefined
  }

  const all = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const hidden = text.parentElement.closest('svg, script, style, .skip') || isForListeners(text.parentElement)
    if (!hidden && text.data.trim() && text.parentElement.checkVisibility({ visibilityProperty: true })) all.push(...lines(text))
  }
  if (!all.length) faults.push('no text was found')
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`moves sideways: ${document.documentElement.scrollWidth} px in ${innerWidth}`)
  for (const line of all) {
    const by = cutter(line)
    if (by) faults.push(`"${line.words}" is cut off by ${by}`)
  }
  all.sort((one, other) => one.top - other.top)
  all.forEach((one, at) => {
    for (let next = at + 1; next < all.length && all[next].top < one.bottom - slack; next++) {
      const other = all[next]
      const meet = Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack
      if (meet && one.text !== other.text && !cutter(one)) faults.push(`"${one.words}" lies upon "${other.words}"`)
    }
  })

  // WCAG 2.2, 2.5.8: 24 px, or in a line of text, or so far from others that circles of 24 px do not meet.
  const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(element => !element.matches('.skip') && !isRegion(element) && element.getClientRects().length && element.checkVisibility())
    .map(element => {
      const box = element.getBoundingClientRect()
      const small = box.width < 23.5 || box.height < 23.5
      return { element, small, boxes: [...element.getClientRects()], x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
    })
  /** Whether other text than of links stands on its line, and so its height is that of the line. */
  function isInText({ element }) {
    if (getComputedStyle(element).display !== 'inline') return false
    let block = element.parentElement
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
    const copy = block.cloneNode(true)
    copy.querySelectorAll('a, button, ul, ol, table, .visually-hidden').forEach(inner => inner.remove())
    return /[\p{L}\p{N}]/u.test(copy.textContent)
  }
  const distance = (from, box) => Math.hypot(
    Math.max(box.left - from.x, 0, from.x - box.right), Math.max(box.top - from.y, 0, from.y - box.bottom))
  for (const one of targets.filter(target => target.small && !isInText(target))) {
    const near = targets.find(other => other !== one && !other.element.contains(one.element) && !one.element.contains(other.element) && (other.small
      ? Math.hypot(one.x - other.x, one.y - other.y) < 24
      : other.boxes.some(box => distance(one, box) < 12)))
    if (near) {
      faults.push(`"${short(one.element.textContent)}" is too near "${short(near.element.textContent)}"`)
    }
  }
  return [...new Set(faults)]
}
