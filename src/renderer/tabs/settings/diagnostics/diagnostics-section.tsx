import { Copy } from 'lucide-react'
import { Tracing } from '../../../../shared/settings.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { Switch } from '../../../components/switch.tsx'
import { useCopy } from '../../../state/use-copy.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import { DraftField } from '../fields/draft-field.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { readText } from '../fields/text-reading.ts'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { g } from './words.ts'

const endpointSchema = Tracing.shape.endpoint.unwrap()

/** Traces for a collector of the user's own, and a text for a report of a fault. */
export function DiagnosticsSection() {
  const tracing = useApp((app) => app.settings.tracing)
  const changeSettings = useChangeSettings()
  const change = (part: Partial<Tracing>) => changeSettings((settings) => ({ tracing: { ...settings.tracing, ...part } }))
  return (
    <SettingsSection id="diagnostics" title={g.title} intro={g.intro}>
      <Sheet>
        <FormRow label={g.traces} note={g.tracesNote} top>
          <Toggle label={g.tracesSwitch} on={tracing.enabled} onChange={(enabled) => change({ enabled })} />
        </FormRow>
        <FormRow label={g.endpoint} note={g.endpointNote} top>
          <DraftField
            label={g.endpoint}
            inputMode="url"
            spellCheck={false}
            saved={tracing.endpoint}
            show={(address) => address}
            read={(text) => readText(g.endpoint, text.trim(), endpointSchema, g.endpointRemedy)}
            commit={(endpoint) => change({ endpoint })}
          />
        </FormRow>
        <FormRow label={g.content} note={g.contentNote} top>
          <Toggle label={g.contentSwitch} on={tracing.content} onChange={(content) => change({ content })} />
        </FormRow>
        <ReportRow />
      </Sheet>
    </SettingsSection>
  )
}

type ToggleProps = { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void }

function Toggle({ label, on, onChange }: ToggleProps) {
  return (
    <div className="flex min-h-7 items-center gap-3">
      <Switch label={label} checked={on} onChange={onChange} />
      <span aria-hidden>{label}</span>
    </div>
  )
}

function ReportRow() {
  const { client, attempt } = useSession()
  const copy = useCopy()
  return (
    <FormRow label={g.report} note={g.reportNote} top>
      <Button
        className="justify-self-start"
        onClick={() => void attempt(client.app.diagnostics()).then((diagnostics) => diagnostics && copy(diagnostics.text))}
      >
        <Copy size={14} aria-hidden />
        {g.copyReport}
      </Button>
    </FormRow>
  )
}
