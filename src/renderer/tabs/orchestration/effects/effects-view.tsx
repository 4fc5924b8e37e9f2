import type { ComponentProps } from 'react'
import { TableVirtuoso } from 'react-virtuoso'
import type { RunView } from '../../../../shared/run.ts'
import type { EffectView, RunInspection } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { useRunPlace } from '../use-run-place.ts'
import { EffectDetail } from './effect-detail.tsx'
import { EffectRow, effectButtonId } from './effect-row.tsx'
import { OpenAttempts } from './open-attempts.tsx'

/** An effect's row, or what it holds below it. */
type Line = { readonly effect: EffectView; readonly detail: boolean }

const COMPONENTS = {
  Table: (props: ComponentProps<'table'>) => (
    <table {...props} aria-label={m.runs.effects} className="run-effects w-full table-fixed border-separate border-spacing-0" />
  ),
}

type EffectsViewProps = { readonly run: RunView; readonly inspection: RunInspection | null }

/** Every finished effect in its order, each with what was asked and what came back; only the rows in view are mounted. */
export function EffectsView({ run, inspection }: EffectsViewProps) {
  const { effect: open, openView } = useRunPlace()
  const effects = inspection?.effects ?? []
  const toggle = (path: string) => {
    if (path === open) openView('effects')
    else openView('effects', path)
  }
  const close = (path: string) => {
    openView('effects')
    document.getElementById(effectButtonId(path))?.focus()
  }
  const lines = effects.flatMap((effect): Line[] =>
    effect.path === open
      ? [
          { effect, detail: false },
          { effect, detail: true },
        ]
      : [{ effect, detail: false }],
  )
  const at = lines.findIndex((line) => line.effect.path === open)
  return (
    <div className="flex min-h-0 flex-1 flex-col px-6 pt-3 @max-[44rem]/run:px-3">
      <h2 className="sr-only">{m.runs.effects}</h2>
      <OpenAttempts attempts={run.state === 'running' ? (inspection?.open ?? []) : []} />
      {inspection !== null && effects.length === 0 && <p className="text-ink-2">{m.runs.noEffects}</p>}
      {lines.length > 0 && (
        <TableVirtuoso
          className="min-h-0 flex-1"
          data={lines}
          components={COMPONENTS}
          initialTopMostItemIndex={Math.max(0, at)}
          fixedHeaderContent={EffectsHead}
          computeItemKey={(_index, { effect, detail }) => (detail ? `${effect.path} detail` : effect.path)}
          itemContent={(_index, { effect, detail }) =>
            detail ? (
              <td colSpan={7} className="border-t border-line">
                <EffectDetail run={run} effect={effect} onClose={() => close(effect.path)} />
              </td>
            ) : (
              <EffectRow run={run} effect={effect} open={effect.path === open} onToggle={() => toggle(effect.path)} />
            )
          }
          increaseViewportBy={300}
        />
      )}
    </div>
  )
}

function EffectsHead() {
  const { path, kind, model, ended, time, tokens, cost } = m.runs.effectColumns
  return (
    <tr className="bg-paper text-12 text-ink-3 [&>th]:h-8 [&>th]:font-medium">
      <th scope="col" className="text-left">
        {path}
      </th>
      <th scope="col" className="w-28 text-left">
        {kind}
      </th>
      <th scope="col" className="w-44 text-left">
        {model}
      </th>
      <th scope="col" className="w-20 text-right">
        {ended}
      </th>
      <th scope="col" className="w-20 text-right">
        {time}
      </th>
      <th scope="col" className="w-20 text-right">
        {tokens}
      </th>
      <th scope="col" className="w-24 text-right">
        {cost}
      </th>
    </tr>
  )
}
