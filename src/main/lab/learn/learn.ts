import { TuttiError } from '../../../shared/errors.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import type { DataSet, Experiment } from '../../../shared/lab.ts'
import { MOST_MODELS } from '../../orchestrators/advanced/routing/fit-cascade.ts'
import type { CompleteQuestion } from '../../orchestrators/advanced/routing/labelled-question.ts'
import { taskTypeOf } from '../../orchestrators/advanced/task-type.ts'
import { LabStore } from '../../store/lab-store.ts'
import type { JobContext } from '../../store/worker/job.ts'
import { fitAlongDial } from './dial-grid.ts'
import { LabelledSet } from './labelled-set.ts'
import type { LearnedPolicy, LearnedState } from './learned-state.ts'
import { shortlist } from './shortlist.ts'

/** Models whose pairs and triples are learned besides, so that a preset of some of them finds its policy. */
const TOGETHER = 5
const FEWEST_QUESTIONS = 20

export interface LearnInput {
  readonly experiment: Experiment
  readonly dataSet: DataSet
  readonly id: string
  readonly at: number
  /** Members of presets that are to be calibrated. */
  readonly sets: readonly (readonly ModelRef[])[]
}

/**
 * Fits policies and priors from what the models of an experiment answered. Task types are those that the product sees in a question, as
 * those of the file mean nothing elsewhere. Throws 'invalid-input' where there is too little to learn from.
 */
export async function learn({ experiment, dataSet, id, at, sets }: LearnInput, context: JobContext<never>): Promise<LearnedState> {
  const store = new LabStore(context.db)
  const set = await LabelledSet.read(
    store,
    dataSet.id,
    ({ question }) => taskTypeOf(question).type,
    () => context.breathe(),
  )
  const recorded = dataSet.models.map(({ model }) => model)
  const tried = [...new Set(experiment.entries.flatMap(({ members }) => members.map(({ model }) => model)))].filter((model) =>
    recorded.includes(model),
  )
  const complete = set.complete(tried)
  if (tried.length < 2 || complete.length < FEWEST_QUESTIONS) {
    throw new TuttiError(
      'invalid-input',
      `Routing learns from questions that two models or more answered; here ${complete.length} were answered by all of ${tried.length}. It needs at least ${FEWEST_QUESTIONS}.`,
    )
  }
  const best = shortlist(complete, tried.length, TOGETHER).flatMap((place) => tried[place] ?? [])
  const wanted = [best, ...sets.filter((models) => models.every((model) => recorded.includes(model))), ...subsets(best)]
  const fitted: LearnedPolicy[][] = []
  const known = new Set<string>()
  for (const models of wanted) {
    const key = models.toSorted().join(' ')
    if (models.length < 2 || models.length > MOST_MODELS || known.has(key)) continue
    known.add(key)
    const questions = set.complete(models)
    if (questions.length >= FEWEST_QUESTIONS) fitted.push(fitAlongDial(models, questions))
    await context.breathe()
  }
  return {
    id,
    at,
    dataSet: dataSet.name,
    questions: complete.length,
    models: best,
    steps: (fitted[0] ?? []).map(({ policy: _, ...step }) => step),
    priors: priorsOf(tried, complete),
    sets: fitted,
  }
}

/** Pairs and triples, in the models' order. */
function subsets(models: readonly ModelRef[]): ModelRef[][] {
  return models.flatMap((first, a) =>
    models.slice(a + 1).flatMap((second, b) => [[first, second], ...models.slice(a + b + 2).map((third) => [first, second, third])]),
  )
}

function priorsOf(models: readonly ModelRef[], questions: readonly CompleteQuestion[]): LearnedState['priors'] {
  return [...Map.groupBy(questions, ({ taskType }) => taskType)].flatMap(([taskType, group]) =>
    models.map((model, place) => {
      const answers = group.flatMap(({ answers: all }) => all[place] ?? [])
      const micros = answers.reduce((sum, { costMicros }) => sum + costMicros, 0)
      return {
        taskType,
        model,
        asked: answers.length,
        right: answers.filter(({ right }) => right).length,
        meanMicros: micros / Math.max(1, answers.length),
      }
    }),
  )
}
