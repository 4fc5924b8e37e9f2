import { TuttiError } from '../../shared/errors.ts'
import { ExperimentId, type ModelRef } from '../../shared/ids.ts'
import type {
  DataImport,
  DataSet,
  Disagreement,
  Experiment,
  ExperimentEstimate,
  ExperimentResults,
  LabEntry,
  LabView,
  NewExperiment,
} from '../../shared/lab.ts'
import type { ModelInfo } from '../../shared/model.ts'
import type { PresetView } from '../../shared/preset.ts'
import type { Clock } from '../kernel/clock.ts'
import type { LabStore } from '../store/lab-store.ts'
import type { JobRunner } from '../store/worker/job-thread.ts'
import { entriesOf } from './experiment/entries.ts'
import { type LiveParts, runLive } from './experiment/run-live.ts'
import {
  disagreementsJob,
  exportExperimentJob,
  importDataSetJob,
  learnJob,
  removeDataSetJob,
  resultsJob,
  runRecordedJob,
} from './job-kinds.ts'
import type { Learned } from './learn/learned.ts'
import { Watched } from './watched.ts'

export interface LabParts extends Pick<LiveParts, 'ask' | 'ended' | 'view'> {
  readonly store: LabStore
  readonly jobs: JobRunner
  readonly clock: Clock
  /** Uploads by their id. */
  readonly files: { readonly uploaded: (id: string) => { path: string; name: string }; readonly discard: (id: string) => Promise<void> }
  readonly presets: () => readonly PresetView[]
  readonly models: () => readonly ModelInfo[]
  /** The balance between cheapest and best, 0 … 1. */
  readonly dial: () => number
  /** What a question to an entry costs about; null without a price. */
  readonly price: (entry: LabEntry, question: string) => Promise<number | null>
  readonly learned: Learned
  readonly onFault: (thrown: unknown) => void
}

/** Measured on recorded answers: a question of a preset with five members. */
const RECORDED_MS = 0.8
/** About, where nothing is known: answers stream for some seconds, four questions at a time. */
const LIVE_MS = 2_000
/** Questions by which the price of an experiment is estimated. */
const SAMPLE = 20

/** Data sets, experiments and what routing learns from them. Reading files, runs over recordings and figures are the worker's. */
export class Lab {
  readonly #parts: LabParts
  readonly #experiments = new Map<ExperimentId, Experiment>()
  readonly #running = new Map<ExperimentId, { readonly stop: AbortController; readonly ended: Promise<void> }>()
  readonly #imports = new Map<string, DataImport>()
  readonly #watched: Watched<LabView>
  /** Of experiments that are done: nothing changes them any more. */
  readonly #results = new Map<ExperimentId, ExperimentResults>()
  #dataSets: readonly DataSet[]
  #closing = false

  constructor(parts: LabParts) {
    this.#parts = parts
    this.#dataSets = parts.store.dataSets()
    for (const experiment of parts.store.experiments()) this.#experiments.set(experiment.id, experiment)
    this.#watched = new Watched(parts.clock, () => this.view())
  }

  /** Goes on with experiments that were running when the last process ended. */
  resumeAll(): void {
    for (const experiment of this.#experiments.values()) if (experiment.state === 'running') this.#launch(experiment)
  }

  view(): LabView {
    return {
      dataSets: [...this.#dataSets],
      experiments: [...this.#experiments.values()].toSorted((a, b) => b.startedAt - a.startedAt),
      imports: [...this.#imports.values()],
      learned: this.#parts.learned.list(),
    }
  }

  watch(signal: AbortSignal | undefined): AsyncGenerator<LabView> {
    return this.#watched.watch(signal)
  }

  /** Reads uploads into a data set. Uploads are discarded, whatever comes of it. */
  async importData(input: { questions: string; answers: string | null; name: string }, signal?: AbortSignal): Promise<DataSet> {
    const { clock, jobs, files } = this.#parts
    const id = clock.id()
    try {
      const questions = files.uploaded(input.questions)
      const answers = input.answers === null ? null : files.uploaded(input.answers)
      const name = input.name.trim() || questions.name.replace(/\.\w+$/, '')
      this.#imports.set(id, { id, name, done: 0, total: 0 })
      const paths = { questions: questions.path, answers: answers?.path ?? null }
      const onPart = ({ done, total }: { done: number; total: number }) => {
        this.#imports.set(id, { id, name, done, total })
        this.#watched.changed()
      }
      const dataSet = await jobs.run(importDataSetJob, { id, name, ...paths, ...this.#knownModels(), at: clock.now() }, { signal, onPart })
      this.#dataSets = [dataSet, ...this.#dataSets]
      return dataSet
    } finally {
      this.#imports.delete(id)
      this.#watched.changed()
      for (const upload of [input.questions, input.answers]) if (upload !== null) await files.discard(upload)
    }
  }

  /** With its experiments; what routing has learned from it stays. */
  async removeDataSet(id: string): Promise<void> {
    for (const experiment of this.#experiments.values()) if (experiment.dataSet === id) await this.remove(experiment.id)
    await this.#parts.jobs.run(removeDataSetJob, id)
    this.#dataSets = this.#dataSets.filter((dataSet) => dataSet.id !== id)
    this.#watched.changed()
  }

  /** What an experiment would take, before it is started. */
  async estimate(asked: NewExperiment): Promise<ExperimentEstimate> {
    const dataSet = this.#dataSet(asked.dataSet)
    const entries = this.#entries(asked, dataSet)
    const questions = Math.min(dataSet.questions, asked.questions ?? dataSet.questions)
    if (asked.recorded) {
      const free = entries.map(({ name }) => ({ name, aboutMicros: 0 }))
      return { entries: free, questions, aboutMicros: 0, aboutMs: questions * entries.length * RECORDED_MS }
    }
    const sample = this.#parts.store.questions(dataSet.id, 0, Math.min(SAMPLE, questions))
    const priced = await Promise.all(
      entries.map(async (entry) => {
        const prices = await Promise.all(sample.map(({ question }) => this.#parts.price(entry, question)))
        const known = prices.flatMap((price) => price ?? [])
        const whole =
          known.length === prices.length ? (known.reduce((sum, price) => sum + price, 0) / Math.max(1, known.length)) * questions : null
        return { name: entry.name, aboutMicros: whole === null ? null : Math.round(whole) }
      }),
    )
    const aboutMicros = priced.every((entry) => entry.aboutMicros !== null)
      ? priced.reduce((sum, entry) => sum + (entry.aboutMicros ?? 0), 0)
      : null
    return { entries: priced, questions, aboutMicros, aboutMs: questions * entries.length * LIVE_MS }
  }

  async start(asked: NewExperiment): Promise<Experiment> {
    const dataSet = this.#dataSet(asked.dataSet)
    const entries = this.#entries(asked, dataSet)
    const questions = Math.min(dataSet.questions, asked.questions ?? dataSet.questions)
    const { name, recorded, budgetMicros, allowNoPrice } = asked
    const experiment: Experiment = {
      id: ExperimentId.parse(this.#parts.clock.id()),
      name,
      dataSet: dataSet.id,
      entries,
      recorded,
      state: 'running',
      done: 0,
      total: questions * entries.length,
      spentMicros: 0,
      budgetMicros,
      allowNoPrice,
      error: null,
      startedAt: this.#parts.clock.now(),
      endedAt: null,
    }
    await this.#save(experiment)
    this.#launch(experiment)
    return experiment
  }

  /** What is asked at the moment still comes in. */
  async pause(id: ExperimentId): Promise<Experiment> {
    const running = this.#running.get(id)
    running?.stop.abort(new TuttiError('cancelled', 'Paused.'))
    await running?.ended
    return this.#experiment(id)
  }

  /** Goes on where it was; with another budget where one is given. */
  async resume({ id, budgetMicros }: { id: ExperimentId; budgetMicros?: number | null | undefined }): Promise<Experiment> {
    const experiment = this.#experiment(id)
    if (experiment.state === 'running' || experiment.state === 'done') return experiment
    const going: Experiment = { ...experiment, state: 'running', error: null, ...(budgetMicros === undefined ? {} : { budgetMicros }) }
    await this.#save(going)
    this.#launch(going)
    return going
  }

  async remove(id: ExperimentId): Promise<void> {
    await this.pause(id)
    await this.#parts.store.removeExperiment(id)
    this.#experiments.delete(id)
    this.#results.delete(id)
    this.#watched.changed()
  }

  results(id: ExperimentId, signal?: AbortSignal): Promise<ExperimentResults> {
    const experiment = this.#experiment(id)
    if (experiment.state !== 'done') return this.#parts.jobs.run(resultsJob, experiment, { signal })
    const known = this.#results.get(id)
    if (known !== undefined) return Promise.resolve(known)
    return this.#parts.jobs.run(resultsJob, experiment, { signal }).then((results) => {
      this.#results.set(id, results)
      return results
    })
  }

  disagreements(
    { id, offset, limit }: { id: ExperimentId; offset: number; limit: number },
    signal?: AbortSignal,
  ): Promise<{ total: number; items: Disagreement[] }> {
    return this.#parts.jobs.run(disagreementsJob, { experiment: this.#experiment(id), offset, limit }, { signal })
  }

  export({ id, format }: { id: ExperimentId; format: 'csv' | 'json' }, signal?: AbortSignal): Promise<string> {
    const experiment = this.#experiment(id)
    return this.#parts.jobs.run(exportExperimentJob, { experiment, dataSet: this.#dataSet(experiment.dataSet), format }, { signal })
  }

  /** Fits policies and priors from what the experiment's models answered; routing uses them from then on. */
  async learnRouting(id: ExperimentId, signal?: AbortSignal): Promise<void> {
    const { jobs, clock, presets, learned } = this.#parts
    const experiment = this.#experiment(id)
    const dataSet = this.#dataSet(experiment.dataSet)
    const sets = presets().flatMap(({ settings, asked }) => (settings.strategy === 'cascade' ? [asked.map(({ model }) => model)] : []))
    await learned.keep(await jobs.run(learnJob, { experiment, dataSet, id: dataSet.id, at: clock.now(), sets }, { signal }))
    this.#watched.changed()
  }

  async forget(learnedId: string): Promise<void> {
    await this.#parts.learned.forget(learnedId)
    this.#watched.changed()
  }

  async close(): Promise<void> {
    this.#closing = true
    for (const { stop } of this.#running.values()) stop.abort(new TuttiError('core-gone', 'Tutti is closing.'))
    this.#watched.close()
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
  }

  #launch(experiment: Experiment): void {
    const stop = new AbortController()
    const ended = this.#run(experiment, stop.signal)
      .catch(this.#parts.onFault)
      .finally(() => {
        this.#running.delete(experiment.id)
        this.#watched.changed()
      })
    this.#running.set(experiment.id, { stop, ended })
    this.#watched.changed()
  }

  async #run({ id, recorded }: Experiment, signal: AbortSignal): Promise<void> {
    const { jobs, store, clock } = this.#parts
    const count = (rows: number, micros: number) => {
      const now = this.#experiment(id)
      this.#experiments.set(id, { ...now, done: now.done + rows, spentMicros: now.spentMicros + micros })
      this.#watched.changed()
    }
    try {
      // Counted anew: a process that was killed has written rows that its last word does not know of.
      const { rows, micros } = store.counted(id)
      const experiment: Experiment = { ...this.#experiment(id), done: rows, spentMicros: recorded ? 0 : Math.round(micros) }
      this.#experiments.set(id, experiment)
      if (recorded) await jobs.run(runRecordedJob, experiment, { signal, onPart: (part) => count(part.rows, 0) })
      else await runLive(experiment, { ...this.#parts, onRow: ({ costMicros }) => count(1, Math.round(costMicros)) }, signal)
      await this.#end(id, signal.aborted ? { state: 'paused' } : { state: 'done', endedAt: clock.now() })
    } catch (thrown) {
      const error = TuttiError.from(thrown)
      const spentAll = error.code === 'budget-exceeded' ? ({ state: 'paused', error: error.toInfo() } as const) : null
      await this.#end(id, signal.aborted ? { state: 'paused' } : (spentAll ?? { state: 'failed', error: error.toInfo() }))
    }
  }

  async #end(id: ExperimentId, change: Partial<Experiment>): Promise<void> {
    // One that only the closing stopped goes on at the next start.
    if (this.#closing && change.state !== 'done') return
    const experiment = this.#experiments.get(id)
    if (experiment !== undefined) await this.#save({ ...experiment, ...change })
  }

  async #save(experiment: Experiment): Promise<void> {
    this.#experiments.set(experiment.id, experiment)
    await this.#parts.store.saveExperiment(experiment)
    this.#watched.changed()
  }

  #entries({ presets, recorded }: NewExperiment, dataSet: DataSet): LabEntry[] {
    if (recorded && dataSet.models.length === 0) {
      throw new TuttiError('invalid-input', `“${dataSet.name}” has no recorded answers. Run live, or import it with a table of answers.`)
    }
    const ground = { presets: this.#parts.presets(), models: this.#parts.models(), dial: this.#parts.dial() }
    return entriesOf(presets, { ...ground, recording: recorded ? dataSet : null })
  }

  #knownModels() {
    const models = this.#parts.models().filter(({ simulated }) => !simulated)
    const names = Map.groupBy(models, ({ id }) => id)
    return {
      prices: Object.fromEntries(
        models.flatMap(({ ref, price }) =>
          price === null ? [] : [[ref, { input: price.inputPerMillion, output: price.outputPerMillion }]],
        ),
      ),
      // A name that two vendors have is nobody's.
      models: Object.fromEntries(
        [...names].flatMap(([name, [only, second]]): [string, ModelRef][] => (only && !second ? [[name, only.ref]] : [])),
      ),
    }
  }

  #dataSet(id: string): DataSet {
    const dataSet = this.#dataSets.find((each) => each.id === id)
    if (dataSet === undefined) throw new TuttiError('not-found', 'This data set does not exist any more.')
    return dataSet
  }

  #experiment(id: ExperimentId): Experiment {
    const experiment = this.#experiments.get(id)
    if (experiment === undefined) throw new TuttiError('not-found', 'This experiment does not exist any more.')
    return experiment
  }
}
