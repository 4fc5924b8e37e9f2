import type { ReactNode } from 'react'
import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { presetName } from '../../chat/preset-name.ts'
import { strategyWord } from '../../settings/presets/strategy-word.ts'
import { orchestratorName } from '../orchestrator-name.ts'
import { useOrchestrators } from '../use-orchestrators.ts'
import { w } from '../words.ts'
import type { NewRunForm } from './use-new-run.ts'

const n = w.newRun

/** Who leads the run, and the preset that says who is asked. */
export function PresetField({ form }: { readonly form: NewRunForm }) {
  const presets = useApp((app) => app.presets)
  const known = useOrchestrators()
  const { preset, orchestrator } = form
  return (
    <>
      {known.length > 1 && (
        <Row label={n.orchestrator}>
          <Select
            label={n.orchestrator}
            value={orchestrator}
            options={known.map((id) => ({ value: id, label: orchestratorName(id) }))}
            onChange={form.setOrchestrator}
            className="w-full"
          />
        </Row>
      )}
      <Row label={n.preset}>
        <Select<string>
          label={n.preset}
          value={preset?.id ?? ''}
          options={presets.map((entry) => ({ value: entry.id, label: presetName(entry), hint: strategyWord(entry.settings) }))}
          onChange={(id) => {
            const chosen = presets.find((entry) => entry.id === id)
            if (chosen) form.choosePreset(chosen)
          }}
          className="w-full"
        />
      </Row>
    </>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="font-medium">
        {label}
      </span>
      {children}
    </div>
  )
}
