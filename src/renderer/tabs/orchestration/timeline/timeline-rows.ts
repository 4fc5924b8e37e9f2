import { formatDuration } from '../../../../shared/format.ts'
import type { Attempt } from '../../../../shared/model.ts'
import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import type { RunInspection } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { memberState } from '../../chat/members/member-state.ts'
import { speakerOf } from '../effects/effect-facts.ts'
import { waitsForPerson } from '../run-status.ts'
import { parentOf } from '../steps/parent-of.ts'
import type { Step, StepState } from '../steps/step.ts'
import { stepWords } from '../steps/step-words.ts'
import { isWithin, workOf } from '../steps/steps-of.ts'

/** A part of a lane; times in ms since the start of the run. `ask`: asked, no text yet; `play`: answers; `hold`: waits; `plan`: expected. */
export type Bar = {
  readonly kind: 'ask' | 'play' | 'hold' | 'plan' | 'you'
  readonly from: number
  readonly to: number
  readonly failed: boolean
}

export type TimelineRow = {
  readonly id: string
  readonly name: string
  readonly who: string
  readonly number: number | null
  /** It belongs to the step above it. */
  readonly nested: boolean
  readonly state: StepState
  readonly bars: readonly Bar[]
  /** What stands at the end of the last bar. */
  readonly words: string
  readonly speaker: string | null
}

/** A shorter wait is the work of this computer, and not drawn. */
const LEAST_WAIT_MS = 50

/** One row a step that did or will do something, and one for each wait of a person that is no step's. */
export function timelineRows(
  run: RunView,
  inspection: RunInspection | null,
  now: number,
  nameOf: (provider: string) => string = (provider) => provider,
): readonly TimelineRow[] {
  const steps = workOf(run).filter((step) => step.speaker !== null || run.plan !== null)
  const ids = new Set(steps.map((step) => step.id))
  const ends = new Map(steps.map((step) => [step.id, step.endedAt]))
  const until = run.endedAt ?? now
  const calls = attemptsBySpeaker(run, inspection)
  const rows = steps.map((step) => rowOf(step))
  const waits = run.waits.filter((wait) => waitsForPerson(wait) && !steps.some((step) => isWithin(wait.path, step.id)))
  return [
    ...rows,
    ...waits.map((wait): TimelineRow => {
      const from = Math.max(0, ...steps.map((step) => (step.endedAt ?? run.startedAt) - run.startedAt))
      const bar: Bar = { kind: 'you', from, to: until - run.startedAt, failed: false }
      return {
        id: wait.path,
        name: wait.title,
        who: m.runs.you,
        number: null,
        nested: false,
        state: 'you',
        bars: [bar],
        words: m.runs.step.you,
        speaker: null,
      }
    }),
  ]

  function rowOf(step: Step): TimelineRow {
    const speaker = run.speakers.find(({ id }) => id === step.speaker)
    const ready = Math.max(run.startedAt, ...step.dependsOn.map((id) => ends.get(id) ?? run.startedAt))
    const bars = barsOf(step, speaker, ready)
    const waited = bars.reduce((sum, bar) => (bar.kind === 'hold' ? sum + bar.to - bar.from : sum), 0)
    return {
      id: step.id,
      name: step.label,
      who: run.plan === null && speaker ? nameOf(speaker.provider) : step.note,
      number: step.number,
      nested: parentOf(step.id, ids) !== null,
      state: step.state,
      bars,
      words: wordsOf(step, speaker, waited),
      speaker: step.speaker,
    }
  }

  function barsOf(step: Step, speaker: SpeakerView | undefined, ready: number): Bar[] {
    const since = (at: number) => Math.max(0, at - run.startedAt)
    const bar = (kind: Bar['kind'], from: number, to: number, failed = false): Bar[] =>
      to > from || kind === 'play' ? [{ kind, from: since(from), to: since(Math.max(from, to)), failed }] : []
    const hold = (from: number, to: number) => (to - from >= LEAST_WAIT_MS ? bar('hold', from, to) : [])
    if (step.startedAt === null) {
      if (step.state === 'ready') return hold(ready, until)
      if (step.state === 'waiting' && step.expectedMs > 0 && run.state === 'running') {
        const from = Math.max(ready, until)
        return bar('plan', from, from + step.expectedMs)
      }
      return []
    }
    const end = step.endedAt ?? until
    if (step.state === 'you') return [...hold(ready, step.startedAt), ...bar('you', step.startedAt, end)]
    const own = (speaker && calls.get(speaker.id)) ?? []
    if (own.length === 0) {
      const text = speaker?.firstTextAt ?? null
      const parts = speaker
        ? [...bar('ask', step.startedAt, text ?? end), ...(text === null ? [] : bar('play', text, end))]
        : bar('play', step.startedAt, end)
      return [...hold(ready, step.startedAt), ...parts]
    }
    let before = ready
    return own.flatMap((attempt, index) => {
      const last = index === own.length - 1
      const stop = attempt.endedAt ?? end
      const text = last && speaker?.firstTextAt != null ? Math.min(Math.max(speaker.firstTextAt, attempt.startedAt), stop) : stop
      const failed = attempt.state === 'failed' || attempt.state === 'lost'
      const parts = [
        ...hold(before, attempt.startedAt),
        ...bar('ask', attempt.startedAt, text, failed),
        ...(text < stop ? bar('play', text, stop, failed) : []),
      ]
      before = stop
      return parts
    })
  }

  function wordsOf(step: Step, speaker: SpeakerView | undefined, waited: number): string {
    const state = speaker?.role === 'member' ? memberState(speaker, run.outcome) : null
    const words = state === 'dissents' ? m.runs.stateAfter(stepWords(step, now), m.chat.state.dissents) : stepWords(step, now)
    const attempts = speaker?.attempt ?? 1
    const whole = waited > LEAST_WAIT_MS && step.startedAt !== null ? m.runs.waited(words, formatDuration(waited)) : words
    return attempts > 1 ? m.runs.retried(whole, attempts) : whole
  }
}

function attemptsBySpeaker(run: RunView, inspection: RunInspection | null): ReadonlyMap<string, readonly Attempt[]> {
  const found = new Map<string, Attempt[]>()
  for (const effect of inspection?.effects ?? []) {
    const speaker = effect.attempts.length === 0 ? undefined : speakerOf(effect, run)
    if (speaker) found.set(speaker.id, [...(found.get(speaker.id) ?? []), ...effect.attempts])
  }
  for (const attempts of found.values()) attempts.sort((a, b) => a.startedAt - b.startedAt)
  return found
}
