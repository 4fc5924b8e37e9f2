import { CopyPlus, Pencil, Trash2 } from 'lucide-react'
import { type Prompt, variablesOf } from '../../../../shared/prompt.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { isStarter } from './starter-prompts.ts'

type PromptRowProps = {
  readonly prompt: Prompt
  readonly onUse: () => void
  readonly onEdit: (prompt: Prompt) => void
  readonly onRemoved: (prompt: Prompt) => void
}

/** A prompt of the library. One that ships is copied; one's own is changed or deleted. */
export function PromptRow({ prompt, onUse, onEdit, onRemoved }: PromptRowProps) {
  const { client, attempt } = useSession()
  const names = variablesOf(prompt.text)
  const remove = async () => {
    const done = await attempt(client.prompts.remove({ id: prompt.id }).then(() => true))
    if (done) onRemoved(prompt)
  }
  return (
    <li className="flex items-start gap-3 border-t border-line py-2">
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">/{prompt.name}</span> <span className="text-ink-2">{prompt.title}</span>
        </p>
        <p className="mt-0.5 line-clamp-2 text-12 text-ink-2">{prompt.text}</p>
        {names.length > 0 && <p className="mt-0.5 text-12 text-ink-3">{w.promptVariables(names.join(', '))}</p>}
      </div>
      {isStarter(prompt) ? (
        <IconButton label={w.copyToOwn(prompt.name)} onClick={() => onEdit({ ...prompt, id: crypto.randomUUID() })}>
          <CopyPlus size={16} aria-hidden />
        </IconButton>
      ) : (
        <>
          <IconButton label={w.editPrompt(prompt.name)} onClick={() => onEdit(prompt)}>
            <Pencil size={16} aria-hidden />
          </IconButton>
          <IconButton label={w.deletePrompt(prompt.name)} onClick={() => void remove()}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        </>
      )}
      <Button aria-label={w.usePrompt(prompt.name)} onClick={onUse}>
        {w.use}
      </Button>
    </li>
  )
}
