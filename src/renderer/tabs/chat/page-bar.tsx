import { Ellipsis, FileDown, ListTree, Network, Pin } from 'lucide-react'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu } from '../../components/menu.tsx'
import type { LoadedConversation } from '../../state/conversation-store.ts'
import { useSession } from '../../state/use-session.ts'
import { ConversationTitle } from './conversation-title.tsx'
import { EXPORT_FORMATS, exportConversation } from './export-conversation.ts'
import { type ChatDrawer, useLayout } from './layout-store.ts'
import { ListToggle } from './list/list-toggle.tsx'
import { SystemPrompt } from './system-prompt.tsx'
import { BranchSwitcher } from './tree/branch-switcher.tsx'
import { branchOf } from './tree/branches.ts'
import { w } from './words.ts'

type PageBarProps = {
  readonly conversation: LoadedConversation
  readonly listOpen: boolean
  readonly onToggleList: () => void
  /** There is an answer, and its members have names. */
  readonly canExplain: boolean
}

/** Title, branch, system prompt, and why the answer is what it is. */
export function PageBar({ conversation, listOpen, onToggleList, canExplain }: PageBarProps) {
  const drawer = useLayout((layout) => layout.drawer)
  const setDrawer = useLayout((layout) => layout.setDrawer)
  const toggle = (which: ChatDrawer) => setDrawer(drawer === which ? null : which)
  const session = useSession()
  const forks = branchOf(conversation.messages, conversation.headId) !== null
  const pinned = conversation.messages.some((message) => message.pinned)
  return (
    <header className="flex h-12 flex-none items-center gap-2 border-b border-line pr-4 pl-6 max-narrow:px-3">
      <ListToggle open={listOpen} onToggle={onToggleList} />
      <ConversationTitle id={conversation.id} title={conversation.title} />
      <BranchSwitcher conversation={conversation} />
      {forks && (
        <IconButton small label={w.showBranches} aria-pressed={drawer === 'branches'} onClick={() => toggle('branches')}>
          <Network size={14} aria-hidden />
        </IconButton>
      )}
      <span className="ml-auto" />
      <SystemPrompt key={conversation.id} conversation={conversation} />
      {pinned && (
        <IconButton small label={w.pinnedMessages} aria-pressed={drawer === 'pins'} onClick={() => toggle('pins')}>
          <Pin size={14} aria-hidden />
        </IconButton>
      )}
      {canExplain && (
        <Button look="bare" small aria-pressed={drawer === 'why'} onClick={() => toggle('why')}>
          <ListTree size={14} aria-hidden />
          <span className="max-narrow:sr-only">{m.chat.why}</span>
        </Button>
      )}
      <Menu
        label={w.moreOfConversation}
        align="end"
        trigger={
          <IconButton label={w.moreOfConversation}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            id: 'export',
            title: w.export,
            entries: EXPORT_FORMATS.map((format) => ({
              id: format,
              label: w.exportAs[format],
              icon: <FileDown size={14} aria-hidden />,
              onSelect: () => void exportConversation(session, conversation.id, format),
            })),
          },
        ]}
      />
    </header>
  )
}
