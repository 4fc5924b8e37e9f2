import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Segment } from '../../../components/segment.tsx'
import { callError } from '../../../state/call-error.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import { FieldError } from '../fields/field-error.tsx'
import { idFrom } from '../providers/endpoint-draft.ts'
import { EMPTY_SERVER, readServer, type ServerDraft } from './server-draft.ts'
import { t } from './words.ts'

/** Examples, the same in every language. */
const PROGRAM = 'npx'
const ADDRESS = 'http://localhost:3001/mcp'

type ServerFormProps = { readonly taken: readonly string[]; readonly onClose: () => void }

/** A new server: nothing of it starts before it was reviewed. */
export function ServerForm({ taken, onClose }: ServerFormProps) {
  const { client } = useSession()
  const vault = useApp((app) => app.vault)
  const [draft, setDraft] = useState<ServerDraft>(EMPTY_SERVER)
  const [failure, setFailure] = useState<string | null>(null)
  const { server, errors } = readServer(draft, taken)
  const change = (part: Partial<ServerDraft>) => setDraft((before) => ({ ...before, ...part }))
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (server === null) return
    client.tools.saveServer(server).then(onClose, (thrown: unknown) => setFailure(callError(thrown).message))
  }
  const line = (field: 'command' | 'cwd' | 'url' | 'name' | 'id', placeholder: string, value: string, onChange: (text: string) => void) => (
    <Line label={t[field]} error={value === '' ? undefined : errors[field]}>
      {(described) => (
        <Field
          label={t[field]}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          wrong={value !== '' && errors[field] !== undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...described}
        />
      )}
    </Line>
  )
  const area = (field: 'args' | 'env', placeholder: string) => (
    <Line label={t[field]} error={errors[field]}>
      {(described) => (
        <textarea
          aria-label={t[field]}
          placeholder={placeholder}
          rows={2}
          spellCheck={false}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
          className="field-sizing-content max-h-48 min-h-12 w-full resize-none rounded-control border border-line-strong bg-sheet px-2 py-1 font-mono text-12 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
          {...described}
        />
      )}
    </Line>
  )
  return (
    <form aria-label={t.add} onSubmit={add} className="grid gap-2.5 border-b border-line px-4.5 py-3.5 last:border-b-0 @max-[36rem]:px-3">
      <Line label={t.kind}>
        {() => (
          <span>
            <Segment
              label={t.kind}
              value={draft.kind}
              options={[
                { value: 'stdio', label: t.kinds.stdio },
                { value: 'http', label: t.kinds.http },
              ]}
              onChange={(kind) => change({ kind })}
            />
          </span>
        )}
      </Line>
      {line('name', t.nameHint, draft.name, (name) => change({ name, ...(draft.ownId ? {} : { id: idFrom(name) }) }))}
      {line('id', '', draft.id, (id) => change({ id, ownId: id !== '' }))}
      <p className="-mt-1.5 pl-[6.5rem] text-12 text-ink-2">{t.idNote(draft.id)}</p>
      {draft.kind === 'http' ? (
        line('url', ADDRESS, draft.url, (url) => change({ url }))
      ) : (
        <>
          {line('command', PROGRAM, draft.command, (command) => change({ command }))}
          {area('args', t.argsHint)}
          {area('env', t.envHint)}
          <p className="-mt-1.5 pl-[6.5rem] text-12 text-pretty text-ink-2">{vault === 'memory' ? t.envNoteMemory : t.envNote}</p>
          {line('cwd', t.cwdHint, draft.cwd, (cwd) => change({ cwd }))}
        </>
      )}
      <FieldError id="server-failure" text={failure} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" look="main" disabled={server === null}>
          {t.save}
        </Button>
      </div>
    </form>
  )
}

type LineProps = {
  readonly label: string
  readonly error?: string | undefined
  readonly children: (described: { readonly 'aria-describedby'?: string }) => ReactNode
}

/** A label, its control, and what is wrong with what stands in it. */
function Line({ label, error, children }: LineProps) {
  const id = useId()
  return (
    <div className="grid grid-cols-[5.75rem_minmax(0,1fr)] items-start gap-x-3 gap-y-1">
      <span aria-hidden className="pt-1 text-ink-2">
        {label}
      </span>
      {children(error === undefined ? {} : { 'aria-describedby': id })}
      <FieldError id={id} text={error ?? null} className="col-start-2" />
    </div>
  )
}
