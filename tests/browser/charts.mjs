// Where the words of charts really stand: their boxes as the browser has set them, in pixels of the screen.

/** Runs in the page. What is wrong with the words of its charts, a line a fault, and how many words were looked at. */
export function look({ tolerance, smallest }) {
  const meet = (one, other) => ['x', 'y'].every(axis =>
    Math.min(one[axis][1], other[axis][1]) - Math.max(one[axis][0], other[axis][0]) > tolerance)
  const faults = []
  let words = 0
  for (const chart of document.querySelectorAll('svg.chart')) {
    const frame = chart.getBoundingClientRect()
    const name = chart.querySelector('title').id.replace(/_t$/, '') || chart.querySelector('title').textContent
    const texts = [...chart.querySelectorAll('text')].map(text => {
      const style = getComputedStyle(text)
      const size = parseFloat(style.fontSize) * text.getScreenCTM().d
      const set = text.getBoundingClientRect()
      return {
        words: text.textContent,
        size,
        x: [set.left, set.right],
        y: [set.top, set.bottom],
      }
    })
    words += texts.length
    texts.forEach((one, at) => {
      for (const other of texts.slice(at + 1)) {
        if (meet(one, other)) faults.push(`${name}: "${one.words}" meets "${other.words}"`)
      }
      const out = Math.max(frame.left - one.x[0], one.x[1] - frame.right, frame.top - one.y[0], one.y[1] - frame.bottom)
      if (out > tolerance) faults.push(`${name}: "${one.words}" leaves the drawing by ${out.toFixed(1)} px`)
    })
    const least = Math.min(...texts.map(text => text.size))
    if (least < smallest) faults.push(`${name}: letters of ${least.toFixed(1)} px`)
  }
  return { faults, words }
}
