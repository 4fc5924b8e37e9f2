import { useEffect, useState } from 'react'
import type { Estimate } from '../../../../shared/conversation.ts'
import type { ConversationId, MessageId, PresetId } from '../../../../shared/ids.ts'
import type { CommandEstimate } from '../../../../shared/library.ts'
import { MAX_QUESTION_CHARACTERS } from '../../../../shared/limits.ts'
import type { AttachmentRef } from '../../../../shared/model.ts'
import type { PresetView } from '../../../../shared/preset.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import { commandCalled } from '../commands/library-commands.ts'

type EstimateInput = {
  readonly conversationId: ConversationId | null
  readonly parentId: MessageId | null
  readonly text: string
  readonly attachments: readonly AttachmentRef[]
  readonly preset: PresetView | undefined
  readonly only: readonly string[] | undefined
  readonly blind: boolean
}

const QUIET_MS = 200

/**
 * What the next message, or the command that it calls, would cost, worked out anew while it is typed. The last one stays until the next is
 * there; null before the first.
 */
export function useEstimate(input: EstimateInput): Estimate | CommandEstimate | null {
  const { conversationId, parentId, text, attachments, preset, only, blind } = input
  const { client } = useSession()
  const [estimate, setEstimate] = useState<{ readonly presetId: PresetId; readonly value: Estimate | CommandEstimate } | null>(null)
  const budgets = useApp((app) => app.settings.budgets)
  const library = useApp((app) => app.library)
  const presetId = preset?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed preset or budget changes the answer, though neither is sent.
  useEffect(() => {
    if (presetId === undefined || text.length > MAX_QUESTION_CHARACTERS) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const called = commandCalled(text, library)
      const question = { conversationId, parentId, text, attachments: [...attachments], presetId, blind }
      const asked = called
        ? client.library.estimate({ ...called, attachments: [...attachments] }, { signal: stop.signal })
        : client.chat.estimate({ ...question, ...(only === undefined ? {} : { only: [...only] }) }, { signal: stop.signal })
      asked.then(
        (value: Estimate | CommandEstimate) => {
          if (!stop.signal.aborted) setEstimate({ presetId, value })
        },
        () => {
          if (!stop.signal.aborted) setEstimate(null)
        },
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [client, conversationId, parentId, text, attachments, presetId, preset, budgets, library, only, blind])
  return estimate?.presetId === presetId ? (estimate?.value ?? null) : null
}
