import { lazy, Suspense } from 'react'
import type { ConversationId } from '../../../shared/ids.ts'
import { useChatDialog } from './chat-dialog.ts'

const SearchDialog = lazy(() => import('./search/search-dialog.tsx'))
const PromptLibrary = lazy(() => import('./prompts/prompt-library.tsx'))
const FillPrompt = lazy(() => import('./prompts/fill-prompt.tsx'))
const Leaderboard = lazy(() => import('./blind/leaderboard.tsx'))

type ChatDialogsProps = { readonly tabId: string; readonly conversationId: ConversationId | null }

/** The dialog of the chat that is open; its code is loaded with the first opening. */
export function ChatDialogs({ tabId, conversationId }: ChatDialogsProps) {
  const { shown, show } = useChatDialog()
  if (shown === null) return null
  const close = () => show(null)
  return <Suspense fallback={null}>{dialog()}</Suspense>

  function dialog() {
    switch (shown?.kind) {
      case 'search':
        return <SearchDialog words={shown.words} conversationId={conversationId} onClose={close} />
      case 'prompts':
        return <PromptLibrary tabId={tabId} edit={shown.edit} onClose={close} />
      case 'fill':
        return <FillPrompt prompt={shown.prompt} tabId={shown.tabId} onClose={close} />
      case 'leaderboard':
        return <Leaderboard onClose={close} />
      default:
        return null
    }
  }
}
