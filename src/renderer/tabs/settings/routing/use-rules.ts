import { useEffect, useState } from 'react'
import type { AutoOptions, AutoRule } from '../../../../shared/auto.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import { useChangeSettings } from '../use-change-settings.ts'

/** The rules of Auto in the order in which they are tried, and what can be done to them. */
export function useRules() {
  const { client } = useSession()
  const auto = useApp((app) => app.settings.auto)
  const changeSettings = useChangeSettings()
  const [shipped, setShipped] = useState<readonly AutoRule[]>([])
  useEffect(() => {
    const stop = new AbortController()
    client.settings.shippedRules(undefined, { signal: stop.signal }).then(setShipped, () => {})
    return () => stop.abort(new Error('The section is closed.'))
  }, [client])
  const change = (next: (auto: AutoOptions) => Partial<AutoOptions>) =>
    changeSettings((settings) => ({ auto: { ...settings.auto, ...next(settings.auto) } }))
  /** Puts a rule at a place among the user's own, wherever it was. */
  const put = (rule: AutoRule, place: number) =>
    change(({ rules }) => ({ rules: rules.filter(({ id }) => id !== rule.id).toSpliced(place, 0, rule) }))
  return {
    own: auto.rules,
    shipped,
    off: new Set(auto.off),
    hits: (id: string) => auto.hits[id] ?? 0,
    anyHits: Object.keys(auto.hits).length > 0,
    learned: auto.hits,
    setOn: (id: string, on: boolean) =>
      change(({ off }) => ({ off: on ? off.filter((other) => other !== id) : [...off.filter((other) => other !== id), id] })),
    put,
    /** Changes a rule where it stands; one that is new comes first. */
    save: (rule: AutoRule) =>
      put(
        rule,
        Math.max(
          0,
          auto.rules.findIndex(({ id }) => id === rule.id),
        ),
      ),
    remove: (id: string) => change(({ rules }) => ({ rules: rules.filter((rule) => rule.id !== id) })),
    setHits: (hits: AutoOptions['hits']) => change(() => ({ hits })),
  }
}
