import type { ReactNode } from 'react'
import type { StrategyDefaults } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { CascadeFields } from '../presets/cascade-fields.tsx'
import { SequentialFields } from '../presets/sequential-fields.tsx'
import { VotingFields } from '../presets/voting-fields.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'
import { shippedStrategies } from './shipped-strategies.ts'

const t = m.settings.presets

/** What each strategy is told where a preset does not say otherwise. */
export function StrategiesSection() {
  const strategies = useApp((app) => app.settings.strategies)
  const changeSettings = useChangeSettings()
  const change = (part: Partial<StrategyDefaults>) => changeSettings((settings) => ({ strategies: { ...settings.strategies, ...part } }))
  const group = (id: keyof StrategyDefaults, fields: ReactNode) => (
    <Group
      name={t.strategies[id]}
      note={t.strategyNotes[id]}
      onReset={
        JSON.stringify(strategies[id]) === JSON.stringify(shippedStrategies()[id]) ? null : () => change({ [id]: shippedStrategies()[id] })
      }
    >
      {fields}
    </Group>
  )
  return (
    <SettingsSection id="strategies" title={w.strategies.title} intro={w.strategies.intro}>
      {group('voting', <VotingFields settings={strategies.voting} onChange={(voting) => change({ voting })} />)}
      {group('cascade', <CascadeFields settings={strategies.cascade} onChange={(cascade) => change({ cascade })} />)}
      {group('sequential', <SequentialFields settings={strategies.sequential} onChange={(sequential) => change({ sequential })} />)}
    </SettingsSection>
  )
}

type GroupProps = { readonly name: string; readonly note: string; readonly onReset: (() => void) | null; readonly children: ReactNode }

function Group({ name, note, onReset, children }: GroupProps) {
  return (
    <section aria-label={name} className="mb-6">
      <div className="mb-1.5 flex min-h-7 items-end gap-4">
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">{name}</h3>
          <p className="text-12 text-pretty text-ink-2">{note}</p>
        </div>
        {onReset && (
          <Button look="bare" small aria-label={w.strategies.resetOf(name)} onClick={onReset}>
            {w.strategies.reset}
          </Button>
        )}
      </div>
      <Sheet>{children}</Sheet>
    </section>
  )
}
