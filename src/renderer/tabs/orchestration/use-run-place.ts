import { useMemo } from 'react'
import type { RunId } from '../../../shared/ids.ts'
import { useTabPlace } from '../use-tab-place.ts'
import { formatNarrowing, type Narrowing, parseNarrowing } from './list/narrowing.ts'
import { type Aside, formatRunPlace, joinPlace, parseAside, parseRunPlace, type RunPlace, type RunViewId, splitPlace } from './run-place.ts'

type Places = RunPlace & {
  readonly aside: Aside | null
  /** By what the list is narrowed, also while a run is shown. */
  readonly narrowing: Narrowing
  readonly narrow: (narrowing: Narrowing) => void
  readonly openRun: (runId: RunId) => void
  readonly openList: () => void
  readonly openNew: () => void
  readonly openCompare: (left: RunId, right: RunId) => void
  /** A view of the run that is shown, with an effect open in it. */
  readonly openView: (view: RunViewId, effect?: string) => void
}

/** Where in Runs the user is, and how to go elsewhere. */
export function useRunPlace(): Places {
  const { place: text, go } = useTabPlace('orchestration')
  const { narrowing: narrowingText } = splitPlace(text)
  const narrowing = useMemo(() => parseNarrowing(narrowingText), [narrowingText])
  return useMemo(() => {
    const place = parseRunPlace(text)
    const { shown } = splitPlace(text)
    const show = (next: string) => go(joinPlace(next, narrowingText))
    return {
      ...place,
      aside: parseAside(text),
      narrowing,
      narrow: (next) => go(joinPlace(shown, formatNarrowing(next))),
      openRun: (runId) => show(formatRunPlace({ runId, view: 'overview', effect: null })),
      openList: () => show(''),
      openNew: () => show('new'),
      openCompare: (left, right) => show(`compare/${left}/${right}`),
      openView: (view, effect) => show(formatRunPlace({ runId: place.runId, view, effect: effect ?? null })),
    }
  }, [text, narrowingText, narrowing, go])
}
