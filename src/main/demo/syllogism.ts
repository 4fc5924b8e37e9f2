import { type Solver, solution, type Working } from './solution.ts'

const RULE = /\b(all|every|each|no)\s+([\p{L}-]+)\s+(?:are|is|can be)\s+(?:an?\s+)?([\p{L}-]+)/giu
const MEMBER = /(?<![\p{L}?]\s)(?:^|[.;,]\s*|\band\s+)(\p{Lu}\p{L}+)\s+is\s+(?:an?\s+)([\p{L}-]+)/gu
const QUERY = /\b(?:are|is)\s+(?:(all|every|some|any|no)\s+)?([\p{L}-]+)\s+(?:an?\s+)?([\p{L}-]+)\s*\?/iu

/** "All roses are flowers. All flowers are plants. Are all roses plants?", "Is Tom mortal?" */
export const syllogism: Solver = (question) => {
  const query = QUERY.exec(question)
  if (query === null) return null
  const premises = question.slice(0, query.index)
  const rules = [...premises.matchAll(RULE)].map(([words, kind = '', from = '', to = '']) => ({
    words: `${words}.`,
    no: kind.toLowerCase() === 'no',
    from: stem(from),
    to: stem(to),
  }))
  const members = [...premises.matchAll(MEMBER)].map(([, name = '', kind = '']) => ({
    words: `${name} is a ${kind}.`,
    no: false,
    from: stem(name),
    to: stem(kind),
  }))
  if (rules.length === 0) return null
  const links = [...rules, ...members]
  const [subject, target] = [stem(query[2] ?? ''), stem(query[3] ?? '')]
  const kinds = reachable(subject, links)
  const excluded = links.some(
    ({ no, from, to }) =>
      no && ((kinds.has(from) && reachable(target, links).has(to)) || (kinds.has(to) && reachable(target, links).has(from))),
  )
  const follows = kinds.has(target)
  const asksNone = (query[1] ?? '').toLowerCase() === 'no'
  const yes = asksNone ? excluded : follows
  const chain = links.filter(({ from }) => kinds.has(from)).map(({ words }) => words)
  const show = (answer: boolean, why: string): Working => ({
    result: answer ? 'Yes' : 'No',
    sentence: `**${answer ? 'Yes' : 'No'}**, ${why}`,
    steps: chain,
  })
  const why = yes
    ? 'this follows from the statements.'
    : excluded
      ? 'the statements rule it out.'
      : 'this does not follow from the statements.'
  return solution(show(yes, why), [show(!yes, yes ? 'this does not follow.' : 'this follows.')])
}

function reachable(start: string, links: readonly { readonly no: boolean; readonly from: string; readonly to: string }[]): Set<string> {
  const found = new Set([start])
  for (const name of found) for (const { no, from, to } of links) if (!no && from === name) found.add(to)
  return found
}

/** Singular, lower case: enough to tell the same word in a premise and in the question. */
function stem(word: string): string {
  const lower = word.toLowerCase()
  if (lower === 'men' || lower === 'women') return lower.replace('men', 'man')
  return lower
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|ch|sh)es$/, '')
    .replace(/(?<!s)s$/, '')
}
