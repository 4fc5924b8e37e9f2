import { type SyntheticEvent, useId, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { FieldError } from '../fields/field-error.tsx'
import { keyProblem } from './key-problem.ts'

type KeyInputProps = {
  readonly label: string
  readonly placeholder: string
  /** The placeholder stands for a key that is kept, and looks like one. */
  readonly kept?: boolean
  readonly submit: string
  /** The button's word and work while nothing is typed. */
  readonly rest?: { readonly label: string; readonly run: () => void }
  readonly busy: boolean
  readonly error: string | null
  readonly onKey: (key: string) => Promise<void>
}

/**
 * Takes a key, hands it on once and forgets it. The value lives in the input element alone, never in React's state or a store,
 * and is cleared before the call is made.
 */
export function KeyInput({ label, placeholder, kept = false, submit, rest, busy, error, onKey }: KeyInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const errorId = useId()
  const [typed, setTyped] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const said = problem ?? (typed ? null : error)
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    const element = input.current
    const key = element?.value.trim() ?? ''
    if (!element || busy) return
    if (key === '') return rest?.run()
    if (keyProblem(key) !== null) return
    element.value = ''
    setTyped(false)
    void onKey(key)
  }
  return (
    <form onSubmit={send} autoComplete="off" className="col-span-2 grid grid-cols-subgrid gap-y-1.5">
      <Field
        ref={input}
        label={label}
        type="password"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-1p-ignore
        data-lpignore="true"
        placeholder={placeholder}
        wrong={said !== null}
        aria-describedby={said === null ? undefined : errorId}
        className={kept ? 'placeholder:text-ink' : ''}
        onChange={(event) => {
          setTyped(event.target.value.trim() !== '')
          setProblem(keyProblem(event.target.value))
        }}
      />
      <Button type="submit" look={typed ? 'main' : 'plain'} disabled={busy || problem !== null || (!typed && !rest)}>
        {typed || !rest ? submit : rest.label}
      </Button>
      <FieldError id={errorId} text={said} className="col-span-full" />
    </form>
  )
}
