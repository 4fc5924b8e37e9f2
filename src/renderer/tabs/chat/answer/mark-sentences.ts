import type { Claim, ClaimPlace } from '../../../../shared/claims.ts'
import type { SpeakerView } from '../../../../shared/run.ts'
import { plainLine } from '../members/plain-line.ts'

const SUPPORT = 'claim-support'
const CONTRADICT = 'claim-contradict'

/** Marks a claim's sentences where members' answers are shown inside of `root`; null takes all marks away. Browsers without highlights show none. */
export function markSentences(root: Element | null, claim: Claim | null, members: readonly SpeakerView[]): void {
  if (typeof Highlight === 'undefined' || CSS.highlights === undefined) return
  CSS.highlights.delete(SUPPORT)
  CSS.highlights.delete(CONTRADICT)
  if (root === null || claim === null) return
  CSS.highlights.set(SUPPORT, new Highlight(...claim.supports.flatMap((place) => rangeOf(root, place, members))))
  CSS.highlights.set(CONTRADICT, new Highlight(...claim.contradicts.flatMap((place) => rangeOf(root, place, members))))
}

/** The place of a sentence in what is drawn, whatever Markdown made of it; nothing where it is not drawn. */
function rangeOf(root: Element, { speaker, from, to }: ClaimPlace, members: readonly SpeakerView[]): Range[] {
  const member = members.find(({ id }) => id === speaker)
  const place = member === undefined ? null : root.querySelector(`[data-member="${member.number}"]`)
  if (member === undefined || place === null) return []
  const wanted = letters(plainLine(member.text.slice(from, to), 2_000))
  const found: { readonly node: Text; readonly at: number }[] = []
  let drawn = ''
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    for (const [at, letter] of [...node.data].entries()) {
      if (letters(letter) === '') continue
      drawn += letter
      found.push({ node, at })
    }
  }
  const begin = wanted === '' ? -1 : drawn.indexOf(wanted)
  const first = found[begin]
  const last = found[begin + wanted.length - 1]
  if (begin < 0 || first === undefined || last === undefined) return []
  const range = new Range()
  range.setStart(first.node, first.at)
  range.setEnd(last.node, last.at + 1)
  return [range]
}

/** Without what Markdown takes away or puts in: blanks and signs. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
