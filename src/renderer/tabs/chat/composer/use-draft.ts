import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import type { PresetId } from '../../../../shared/ids.ts'
import type { AttachmentRef } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { useSession, useTabs } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { attachFile, MAX_FILES } from './attach-files.ts'
import { type Attaching, attachingStore, changeAttaching, takeLost } from './attaching-store.ts'

const NONE: readonly AttachmentRef[] = []
const NO_FILES: readonly Attaching[] = []

/** The draft of a tab: text, files, preset, who is asked. All of it is saved with the tab. */
export function useDraft(tabId: string) {
  const { client, tabs } = useSession()
  const tab = useTabs((state) => state.open.find((open) => open.id === tabId))
  const attaching = useStore(attachingStore, (all) => all.get(tabId) ?? NO_FILES)
  const [problem, setProblem] = useState<string | null>(null)
  const current = useCallback(() => tabs.store.getState().open.find((open) => open.id === tabId), [tabs, tabId])
  useEffect(() => {
    const names = takeLost(tabId).map((name) => `“${name}”`)
    if (names.length > 0) setProblem((names.length === 1 ? w.attachLost : w.attachLostMany)(names.join(', ')))
  }, [tabId])

  const attach = useCallback(
    async (files: readonly File[]) => {
      setProblem(null)
      const entries = files.map((file) => ({ file, id: crypto.randomUUID(), stop: new AbortController() }))
      changeAttaching(tabId, (all) => [
        ...all,
        ...entries.map(({ file, id, stop }) => ({ id, name: file.name, share: 0, stop: () => stop.abort(new Error('left out')) })),
      ])
      for (const { file, id, stop } of entries) {
        const onProgress = (share: number | null) =>
          changeAttaching(tabId, (all) => all.map((entry) => (entry.id === id ? { ...entry, share } : entry)))
        try {
          stop.signal.throwIfAborted()
          if ((current()?.attachments.length ?? 0) >= MAX_FILES) throw new Error(m.chat.tooManyFiles)
          const added = await attachFile(client, file, { signal: stop.signal, onProgress })
          const before = current()?.attachments ?? []
          if (!before.some((known) => known.id === added.id)) tabs.change(tabId, { attachments: [...before, added] })
        } catch (thrown) {
          if (!stop.signal.aborted) setProblem(thrown instanceof Error ? thrown.message : String(thrown))
        }
        changeAttaching(tabId, (all) => all.filter((entry) => entry.id !== id))
      }
    },
    [client, current, tabs, tabId],
  )
  return {
    text: tab?.draft ?? '',
    attachments: tab?.attachments ?? NONE,
    presetId: tab?.presetId ?? null,
    only: tab?.only ?? undefined,
    blind: tab?.blind ?? false,
    budgetMicros: tab?.budgetMicros ?? undefined,
    attaching,
    problem,
    setProblem,
    attach,
    setText: useCallback((draft: string) => tabs.change(tabId, { draft }), [tabs, tabId]),
    setPreset: useCallback((id: PresetId) => tabs.change(tabId, { presetId: id, only: null }), [tabs, tabId]),
    setOnly: useCallback((only: string[] | undefined) => tabs.change(tabId, { only: only ?? null }), [tabs, tabId]),
    setBlind: useCallback((blind: boolean) => tabs.change(tabId, { blind }), [tabs, tabId]),
    clearBudget: useCallback(() => tabs.change(tabId, { budgetMicros: null }), [tabs, tabId]),
    detach: useCallback(
      (id: string) => tabs.change(tabId, { attachments: (current()?.attachments ?? []).filter((file) => file.id !== id) }),
      [current, tabs, tabId],
    ),
  }
}
export type Draft = ReturnType<typeof useDraft>
