import { TuttiError } from '../../shared/errors.ts'
import type { Wait } from '../../shared/run.ts'
import { say, type Words } from '../../shared/sentence.ts'
import { wordsOf } from '../../shared/sentences/told.ts'
import { waitOf } from './asked.ts'
import type { RunContext, Task } from './context.ts'
import { oneOf } from './waits.ts'

/** An undo that a run registered, to be done where it fails or is stopped. */
export interface Compensation {
  readonly name: string
  readonly undo: Task<void>
}

/** What undoing needs of the run. */
export interface UndoGround {
  /** A branch whose effects go on although the run is being stopped. */
  branch(key: string): RunContext
  tell(name: string, state: 'started' | 'done' | 'failed' | 'handled', note: Words, key: string): void
  /** Asks a person what is to be done about an undo that failed: `retry` or `handled`. */
  ask(key: string, wait: Omit<Wait, 'path'>, accept: (value: string) => string): Promise<string>
}

const ATTEMPTS = 3

/** Undoes in reverse order. Each undo is journaled and tried three times; then a person decides, and the rest goes on. */
export async function undoAll(compensations: readonly Compensation[], ground: UndoGround): Promise<void> {
  for (const compensation of compensations.toReversed()) await undoOne(compensation, ground)
}

async function undoOne({ name, undo }: Compensation, ground: UndoGround): Promise<void> {
  for (let round = 0; ; round += 1) {
    ground.tell(name, 'started', '', `${name}/${round}/started`)
    const failure = await attempts(`undo:${name}/${round}`, undo, ground)
    if (failure === null) {
      ground.tell(name, 'done', '', `${name}/done`)
      return
    }
    ground.tell(name, 'failed', wordsOf(failure), `${name}/${round}/failed`)
    const wait = waitOf('compensation-failed', {
      title: say('undo.failed', { name }),
      detail: wordsOf(failure),
      options: [
        { value: 'retry', label: say('undo.again') },
        { value: 'handled', label: say('undo.handled') },
      ],
    })
    if ((await ground.ask(`undo:${name}/${round}/ask`, wait, oneOf(wait))) === 'handled') {
      ground.tell(name, 'handled', '', `${name}/handled`)
      return
    }
  }
}

async function attempts(key: string, undo: Task<void>, ground: UndoGround): Promise<TuttiError | null> {
  let failure: TuttiError | null = null
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await undo.run(ground.branch(`${key}/${attempt}`))
      return null
    } catch (thrown) {
      failure = TuttiError.from(thrown)
      if (failure.code === 'core-gone') throw failure
    }
  }
  return failure
}
