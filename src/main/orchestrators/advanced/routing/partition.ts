/** Stands for a model that was not asked, or that gave no answer. */
export const NOT_ASKED = '.'
export const NO_ANSWER = '-'

/** An answer of each model in their order: undefined where it was not asked, null where it gave none. */
export type Answers = readonly (string | null | undefined)[]

/**
 * Who agrees with whom, whatever they said: one letter a model, equal letters for equal answers, in order of appearance.
 * `["4", undefined, "5", "4"]` is "a.ba". Two questions with the same partition look alike to a cascade.
 */
export function partitionOf(answers: Answers): string {
  const seen = new Map<string, string>()
  let text = ''
  for (const answer of answers) {
    if (answer === undefined) text += NOT_ASKED
    else if (answer === null) text += NO_ANSWER
    else {
      const letter = seen.get(answer) ?? letterOf(seen.size)
      seen.set(answer, letter)
      text += letter
    }
  }
  return text
}

/** Sizes of the camps, the largest first, and how many gave no answer: what a partition has in common with others. */
export function shapeOf(partition: string): string {
  const sizes = new Map<string, number>()
  let silent = 0
  for (const letter of partition) {
    if (letter === NO_ANSWER) silent += 1
    else if (letter !== NOT_ASKED) sizes.set(letter, (sizes.get(letter) ?? 0) + 1)
  }
  return `${[...sizes.values()].sort((a, b) => b - a).join('+')}/${silent}`
}

function letterOf(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index)
}
