import { TuttiError } from '../../shared/errors.ts'
import { type ModelAnswer, ModelRequest } from '../../shared/model.ts'
import type { Decision } from '../../shared/run.ts'
import { type AllGround, type AllRecord, runAll } from './all.ts'
import type { AllOptions, Orchestrator, RunContext, Settled, SharedContext, Task } from './context.ts'
import { digestOf, unitOf } from './digest.ts'
import type { LiveRun } from './live-run.ts'

/** The run context over the journal: every effect has a path that is the same in every run of the same code. */
export class JournaledContext implements RunContext {
  readonly signal: AbortSignal
  readonly memory: SharedContext
  readonly #live: LiveRun
  /** Keys of the branches that lead here, each followed by a slash. */
  readonly #branch: string
  readonly #counts = new Map<string, number>()
  #open: string | null = null
  #now: number

  constructor(live: LiveRun, branch = '', signal: AbortSignal = live.signal, memory: SharedContext = journaledMemory(live, signal)) {
    this.#live = live
    this.#branch = branch
    this.signal = signal
    this.memory = memory
    this.#now = live.record.startedAt
  }

  get run() {
    return this.#live.record
  }

  model(input: ModelRequest): Promise<ModelAnswer> {
    const request = ModelRequest.parse(input)
    return this.#effect('model', (path) => this.#live.ask({ path, digest: digestOf(request), request, signal: this.signal }))
  }

  step<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#effect(`step:${name}`, (path) => journaledStep(this.#live, path, () => work(this.signal)))
  }

  child<I, O>(key: string, orchestrator: Orchestrator<I, O>, input: I): Promise<O> {
    return this.#effect('child', () =>
      orchestrator.run(
        new JournaledContext(this.#live, `${this.#branch}${key}/`, this.signal, this.memory),
        orchestrator.input.parse(input),
      ),
    )
  }

  all<T>(tasks: readonly Task<T>[], options?: AllOptions<T>): Promise<Settled<T>[]> {
    const digest = digestOf(tasks.map((task) => task.key))
    return this.#effect('all', (path) => {
      const known = this.#live.recall(path, digest)
      const ground: AllGround = {
        signal: this.signal,
        branch: (key, signal) => new JournaledContext(this.#live, `${this.#branch}${key}/`, signal, this.memory),
        recorded: known?.ok ? readAllRecord(known.value) : null,
        commit: (record) =>
          this.#live.commit({ path, kind: 'all', digest, outcome: { ok: true, value: record }, endedAt: this.#live.now() }),
      }
      return runAll(ground, tasks, options)
    })
  }

  progress(done: number, total: number, label = ''): void {
    this.#live.emit({ type: 'progress', done, total, label })
  }

  note(decision: Decision): void {
    this.#live.emit({ type: 'decision', decision }, this.#path('note'))
  }

  now(): number {
    return this.#now
  }

  random(): number {
    return unitOf(this.run.seed, this.#path('random'))
  }

  id(): string {
    return digestOf([this.run.seed, this.#path('id')]).slice(0, 32)
  }

  /** Path = keys of the branches / name / count within this context. */
  #path(name: string): string {
    const count = this.#counts.get(name) ?? 0
    this.#counts.set(name, count + 1)
    return `${this.#branch}${name}/${count}`
  }

  async #effect<T>(name: string, work: (path: string) => Promise<T>): Promise<T> {
    if (this.#open !== null) {
      throw new TuttiError(
        'concurrent-effect',
        `“${name}” was started while “${this.#open}” is open in the same branch. Use ctx.all for work side by side.`,
      )
    }
    this.signal.throwIfAborted()
    const path = this.#path(name)
    this.#open = path
    try {
      return await work(path)
    } finally {
      this.#open = null
      this.#now = Math.max(this.#now, this.#live.endOf(path) ?? 0)
    }
  }
}

/** `once` for all branches of a run; the result is journaled, whoever asked first. */
function journaledMemory(live: LiveRun, signal: AbortSignal): SharedContext {
  const flights = new Map<string, Promise<string>>()
  return {
    async once<T>(key: string, work: () => Promise<T>): Promise<T> {
      signal.throwIfAborted()
      const flight = flights.get(key) ?? journaledStep(live, `once:${key}/0`, async () => JSON.stringify(await work()))
      flights.set(key, flight)
      return JSON.parse(await flight)
    },
  }
}

async function journaledStep<T>(live: LiveRun, path: string, work: () => Promise<T>): Promise<T> {
  const digest = digestOf(path)
  const known = live.recall(path, digest)
  if (known?.ok) {
    const value: T = JSON.parse(JSON.stringify(known.value))
    return value
  }
  if (known) throw TuttiError.fromInfo(known.error)
  const base = { path, kind: 'step' as const, digest }
  try {
    const value = await work()
    await live.commit({ ...base, outcome: { ok: true, value: value ?? null }, endedAt: live.now() })
    return value
  } catch (thrown) {
    const error = TuttiError.from(thrown)
    if (error.code !== 'core-gone') await live.commit({ ...base, outcome: { ok: false, error: error.toInfo() }, endedAt: live.now() })
    throw error
  }
}

function readAllRecord(value: unknown): AllRecord | null {
  if (typeof value !== 'object' || value === null || !('settled' in value) || !('dropped' in value) || !('reason' in value)) return null
  const keys = (list: unknown) => (Array.isArray(list) ? list.filter((key) => typeof key === 'string') : [])
  return { settled: keys(value.settled), dropped: keys(value.dropped), reason: String(value.reason) }
}
