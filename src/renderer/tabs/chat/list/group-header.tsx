import { ChevronDown, ChevronRight, Ellipsis, Pencil, Ungroup } from 'lucide-react'
import { useState } from 'react'
import type { ConversationSummary } from '../../../../shared/conversation.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { GroupNameDialog } from './group-name-dialog.tsx'

type GroupHeaderProps = {
  readonly name: string
  readonly conversations: readonly ConversationSummary[]
  readonly open: boolean
  readonly onFold: () => void
}

/** The name of a group of conversations: folds it, renames it, dissolves it with a way back. */
export function GroupHeader({ name, conversations, open, onFold }: GroupHeaderProps) {
  const { client, attempt, toasts } = useSession()
  const [naming, setNaming] = useState(false)
  const Fold = open ? ChevronDown : ChevronRight
  const put = (group: string | null) => attempt(Promise.all(conversations.map(({ id }) => client.conversations.update({ id, group }))))
  const dissolve = async () => {
    if (await put(null)) toasts.say(w.dissolved(name), { label: m.common.undo, run: () => void put(name) })
  }
  return (
    <div className="group/head relative">
      <h3 className="pt-3 text-12 font-medium text-ink-3">
        <button
          type="button"
          data-row
          aria-expanded={open}
          aria-label={w.foldGroup(name, conversations.length)}
          onClick={onFold}
          className="flex min-h-6 w-full cursor-default items-center gap-1 rounded-control pr-7 pl-1 text-left hover:bg-hover"
        >
          <Fold size={12} aria-hidden />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          {!open && <span className="figures">{conversations.length}</span>}
        </button>
      </h3>
      <span className="absolute right-1 bottom-0 opacity-0 group-focus-within/head:opacity-100 group-hover/head:opacity-100 has-[[aria-expanded=true]]:opacity-100">
        <Menu
          label={w.moreAboutGroup(name)}
          align="end"
          trigger={
            <IconButton small label={w.moreAboutGroup(name)}>
              <Ellipsis size={14} aria-hidden />
            </IconButton>
          }
          groups={[
            {
              id: 'group',
              entries: [
                { id: 'rename', label: w.renameGroup, icon: <Pencil size={14} aria-hidden />, onSelect: () => setNaming(true) },
                { id: 'dissolve', label: w.dissolveGroup, icon: <Ungroup size={14} aria-hidden />, onSelect: () => void dissolve() },
              ],
            },
          ]}
        />
      </span>
      {naming && <GroupNameDialog title={w.renameGroup} name={name} onName={(next) => void put(next)} onClose={() => setNaming(false)} />}
    </div>
  )
}
