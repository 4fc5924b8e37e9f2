import { useContext, useState } from 'react'
import type { Micros } from '../../../../shared/money.ts'
import type { Member, PresetView, StrategySettings } from '../../../../shared/preset.ts'
import type { NewRun } from '../../../../shared/run-inspection.ts'
import { useApp, useSession, useTabs } from '../../../state/use-session.ts'
import { TabContext } from '../../use-tab-place.ts'

/** What is changed for this run alone; null: as in the preset. */
export type Changes = { readonly settings: StrategySettings | null; readonly members: readonly Member[] | null }

/** The orchestrator whose runs are of pipelines, not of questions. */
export const PIPELINE = 'pipeline'

const AS_SAVED: Changes = { settings: null, members: null }

/** The form of a new run. Question, files and preset are kept with the tab, so that they outlive a reload. */
export function useNewRun() {
  const { tabs } = useSession()
  const tabId = useContext(TabContext)
  const tab = useTabs((state) => state.open.find((open) => open.id === tabId))
  const presets = useApp((app) => app.presets)
  const defaultPreset = useApp((app) => app.settings.defaultPreset)
  const [changes, setChanges] = useState<Changes>(AS_SAVED)
  const [budgetMicros, setBudget] = useState<Micros | null>(null)
  const [allowNoPrice, setAllowNoPrice] = useState(false)
  const [orchestrator, setOrchestrator] = useState('advanced')
  const wanted = tab?.presetId ?? defaultPreset
  const preset = presets.find(({ id }) => id === wanted) ?? presets[0]
  const text = tab?.draft ?? ''
  const attachments = tab?.attachments ?? []
  const change = (part: Partial<Pick<NonNullable<typeof tab>, 'draft' | 'attachments' | 'presetId'>>) => {
    if (tabId !== null) tabs.change(tabId, part)
  }
  return {
    preset,
    text,
    attachments,
    changes,
    budgetMicros,
    allowNoPrice,
    orchestrator,
    setOrchestrator,
    setChanges,
    setBudget,
    setAllowNoPrice,
    setText: (draft: string) => change({ draft }),
    setAttachments: (files: NewRun['attachments']) => change({ attachments: files }),
    choosePreset: ({ id }: PresetView) => {
      setChanges(AS_SAVED)
      change({ presetId: id })
    },
    clear: () => change({ draft: '', attachments: [], presetId: null }),
    /** What is sent; undefined where there is no preset. */
    ask: preset && askOf({ orchestrator, preset, text, attachments, changes, budgetMicros, allowNoPrice }),
  }
}

export type NewRunForm = ReturnType<typeof useNewRun>

type Filled = Pick<NewRun, 'orchestrator' | 'text' | 'attachments' | 'allowNoPrice'> & {
  readonly preset: PresetView
  readonly changes: Changes
  readonly budgetMicros: Micros | null
}

function askOf({ preset, changes, budgetMicros, ...rest }: Filled): NewRun {
  return {
    ...rest,
    presetId: preset.id,
    ...(changes.settings === null ? {} : { settings: changes.settings }),
    ...(changes.members === null ? {} : { members: [...changes.members] }),
    ...(budgetMicros === null ? {} : { budgetMicros }),
  }
}
