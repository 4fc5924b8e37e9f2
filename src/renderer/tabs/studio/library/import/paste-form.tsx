import { useState } from 'react'
import type { LibraryKind } from '../../../../../shared/library.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { Segment } from '../../../../components/segment.tsx'
import { AREA } from '../../inspector/labelled.tsx'
import { w } from '../words.ts'

const t = w.import

type PasteFormProps = { readonly disabled: boolean; readonly onText: (name: string, text: string) => void }

/** The text of one file, pasted: a definition says what it is and what it is called, Markdown may leave both open. */
export function PasteForm({ disabled, onText }: PasteFormProps) {
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<LibraryKind>('command')
  const isDefinition = /^\s*\{/.test(text)
  return (
    <form
      aria-label={t.paste}
      className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '' || disabled) return
        const called = name.trim() === '' ? 'pasted' : name.trim()
        onText(isDefinition ? `commands/${called}.json` : `${kind}s/${called}.md`, text)
      }}
    >
      <h2 className="font-semibold">{t.paste}</h2>
      <textarea
        aria-label={t.pasted}
        placeholder={t.pastedNote}
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${AREA} font-mono text-12`}
      />
      <div className="flex flex-wrap items-center gap-2">
        {!isDefinition && (
          <>
            <Segment
              label={t.pastedKind}
              value={kind}
              options={[
                { value: 'command', label: w.kind.command },
                { value: 'agent', label: w.kind.agent },
              ]}
              onChange={setKind}
            />
            <Field label={t.pastedName} placeholder={t.pastedName} value={name} onChange={(event) => setName(event.target.value)} />
          </>
        )}
        <Button type="submit" disabled={disabled || text.trim() === ''}>
          {t.read}
        </Button>
      </div>
    </form>
  )
}
