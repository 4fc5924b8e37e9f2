import { useCallback, useEffect, useRef, useState } from 'react'
import type { Preset, PresetView } from '../../../../shared/preset.ts'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { presetOf } from './preset-changes.ts'

/** Changes that follow each other closely are saved together. */
const REST_MS = 300

/**
 * A preset while it is edited. Each change shows at once and is saved by itself; `error` says why the last one was not.
 * Changes of another window show once this one has nothing that is not saved.
 */
export function usePresetDraft(view: PresetView) {
  const { client } = useSession()
  const [draft, setDraft] = useState<Preset | null>(null)
  const [error, setError] = useState<string | null>(null)
  const saved = presetOf(view)
  const preset = draft ?? saved
  const latest = useRef(preset)
  latest.current = preset
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    try {
      await client.presets.save(latest.current)
      setError(null)
    } catch (thrown) {
      setError(callError(thrown).message)
    }
  }, [client])
  const change = useCallback(
    (part: Partial<Preset>) => {
      latest.current = { ...latest.current, ...part }
      setDraft(latest.current)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), REST_MS)
    },
    [save],
  )
  const flush = useCallback(() => {
    if (timer.current !== undefined) void save()
  }, [save])
  useEffect(() => flush, [flush])

  const savedText = JSON.stringify(saved)
  useEffect(() => {
    setDraft((current) => (current !== null && JSON.stringify(current) === savedText ? null : current))
  }, [savedText])
  return { preset, saved: draft === null, error, change, flush }
}
