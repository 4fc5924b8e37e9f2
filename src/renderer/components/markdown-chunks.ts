/** Chunks are at least this long, so that a long answer has few of them. */
const LEAST_CHARACTERS = 800
/** Characters after a blank line that tell whether the block before it goes on (a list marker, an indent, a quote). */
const LOOK_AHEAD = 12
const GOES_ON = /^(\s|[-*+]\s|\d{1,9}[.)]\s|>|\||\[\^)/
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/**
 * Cuts Markdown at blank lines where nothing goes on across the cut, so that text that has settled is not parsed again while more
 * arrives. Cutting a longer text yields the same chunks first: `previous` are those of its beginning.
 */
export function markdownChunks(text: string, previous: readonly string[] = []): string[] {
  const chunks: string[] = []
  let start = 0
  for (const chunk of previous.slice(0, -1)) {
    if (!text.startsWith(chunk, start)) break
    chunks.push(chunk)
    start += chunk.length
  }
  for (let cut = nextCut(text, start); cut !== -1; cut = nextCut(text, start)) {
    chunks.push(text.slice(start, cut))
    start = cut
  }
  chunks.push(text.slice(start))
  return chunks
}

/** The first place at or after `LEAST_CHARACTERS` where a chunk that begins at `start` can end; -1 where there is none yet. */
function nextCut(text: string, start: number): number {
  let fence: string | null = null
  let blank = false
  let lineStart = start
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart)
    const end = newline === -1 ? text.length : newline
    const enough = newline !== -1 || text.length - lineStart >= LOOK_AHEAD
    if (fence === null && blank && enough && lineStart - start >= LEAST_CHARACTERS) {
      if (!GOES_ON.test(text.slice(lineStart, lineStart + LOOK_AHEAD))) return lineStart
    }
    const line = text.slice(lineStart, end)
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined && fence === null) fence = mark
    else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null
    blank = line.trim() === ''
    lineStart = end + 1
  }
  return -1
}
