import { LANGUAGE_NAMES, Language } from '../../../../shared/language.ts'
import { m } from '../../../app/messages.ts'
import { Segment } from '../../../components/segment.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'

const a = m.settings.appearance

/** The language of the interface. Members answer in the language that they are asked in. */
export function LanguageSection() {
  const language = useApp((app) => app.settings.appearance.language)
  const changeSettings = useChangeSettings()
  return (
    <SettingsSection id="language" title={a.language} intro={w.language.intro}>
      <Sheet>
        <FormRow label={a.language}>
          <div>
            <Segment
              label={a.language}
              value={language}
              options={[
                { value: 'system', label: a.languageSystem },
                ...Language.options.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
              ]}
              onChange={(next) => changeSettings((settings) => ({ appearance: { ...settings.appearance, language: next } }))}
            />
          </div>
        </FormRow>
      </Sheet>
    </SettingsSection>
  )
}
