import { RotateCcw } from 'lucide-react'
import type { PresetView } from '../../../shared/preset.ts'
import type { RunView } from '../../../shared/run.ts'
import { Button } from '../../components/button.tsx'
import { Menu } from '../../components/menu.tsx'
import { useApp, useSession } from '../../state/use-session.ts'
import { presetName } from '../chat/composer/preset-name.ts'
import { strategyWord } from '../settings/presets/strategy-word.ts'
import { useRunPlace } from './use-run-place.ts'
import { w } from './words.ts'

/** The same question to another preset, as a new run. */
export function AgainMenu({ run }: { readonly run: RunView }) {
  const { client, attempt, toasts } = useSession()
  const { openRun } = useRunPlace()
  const presets = useApp((app) => app.presets)
  const ask = async (preset: PresetView) => {
    const started = await attempt(client.runs.askPreset({ id: run.id, presetId: preset.id }))
    if (!started) return
    openRun(started.runId)
    toasts.say(w.again.started(preset.name))
  }
  return (
    <Menu
      label={w.again.title}
      align="end"
      trigger={
        <Button>
          <RotateCcw size={14} aria-hidden />
          {w.again.another}
        </Button>
      }
      groups={[
        {
          id: 'presets',
          title: w.again.title,
          entries: presets.map((preset) => ({
            id: preset.id,
            label: presetName(preset),
            hint: strategyWord(preset.settings),
            chosen: preset.id === run.presetId,
            onSelect: () => void ask(preset),
          })),
        },
      ]}
    />
  )
}
