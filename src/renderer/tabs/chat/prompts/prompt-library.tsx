import { Plus, Search } from 'lucide-react'
import { useState } from 'react'
import type { Prompt } from '../../../../shared/prompt.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { fitting } from '../commands/suggestion-token.ts'
import { WideDialog } from '../wide-dialog.tsx'
import { w } from '../words.ts'
import { PromptEditor } from './prompt-editor.tsx'
import { PromptRow } from './prompt-row.tsx'
import { starterPrompts } from './starter-prompts.ts'
import { usePrompt } from './use-prompt.ts'

type PromptLibraryProps = { readonly tabId: string; readonly edit: Prompt | null; readonly onClose: () => void }

/** Saved prompts and those that ship: found, used, written, changed, deleted. */
export default function PromptLibrary({ tabId, edit, onClose }: PromptLibraryProps) {
  const own = useApp((app) => app.prompts)
  const use = usePrompt(tabId)
  const [query, setQuery] = useState('')
  const { client, attempt } = useSession()
  const [removed, setRemoved] = useState<Prompt | null>(null)
  const [edited, setEdited] = useState<Prompt | null>(edit)
  if (edited !== null) return <PromptEditor prompt={edited} onClose={onClose} onDone={() => setEdited(null)} />
  const found = (prompts: readonly Prompt[]) => fitting(prompts, query, (prompt) => `${prompt.name} ${prompt.title}`)
  const groups = [
    { title: w.yourPrompts, prompts: found(own) },
    { title: w.starterPrompts, prompts: found(starterPrompts) },
  ]
  return (
    <WideDialog
      title={w.promptLibrary}
      onClose={onClose}
      actions={
        <Button small onClick={() => setEdited(emptyPrompt())}>
          <Plus size={14} aria-hidden />
          {w.newPrompt}
        </Button>
      }
    >
      <div className="flex-none px-5 py-3">
        <Field
          type="search"
          label={w.promptSearch}
          placeholder={w.promptSearch}
          before={<Search size={14} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">
        {own.length === 0 && query === '' && <p className="pb-2 text-12 text-ink-2">{w.promptsEmpty}</p>}
        {groups.every((group) => group.prompts.length === 0) && <p className="py-2 text-ink-2">{w.promptsNone}</p>}
        {groups.map(
          (group) =>
            group.prompts.length > 0 && (
              <section key={group.title} aria-label={group.title}>
                <h3 className="pt-2 pb-1 text-12 font-medium text-ink-3">{group.title}</h3>
                <ul>
                  {group.prompts.map((prompt) => (
                    <PromptRow
                      key={prompt.id}
                      prompt={prompt}
                      onUse={() => {
                        onClose()
                        use(prompt)
                      }}
                      onEdit={setEdited}
                      onRemoved={setRemoved}
                    />
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
      {/* In the dialog itself: what lies behind it cannot be reached. */}
      <div role="status" className="flex-none">
        {removed && (
          <p className="flex items-center gap-3 border-t border-line px-5 py-2">
            {w.promptDeleted(removed.name)}
            <Button
              small
              onClick={() => {
                void attempt(client.prompts.save(removed))
                setRemoved(null)
              }}
            >
              {m.common.undo}
            </Button>
          </p>
        )}
      </div>
    </WideDialog>
  )
}

function emptyPrompt(): Prompt {
  return { id: crypto.randomUUID(), name: '', title: '', text: '' }
}
