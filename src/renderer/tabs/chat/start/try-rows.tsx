import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../../app/messages.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import { sendQuestion } from '../composer/send-question.ts'

/** Three questions that show what the strategies do. A click asks the simulated members; where it costs money it only fills the composer. */
export function TryRows({ tabId }: { readonly tabId: string }) {
  const session = useSession()
  const presets = useApp((app) => app.presets)
  const [busy, setBusy] = useState(false)
  const tries = m.chat.tries.flatMap((row) => {
    const preset = presets.find((known) => known.id === row.presetId)
    return preset ? [{ ...row, preset }] : []
  })
  const ask = async (row: (typeof tries)[number]) => {
    if (busy) return
    session.tabs.change(tabId, { draft: row.question, presetId: row.preset.id })
    if (!row.preset.demo) return
    setBusy(true)
    const id = await session.attempt(
      sendQuestion(session, {
        conversationId: null,
        parentId: null,
        text: row.question,
        attachments: [],
        presetId: row.preset.id,
        allowNoPrice: false,
      }),
    )
    if (id === undefined) return setBusy(false)
    session.tabs.change(tabId, { conversationId: id, draft: '' })
    void session.attempt(session.client.conversations.update({ id, presetId: row.preset.id }))
  }
  return (
    <section aria-label={m.chat.tryOne} className="mt-9">
      <h2 className="mb-1.5 text-12 font-medium text-ink-3">{m.chat.tryOne}</h2>
      <ul className="border-b border-line">
        {tries.map((row) => (
          <li key={row.presetId}>
            <button
              type="button"
              disabled={busy}
              onClick={() => void ask(row)}
              className="grid min-h-11 w-full cursor-default grid-cols-[12.5rem_minmax(0,1fr)_1rem] items-center gap-4 border-t border-line text-left hover:bg-hover max-narrow:grid-cols-[minmax(0,1fr)_1rem] max-narrow:gap-y-0 max-narrow:py-1.5"
            >
              <b className="font-medium">{row.title}</b>
              <span className="truncate text-ink-2 max-narrow:col-start-1 max-narrow:row-start-2">{row.question}</span>
              <ArrowRight
                size={16}
                aria-hidden
                className="text-ink-3 max-narrow:col-start-2 max-narrow:row-span-2 max-narrow:row-start-1"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
