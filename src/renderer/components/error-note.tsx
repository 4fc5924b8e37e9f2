import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type ErrorNoteProps = {
  /** Who did what, in one sentence. */
  readonly what: string
  /** What was kept. */
  readonly kept?: string
  /** The remedy: a button, with its price where it costs. */
  readonly action?: ReactNode
  readonly tone?: 'bad' | 'warn'
  readonly role?: 'alert' | 'note'
}

/** An error under what has arrived: who did what, what was kept, the remedy. */
export function ErrorNote({ what, kept, action, tone = 'bad', role = 'note' }: ErrorNoteProps) {
  const { first, rest } = splitSentence(what)
  return (
    <div
      role={role}
      className={classNames('rounded-control px-2.5 py-2 text-12 leading-[1.0625rem]', tone === 'bad' ? 'bg-bad-soft' : 'bg-warn-soft')}
    >
      <p className="text-pretty wrap-anywhere">
        <TriangleAlert
          size={14}
          aria-hidden
          className={classNames('mr-1.5 inline align-[-2.5px]', tone === 'bad' ? 'text-bad' : 'text-warn')}
        />
        <b>{first}</b>
        {rest}
        {kept !== undefined && <> {kept}</>}
      </p>
      {action !== undefined && <div className="mt-1.5 flex flex-wrap gap-1.5">{action}</div>}
    </div>
  )
}

/** The first sentence stands out; a figure or an address in it does not end it. */
function splitSentence(text: string): { readonly first: string; readonly rest: string } {
  const end = /[.!?](?=\s+\p{Lu})/u.exec(text)
  return end ? { first: text.slice(0, end.index + 1), rest: text.slice(end.index + 1) } : { first: text, rest: '' }
}
