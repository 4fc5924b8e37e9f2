import { type ComponentProps, useContext, useState } from 'react'
import { TableVirtuoso } from 'react-virtuoso'
import type { RunView } from '../../../../shared/run.ts'
import type { EffectView, RunInspection } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { useSession } from '../../../state/use-session.ts'
import { TabContext } from '../../use-tab-place.ts'
import { useTabScroll } from '../../use-tab-scroll.ts'
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
  const effects = inspection?.effects ?? []
  return (
    <div className="flex min-h-0 flex-1 flex-col px-6 pt-3 @max-[44rem]/run:px-3">
      <h2 className="sr-only">{m.runs.effects}</h2>
      <OpenAttempts attempts={run.state === 'running' ? (inspection?.open ?? []) : []} />
      {inspection !== null && effects.length === 0 && <p className="text-ink-2">{m.runs.noEffects}</p>}
      {effects.length > 0 && <EffectsTable run={run} effects={effects} />}
    </div>
  )
}

function EffectsTable({ run, effects }: { readonly run: RunView; readonly effects: readonly EffectView[] }) {
  const { effect: open, openView } = useRunPlace()
  const { tabs } = useSession()
  const tabId = useContext(TabContext)
  const of = `${run.id}/effects/${open ?? ''}`
  const scroller = useTabScroll<HTMLElement>(of)
  const [returns] = useState(() => tabs.store.getState().open.some((tab) => tab.id === tabId && tab.scrollAt === of))
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
  // A link leads to its effect; what was scrolled here before is found where it was left.
  const aim = returns
    ? 0
    : Math.max(
        0,
        lines.findIndex((line) => line.effect.path === open),
      )
  return (
    <TableVirtuoso
      className="min-h-0 flex-1"
      scrollerRef={(element) => {
        scroller.current = element instanceof HTMLElement ? element : null
      }}
      data={lines}
      components={COMPONENTS}
      initialTopMostItemIndex={aim}
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
