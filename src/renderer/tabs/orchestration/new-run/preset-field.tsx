import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { presetName } from '../../chat/composer/preset-name.ts'
import { strategyWord } from '../../settings/presets/strategy-word.ts'
import { w } from '../words.ts'
import { Row } from './row.tsx'
import type { NewRunForm } from './use-new-run.ts'

const n = w.newRun

/** The preset that says who is asked. */
export function PresetField({ form }: { readonly form: NewRunForm }) {
  const presets = useApp((app) => app.presets)
  return (
    <Row label={n.preset}>
      <Select<string>
        label={n.preset}
        value={form.preset?.id ?? ''}
        options={presets.map((entry) => ({ value: entry.id, label: presetName(entry), hint: strategyWord(entry.settings) }))}
        onChange={(id) => {
          const chosen = presets.find((entry) => entry.id === id)
          if (chosen) form.choosePreset(chosen)
        }}
        className="w-full"
      />
    </Row>
  )
}
