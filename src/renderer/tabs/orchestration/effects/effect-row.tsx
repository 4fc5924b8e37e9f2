import { ChevronRight, TriangleAlert } from 'lucide-react'
import { formatDuration, formatTokens } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import type { EffectView } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { Mark } from '../../../components/mark.tsx'
import { MoneyExact } from '../../../components/money.tsx'
import { useModelLabel } from '../../chat/use-labels.ts'
import { effectCost, effectTime, effectTokens, kindWord, speakerOf } from './effect-facts.ts'

type EffectRowProps = {
  readonly run: RunView
  readonly effect: EffectView
  readonly open: boolean
  readonly onToggle: () => void
}

export function effectButtonId(path: string): string {
  return `effect ${path}`
}

const CELL = 'h-8 border-t border-line py-1'
const FIGURE = `${CELL} figures text-right`

/** An effect in one line; its path opens what it holds. */
export function EffectRow({ run, effect, open, onToggle }: EffectRowProps) {
  const labelOf = useModelLabel()
  const speaker = speakerOf(effect, run)
  const model = effect.attempts.at(-1)?.model ?? (effect.kind === 'model' ? speaker?.askedModel : undefined)
  const time = effectTime(effect)
  const tokens = effectTokens(effect)
  const cost = effectCost(effect)
  return (
    <>
      <td className={classNames(CELL, 'max-w-0')}>
        <button
          id={effectButtonId(effect.path)}
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          onKeyDown={(event) => event.key === 'Escape' && open && onToggle()}
          className="flex h-7 w-full min-w-0 cursor-default items-center gap-1.5 rounded-control pr-2 text-left hover:bg-hover"
        >
          <ChevronRight size={14} aria-hidden className={classNames('text-ink-3 transition-transform', open && 'rotate-90')} />
          {speaker?.role === 'member' && <Mark number={speaker.number} label={speaker.label} small decorative />}
          <span className="truncate font-mono text-12" title={effect.path}>
            {effect.path}
          </span>
          {!effect.outcome.ok && (
            <span className="flex flex-none items-center gap-1 text-12 text-bad">
              <TriangleAlert size={14} aria-hidden />
              {m.runs.effectFailed}
            </span>
          )}
        </button>
      </td>
      <td className={classNames(CELL, 'text-ink-2')}>{kindWord(effect.kind)}</td>
      <td className={classNames(CELL, 'truncate text-ink-2')}>{model === undefined ? m.common.unknown : labelOf(model)}</td>
      <td className={classNames(FIGURE, 'text-ink-3')}>{formatDuration(Math.max(0, effect.endedAt - run.startedAt))}</td>
      <td className={FIGURE}>{time === null ? m.common.unknown : formatDuration(time)}</td>
      <td className={FIGURE}>{tokens === null ? m.common.unknown : formatTokens(tokens)}</td>
      <td className={FIGURE}>{cost === null ? m.common.unknown : <MoneyExact micros={cost} />}</td>
    </>
  )
}
