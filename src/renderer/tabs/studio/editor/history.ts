import type { Pipeline } from '../../../../shared/pipeline.ts'

/** Changes of the same thing within this time are undone together. */
const TOGETHER_MS = 1_000
const MOST_STEPS = 500

/** What undo brings back: the pipeline, and its text where a person has written it. */
export type Version = { readonly pipeline: Pipeline; readonly text: string | null }

export type History = {
  readonly now: Version
  readonly past: readonly Version[]
  readonly future: readonly Version[]
  /** What was changed last, and when: typing goes on in the same step. */
  readonly last: { readonly of: string; readonly at: number } | null
}

export function historyOf(now: Version): History {
  return { now, past: [], future: [], last: null }
}

/** `of` names what is changed ("prompt of draft"); null: a step of its own. */
export function record(history: History, next: Version, of: string | null, at: number): History {
  if (next.pipeline === history.now.pipeline && next.text === history.now.text) return history
  const goesOn = of !== null && history.last?.of === of && at - history.last.at < TOGETHER_MS
  return {
    now: next,
    past: goesOn ? history.past : [...history.past.slice(1 - MOST_STEPS), history.now],
    future: [],
    last: of === null ? null : { of, at },
  }
}

export function undo(history: History): History {
  const now = history.past.at(-1)
  if (now === undefined) return history
  return { now, past: history.past.slice(0, -1), future: [history.now, ...history.future], last: null }
}

export function redo(history: History): History {
  const [now, ...future] = history.future
  if (now === undefined) return history
  return { now, past: [...history.past, history.now], future, last: null }
}
