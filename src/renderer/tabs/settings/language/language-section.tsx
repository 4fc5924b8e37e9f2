import { Appearance } from '../../../../shared/settings.ts'
import { Segment } from '../../../components/segment.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'

/** Each in its own words, so that nobody is lost in a language that they do not read. */
const NAMES = { en: 'English', de: 'Deutsch', fr: 'Français' } as const

/** The language of the interface. Members answer in the language that they are asked in. */
export function LanguageSection() {
  const language = useApp((app) => app.settings.appearance.language)
  const changeSettings = useChangeSettings()
  return (
    <SettingsSection id="language" title={w.language.title} intro={w.language.intro}>
      <Sheet>
        <FormRow label={w.language.title}>
          <div>
            <Segment
              label={w.language.title}
              value={language}
              options={Appearance.shape.language.unwrap().options.map((value) => ({
                value,
                label: value === 'system' ? w.language.system : NAMES[value],
              }))}
              onChange={(next) => changeSettings((settings) => ({ appearance: { ...settings.appearance, language: next } }))}
            />
          </div>
        </FormRow>
      </Sheet>
    </SettingsSection>
  )
}
