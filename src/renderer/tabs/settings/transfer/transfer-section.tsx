import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import type { FilePreview } from '../../../../shared/settings-file.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { FileButton } from '../../../components/file-button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { callError } from '../../../state/call-error.ts'
import { saveFile } from '../../../state/save-file.ts'
import { useSession } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { w } from '../words.ts'
import { ImportPreview } from './import-preview.tsx'

const t = w.transfer
const MOST_BYTES = 20_000_000

type Chosen = { readonly name: string; readonly text: string; readonly preview: FilePreview }

/** Settings as a file: written here, and looked through before anything of one is taken. */
export function TransferSection() {
  const { client, attempt, toasts } = useSession()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const write = async () => {
    const file = await attempt(client.settings.writeFile())
    if (file) saveFile(`tutti-settings-${new Date().toISOString().slice(0, 10)}.json`, JSON.stringify(file, null, 2))
  }
  const choose = async (file: File) => {
    setChosen(null)
    setProblem(null)
    if (file.size > MOST_BYTES) return setProblem(t.tooLarge(file.name))
    try {
      const text = await file.text()
      setChosen({ name: file.name, text, preview: await client.settings.previewFile({ text }) })
    } catch (thrown) {
      setProblem(thrown instanceof DOMException ? t.unreadable(file.name) : callError(thrown).message)
    }
  }
  const apply = async ({ text }: Chosen) => {
    const applied = await attempt(client.settings.applyFile({ text }))
    if (!applied) return
    setChosen(null)
    const undo = () => void attempt(client.settings.undoFile().then(() => toasts.say(t.undone)))
    toasts.say(t.applied(applied.changes.length), { label: m.common.undo, run: undo })
  }
  return (
    <SettingsSection id="transfer" title={t.title} intro={t.intro}>
      <Sheet>
        <FormRow label={t.exportTitle} note={t.exportNote} find={t.exportButton}>
          <Button className="justify-self-start" onClick={() => void write()}>
            <Download size={14} aria-hidden />
            {t.exportButton}
          </Button>
        </FormRow>
        <FormRow label={t.importTitle} note={t.importNote}>
          <FileButton accept=".json,application/json" className="justify-self-start" onFile={(file) => void choose(file)}>
            <Upload size={14} aria-hidden />
            {t.importButton}
          </FileButton>
        </FormRow>
      </Sheet>
      {problem !== null && (
        <div className="mt-4">
          <ErrorNote what={problem} role="alert" />
        </div>
      )}
      {chosen && (
        <ImportPreview name={chosen.name} preview={chosen.preview} onApply={() => void apply(chosen)} onCancel={() => setChosen(null)} />
      )}
    </SettingsSection>
  )
}
