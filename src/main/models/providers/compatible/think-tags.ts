const OPEN = '<think>'
const CLOSE = '</think>'

interface ThinkTags {
  push(piece: string): void
  /** What is still held back when the stream ends. */
  flush(): void
}

/** Length of the longest end of `text` that `tag` begins with: it may be a tag that is still arriving. */
function pending(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length--) {
    if (tag.startsWith(text.slice(-length))) return length
  }
  return 0
}

/** Sorts text that starts with `<think>…</think>` (open models, Sonar Reasoning) into reasoning and answer, also where tags are split over pieces. */
export function createThinkTags(onText: (piece: string) => void, onReasoning: (piece: string) => void): ThinkTags {
  let state: 'start' | 'thinking' | 'after' | 'text' = 'start'
  let held = ''
  function push(piece: string): void {
    if (state === 'text') {
      onText(piece)
      return
    }
    held += piece
    if (state === 'start') {
      const text = held.trimStart()
      if (text.startsWith(OPEN)) {
        state = 'thinking'
        held = text.slice(OPEN.length)
      } else if (!OPEN.startsWith(text)) {
        state = 'text'
        onText(held)
        return
      }
    }
    if (state === 'thinking') {
      const end = held.indexOf(CLOSE)
      const safe = end === -1 ? held.length - pending(held, CLOSE) : end
      if (safe > 0) onReasoning(held.slice(0, safe))
      held = end === -1 ? held.slice(safe) : held.slice(end + CLOSE.length)
      if (end !== -1) state = 'after'
    }
    if (state === 'after') {
      const text = held.trimStart()
      if (text === '') return
      state = 'text'
      held = ''
      onText(text)
    }
  }
  return {
    push,
    flush: () => {
      if (state === 'start' && held !== '') onText(held)
      if (state === 'thinking' && held !== '') onReasoning(held)
    },
  }
}
