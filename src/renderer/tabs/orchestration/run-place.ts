import { z } from 'zod'
import type { Tab } from '../../../shared/app-state.ts'
import { RunId } from '../../../shared/ids.ts'

export const RunViewId = z.enum(['overview', 'effects', 'decisions', 'cost', 'replay'])
export type RunViewId = z.infer<typeof RunViewId>

/** Where in Runs the user is: in the list, or in one run, a view of it and the effect that is open there. */
export type RunPlace = { readonly runId: RunId | null; readonly view: RunViewId; readonly effect: string | null }

/** What is shown in place of one run: the form of a new one, or two of them side by side. */
export type Aside = { readonly kind: 'new' } | { readonly kind: 'compare'; readonly left: RunId; readonly right: RunId }

/** A place in two parts: what is shown, and behind a question mark by what the list is narrowed ("run-1/effects?model=…"). */
export function splitPlace(text: string): { readonly shown: string; readonly narrowing: string } {
  const [shown = '', narrowing = ''] = text.split('?')
  return { shown, narrowing }
}

export function joinPlace(shown: string, narrowing: string): string {
  return narrowing === '' ? shown : `${shown}?${narrowing}`
}

/** Reads "new" and "compare/run-1/run-2"; null for every other place. */
export function parseAside(text: string): Aside | null {
  const [kind, left, right] = splitPlace(text).shown.split('/')
  if (kind === 'new') return { kind }
  if (kind !== 'compare') return null
  const ids = [RunId.safeParse(left), RunId.safeParse(right)] as const
  return ids[0].success && ids[1].success ? { kind, left: ids[0].data, right: ids[1].data } : null
}

/** Reads "run-1/effects/m1/model/0". It is the tab's place, so that a reload and a link land there; an unknown view is the overview. */
export function parseRunPlace(text: string): RunPlace {
  const [run = '', view = '', ...effect] = splitPlace(text).shown.split('/')
  const runId = RunId.safeParse(run === 'new' || run === 'compare' ? '' : run)
  const known = RunViewId.safeParse(view)
  return {
    runId: runId.success ? runId.data : null,
    view: known.success ? known.data : 'overview',
    effect: effect.length === 0 ? null : effect.join('/').replaceAll('%3F', '?'),
  }
}

export function formatRunPlace({ runId, view, effect }: RunPlace): string {
  if (runId === null) return ''
  if (effect !== null) return `${runId}/${view}/${effect.replaceAll('?', '%3F')}`
  return view === 'overview' ? runId : `${runId}/${view}`
}

/** The run that a tab shows. */
export function runOf(tab: Tab): RunId | null {
  return tab.kind === 'orchestration' ? parseRunPlace(tab.place).runId : null
}
