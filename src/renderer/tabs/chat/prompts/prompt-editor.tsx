import { type ReactNode, useState } from 'react'
import { Prompt, variablesOf } from '../../../../shared/prompt.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Field } from '../../../components/field.tsx'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { WideDialog } from '../wide-dialog.tsx'
import { w } from '../words.ts'

type PromptEditorProps = { readonly prompt: Prompt; readonly onDone: () => void; readonly onClose: () => void }

/** A prompt as it is written: its name, what it does, its text. */
export function PromptEditor({ prompt, onDone, onClose }: PromptEditorProps) {
  const { client } = useSession()
  const [draft, setDraft] = useState(prompt)
  const [problem, setProblem] = useState<string | null>(null)
  const names = variablesOf(draft.text)
  const wrongName = draft.name !== '' && !Prompt.shape.name.safeParse(draft.name).success
  const complete = Prompt.safeParse(draft).success
  const change = (part: Partial<Prompt>) => {
    setProblem(null)
    setDraft({ ...draft, ...part })
  }
  const save = async () => {
    if (!complete) return
    try {
      await client.prompts.save(draft)
      onDone()
    } catch (thrown) {
      setProblem(callError(thrown).message)
    }
  }
  return (
    <WideDialog title={prompt.name === '' ? w.newPrompt : w.editPrompt(prompt.name)} onClose={onClose}>
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="grid min-h-0 gap-3 overflow-y-auto px-5 py-3">
          <Row name={w.promptName} help={wrongName ? w.nameForm : w.promptNameHelp} wrong={wrongName}>
            <Field
              label={w.promptName}
              before="/"
              value={draft.name}
              wrong={wrongName}
              maxLength={40}
              autoFocus
              onChange={(event) => change({ name: event.target.value })}
            />
          </Row>
          <Row name={w.promptTitle}>
            <Field label={w.promptTitle} value={draft.title} maxLength={120} onChange={(event) => change({ title: event.target.value })} />
          </Row>
          <Row name={w.promptText} help={names.length > 0 ? w.promptVariables(names.join(', ')) : w.promptTextHelp}>
            <textarea
              aria-label={w.promptText}
              value={draft.text}
              rows={10}
              maxLength={100_000}
              onChange={(event) => change({ text: event.target.value })}
              className="block w-full resize-y rounded-control border border-line-strong bg-sheet px-2 py-1.5"
            />
          </Row>
          {problem !== null && <ErrorNote role="alert" what={problem} />}
        </div>
        <footer className="flex flex-none justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onDone}>{m.common.cancel}</Button>
          <Button look="main" type="submit" disabled={!complete}>
            {w.save}
          </Button>
        </footer>
      </form>
    </WideDialog>
  )
}

type RowProps = { readonly name: string; readonly help?: string; readonly wrong?: boolean; readonly children: ReactNode }

function Row({ name, help, wrong = false, children }: RowProps) {
  return (
    <div>
      <p aria-hidden className="mb-1 text-12 font-medium text-ink-2">
        {name}
      </p>
      {children}
      {help !== undefined && <p className={wrong ? 'mt-1 text-12 text-bad' : 'mt-1 text-12 text-ink-3'}>{help}</p>}
    </div>
  )
}
