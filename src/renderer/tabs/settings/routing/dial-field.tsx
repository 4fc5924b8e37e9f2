import { useEffect, useRef, useState } from 'react'
import { Slider } from '../../../components/slider.tsx'
import { useApp } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'

const r = w.routing
const STEP = 0.05
/** What is dragged shows at once; it is applied once it rests. */
const REST_MS = 250

/** The dial from the cheapest to the best. */
export function DialField() {
  const saved = useApp((app) => app.settings.dial)
  const changeSettings = useChangeSettings()
  const [dragged, setDragged] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved, here or in another window, is shown.
  useEffect(() => setDragged(null), [saved])
  const value = dragged ?? saved
  const text = r.dialIs(Math.round(value * 100))
  const drag = (dial: number) => {
    setDragged(dial)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => changeSettings(() => ({ dial })), REST_MS)
  }
  return (
    <FormRow label={r.dial} note={r.dialNote} top>
      <div className="max-w-88">
        <Slider label={r.dial} value={value} min={0} max={1} step={STEP} text={text} onChange={drag} />
        <div aria-hidden className="flex justify-between text-12 text-ink-2">
          <span>{r.cheapest}</span>
          <span className="figures font-medium text-ink">{value > 0 && value < 1 ? text : ''}</span>
          <span>{r.best}</span>
        </div>
      </div>
    </FormRow>
  )
}
