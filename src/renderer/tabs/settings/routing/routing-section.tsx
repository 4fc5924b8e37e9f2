import type { Resilience } from '../../../../shared/settings.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { Switch } from '../../../components/switch.tsx'
import { useApp } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'
import { DialField } from './dial-field.tsx'
import { ROUTING_PARTS } from './routing-parts.ts'

const r = w.routing

/** How members are chosen, what is done about slow and failing calls, and what was learned. */
export function RoutingSection() {
  const resilience = useApp((app) => app.settings.resilience)
  const judge = useApp((app) => app.settings.judge)
  const changeSettings = useChangeSettings()
  const change = (part: Partial<Resilience>) => changeSettings((settings) => ({ resilience: { ...settings.resilience, ...part } }))
  return (
    <SettingsSection id="routing" title={r.title} intro={r.intro}>
      <Sheet>
        <DialField />
        <FormRow label={r.judge} note={r.judgeNote} top>
          <div className="flex min-h-7 items-center gap-3">
            <Switch label={r.judgeSwitch} checked={judge} onChange={(on) => changeSettings(() => ({ judge: on }))} />
            <span aria-hidden>{r.judgeSwitch}</span>
          </div>
        </FormRow>
        <FormRow label={r.hedge} note={r.hedgeNote} top>
          <div className="flex min-h-7 items-center gap-3">
            <Switch label={r.hedgeSwitch} checked={resilience.hedge} onChange={(hedge) => change({ hedge })} />
            <span aria-hidden>{r.hedgeSwitch}</span>
          </div>
        </FormRow>
        <FormRow label={r.substitute} note={r.substituteNote} top>
          <div className="flex min-h-7 items-center gap-3">
            <Switch
              label={r.substituteSwitch}
              checked={resilience.substitute === 'equivalent'}
              onChange={(on) => change({ substitute: on ? 'equivalent' : 'off' })}
            />
            <span aria-hidden>{r.substituteSwitch}</span>
          </div>
        </FormRow>
      </Sheet>
      {ROUTING_PARTS.map(({ id, Part }) => (
        <Part key={id} />
      ))}
    </SettingsSection>
  )
}
