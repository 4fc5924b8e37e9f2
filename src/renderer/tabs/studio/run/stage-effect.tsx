import { z } from 'zod'
import { formatNumber } from '../../../../shared/format.ts'
import { StageValue } from '../../../../shared/pipeline.ts'
import type { RunView } from '../../../../shared/run.ts'
import type { EffectView } from '../../../../shared/run-inspection.ts'
import { errorText } from '../../../state/error-words.ts'
import { effectName, kindWord, speakerOf } from '../../orchestration/effects/effect-facts.ts'
import { asText, ReadableValue } from '../../orchestration/effects/readable-value.tsx'
import { w } from '../words.ts'

const STEP = /\/step:(value|cache|code)\/\d+$/
const Found = z.object({ value: z.unknown() })

type StageEffectProps = { readonly effect: EffectView; readonly run: RunView; readonly stageId: string }

/** Calls, answers, code and values; not what the engine keeps for itself. */
export function isTelling(effect: EffectView): boolean {
  const { kind } = effect
  if (kind === 'model' || kind === 'tool' || kind === 'receive' || kind === 'child') return true
  const step = stepOf(effect)
  return step === 'value' || step === 'code' || (step === 'cache' && keptOf(effect)?.value !== undefined)
}

/** Whether it is the value of the stage as a whole, which is looked for first. */
export function isOwnValue(effect: EffectView, stageId: string): boolean {
  return stepOf(effect) === 'value' && placeOf(effect, stageId) === ''
}

/** One effect of a stage: what was asked and what it gave; a value alone stands open. */
export function StageEffect({ effect, run, stageId }: StageEffectProps) {
  const value = keptOf(effect)
  if (value !== null) {
    const text = asText(value.value)
    return (
      <details open className="text-12">
        <summary className="cursor-default text-ink-2">{valueName(effect, stageId)}</summary>
        <ReadableValue value={value.value} className="mt-1.5 max-h-40 bg-paper p-2" />
        {value.cutFrom !== null && <p className="mt-1 text-ink-3">{w.run.cut(formatNumber(text.length), formatNumber(value.cutFrom))}</p>}
      </details>
    )
  }
  const speaker = speakerOf(effect, run)
  const { input, outcome } = effect
  return (
    <details className="text-12">
      <summary className="cursor-default text-ink-2">{speaker === undefined ? kindWord(effect.kind) : effectName(effect, speaker)}</summary>
      <h3 className="mt-1.5 font-medium text-ink-3">{w.run.asked}</h3>
      <ReadableValue value={input} className="max-h-40 bg-paper p-2" />
      <h3 className="mt-1.5 font-medium text-ink-3">{w.run.gave}</h3>
      <ReadableValue value={outcome.ok ? outcome.value : errorText(outcome.error)} className="max-h-40 bg-paper p-2" />
    </details>
  )
}

function stepOf({ path }: EffectView): string | null {
  return STEP.exec(path)?.[1] ?? null
}

/** A value that the run kept, or that an earlier run had; null where the effect is none. */
function keptOf(effect: EffectView): StageValue | null {
  const step = stepOf(effect)
  if (!effect.outcome.ok || step === null || step === 'code') return null
  if (step === 'value') return StageValue.safeParse(effect.outcome.value).data ?? null
  const found = Found.safeParse(effect.outcome.value).data
  return found?.value === undefined ? null : { value: found.value, cutFrom: null }
}

/** With the item, the round or the inner stage that it is of. */
function valueName(effect: EffectView, stageId: string): string {
  const word = stepOf(effect) === 'cache' ? w.run.keptValue : w.run.value
  const place = placeOf(effect, stageId)
  return place === '' ? word : `${word}: ${place}`
}

/** Where within the stage, whichever attempt it was. */
function placeOf({ path }: EffectView, stageId: string): string {
  return path.replace(STEP, '').slice(stageId.length).replace(/^~\d+/, '').replace(/^\//, '')
}
