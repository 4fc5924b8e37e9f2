import { useMemo } from 'react'
import type { RunId } from '../../../shared/ids.ts'
import { useTabPlace } from '../use-tab-place.ts'
import { type Aside, formatRunPlace, parseAside, parseRunPlace, type RunPlace, type RunViewId } from './run-place.ts'

type Places = RunPlace & {
  readonly aside: Aside | null
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
  return useMemo(() => {
    const place = parseRunPlace(text)
    return {
      ...place,
      aside: parseAside(text),
      openRun: (runId) => go(formatRunPlace({ runId, view: 'overview', effect: null })),
      openList: () => go(''),
      openNew: () => go('new'),
      openCompare: (left, right) => go(`compare/${left}/${right}`),
      openView: (view, effect) => go(formatRunPlace({ runId: place.runId, view, effect: effect ?? null })),
    }
  }, [text, go])
}
