import type { ConversationId, PresetId } from '../../../../shared/ids.ts'
import type { PresetView } from '../../../../shared/preset.ts'
import { useApp, useConversation } from '../../../state/use-session.ts'

/** The preset that the next message goes to: the conversation's, else the tab's, else the default one. */
export function usePreset(conversationId: ConversationId | null, chosen: PresetId | null): { readonly preset: PresetView | undefined } {
  const entry = useConversation(conversationId)
  const ofConversation = entry?.state === 'ready' ? entry.conversation.presetId : null
  const presets = useApp((app) => app.presets)
  const fallback = useApp((app) => app.settings.defaultPreset)
  const wanted = chosen ?? ofConversation ?? fallback
  return { preset: presets.find((preset) => preset.id === wanted) ?? presets[0] }
}
