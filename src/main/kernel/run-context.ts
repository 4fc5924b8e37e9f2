import { type ZodType, z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { ModelAnswer, ModelRequest } from '../../shared/model.ts'
import type { RunEventBody } from '../../shared/run.ts'
import { Said, say, type Words } from '../../shared/sentence.ts'
import { told } from '../../shared/sentences/told.ts'
import { type AllGround, runAll } from './all.ts'
import { decisionOf, waitOf } from './asked.ts'
import { branchMemory } from './branch-memory.ts'
import type { AllOptions, Noted, Orchestrator, Question, RunContext, Settled, Task } from './context.ts'
import type { ScheduleResult } from './dag/result.ts'
import { digestOf, unitOf } from './digest.ts'
import { callTool, once, type Place, parsedBy, receive, sleepUntil } from './durable-effects.ts'
import type { LiveRun } from './live-run.ts'
import { priorityWithin } from './priority.ts'
import { type DagOptions, runDag, type WorkNode } from './run-dag.ts'
import { FREE_SLOT, type Slot } from './slots.ts'
import type { ToolCall, ToolResult } from './tool.ts'
import { oneOf } from './waits.ts'

/** Where a context stands in its run. */
interface Standing {
  /** Keys of the branches that lead here, each followed by a slash. */
  readonly branch: string
  readonly signal: AbortSignal
  readonly slot: Slot
  /** Within the run: of the plan's nodes that lead here. */
  readonly priority: number
  readonly undoing: boolean
}

const AllRecord = z.object({ settled: z.array(z.string()), dropped: z.array(z.string()), reason: z.string(), said: Said.optional() })

/** The context that a run's orchestrator starts with. */
export function rootContext(live: LiveRun): RunContext {
  return new JournaledContext(live, { branch: '', signal: live.signal, slot: FREE_SLOT, priority: 0, undoing: false })
}

/** The context of one undo: its effects go on although the run is being stopped. */
export function undoContext(live: LiveRun, key: string): RunContext {
  return new JournaledContext(live, { branch: `${key}/`, signal: live.undoSignal, slot: FREE_SLOT, priority: 0, undoing: true })
}

/** The run context over the journal: every effect has a path that is the same in every run of the same code. */
class JournaledContext implements RunContext {
  readonly #live: LiveRun
  readonly #at: Standing
  readonly #counts = new Map<string, number>()
  readonly #branches = new Set<string>()
  #open: string | null = null
  #now: number

  constructor(live: LiveRun, at: Standing) {
    this.#live = live
    this.#at = at
    this.#now = live.record.startedAt
  }

  get run() {
    return this.#live.record
  }

  get signal() {
    return this.#at.signal
  }

  get memory() {
    const { branch, slot, undoing, signal } = this.#at
    return branchMemory({
      live: this.#live,
      producedBy: branch === '' ? 'run' : branch.slice(0, -1),
      signal,
      effect: (name, work) => this.effect(name, work),
      shared: (path) => ({ live: this.#live, path, signal, slot, undoing, shared: true }),
    })
  }

  model(request: ModelRequest): Promise<ModelAnswer> {
    const { signal, slot, priority, undoing } = this.#at
    return this.#effect('model', ({ path }) =>
      this.#live.ask({ path, digest: digestOf(request), request, signal, priority, slot, undoing }),
    )
  }

  step<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#effect(`step:${name}`, (place) => once(place, 'step', { name }, () => work(this.signal)))
  }

  tool(call: ToolCall): Promise<ToolResult> {
    return this.#effect(`tool:${call.name}`, (place) => callTool(place, call, this.#live.tools))
  }

  receive<T>(name: string, schema: ZodType<T>, question: Question): Promise<T> {
    return this.#effect(`receive:${name}`, (place) => receive(place, waitOf('input', question), parsedBy(schema)))
  }

  async approve(title: Words, detail: Words): Promise<boolean> {
    const options = [
      { value: 'yes', label: say('wait.allow') },
      { value: 'no', label: say('wait.refuse') },
    ]
    const wait = waitOf('approval', { title, detail, options })
    return (await this.#effect('approve', (place) => receive(place, wait, oneOf(wait)))) === 'yes'
  }

  sleep(until: number): Promise<void> {
    return this.#effect('sleep', (place) => sleepUntil(place, until, this.#live.clock.sleep))
  }

  compensate(name: string, undo: Task<void>): void {
    const known = this.#live.compensations.some((compensation) => compensation.name === name)
    if (known) throw new TuttiError('internal', `Two compensations have the name “${name}”; each needs its own.`)
    this.#live.compensations.push({ name, undo })
  }

  child<I, O>(key: string, orchestrator: Orchestrator<I, O>, input: I): Promise<O> {
    return this.#effect('child', () => orchestrator.run(this.#branch(key, this.signal, this.#at.slot), orchestrator.input.parse(input)))
  }

  all<T>(tasks: readonly Task<T>[], options?: AllOptions<T>): Promise<Settled<T>[]> {
    const digest = digestOf(tasks.map((task) => task.key))
    return this.#effect('all', async ({ path }) => {
      const known = this.#live.recall(path, digest)
      const ground: AllGround = {
        signal: this.signal,
        branch: (key, signal, slot) => this.#branch(key, signal, slot),
        recorded: known?.ok ? AllRecord.parse(known.value) : null,
        commit: async (record) => {
          await this.#live.admit(this.#at)
          await this.#live.commit({ path, kind: 'all', digest, outcome: { ok: true, value: record }, endedAt: this.#live.now() })
        },
      }
      return runAll(ground, tasks, options)
    })
  }

  dag(nodes: readonly WorkNode[], options?: DagOptions): Promise<ScheduleResult> {
    return this.#effect('dag', ({ path }) => {
      const ground = {
        ctx: this,
        clock: this.#live.clock,
        scope: this.#at.branch,
        path,
        revisions: this.#live.revisions,
        isStopping: this.#live.log.stopping !== null,
        branch: (key: string, signal: AbortSignal, priority: number) =>
          this.#branch(key, signal, FREE_SLOT, priorityWithin(this.#at.priority, priority)),
        resources: this.#live.resources,
        emit: (event: RunEventBody, key?: string) => this.#live.emit(event, key === undefined ? undefined : `${path}/${key}`),
      }
      return runDag(ground, nodes, options)
    })
  }

  /** For what the kernel itself does in this branch. */
  effect<T>(name: string, work: (place: Place) => Promise<T>): Promise<T> {
    return this.#effect(name, work)
  }

  progress(done: number, total: number, label: Words = ''): void {
    this.#live.emit({ type: 'progress', done, total, ...told({ label }) })
  }

  note(decision: Noted): void {
    this.#live.emit({ type: 'decision', decision: decisionOf(decision) }, this.#path('note'))
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

  #branch(key: string, signal: AbortSignal, slot: Slot, priority = this.#at.priority): JournaledContext {
    if (this.#branches.has(key)) {
      throw new TuttiError(
        'internal',
        `A branch “${this.#at.branch}${key}” was there before: each needs a key of its own, also in a later all, child or dag.`,
      )
    }
    this.#branches.add(key)
    return new JournaledContext(this.#live, { ...this.#at, branch: `${this.#at.branch}${key}/`, signal, slot, priority })
  }

  /** Path = keys of the branches / name / count within this context. */
  #path(name: string): string {
    const count = this.#counts.get(name) ?? 0
    this.#counts.set(name, count + 1)
    return `${this.#at.branch}${name}/${count}`
  }

  async #effect<T>(name: string, work: (place: Place) => Promise<T>): Promise<T> {
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
      const { signal, slot, undoing } = this.#at
      return await work({ live: this.#live, path, signal, slot, undoing })
    } finally {
      this.#open = null
      this.#now = Math.max(this.#now, this.#live.endOf(path) ?? 0)
    }
  }
}
