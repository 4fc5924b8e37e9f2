import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { ConversationId } from '../../../../shared/ids.ts'
import type { MessageHit } from '../../../../shared/message-search.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Segment } from '../../../components/segment.tsx'
import { useSession } from '../../../state/use-session.ts'
import { jumpTo } from '../turns/jump.ts'
import { WideDialog } from '../wide-dialog.tsx'
import { w } from '../words.ts'
import { SearchHit } from './search-hit.tsx'
import { useMessageSearch } from './use-message-search.ts'

type SearchDialogProps = { readonly words: string; readonly conversationId: ConversationId | null; readonly onClose: () => void }

/** Looks for words in all messages or in those of this conversation; the one that is chosen is shown in its place. */
export default function SearchDialog({ words: initial, conversationId, onClose }: SearchDialogProps) {
  const { tabs } = useSession()
  const [words, setWords] = useState(initial)
  const [where, setWhere] = useState<'everywhere' | 'here'>('everywhere')
  const [active, setActive] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const { found, busy, more, most } = useMessageSearch(words, where === 'here' ? conversationId : null)
  const hits = found?.hits ?? []
  const at = Math.min(active, Math.max(0, hits.length - 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits begin at the first again.
  useEffect(() => setActive(0), [found?.words, where])
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the active hit.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, hits.length])

  const open = (hit: MessageHit) => {
    onClose()
    tabs.openConversation(hit.conversationId)
    jumpTo({ conversationId: hit.conversationId, messageId: hit.messageId })
  }
  const press = (event: KeyboardEvent) => {
    const hit = hits[at]
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && hit) open(hit)
    else return
    event.preventDefault()
  }
  return (
    <WideDialog title={w.searchMessages} onClose={onClose}>
      <div className="flex flex-none flex-wrap items-center gap-2 px-5 py-3">
        <Field
          type="search"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hits.length > 0 ? `${listId}-${at}` : undefined}
          label={w.searchMessages}
          placeholder={w.searchPlaceholder}
          before={<Search size={14} aria-hidden />}
          value={words}
          ref={(element) => element?.focus()}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={press}
          boxClassName="min-w-56 flex-1"
        />
        {conversationId !== null && (
          <Segment
            label={w.searchWhere}
            value={where}
            options={[
              { value: 'everywhere', label: w.searchEverywhere },
              { value: 'here', label: w.searchHere },
            ]}
            onChange={setWhere}
          />
        )}
      </div>
      <p role="status" className="flex-none px-5 pb-1.5 text-12 text-ink-3">
        {status()}
      </p>
      <div ref={list} id={listId} role="listbox" aria-label={w.searchMessages} className="min-h-0 flex-1 overflow-y-auto px-2.5 pb-2.5">
        {hits.map((hit, index) => (
          <SearchHit
            key={hit.messageId}
            id={`${listId}-${index}`}
            hit={hit}
            active={index === at}
            onPoint={() => setActive(index)}
            onOpen={() => open(hit)}
          />
        ))}
      </div>
      {found && hits.length < found.total && !most && (
        <div className="flex-none border-t border-line p-2.5">
          <Button small onClick={more}>
            {w.searchMore}
          </Button>
        </div>
      )}
    </WideDialog>
  )

  function status(): string {
    if (words.trim() === '') return w.searchHint
    if (!found || busy) return w.searchBusy
    return found.total === 0 ? w.searchNone(words.trim()) : w.searchCount(hits.length, found.total)
  }
}
