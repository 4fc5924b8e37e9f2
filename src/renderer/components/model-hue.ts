const KEY = 'tutti-hues'
/** As many as the theme has. */
const HUES = 8

/** Models in the order in which this browser first showed them, the same in all of its windows. */
let shown = read()

/** The hue of a model, 1 to 8: given when it is first shown and kept, so that a model has one colour wherever it is seen. */
export function modelHue(ref: string): number {
  if (!shown.includes(ref)) {
    // Another window may have given hues meanwhile.
    shown = read()
    if (!shown.includes(ref)) write([...shown, ref])
  }
  return (shown.indexOf(ref) % HUES) + 1
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((ref) => typeof ref === 'string') : []
  } catch {
    return []
  }
}

function write(next: readonly string[]): void {
  shown = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Where nothing may be kept, hues last as long as the page.
  }
}
