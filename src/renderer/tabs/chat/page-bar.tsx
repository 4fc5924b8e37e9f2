import { ListTree } from 'lucide-react'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import type { LoadedConversation } from '../../state/conversation-store.ts'
import { BranchSwitcher } from './branch-switcher.tsx'
import { ConversationTitle } from './conversation-title.tsx'
import { ListToggle } from './list-toggle.tsx'
import { SystemPrompt } from './system-prompt.tsx'

type PageBarProps = {
  readonly conversation: LoadedConversation
  readonly listOpen: boolean
  readonly onToggleList: () => void
  readonly whyOpen: boolean
  /** null before there is an answer. */
  readonly onWhy: (() => void) | null
}

/** Title, branch, system prompt, and why the answer is what it is. */
export function PageBar({ conversation, listOpen, onToggleList, whyOpen, onWhy }: PageBarProps) {
  return (
    <header className="flex h-12 flex-none items-center gap-2 border-b border-line pr-4 pl-6 max-narrow:px-3">
      <ListToggle open={listOpen} onToggle={onToggleList} />
      <ConversationTitle id={conversation.id} title={conversation.title} />
      <BranchSwitcher conversation={conversation} />
      <span className="ml-auto" />
      <SystemPrompt key={conversation.id} conversation={conversation} />
      {onWhy && (
        <Button look="bare" small aria-pressed={whyOpen} onClick={onWhy}>
          <ListTree size={14} aria-hidden />
          {m.chat.why}
        </Button>
      )}
    </header>
  )
}
