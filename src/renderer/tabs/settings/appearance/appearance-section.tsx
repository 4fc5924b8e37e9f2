import { Minus, Plus } from 'lucide-react'
import { Appearance } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { allowNotes } from '../../../app/use-run-notes.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Segment } from '../../../components/segment.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { Switch } from '../../../components/switch.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'

const a = m.settings.appearance
const STEP = 10
const fits = (textSize: number) => Appearance.shape.textSize.safeParse(textSize).success

/** Theme, contrast, text size, motion, and what is told of. */
export function AppearanceSection() {
  const appearance = useApp((app) => app.settings.appearance)
  const changeSettings = useChangeSettings()
  const change = (part: Partial<Appearance>) => changeSettings((settings) => ({ appearance: { ...settings.appearance, ...part } }))
  const session = useSession()
  const notify = useApp((app) => app.settings.notify)
  const { textSize } = appearance
  return (
    <SettingsSection id="appearance" title={m.settings.sections.appearance} intro={a.intro}>
      <Sheet>
        <FormRow label={a.theme}>
          <div>
            <Segment
              label={a.theme}
              value={appearance.theme}
              options={[
                { value: 'system', label: a.system },
                { value: 'light', label: a.light },
                { value: 'dark', label: a.dark },
              ]}
              onChange={(theme) => change({ theme })}
            />
          </div>
        </FormRow>
        <FormRow label={w.appearance.contrast}>
          <div>
            <Segment
              label={w.appearance.contrast}
              value={appearance.contrast}
              options={[
                { value: 'system', label: w.appearance.contrastSystem },
                { value: 'more', label: w.appearance.contrastMore },
              ]}
              onChange={(contrast) => change({ contrast })}
            />
          </div>
        </FormRow>
        <FormRow label={a.textSize}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that the row already has. */}
          <div role="group" aria-label={a.textSize} className="flex items-center gap-1">
            <IconButton
              label={a.smaller}
              look="plain"
              disabled={!fits(textSize - STEP)}
              onClick={() => change({ textSize: textSize - STEP })}
            >
              <Minus size={16} aria-hidden />
            </IconButton>
            <output aria-live="polite" className="figures w-14 text-center">
              {a.size(textSize)}
            </output>
            <IconButton
              label={a.larger}
              look="plain"
              disabled={!fits(textSize + STEP)}
              onClick={() => change({ textSize: textSize + STEP })}
            >
              <Plus size={16} aria-hidden />
            </IconButton>
            {textSize !== 100 && (
              <Button look="bare" onClick={() => change({ textSize: 100 })}>
                {a.reset}
              </Button>
            )}
          </div>
        </FormRow>
        <FormRow label={w.appearance.motion}>
          <div>
            <Segment
              label={w.appearance.motion}
              value={appearance.motion}
              options={[
                { value: 'system', label: w.appearance.motionSystem },
                { value: 'reduced', label: w.appearance.motionReduced },
              ]}
              onChange={(motion) => change({ motion })}
            />
          </div>
        </FormRow>
        {'Notification' in window && (
          <FormRow label={a.notes} note={a.notesLong}>
            <Switch
              label={a.notesLong}
              checked={notify === 'on'}
              onChange={(on) => (on ? void allowNotes(session) : changeSettings(() => ({ notify: 'off' })))}
            />
          </FormRow>
        )}
      </Sheet>
    </SettingsSection>
  )
}
