import { z } from 'zod'
import { totalTokens } from '../../../../shared/model.ts'
import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import type { EffectView } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'

const Asked = z.object({ speaker: z.string() }).loose()

/** The speaker for whom a model was called. */
export function speakerOf(effect: EffectView, run: RunView): SpeakerView | undefined {
  const asked = Asked.safeParse(effect.input)
  const id = asked.success ? asked.data.speaker : effect.path.split('/')[0]
  return run.speakers.find((speaker) => speaker.id === id)
}

/** What an effect is called in a sentence: its speaker, else its path. */
export function effectName(effect: EffectView, speaker: SpeakerView | undefined): string {
  return speaker?.label ?? effect.path
}

/** The kind of an effect in words; a kind that is new here keeps its own name. */
export function kindWord(kind: string): string {
  const words: Readonly<Record<string, string>> = m.runs.kinds
  return words[kind] ?? kind
}

/** The time of its attempts from the first start to the last end, in ms; null where it made none. */
export function effectTime(effect: EffectView): number | null {
  const start = Math.min(...effect.attempts.map((attempt) => attempt.startedAt))
  return Number.isFinite(start) ? Math.max(0, effect.endedAt - start) : null
}

/** Tokens of all attempts, also of those that failed; null where none were reported. */
export function effectTokens(effect: EffectView): number | null {
  const used = effect.attempts.flatMap((attempt) => attempt.usage ?? [])
  return used.length === 0 ? null : used.reduce((sum, usage) => sum + totalTokens(usage), 0)
}

/** Micro-dollars of all attempts; null where none has a price. */
export function effectCost(effect: EffectView): number | null {
  const costs = effect.attempts.flatMap((attempt) => attempt.costMicros ?? [])
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0)
}
