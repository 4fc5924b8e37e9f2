import { type SentenceId, say, type Words } from '../../../../shared/sentence.ts'
import { en } from '../../../../shared/sentences/en.ts'

/** What spoke for a finding: a mark by its name, or the person's own words. */
export function markWords(name: string): Words {
  const id = `mark.${name}`
  if (isMark(id)) return say(id)
  const [, words] = /^“(.*)”$/s.exec(name) ?? []
  return words === undefined ? name : say('seen.words', { words })
}

function isMark(id: string): id is Extract<SentenceId, `mark.${string}`> {
  return id in en
}
