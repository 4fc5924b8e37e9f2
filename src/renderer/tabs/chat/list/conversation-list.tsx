import { Plus, Search, TextSearch } from 'lucide-react'
import { useState } from 'react'
import type { ConversationId } from '../../../../shared/ids.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { moveByArrows } from '../../../components/move-by-arrows.ts'
import { useSession } from '../../../state/use-session.ts'
import { showDialog } from '../chat-dialog.ts'
import { useLayout } from '../layout-store.ts'
import { w } from '../words.ts'
import { listParts } from './conversation-groups.ts'
import { ConversationRow } from './conversation-row.tsx'
import { GroupHeader } from './group-header.tsx'
import { useSearch } from './use-search.ts'

type ConversationListProps = { readonly currentId: ConversationId | null; readonly onChosen: () => void }

/** The conversations of this computer by day, with a search; under 1180 px it lies over the page. */
export function ConversationList({ currentId, onChosen }: ConversationListProps) {
  const { tabs } = useSession()
  const [query, setQuery] = useState('')
  const found = useSearch(query)
  const folded = useLayout((layout) => layout.folded)
  const fold = useLayout((layout) => layout.fold)
  const searching = query.trim() !== ''
  const open = (id: ConversationId) => {
    tabs.openConversation(id)
    onChosen()
  }
  return (
    <nav
      aria-label={m.chat.conversations}
      onKeyDown={moveByArrows}
      className="flex min-h-0 w-62 flex-none flex-col border-r border-line bg-paper p-2.5 pr-0 max-wide:absolute max-wide:inset-y-0 max-wide:left-0 max-wide:z-20 max-wide:shadow-float"
    >
      <div className="flex items-center gap-1.5 pr-2.5 pb-0.5">
        <Field
          quiet
          type="search"
          label={m.chat.searchConversations}
          placeholder={m.chat.search}
          before={<Search size={14} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          boxClassName="flex-1"
        />
        <IconButton
          look="plain"
          label={m.chat.newConversation}
          onClick={() => {
            tabs.newChat()
            onChosen()
          }}
        >
          <Plus size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pr-2.5">
        {found.length === 0 && (
          <p className="px-2 py-4 text-12 leading-[1.125rem] text-pretty text-ink-3">
            {searching ? m.chat.nothingFound(query.trim()) : m.chat.noConversations}
          </p>
        )}
        {listParts(found, Date.now()).map((part) => {
          const title = part.kind === 'group' ? part.name : part.kind === 'pinned' ? w.pinned : m.chat[part.kind]
          // What a search has found is never folded away.
          const closed = part.kind === 'group' && folded.has(part.name) && !searching
          return (
            <section key={`${part.kind} ${part.name}`} aria-label={title}>
              {part.kind === 'group' ? (
                <GroupHeader name={part.name} conversations={part.conversations} open={!closed} onFold={() => fold(part.name)} />
              ) : (
                <h3 className="px-2 pt-3.5 pb-1 text-12 font-medium text-ink-3">{title}</h3>
              )}
              {!closed && (
                <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
                  {part.conversations.map((conversation) => (
                    <ConversationRow
                      key={conversation.id}
                      conversation={conversation}
                      current={conversation.id === currentId}
                      withTime={part.kind === 'today'}
                      onOpen={open}
                    />
                  ))}
                </ul>
              )}
            </section>
          )
        })}
        {searching && (
          <Button look="bare" small className="mt-3 w-full justify-start!" onClick={() => showDialog({ kind: 'search', words: query })}>
            <TextSearch size={14} aria-hidden />
            <span className="truncate">{w.openSearch}</span>
          </Button>
        )}
      </div>
    </nav>
  )
}
