import type { Stage } from '../../shared/pipeline.ts'
import { expressionsOf } from '../orchestrators/pipeline/expressions-of.ts'
import type { ReadExpression } from '../orchestrators/pipeline/services.ts'
import { piecesOf } from '../orchestrators/pipeline/template.ts'

/** As the budget counts text that it has not seen. */
const CHARACTERS_A_TOKEN = 2
/** Of an answer that nobody limits further: a page. */
const USUAL_ANSWER = 2_000
/** What a tool hands on at most. */
const LONGEST_RESULT = 60_000
const USUAL_RESULT = 2_000

/** Characters of what the pipeline was given, and of each stage's value, as far as they can be told. */
export interface Lengths {
  readonly input: number
  readonly stages: ReadonlyMap<string, number>
}

/** With answers of a usual length. */
export function typicalLengths(stages: readonly Stage[], input: string, read: ReadExpression): Lengths {
  return lengthsOf(stages, input, read, (most) => Math.min(most, USUAL_ANSWER), USUAL_RESULT)
}

/** With the longest answers that may come. */
export function worstLengths(stages: readonly Stage[], input: string, read: ReadExpression): Lengths {
  return lengthsOf(stages, input, read, (most) => most, LONGEST_RESULT)
}

/** The template with as many characters as its expressions may put into it. */
export function withLengths(template: string, lengths: Lengths, read: ReadExpression): string {
  return piecesOf(template)
    .map((piece) => ('text' in piece ? piece.text : 'x'.repeat(lengthOf(piece.expression, lengths, read))))
    .join('')
}

function lengthsOf(
  stages: readonly Stage[],
  input: string,
  read: ReadExpression,
  answer: (most: number) => number,
  result: number,
): Lengths {
  const known = new Map<string, number>()
  const lengths = { input: input.length, stages: known }
  for (const stage of stages) {
    const { processor } = stage
    if (processor.type === 'prompt') known.set(stage.id, answer(processor.maxOutputTokens * CHARACTERS_A_TOKEN))
    else if (processor.type === 'tool') known.set(stage.id, result)
    else if (processor.type === 'loop') {
      for (const [id, length] of lengthsOf(processor.body, input, read, answer, result).stages) known.set(id, length)
      known.set(stage.id, known.get(processor.body.at(-1)?.id ?? '') ?? 0)
    } else known.set(stage.id, Math.max(0, ...expressionsOf(stage).map(({ text }) => lengthOf(text, lengths, read))))
  }
  return lengths
}

/** The longest that an expression gives is taken to be all that it reads. */
function lengthOf(expression: string, { input, stages }: Lengths, read: ReadExpression): number {
  const { stages: named, names } = read(expression)
  const of = [...(named ?? stages.keys())].reduce((sum, id) => sum + (stages.get(id) ?? 0), 0)
  return of + (names.has('input') ? input : 0)
}
