// Where the words of charts really stand: their boxes as the browser has set them, in pixels of the screen.

/**
 * Runs in the page. What is wrong with the words of its charts, a line a fault, and how many words were looked at.
 *
 * A word's box is as wide as its letters are set, and as high as their ink: the line box of a Japanese font is half as high
 * again as its letters, so that lines that are well apart would meet.
 */
export function look({ tolerance, smallest }) {
  const pen = document.createElement('canvas').getContext('2d')
  const meet = (one, other) => ['x', 'y'].every(axis =>
    Math.min(one[axis][1], other[axis][1]) - Math.max(one[axis][0], other[axis][0]) > tolerance)
  const faults = []
  let words = 0
  for (const chart of document.querySelectorAll('svg.chart')) {
    const frame = chart.getBoundingClientRect()
    const name = chart.querySelector('title').id.replace(/-t$/, '')
    const texts = [...chart.querySelectorAll('text')].map(text => {
      const style = getComputedStyle(text)
      const size = parseFloat(style.fontSize) * text.getScreenCTM().d
      const set = text.getBoundingClientRect()
      const base = text.getStartPositionOfChar(0).matrixTransform(text.getScreenCTM()).y
      // Measured large, since ink is told in whole pixels.
      pen.font = `${style.fontWeight} 1000px ${style.fontFamily}`
      const ink = pen.measureText(text.textContent)
      return {
        words: text.textContent,
        size,
        x: [set.left, set.right],
        y: [base - ink.actualBoundingBoxAscent / 1000 * size, base + ink.actualBoundingBoxDescent / 1000 * size],
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
