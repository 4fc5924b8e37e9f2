type Rewriting = readonly [RegExp, string]

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?'
const anyCase = (pattern: string) => new RegExp(pattern, 'gi')

/** Everyday ways to ask, in the words that the solvers read. Each stands for the whole of what it names; none guesses at a figure. */
const REWRITINGS: readonly Rewriting[] = [
  [anyCase(`\\b(?:a )?(\\d+(?:\\.\\d+)?) ?% (?:tip|discount|tax) (?:on|of)\\b`), '$1 % of'],
  [anyCase(`\\b(\\d+(?:\\.\\d+)?) ?% off (?:of )?\\$?(${NUMBER})`), '$2 - $1 %'],
  [anyCase(`\\b(\\d+)/(\\d+) of\\b`), '($1 / $2) *'],
  [/\b(?:one|a|1) (?:third) of\b/gi, '(1 / 3) *'],
  [/\b(?:two|2) thirds of\b/gi, '(2 / 3) *'],
  [/\b(?:one|a|1) quarter of\b/gi, '0.25 *'],
  [/\b(?:three|3) quarters of\b/gi, '0.75 *'],
  [anyCase(`^(?:split|divide) \\$?(${NUMBER}) (?:by|among|between|into) (\\d+)(?: people| ways| parts)?`), '$1 / $2'],
  [anyCase(`^add (${NUMBER}) (?:and|to) (${NUMBER})`), '$1 + $2'],
  [anyCase(`^multiply (${NUMBER}) (?:by|and|with) (${NUMBER})`), '$1 * $2'],
  [anyCase(`^subtract (${NUMBER}) from (${NUMBER})`), '$2 - $1'],
  // "How many hours are in a week?", "How many grams in an ounce?"
  [/\bhow many (\p{L}+) (?:are |is )?(?:there )?(?:in|has) (?:a|an|one) (\p{L}+)/giu, 'how many $1 are 1 $2'],
  [/\bhow (?:tall|long|far|heavy|warm|hot|cold) (?:is|are)(?= \d)/gi, 'what is'],
  [/(-?\d+(?:\.\d+)?) ?([CF]) (to|in|into) ([CF])\b/g, '$1 °$2 $3 °$4'],
  [/(-?\d+(?:\.\d+)?) ?°([CF]) (to|in|into) ([CF])\b/g, '$1 °$2 $3 °$4'],
  // A year that is named once, at the second of two days.
  [/\bfrom (\d{1,2} \p{L}+) to (\d{1,2} \p{L}+ (\d{4}))/giu, 'between $1 $3 and $2'],
  [/\bbetween (\d{1,2} \p{L}+) and (\d{1,2} \p{L}+ (\d{4}))/giu, 'between $1 $3 and $2'],
  [/\bwhat day (?:is|was|will be)\b/gi, 'what weekday is'],
]

/** A question as the solvers read it. */
export function rewritten(question: string): string {
  return REWRITINGS.reduce((text, [pattern, words]) => text.replace(pattern, words), question)
}
