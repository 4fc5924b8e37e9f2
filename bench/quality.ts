import { mean, meanWithInterval } from '../src/main/lab/statistics.ts'
import { policyWithin } from '../src/main/orchestrators/advanced/routing/choose-lambda.ts'
import { CascadeFit } from '../src/main/orchestrators/advanced/routing/fit-cascade.ts'
import type { CompleteQuestion } from '../src/main/orchestrators/advanced/routing/labelled-question.ts'
import { simulateRouter } from '../src/main/orchestrators/advanced/routing/simulate-router.ts'
import type { Estimate95 } from '../src/shared/lab.ts'
import { CascadeSettings, VotingSettings } from '../src/shared/preset.ts'
import { type Baseline, loadBaseline } from './quality/baseline.ts'
import { comparedModels, isThere, mostAccurate, type RecordedQuestion, recordedQuestions, refOf } from './quality/recorded-data.ts'
import { type Answered, labelled, Replay } from './quality/replay.ts'
import { measureThroughput } from './quality/throughput.ts'
import { type Measurement, report } from './support/report.ts'

/** Splits into a calibration and a test half; the baseline's own, mulberry32 and Fisher–Yates. SEEDS=10 for a quick look. */
const SEEDS = Number(process.env.SEEDS ?? 100)
/** The picture of cost and quality is drawn on fewer splits: it has 32 policies a split. */
const AIQ_SEEDS = Math.min(SEEDS, 10)
const AIQ_LAMBDAS = [0.3, 0.2, 0.1, 0.05, 0.03, 0.02, 0.01, 0.005]
const SETS = ['gsm', 'crux'] as const
/** Calls that a vote of five with early stop takes at most. */
const VOTES = [
  ['gsm', 3.1],
  ['crux', 3.4],
] as const
const ROWS = [
  { order: 'mini,ds,gpt4o,son', lambda: 0.02 },
  { order: 'ds,mini,flash,son,gpt4o', lambda: 0.01 },
  { order: 'ds,mini,flash,son,gpt4o', lambda: 0.005 },
] as const
/** Labelled questions of a task that the router starts from. */
const PRIOR = 30
const CALIBRATED = CascadeSettings.parse({ strategy: 'cascade', stopOn: 'calibrated' })

const replay = new Replay()
const measurements: Measurement[] = []

if (!isThere) {
  console.warn('NOT MEASURED: the recorded answers of real models are not on this machine, so the quality bench did nothing.')
} else {
  const baseline = await loadBaseline()
  const name = (short: string) => baseline.names[short] ?? short
  const used = [...new Set(Object.values(baseline.orders).flat())]
  const questions = recordedQuestions(SETS, used.map(name))
  console.log(
    `${questions.length} questions, ${SEEDS} seeds; through the product's cascade over recorded answers, beside the baseline on the same splits`,
  )
  for (const row of ROWS) await cascadeRow(baseline, questions, row)
  await areas(baseline, questions)
  const all = recordedQuestions(SETS, comparedModels(SETS))
  for (const [dataSet, most] of VOTES) await votes(baseline, all, dataSet, most)
  router(baseline, questions)
  measurements.push(...(await measureThroughput(questions, ROWS[1].order.split(',').map(name))))
  report('quality', measurements)
}

/** One row: λ from the calibration half so that the mean cost keeps to the baseline's there; reported on the test half. */
async function cascadeRow(baseline: Baseline, questions: readonly RecordedQuestion[], row: (typeof ROWS)[number]): Promise<void> {
  const order = baseline.orders[row.order] ?? []
  const models = order.map((short) => baseline.names[short] ?? short)
  const labels = questions.map((question) => labelled(question, models))
  const gains = questions.map((): { right: number[]; micros: number[] } => ({ right: [], micros: [] }))
  const means: { ours: Figures; theirs: Figures }[] = []
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { cal, test } = baseline.split(seed)
    const theirs = baseline.fit(order, cal, row.lambda)
    const target = mean(cal.map((index) => theirs.run(index).c * 1000))
    const { policy } = policyWithin(models.map(refOf), pick(labels, cal), target)
    const figures = { ours: { right: [] as number[], micros: [] as number[] }, theirs: { right: [] as number[], micros: [] as number[] } }
    for (const index of test) {
      const question = questions[index]
      if (question === undefined) continue
      const ours = await replay.ask(question, models, CALIBRATED, policy)
      const base = theirs.run(index)
      figures.ours.right.push(ours.right ? 1 : 0)
      figures.ours.micros.push(ours.micros)
      figures.theirs.right.push(base.ok)
      figures.theirs.micros.push(base.c * 1000)
      gains[index]?.right.push((ours.right ? 1 : 0) - base.ok)
      gains[index]?.micros.push(ours.micros - base.c * 1000)
    }
    means.push({ ours: meansOf(figures.ours), theirs: meansOf(figures.theirs) })
  }
  const [ours, theirs] = [over(means.map((each) => each.ours)), over(means.map((each) => each.theirs))]
  const seen = gains.filter(({ right }) => right.length > 0)
  const better = meanWithInterval(seen.map(({ right }) => mean(right)))
  const dearer = meanWithInterval(seen.map(({ micros }) => mean(micros)))
  const title = `cascade ${row.order} λ ${row.lambda}`
  console.log(
    `${title}  ours ${percent(ours.right)} at $${dollars(ours.micros)}  baseline ${percent(theirs.right)} at $${dollars(theirs.micros)}  difference ${interval(better, 100, 2)} points, ${interval(dearer, 0.001, 3)} $/1,000 (95 %, over questions)`,
  )
  measurements.push(
    { name: `${title}, baseline's accuracy over ours`, value: round(theirs.right / ours.right, 4), unit: '×', goal: 1 },
    { name: `${title}, our cost over the baseline's`, value: round(ours.micros / theirs.micros, 4), unit: '×', goal: 1 },
  )
}

/** AIQ with the same lists of models and the same λ on both sides. */
async function areas(baseline: Baseline, questions: readonly RecordedQuestion[]): Promise<void> {
  const totals = { singles: [] as number[], ours: [] as number[], theirs: [] as number[] }
  const lists = Object.values(baseline.orders).map((order) => ({ order, models: order.map((short) => baseline.names[short] ?? short) }))
  const labels = lists.map(({ models }) => questions.map((question) => labelled(question, models)))
  for (let seed = 1; seed <= AIQ_SEEDS; seed += 1) {
    const { cal, test } = baseline.split(seed)
    const singles = baseline.all.map(({ ok, c }) => ({ q: mean(test.map((at) => ok[at] ?? 0)), c: mean(test.map((at) => c[at] ?? 0)) }))
    const [ours, theirs]: [typeof singles, typeof singles] = [[], []]
    for (const [place, { order, models }] of lists.entries()) {
      const fit = new CascadeFit(models.map(refOf), pick(labels[place] ?? [], cal))
      for (const lambda of AIQ_LAMBDAS) {
        const policy = fit.policy(lambda)
        const answered = []
        for (const question of pick(questions, test)) answered.push(await replay.ask(question, models, CALIBRATED, policy))
        ours.push({ q: mean(answered.map(({ right }) => (right ? 1 : 0))), c: mean(answered.map(({ micros }) => micros)) / 1000 })
        const { run } = baseline.fit(order, cal, lambda)
        const runs = test.map(run)
        theirs.push({ q: mean(runs.map(({ ok }) => ok)), c: mean(runs.map(({ c }) => c)) })
      }
    }
    const from = Math.min(...singles.map(({ c }) => c))
    const to = singles.reduce((best, each) => (each.q > best.q ? each : best)).c
    totals.singles.push(baseline.aiq(singles, from, to))
    totals.ours.push(baseline.aiq([...singles, ...ours], from, to))
    totals.theirs.push(baseline.aiq([...singles, ...theirs], from, to))
  }
  const [singles, ours, theirs] = [totals.singles, totals.ours, totals.theirs].map(mean)
  console.log(`AIQ (${AIQ_SEEDS} seeds)  ours ${ours?.toFixed(4)}  baseline ${theirs?.toFixed(4)}  single models ${singles?.toFixed(4)}`)
  measurements.push({ name: "AIQ, the baseline's over ours", value: round((theirs ?? 0) / (ours ?? 1), 4), unit: '×', goal: 1 })
}

/** The five that are most often right on the calibration half vote on the test half: the strongest first, the rest only while the majority is open. */
async function votes(baseline: Baseline, questions: readonly RecordedQuestion[], dataSet: string, most: number): Promise<void> {
  const asked = new Map<string, Vote>()
  const seeds = { early: [] as number[], calls: [] as number[], full: [] as number[] }
  const sets = new Map<string, number>()
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { cal, test } = baseline.split(seed)
    const [known, fresh] = [cal, test].map((half) => pick(questions, half).filter((question) => question.dataSet === dataSet))
    const voters = mostAccurate(known ?? [], 5)
    const among = voters.join(', ')
    sets.set(among, (sets.get(among) ?? 0) + 1)
    const all: Vote[] = []
    for (const question of fresh ?? []) {
      const key = `${among} ${question.id}`
      const vote = asked.get(key) ?? (await voteOn(question, voters))
      asked.set(key, vote)
      all.push(vote)
    }
    seeds.early.push(mean(all.map(({ early }) => (early.right ? 1 : 0))))
    seeds.full.push(mean(all.map(({ full }) => (full.right ? 1 : 0))))
    seeds.calls.push(mean(all.map(({ early }) => early.calls)))
  }
  const [often = ''] = [...sets].toSorted((a, b) => b[1] - a[1]).map(([among]) => among)
  const [early, calls, full] = [mean(seeds.early), mean(seeds.calls), mean(seeds.full)]
  console.log(
    `vote of five on ${dataSet}, most often ${often}  early stop ${percent(early)} with ${calls.toFixed(2)} calls, all five ${percent(full)}`,
  )
  measurements.push(
    { name: `vote of five on ${dataSet}, calls with early stop`, value: round(calls, 2), unit: 'calls', goal: most },
    { name: `vote of five on ${dataSet}, accuracy lost by early stop`, value: round(100 * (full - early), 2), unit: 'points', goal: 0 },
  )
}

interface Vote {
  readonly early: Answered
  readonly full: Answered
}

async function voteOn(question: RecordedQuestion, voters: readonly string[]): Promise<Vote> {
  const ask = (earlyStop: boolean) => replay.ask(question, voters, VotingSettings.parse({ strategy: 'voting', earlyStop }))
  return { early: await ask(true), full: await ask(false) }
}

/** The adaptive router from 30 labelled questions a task, on all others in random order. The goals are Thompson sampling with such a prior, as published. */
function router(baseline: Baseline, questions: readonly RecordedQuestion[]): void {
  const models = [...(questions[0]?.answers.keys() ?? [])]
  const labels = questions.map((question) => labelled(question, models))
  for (const [lambda, goal] of [
    [0.01, 34],
    [0.05, 48],
  ] as const) {
    const regrets = Array.from({ length: AIQ_SEEDS }, (_, place) => {
      const { cal, test } = baseline.split(place + 1)
      const seen = new Map<string, number>()
      const [prior, rest]: [CompleteQuestion[], CompleteQuestion[]] = [[], []]
      for (const question of pick(labels, [...cal, ...test])) {
        const count = (seen.get(question.taskType) ?? 0) + 1
        seen.set(question.taskType, count)
        if (count <= PRIOR) prior.push(question)
        else rest.push(question)
      }
      return simulateRouter({ models: models.map(refOf), questions: rest, prior, lambda, seed: String(place) }).regret
    })
    measurements.push({ name: `router, regret at λ ${lambda}`, value: round(mean(regrets), 1), unit: 'right answers', goal })
  }
}

interface Figures {
  readonly right: number
  readonly micros: number
}

function meansOf({ right, micros }: { readonly right: readonly number[]; readonly micros: readonly number[] }): Figures {
  return { right: mean(right), micros: mean(micros) }
}

function over(figures: readonly Figures[]): Figures {
  return { right: mean(figures.map(({ right }) => right)), micros: mean(figures.map(({ micros }) => micros)) }
}

function pick<T extends CompleteQuestion | RecordedQuestion>(all: readonly T[], places: readonly number[]): T[] {
  return places.flatMap((place) => all[place] ?? [])
}

function interval({ value, low, high }: Estimate95, times: number, digits: number): string {
  const [middle, from, to] = [value, low, high].map((each) => (times * each).toFixed(digits))
  return `${middle} [${from}, ${to}]`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}

/** Micro-dollars a question are a thousandth of a dollar for 1,000 questions. */
function dollars(micros: number): string {
  return (micros / 1000).toFixed(3)
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
