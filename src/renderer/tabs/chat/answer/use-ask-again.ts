import type { Message } from '../../../../shared/conversation.ts'
import type { PresetId } from '../../../../shared/ids.ts'
import { useApp, useSession } from '../../../state/use-session.ts'

/** Asks the question of an answer once more, with the same preset, as a branch beside it. */
export function useAskAgain(answer: Message, presetId: PresetId | null): () => void {
  const { client, conversations, attempt } = useSession()
  const fallback = useApp((app) => app.settings.defaultPreset)
  return () => {
    void attempt(client.chat.askAgain({ answerId: answer.id, presetId: presetId ?? fallback })).then((sent) => {
      if (sent) conversations.add(answer.conversationId, [sent.answer])
    })
  }
}
