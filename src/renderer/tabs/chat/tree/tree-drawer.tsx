import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { MessageId } from '../../../../shared/ids.ts'
import { m } from '../../../app/messages.ts'
import { Drawer } from '../../../components/drawer.tsx'
import type { LoadedConversation } from '../../../state/conversation-store.ts'
import { jumpTo } from '../turns/jump.ts'
import { w } from '../words.ts'
import { type TreeRow, treeRows } from './branch-tree.ts'
import { TreeItem } from './tree-item.tsx'

type TreeDrawerProps = { readonly conversation: LoadedConversation; readonly onClose: () => void }

/** The whole conversation as a tree: where it forks, which branch is shown, and the way to the others. */
export function TreeDrawer({ conversation, onClose }: TreeDrawerProps) {
  const { messages, headId } = conversation
  const [folded, setFolded] = useState<ReadonlySet<MessageId>>(new Set())
  const [focused, setFocused] = useState<MessageId | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => treeRows(messages, headId, folded), [messages, headId, folded])
  const tabStop = rows.find((row) => row.message.id === focused) ?? rows.findLast((row) => row.shown) ?? rows[0]

  const focus = (row: TreeRow | undefined) => {
    if (!row) return
    setFocused(row.message.id)
    tree.current?.querySelector<HTMLElement>(`[data-id="${row.message.id}"]`)?.focus()
  }
  const fold = ({ message }: TreeRow, hide: boolean) => {
    const next = new Set(folded)
    if (hide) next.add(message.id)
    else next.delete(message.id)
    setFolded(next)
  }
  const jump = ({ message }: TreeRow) => jumpTo({ conversationId: conversation.id, messageId: message.id })
  const press = (event: KeyboardEvent) => {
    if (!tabStop) return
    const row = tabStop
    const at = rows.indexOf(row)
    if (event.key === 'ArrowDown') focus(rows[at + 1])
    else if (event.key === 'ArrowUp') focus(rows[at - 1])
    else if (event.key === 'Home') focus(rows[0])
    else if (event.key === 'End') focus(rows.at(-1))
    else if (event.key === 'ArrowRight' && row.open === false) fold(row, false)
    else if (event.key === 'ArrowRight' && row.open) focus(rows[at + 1])
    else if (event.key === 'ArrowLeft' && row.open) fold(row, true)
    else if (event.key === 'ArrowLeft') focus(rows.findLast((above, index) => index < at && above.level < row.level))
    else if (event.key === 'Enter' || event.key === ' ') jump(row)
    else return
    event.preventDefault()
  }
  return (
    <Drawer title={w.branches} closeLabel={m.common.close} onClose={onClose}>
      <p className="px-5 pt-3 pb-2 text-12 text-pretty text-ink-2">{w.branchesHelp}</p>
      <div ref={tree} role="tree" aria-label={w.branches} onKeyDown={press} className="px-3 pb-4">
        {rows.map((row) => (
          <TreeItem
            key={row.message.id}
            row={row}
            tabStop={row === tabStop}
            onFocus={() => setFocused(row.message.id)}
            onOpen={() => jump(row)}
            onFold={() => fold(row, row.open === true)}
          />
        ))}
      </div>
    </Drawer>
  )
}
