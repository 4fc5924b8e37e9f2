import type { CompleteQuestion } from '../../orchestrators/advanced/routing/labelled-question.ts'
import { paretoFront } from '../statistics.ts'

/**
 * Places of the models that are worth calibrating, cheapest first: those that no other one beats in price and accuracy, then the next layer,
 * until there are enough.
 */
export function shortlist(questions: readonly CompleteQuestion[], models: number, most: number): number[] {
  const means = Array.from({ length: models }, (_, place) => {
    const answers = questions.flatMap(({ answers: all }) => all[place] ?? [])
    const count = Math.max(1, answers.length)
    return {
      place,
      quality: answers.filter(({ right }) => right).length / count,
      cost: answers.reduce((sum, { costMicros }) => sum + costMicros, 0) / count,
    }
  })
  const chosen: typeof means = []
  let left = means
  while (chosen.length < most && left.length > 0) {
    const layer = paretoFront(left)
    // Of a layer that is too long its best: the cheap end adds little where there are cheap ones already.
    chosen.push(...layer.toSorted((a, b) => b.quality - a.quality).slice(0, most - chosen.length))
    left = left.filter((each) => !layer.includes(each))
  }
  return chosen.toSorted((a, b) => a.cost - b.cost).map(({ place }) => place)
}
