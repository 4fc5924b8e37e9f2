import { ChevronLeft, ChevronRight, GitBranch } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import type { LoadedConversation } from '../../../state/conversation-store.ts'
import { useSession } from '../../../state/use-session.ts'
import { branchOf } from './branches.ts'

/** "Branch 2 of 2" with the way to the others; nothing where there is one alone. */
export function BranchSwitcher({ conversation }: { readonly conversation: LoadedConversation }) {
  const { client, conversations, attempt } = useSession()
  const branch = branchOf(conversation.messages, conversation.headId)
  if (!branch) return null
  const { at, ends } = branch
  const go = (to: number) => {
    const headId = ends[to - 1]
    if (headId === undefined) return
    conversations.setHead(conversation.id, headId)
    void attempt(client.conversations.update({ id: conversation.id, headId }))
  }
  return (
    <div className="flex flex-none items-center text-12 font-medium text-ink-2">
      <IconButton small label={m.chat.previousBranch} disabled={at === 1} onClick={() => go(at - 1)}>
        <ChevronLeft size={14} aria-hidden />
      </IconButton>
      <GitBranch size={14} aria-hidden className="mr-1.5" />
      <span className="figures">{m.chat.branch(at, ends.length)}</span>
      <IconButton small label={m.chat.nextBranch} disabled={at === ends.length} onClick={() => go(at + 1)}>
        <ChevronRight size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
