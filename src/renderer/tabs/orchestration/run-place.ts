import { z } from 'zod'
import type { Tab } from '../../../shared/app-state.ts'
import { RunId } from '../../../shared/ids.ts'

export const RunViewId = z.enum(['overview', 'effects', 'decisions', 'cost'])
export type RunViewId = z.infer<typeof RunViewId>

/** Where in Runs the user is: in the list, or in one run, a view of it and the effect that is open there. */
export type RunPlace = { readonly runId: RunId | null; readonly view: RunViewId; readonly effect: string | null }

/** Reads "run-1/effects/m1/model/0". It is the tab's place, so that a reload and a link land there; an unknown view is the overview. */
export function parseRunPlace(text: string): RunPlace {
  const [run = '', view = '', ...effect] = text.split('/')
  const runId = RunId.safeParse(run)
  const known = RunViewId.safeParse(view)
  return {
    runId: runId.success ? runId.data : null,
    view: known.success ? known.data : 'overview',
    effect: effect.length === 0 ? null : effect.join('/'),
  }
}

export function formatRunPlace({ runId, view, effect }: RunPlace): string {
  if (runId === null) return ''
  if (effect !== null) return `${runId}/${view}/${effect}`
  return view === 'overview' ? runId : `${runId}/${view}`
}

/** The run that a tab shows. */
export function runOf(tab: Tab): RunId | null {
  return tab.kind === 'orchestration' ? parseRunPlace(tab.place).runId : null
}
