import { SlidersHorizontal } from 'lucide-react'
import { StrategySettings } from '../../../../shared/preset.ts'
import { Button } from '../../../components/button.tsx'
import { MembersField } from '../../settings/presets/members-field.tsx'
import { presetOf } from '../../settings/presets/preset-changes.ts'
import { StrategyFields } from '../../settings/presets/strategy-fields.tsx'
import { w } from '../words.ts'
import type { NewRunForm } from './use-new-run.ts'

const n = w.newRun
/** Auto is an orchestrator of its own, which chooses the strategy. */
const AUTO = 'unified'

/** Strategy, thresholds and members of this run, where they are to differ from the preset's. */
export function ChangesField({ form }: { readonly form: NewRunForm }) {
  const { preset, changes, setChanges } = form
  if (!preset) return null
  const own = StrategySettings.safeParse(preset.settings)
  if (changes.settings === null && changes.members === null) {
    return (
      <Button
        look="bare"
        className="-mx-2.5 justify-self-start"
        onClick={() => setChanges({ settings: own.success ? own.data : { strategy: 'voting', earlyStop: true }, members: preset.asked })}
      >
        <SlidersHorizontal size={14} aria-hidden />
        {n.change}
      </Button>
    )
  }
  const shown = { ...presetOf(preset), settings: changes.settings ?? preset.settings, members: [...(changes.members ?? preset.asked)] }
  return (
    <section aria-label={n.change} className="@container -mx-3 rounded-sheet border border-line bg-paper py-1">
      <div className="flex items-center gap-3 px-3 py-2">
        <p className="min-w-0 flex-1 text-12 text-pretty text-ink-2">{n.changed}</p>
        <Button small onClick={() => setChanges({ settings: null, members: null })}>
          {n.back}
        </Button>
      </div>
      <StrategyFields
        preset={shown}
        onChange={(settings) => {
          const chosen = StrategySettings.safeParse(settings)
          if (chosen.success) setChanges({ ...changes, settings: chosen.data })
          else form.setOrchestrator(AUTO)
        }}
      />
      <MembersField
        preset={shown}
        asked={preset.asked}
        demo={preset.demo}
        onChange={(members) => setChanges({ ...changes, members: members.length === 0 ? preset.asked : members })}
      />
    </section>
  )
}
