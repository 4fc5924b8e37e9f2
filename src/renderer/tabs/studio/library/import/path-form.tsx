import { useState } from 'react'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'

type PathFormProps = {
  readonly title?: string
  readonly label: string
  readonly action: string
  readonly disabled?: boolean
  /** The field is empty again where it resolves with true. */
  readonly onPath: (path: string) => unknown
}

/** A path of this computer, typed in whole. */
export function PathForm({ title, label, action, disabled = false, onPath }: PathFormProps) {
  const [path, setPath] = useState('')
  return (
    <form
      aria-label={title ?? label}
      className="mt-6 grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        const given = path.trim()
        if (given === '' || disabled) return
        void Promise.resolve(onPath(given)).then((done) => done === true && setPath(''))
      }}
    >
      {title !== undefined && <h2 className="font-semibold">{title}</h2>}
      <div className="flex gap-2">
        <Field
          label={label}
          placeholder={label}
          spellCheck={false}
          value={path}
          onChange={(event) => setPath(event.target.value)}
          boxClassName="flex-1"
          className="font-mono text-12"
        />
        <Button type="submit" disabled={disabled || path.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  )
}
