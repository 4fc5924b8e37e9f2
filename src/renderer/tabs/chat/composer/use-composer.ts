import { useEffect, useRef, useState } from 'react'
import type { Estimate } from '../../../../shared/conversation.ts'
import { formatNumber } from '../../../../shared/format.ts'
import type { CommandEstimate } from '../../../../shared/library.ts'
import { MAX_QUESTION_CHARACTERS } from '../../../../shared/limits.ts'
import type { PresetView } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { commandCalled } from '../commands/library-commands.ts'
import { sendCommand } from '../commands/send-command.ts'
import type { ComposerProps } from './composer.tsx'
import { sendQuestion } from './send-question.ts'
import { type Draft, useDraft } from './use-draft.ts'
import { useEstimate } from './use-estimate.ts'
import { usePreset } from './use-preset.ts'

export type ComposerState = {
  readonly draft: Draft
  readonly preset: PresetView | undefined
  readonly estimate: Estimate | CommandEstimate | null
  readonly problem: string | null
  /** A model has no price and the settings do not allow that: the user must agree for this run. */
  readonly needsConsent: boolean
  readonly canSend: boolean
  /** It would not be sent, for another reason than that nothing is written yet. */
  readonly blocked: boolean
  readonly send: (allowNoPrice: boolean) => void
  readonly choosePreset: (preset: PresetView) => void
  /** Puts a long paste into the text after all. */
  readonly takeBack: (text: string, from: number, to: number) => void
}

/** What the composer knows and does. The draft is cleared only once the core has taken the question. */
export function useComposer({ tabId, conversationId, parentId, running }: ComposerProps): ComposerState {
  const session = useSession()
  const { client, tabs, attempt } = session
  const draft = useDraft(tabId)
  const { preset } = usePreset(conversationId, draft.presetId)
  const estimate = useEstimate({
    conversationId,
    parentId,
    text: draft.text,
    attachments: draft.attachments,
    preset,
    only: draft.only,
    blind: draft.blind,
  })
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const tooLong = draft.text.length > MAX_QUESTION_CHARACTERS
  const empty = draft.text.trim() === '' && draft.attachments.length === 0
  const blocked = tooLong || sending || preset === undefined || draft.attaching.length > 0 || (estimate?.blocked ?? null) !== null
  const canSend = !empty && !blocked && running === null
  const needsConsent = estimate !== null && estimate.blocked === null && estimate.noPrice.length > 0

  const sendNow = async (allowNoPrice: boolean, presetId: PresetView['id']) => {
    setSending(true)
    setFailure(null)
    try {
      const { text, attachments, only, blind, budgetMicros } = draft
      const called = commandCalled(text, session.app.getState().snapshot?.library ?? [])
      const place = { conversationId, parentId, allowNoPrice, budgetMicros }
      const id =
        called === null
          ? await sendQuestion(session, { ...place, text, attachments, presetId, only, blind })
          : await sendCommand(session, { ...place, ...called, attachments })
      tabs.change(tabId, { conversationId: id, draft: '', attachments: [], presetId, only: null, budgetMicros: null })
      void attempt(client.conversations.update({ id, presetId }))
    } catch (thrown) {
      if (alive.current) setFailure(callError(thrown).message)
    }
    if (alive.current) setSending(false)
  }

  return {
    draft,
    preset,
    estimate,
    problem: tooLong ? m.chat.tooLong(formatNumber(draft.text.length)) : (failure ?? draft.problem),
    needsConsent,
    canSend,
    blocked,
    send: (allowNoPrice) => {
      if (canSend && preset && (allowNoPrice || !needsConsent)) void sendNow(allowNoPrice, preset.id)
    },
    choosePreset: (chosen) => {
      draft.setPreset(chosen.id)
      if (conversationId !== null) void attempt(client.conversations.update({ id: conversationId, presetId: chosen.id }))
    },
    takeBack: (text, from, to) => {
      const current = tabs.store.getState().open.find((tab) => tab.id === tabId)
      if (!current) return
      tabs.change(tabId, {
        draft: current.draft.slice(0, from) + text + current.draft.slice(to),
        attachments: current.attachments.filter((file) => file.name !== m.chat.pastedName || file.bytes !== new Blob([text]).size),
      })
    },
  }
}
