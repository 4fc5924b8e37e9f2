import type { ModelRef } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/model.ts'
import type { QualityCalibration } from '../../shared/quality.ts'
import { say } from '../../shared/sentence.ts'
import { type AdvancedInput, questionText } from '../orchestrators/advanced/input.ts'
import { isPartial } from '../orchestrators/advanced/quality/judge.ts'
import { seededRandom } from '../orchestrators/advanced/routing/seeded-random.ts'
import { drawOf, type Evidence, meanOf, weigh } from '../orchestrators/advanced/routing/thompson.ts'
import { taskTypeOf, taskWords } from '../orchestrators/advanced/task-type.ts'
import type { Known } from '../orchestrators/unified/select/candidate.ts'

/** What runs, users and the Lab have shown. */
export interface Experienced {
  belief(
    taskType: string,
    model: ModelRef,
  ): { readonly evidence: Evidence; readonly labCount: number; readonly dataSets: readonly string[] }
  calibration(taskType: string): QualityCalibration | undefined
  /** Accuracy that a dollar per 1,000 calls is worth at the present place of the dial. `dearestMicros`: of a call of the dearest model. */
  lambda(dearestMicros: number): number
}

/** What a member's call is expected to cost, in micro-dollars. */
export type CostOf = (member: AdvancedInput['members'][number]) => number

interface Ground {
  readonly experience: Experienced | undefined
  readonly models: readonly ModelInfo[]
  /** Whether a judge is wanted. */
  readonly judge: boolean
  /** False where the user chose whom to ask, or where money is short. */
  readonly explore: boolean
  readonly costOf: CostOf
}

/** Less than this, and a preset's own order says more. */
const ENOUGH = 3

/** Gives a question what is known for it: how signs of quality are to be read, who judges, and in which order experts come. */
export function withExperience<I extends AdvancedInput>(input: I, { experience, models, judge, explore, costOf }: Ground): I {
  const words = questionText(input.turns)
  const taskType = taskTypeOf(words).type
  const calibration = experience?.calibration(taskType)
  const judging = judge ? judgeFor(input, models) : null
  const order = input.settings.strategy === 'expert' && experience ? orderOf(input, { experience, taskType, words, explore, costOf }) : null
  const chances = experience === undefined ? {} : chancesOf(input, experience, taskType)
  return {
    ...input,
    ...(Object.keys(chances).length === 0 ? {} : { chances }),
    ...(calibration === undefined ? {} : { calibration }),
    ...(judging === null ? {} : { judge: judging }),
    ...(order === null ? {} : { order }),
  }
}

/** What is known of a model for a task, with the quality to reckon with; null where nothing is. The same question draws the same. */
export function knownOf(experience: Experienced | undefined, model: ModelRef, words: string, explore: boolean): Known | null {
  if (experience === undefined) return null
  const { evidence, labCount, dataSets } = experience.belief(taskTypeOf(words).type, model)
  if (evidence.count === 0) return null
  const mean = meanOf(evidence)
  const quality = explore ? drawOf(evidence, seededRandom(`${model}\n${words}\n${evidence.count.toFixed(1)}`)) : mean
  return { quality: Math.min(1, Math.max(0, quality)), mean, count: evidence.count, labCount, dataSets }
}

/** A model of another vendor than any member: the dearest that costs at most twice as much as the dearest member, else the cheapest. */
function judgeFor({ members }: AdvancedInput, models: readonly ModelInfo[]): ModelRef | null {
  const asked = members.map(({ model }) => model)
  const price = ({ price: known }: ModelInfo) => known?.outputPerMillion ?? Number.MAX_VALUE
  const able = models
    .filter((model) => model.enabled && !model.simulated && model.price !== null && asked.every((member) => !isPartial(model.ref, member)))
    .toSorted((a, b) => price(b) - price(a))
  const dearest = Math.max(0, ...models.filter(({ ref }) => asked.includes(ref)).map((model) => model.price?.outputPerMillion ?? 0))
  return (able.find((model) => price(model) <= 2 * dearest) ?? able.at(-1))?.ref ?? null
}

/** How often members are right at such tasks, where enough is known of them. */
function chancesOf({ members }: AdvancedInput, experience: Experienced, taskType: string): Record<string, number> {
  return Object.fromEntries(
    members.flatMap(({ model }) => {
      const { evidence } = experience.belief(taskType, model)
      return evidence.count < ENOUGH ? [] : [[model, meanOf(evidence)]]
    }),
  )
}

/** Experts by what they are worth, each with why; null where too little is known to say more than the preset does. */
function orderOf(
  { members }: AdvancedInput,
  {
    experience,
    taskType,
    words,
    explore,
    costOf,
  }: Pick<Ground, 'explore' | 'costOf'> & { experience: Experienced; taskType: string; words: string },
): NonNullable<AdvancedInput['order']> | null {
  const arms = [...new Map(members.map((member) => [member.model, member])).values()].map((member) => ({
    model: member.model,
    evidence: experience.belief(taskType, member.model).evidence,
    micros: costOf(member),
  }))
  if (arms.every(({ evidence }) => evidence.count < ENOUGH)) return null
  const lambda = experience.lambda(Math.max(...arms.map(({ micros }) => micros)))
  const weighed = weigh(arms, {
    lambda,
    explore,
    random: seededRandom(`${words}\n${arms.map(({ evidence }) => evidence.count.toFixed(1)).join()}`),
  })
  return weighed.flatMap(({ model, mean, quality, worth, evidence }) =>
    members
      .filter((member) => member.model === model)
      .map(({ id }) => ({
        id,
        why: explore
          ? say('expert.drawn', { mean, n: Math.round(evidence.count), task: taskWords(taskType), quality, worth })
          : say('expert.known', { mean, n: Math.round(evidence.count), task: taskWords(taskType), worth }),
      })),
  )
}
