import { Copy, GitFork } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RunView } from '../../../../shared/run.ts'
import type { EffectView } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { errorText } from '../../../state/error-words.ts'
import { useCopy } from '../../../state/use-copy.ts'
import { useFork } from '../use-fork.ts'
import { AttemptTable } from './attempt-table.tsx'
import { asText, ReadableValue } from './readable-value.tsx'

const BOX = 'max-h-80 border border-line bg-sheet px-3 py-2'

type EffectDetailProps = { readonly run: RunView; readonly effect: EffectView; readonly onClose: () => void }

/** What an effect was asked and what came back, its attempts with their errors, its digest, and a fork from here. Esc closes it. */
export function EffectDetail({ run, effect, onClose }: EffectDetailProps) {
  const fork = useFork(run.id)
  const { outcome } = effect
  const input = effect.input === null ? null : asText(effect.input)
  const output = outcome.ok ? asText(outcome.value) : null
  return (
    <section
      aria-label={effect.path}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
      className="grid gap-3 py-3 pl-5"
    >
      <div className="grid grid-cols-2 gap-4 @max-[58rem]/run:grid-cols-1">
        <Block title={m.runs.input} copy={input === null ? null : { label: m.runs.copyInput, text: input }}>
          {input === null ? <p className="text-ink-2">{m.runs.noInput}</p> : <ReadableValue value={effect.input} className={BOX} />}
        </Block>
        <Block title={m.runs.output} copy={output === null ? null : { label: m.runs.copyOutput, text: output }}>
          {output === null ? (
            <ErrorNote what={outcome.ok ? '' : errorText(outcome.error)} {...(outcome.ok ? {} : { kept: outcome.error.code })} />
          ) : (
            <ReadableValue value={outcome.ok ? outcome.value : null} className={BOX} />
          )}
        </Block>
      </div>
      {effect.attempts.length > 0 && <AttemptTable attempts={effect.attempts} />}
      <p className="text-12 text-ink-3">
        {m.runs.digest} <span className="font-mono wrap-anywhere">{effect.digest}</span>
      </p>
      {run.state !== 'running' && effect.kind !== 'all' && (
        <div className="flex flex-wrap items-center gap-2">
          <Button small onClick={() => fork(effect.path)}>
            <GitFork size={14} aria-hidden />
            {m.runs.forkHere}
          </Button>
          <span className="text-12 text-ink-2">{m.runs.forkHereNote}</span>
        </div>
      )}
    </section>
  )
}

type BlockProps = {
  readonly title: string
  readonly copy: { readonly label: string; readonly text: string } | null
  readonly children: ReactNode
}

function Block({ title, copy, children }: BlockProps) {
  const put = useCopy()
  return (
    <div className="min-w-0">
      <div className="mb-1 flex h-6 items-center">
        <h3 className="text-12 font-semibold text-ink-2">{title}</h3>
        {copy && (
          <IconButton small label={copy.label} className="ml-auto" onClick={() => put(copy.text)}>
            <Copy size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {children}
    </div>
  )
}
