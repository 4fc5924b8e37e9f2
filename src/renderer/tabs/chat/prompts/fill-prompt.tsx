import { useState } from 'react'
import { fillIn, type Prompt, variablesOf } from '../../../../shared/prompt.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { useSession } from '../../../state/use-session.ts'
import { WideDialog } from '../wide-dialog.tsx'
import { w } from '../words.ts'

type FillPromptProps = { readonly prompt: Prompt; readonly tabId: string; readonly onClose: () => void }

/** Asks for what a prompt leaves open and puts it into the draft; nothing is sent. */
export default function FillPrompt({ prompt, tabId, onClose }: FillPromptProps) {
  const { tabs } = useSession()
  const names = variablesOf(prompt.text)
  const [values, setValues] = useState<ReadonlyMap<string, string>>(() => new Map(names.map((name) => [name, ''])))
  const insert = () => {
    tabs.change(tabId, { draft: fillIn(prompt.text, values) })
    onClose()
  }
  return (
    <WideDialog title={w.fillTitle(prompt.name)} onClose={onClose}>
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault()
          insert()
        }}
      >
        <div className="min-h-0 overflow-y-auto px-5 py-3">
          <p className="text-ink-2">{w.fillHelp}</p>
          {names.map((name, index) => (
            <label key={name} className="mt-3 block">
              <span className="mb-1 block text-12 font-medium text-ink-2">{name}</span>
              <textarea
                rows={2}
                value={values.get(name)}
                ref={index === 0 ? (element) => (document.activeElement?.tagName === 'TEXTAREA' ? undefined : element?.focus()) : undefined}
                onChange={(event) => setValues(new Map(values).set(name, event.target.value))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                  event.preventDefault()
                  if (index === names.length - 1) insert()
                  else
                    event.currentTarget.form
                      ?.querySelectorAll('textarea')
                      .item(index + 1)
                      ?.focus()
                }}
                className="block w-full resize-y rounded-control border border-line-strong bg-sheet px-2 py-1.5"
              />
            </label>
          ))}
        </div>
        <footer className="flex flex-none justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>{m.common.cancel}</Button>
          <Button look="main" type="submit">
            {w.insert}
          </Button>
        </footer>
      </form>
    </WideDialog>
  )
}
