import type { Policies } from '../../../../shared/policies.ts'
import { Segment } from '../../../components/segment.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { DraftArea } from '../fields/draft-area.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { readPhrases } from './read-phrases.ts'
import { p } from './words.ts'

const REACH = [
  { value: 'anywhere', label: p.anywhere },
  { value: 'this-computer', label: p.thisComputer },
] as const
const SECRETS = [
  { value: 'stop', label: p.stop },
  { value: 'pass', label: p.pass },
] as const
const lines = (phrases: readonly string[]) => phrases.join('\n')

/** What may leave this computer. */
export function PoliciesSection() {
  const policies = useApp((app) => app.settings.policies)
  const changeSettings = useChangeSettings()
  const change = (part: Partial<Policies>) => changeSettings((settings) => ({ policies: { ...settings.policies, ...part } }))
  return (
    <SettingsSection id="policies" title={p.title} intro={p.intro}>
      <Sheet>
        <FormRow label={p.reach} note={p.reachNote[policies.reach]} top>
          <div>
            <Segment label={p.reach} value={policies.reach} options={REACH} onChange={(reach) => change({ reach })} />
          </div>
        </FormRow>
        <FormRow label={p.secrets} note={p.secretsNote[policies.secrets]} top>
          <div>
            <Segment label={p.secrets} value={policies.secrets} options={SECRETS} onChange={(secrets) => change({ secrets })} />
          </div>
        </FormRow>
        <FormRow label={p.phrases} note={p.phrasesNote} top>
          <DraftArea
            label={p.phrases}
            placeholder={p.phrasesHint}
            saved={policies.phrases}
            show={lines}
            read={readPhrases}
            commit={(phrases) => change({ phrases: [...phrases] })}
          />
        </FormRow>
      </Sheet>
    </SettingsSection>
  )
}
