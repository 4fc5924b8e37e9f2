import { useCallback, useState } from 'react'
import type { PresetId } from '../../../shared/ids.ts'
import type { AttachmentRef } from '../../../shared/model.ts'
import { m } from '../../app/messages.ts'
import { useSession, useTabs } from '../../state/use-session.ts'
import { attachFile, MAX_FILES } from './attach-files.ts'

const NONE: readonly AttachmentRef[] = []

/** The draft of a tab: text, files, preset. All of it is saved with the tab. */
export function useDraft(tabId: string) {
  const { client, tabs } = useSession()
  const text = useTabs((state) => state.open.find((tab) => tab.id === tabId)?.draft ?? '')
  const attachments = useTabs((state) => state.open.find((tab) => tab.id === tabId)?.attachments ?? NONE)
  const presetId = useTabs((state) => state.open.find((tab) => tab.id === tabId)?.presetId ?? null)
  const [attaching, setAttaching] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const current = useCallback(() => tabs.store.getState().open.find((tab) => tab.id === tabId), [tabs, tabId])

  const attach = useCallback(
    async (files: readonly File[]) => {
      setProblem(null)
      setAttaching((names) => [...names, ...files.map((file) => file.name)])
      for (const file of files) {
        try {
          if ((current()?.attachments.length ?? 0) >= MAX_FILES) throw new Error(m.chat.tooManyFiles)
          const added = await attachFile(client, file)
          const before = current()?.attachments ?? []
          if (!before.some((known) => known.id === added.id)) tabs.change(tabId, { attachments: [...before, added] })
        } catch (thrown) {
          setProblem(thrown instanceof Error ? thrown.message : String(thrown))
        }
        setAttaching((names) => names.toSpliced(names.indexOf(file.name), 1))
      }
    },
    [client, current, tabs, tabId],
  )
  return {
    text,
    attachments,
    presetId,
    attaching,
    problem,
    setProblem,
    attach,
    setText: useCallback((draft: string) => tabs.change(tabId, { draft }), [tabs, tabId]),
    setPreset: useCallback((id: PresetId) => tabs.change(tabId, { presetId: id }), [tabs, tabId]),
    detach: useCallback(
      (id: string) => tabs.change(tabId, { attachments: (current()?.attachments ?? []).filter((file) => file.id !== id) }),
      [current, tabs, tabId],
    ),
  }
}
export type Draft = ReturnType<typeof useDraft>
