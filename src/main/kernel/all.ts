import { TuttiError } from '../../shared/errors.ts'
import { type Said, type Words, wordsIn } from '../../shared/sentence.ts'
import { failure, told } from '../../shared/sentences/told.ts'
import type { AllOptions, RunContext, Settled, Task } from './context.ts'
import { type Slot, Slots } from './slots.ts'

/** Which branches counted: journaled, so that a resumed run decides the same. */
export interface AllRecord {
  /** Keys in the order in which they settled. */
  readonly settled: readonly string[]
  readonly dropped: readonly string[]
  readonly reason: string
  readonly said?: Said | undefined
}

/** What `all` needs of the context that it runs in. */
export interface AllGround {
  readonly signal: AbortSignal
  /** A context of its own for a branch, with the place that it may give up while it waits. */
  branch(key: string, signal: AbortSignal, slot: Slot): RunContext
  /** The committed record of this `all`, or null. */
  readonly recorded: AllRecord | null
  commit(record: AllRecord): Promise<void>
}

/** Runs branches together; a quorum drops those that can no longer change the result. */
export async function runAll<T>(ground: AllGround, tasks: readonly Task<T>[], options: AllOptions<T> = {}): Promise<Settled<T>[]> {
  refuseSameKeys(tasks)
  const dropped = new Set(ground.recorded?.dropped ?? [])
  let reason = ground.recorded === null ? '' : wordsIn(ground.recorded, 'reason')
  const order: Settled<T>[] = []
  const open = new Map<string, AbortController>()

  const drop = (why: Words) => {
    reason = why
    const error = failure('not-needed', why)
    const settled = new Set(order.map(({ key }) => key))
    for (const { key } of tasks) if (!settled.has(key)) dropped.add(key)
    for (const controller of open.values()) controller.abort(error)
  }

  const slots = new Slots(options.limit ?? tasks.length)
  const work = async (task: Task<T>) => {
    const slot = slots.slot()
    await slot.enter()
    try {
      if (ground.signal.aborted || dropped.has(task.key)) return
      const controller = new AbortController()
      open.set(task.key, controller)
      const settled = await settle(task, ground.branch(task.key, AbortSignal.any([ground.signal, controller.signal]), slot))
      open.delete(task.key)
      if (dropped.has(task.key) || ground.signal.aborted) return
      order.push(settled)
      const enough = ground.recorded === null ? (options.until?.(order) ?? null) : null
      if (enough !== null) drop(enough)
    } finally {
      slot.leave()
    }
  }

  await Promise.all(tasks.map(work))
  ground.signal.throwIfAborted()
  if (ground.recorded === null) {
    await ground.commit({ settled: order.map((settled) => settled.key), dropped: [...dropped], ...told({ reason }) })
  }
  return tasks.map(
    ({ key }) => order.find((settled) => settled.key === key) ?? { key, state: 'dropped', error: failure('not-needed', reason) },
  )
}

async function settle<T>(task: Task<T>, ctx: RunContext): Promise<Settled<T>> {
  try {
    return { key: task.key, state: 'done', value: await task.run(ctx) }
  } catch (thrown) {
    return { key: task.key, state: 'failed', error: TuttiError.from(thrown) }
  }
}

function refuseSameKeys(tasks: readonly Task<unknown>[]): void {
  const keys = new Set<string>()
  for (const { key } of tasks) {
    if (keys.has(key)) throw new TuttiError('internal', `Two branches have the key “${key}”; each needs its own.`)
    keys.add(key)
  }
}
