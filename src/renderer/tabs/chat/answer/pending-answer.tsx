import { formatDuration, formatMoney } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Markdown } from '../../../components/markdown.tsx'
import { Score } from '../../../components/score.tsx'
import { useNow } from '../../../state/use-now.ts'
import { members, mergeOf, progressOf } from '../members/member-state.ts'
import { lanesOf, spanOf } from '../why/run-lanes.ts'
import { listWords } from './list-words.ts'

/** The place of the answer, kept from the first moment: the live score, then the merge as it streams. */
export function PendingAnswer({ run }: { readonly run: RunView }) {
  const now = useNow(true)
  const merge = mergeOf(run)
  const title = merge ? m.chat.pending.merged : m.chat.pending[run.strategy ?? 'computed']
  const merging = merge !== undefined && merge.text !== ''
  const span = spanOf(run, now)
  return (
    <article aria-label={m.chat.notReady(title)} className="rounded-sheet border border-line bg-sheet">
      <header className="flex min-h-11 items-center gap-2 border-b border-line px-6 py-1 max-narrow:px-4">
        <h3 className="flex-none text-13 font-semibold">{title}</h3>
        <span className="min-w-0 truncate text-12 text-ink-2">{awaited()}</span>
        <span className="figures ml-auto flex flex-none gap-4 pl-2 text-12 text-ink-2">
          <span>{formatDuration(Math.max(0, now - run.startedAt))}</span>
          <span>{m.chat.soFar(formatMoney(run.costMicros))}</span>
        </span>
      </header>
      {merging ? (
        <div className="max-w-[72ch] px-6 py-4 text-15 max-narrow:px-4" aria-busy>
          <Markdown text={merge.text} streaming={merge.state === 'streaming'} lead />
        </div>
      ) : (
        <div className="px-6 pt-3.5 pb-3 max-narrow:px-4">
          <Score label={m.chat.stateOfMembers} lanes={lanesOf(run, now)} span={span} barline={Math.min(span, now - run.startedAt)} named />
        </div>
      )}
    </article>
  )

  function awaited(): string {
    const open = members(run).filter((member) => member.endedAt === null && member.state !== 'not-needed')
    if (merge && open.length === 0) return m.chat.merging(merge.label)
    if (merge) {
      const numbers = listWords(open.map((member) => String(member.number)))
      return m.chat.startsWhen(numbers, open.length, merge.label)
    }
    const { done, of } = progressOf(run)
    return m.chat.doneOf(done, of)
  }
}
