import type { Experience, ModelBelief } from '../../shared/experience.ts'
import type { ModelRef, RunId } from '../../shared/ids.ts'
import type { LearnedRouting } from '../../shared/lab.ts'
import type { AnswerQuality, QualityCalibration } from '../../shared/quality.ts'
import type { RunView } from '../../shared/run.ts'
import type { Signal } from '../../shared/signal.ts'
import type { Vote } from '../../shared/vote.ts'
import { calibrate, type RatedExample, reliabilityOf } from '../orchestrators/advanced/quality/calibrate.ts'
import { featuresOf } from '../orchestrators/advanced/quality/combine.ts'
import type { CascadePolicy } from '../orchestrators/advanced/routing/cascade-policy.ts'
import { discounted, type Evidence, joined, meanOf, NO_EVIDENCE, observed } from '../orchestrators/advanced/routing/thompson.ts'
import type { EvidenceRow, ExperienceStore, RatedRow } from '../store/experience-store.ts'
import { examplesOfPolicy } from './examples-of-policy.ts'
import { type Lesson, lessonOfSignal, lessonsOfRun } from './lessons.ts'

export interface LearningParts {
  readonly store: Pick<ExperienceStore, 'evidence' | 'saveEvidence' | 'rated' | 'saveRated' | 'removeRated' | 'clear'>
  readonly lab: { list(): readonly Pick<LearnedRouting, 'dataSet' | 'priors' | 'at'>[]; policies(): readonly CascadePolicy[] }
  /** What a run's input asks for; '' where nothing says. */
  readonly taskOf: (run: RunId) => Promise<string>
  readonly view: (run: RunId) => Promise<RunView>
  readonly now: () => number
}

/** What is known of a model, with where it comes from. */
export interface Belief {
  readonly evidence: Evidence
  readonly labCount: number
  /** Names of the Lab's data sets that know it. */
  readonly dataSets: readonly string[]
}

/** As many questions of the Lab's count as this at most: what it measured once must not outweigh what happens every day. */
const MOST_OF_LAB = 30

/** Learns from runs, users and the Lab how good models are at types of tasks, and how signs of quality go with being right. */
export class Learning {
  readonly #parts: LearningParts
  readonly #evidence: Map<string, EvidenceRow>
  #rated: RatedRow[]
  #calibrations: readonly QualityCalibration[] | null = null

  constructor(parts: LearningParts) {
    this.#parts = parts
    this.#evidence = new Map(parts.store.evidence().map((row) => [nameOf(row.taskType, row.model), row]))
    this.#rated = parts.store.rated()
  }

  /** What is believed of a model at a type of task, as of now. */
  belief(taskType: string, model: ModelRef): Belief {
    const now = this.#parts.now()
    const own = discounted(this.#evidence.get(nameOf(taskType, model)) ?? NO_EVIDENCE, now)
    const priors = this.#parts.lab
      .list()
      .flatMap(({ dataSet, priors: known, at }) =>
        known.flatMap((prior) => (prior.model === model && prior.taskType === taskType ? [{ ...prior, dataSet, at }] : [])),
      )
    const asked = priors.reduce((sum, prior) => sum + prior.asked, 0)
    const right = priors.reduce((sum, prior) => sum + prior.right, 0)
    const count = Math.min(asked, MOST_OF_LAB)
    const at = Math.max(0, ...priors.map((prior) => prior.at))
    const lab = asked === 0 ? NO_EVIDENCE : discounted({ count, sum: (right / asked) * count, at }, now)
    return { evidence: joined(own, lab), labCount: lab.count, dataSets: [...new Set(priors.map(({ dataSet }) => dataSet))] }
  }

  /** How signs of quality go with being right at a type of task; undefined where too little is known. */
  calibration(taskType: string): QualityCalibration | undefined {
    return this.#fitted().find((each) => each.taskType === taskType)
  }

  /** Learns from a run that has ended: weakly, for nobody has said how good it was. */
  async runEnded(view: RunView): Promise<void> {
    const lessons = view.state === 'done' ? lessonsOfRun(view) : []
    if (lessons.length > 0) await this.#learn(await this.#parts.taskOf(view.id), lessons)
  }

  /** Learns from what the user did with an answer. */
  async signalled(signal: Signal): Promise<void> {
    const lesson = lessonOfSignal(signal)
    if (lesson !== null) await this.#learn(signal.taskType, [lesson])
    if (signal.runId !== null) await this.#rate(signal.runId, signal)
  }

  /** Learns from a vote on answers without names. */
  async voted(taskType: string, votes: readonly Vote[]): Promise<void> {
    const lessons = votes.flatMap(({ first, second, winner }): Lesson[] => {
      if (winner === 'tie') return []
      const [won, lost] = winner === 'first' ? [first, second] : [second, first]
      return [
        { model: won, quality: 1, weight: 0.5 },
        { model: lost, quality: 0.3, weight: 0.5 },
      ]
    })
    await this.#learn(taskType, lessons)
  }

  experience(): Experience {
    const own = [...this.#evidence.values()].map(({ taskType, model }) => ({ taskType, model }))
    const lab = this.#parts.lab.list().flatMap(({ priors }) => priors.map(({ taskType, model }) => ({ taskType, model })))
    const pairs = new Map([...own, ...lab].map((pair) => [nameOf(pair.taskType, pair.model), pair]))
    const beliefs = [...pairs.values()].map(({ taskType, model }): ModelBelief => {
      const { evidence, labCount } = this.belief(taskType, model)
      return { taskType, model, quality: meanOf(evidence), ownCount: Math.max(0, evidence.count - labCount), labCount }
    })
    const predictions = this.#rated.flatMap(({ predicted, right }) => (predicted === null ? [] : [{ predicted, right }]))
    return {
      beliefs: beliefs.toSorted((a, b) => a.taskType.localeCompare(b.taskType) || b.quality - a.quality || a.model.localeCompare(b.model)),
      calibrated: this.#fitted().map(({ taskType, basedOn }) => ({ taskType, basedOn })),
      reliability: reliabilityOf(predictions),
    }
  }

  /** Forgets what runs and users have taught. */
  async reset(): Promise<void> {
    await this.#parts.store.clear()
    this.#evidence.clear()
    this.#rated = []
    this.#calibrations = null
  }

  async #learn(taskType: string, lessons: readonly Lesson[]): Promise<void> {
    if (taskType === '' || lessons.length === 0) return
    const changed = new Map<string, EvidenceRow>()
    for (const { model, quality, weight } of lessons) {
      const name = nameOf(taskType, model)
      const row = { taskType, model, ...observed(this.#evidence.get(name) ?? NO_EVIDENCE, quality, weight, this.#parts.now()) }
      this.#evidence.set(name, row)
      changed.set(name, row)
    }
    await this.#parts.store.saveEvidence([...changed.values()])
  }

  /** A thumb says whether the answer was right: the calibration is fitted anew when it is next needed. */
  async #rate(runId: RunId, { kind, taskType, model }: Signal): Promise<void> {
    if (kind !== 'thumb-up' && kind !== 'thumb-down' && kind !== 'thumb-unset') return
    const { store, now } = this.#parts
    const { outcome, speakers } = await this.#parts.view(runId)
    const speaker = speakers.find((each) => (each.result?.model ?? each.model) === model)?.id ?? outcome?.by ?? ''
    const before = this.#rated.filter((row) => row.runId !== runId || row.speaker !== speaker)
    this.#calibrations = null
    if (kind === 'thumb-unset') {
      this.#rated = before
      return await store.removeRated(runId, speaker)
    }
    const quality = speaker === outcome?.by ? outcome.quality : outcome?.qualities?.find((each) => each.speaker === speaker)?.quality
    if (quality === undefined) return
    const row: RatedRow = {
      runId,
      speaker,
      taskType,
      features: featuresOf(quality.signs),
      predicted: predictedBy(quality),
      right: kind === 'thumb-up' ? 1 : 0,
      at: now(),
    }
    this.#rated = [...before, row]
    await store.saveRated(row)
  }

  #fitted(): readonly QualityCalibration[] {
    this.#calibrations ??= calibrate([
      ...this.#rated.map(({ taskType, features, right }): RatedExample => ({ taskType, features, right, weight: 1 })),
      ...this.#parts.lab.policies().flatMap(examplesOfPolicy),
    ])
    return this.#calibrations
  }

  /** The Lab has learned or forgotten something. */
  labChanged(): void {
    this.#calibrations = null
  }
}

/** Only a probability is held against what happened. */
function predictedBy({ method, score }: AnswerQuality): number | null {
  return method === 'calibrated' ? score : null
}

function nameOf(taskType: string, model: string): string {
  return `${taskType}\n${model}`
}
