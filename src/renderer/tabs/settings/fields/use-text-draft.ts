import { type ChangeEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Reading } from './reading.ts'

/** A change is applied once typing rests for this long, or on Enter, or on leaving the field. */
export const REST_MS = 600

type TextDraftOptions<T> = {
  readonly saved: T
  readonly show: (value: T) => string
  readonly read: (text: string) => Reading<T>
  readonly commit: (value: T) => void
}

/** A field whose text is checked as it is typed and applied where it can be read. Esc goes back to what is saved. */
export function useTextDraft<T>({ saved, show, read, commit }: TextDraftOptions<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [away, setAway] = useState(true)
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly apply: () => void } | null>(null)
  const savedText = show(saved)
  const text = typed ?? savedText
  const reading = read(text)

  const flush = useCallback(() => {
    const due = waiting.current
    waiting.current = null
    if (!due) return
    clearTimeout(due.timer)
    due.apply()
  }, [])
  const drop = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
  }, [])
  // Leaving the tab takes the field away without a blur; what was typed is applied all the same.
  useEffect(() => flush, [flush])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved, here or in another window, is shown once nobody types here.
  useEffect(() => {
    if (away && waiting.current === null) setTyped(null)
  }, [savedText])

  const onChange = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const next = event.target.value
    setTyped(next)
    drop()
    const result = read(next)
    if (result.ok && show(result.value) !== savedText) {
      waiting.current = { timer: setTimeout(flush, REST_MS), apply: () => commit(result.value) }
    }
  }
  const onBlur = () => {
    setAway(true)
    flush()
    if (reading.ok && show(reading.value) === savedText) setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && event.currentTarget instanceof HTMLInputElement) flush()
    if (event.key !== 'Escape' || typed === null) return
    event.preventDefault()
    drop()
    setTyped(null)
  }
  return { props: { value: text, onChange, onBlur, onKeyDown, onFocus: () => setAway(false) }, error: reading.ok ? null : reading.error }
}
