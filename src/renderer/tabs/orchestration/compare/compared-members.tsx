import { formatDuration, formatMoney } from '../../../../shared/format.ts'
import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Mark, Seats } from '../../../components/mark.tsx'
import { errorText } from '../../../state/error-words.ts'
import { w } from '../words.ts'
import { TwoColumns } from './two-columns.tsx'

const c = w.compare

/** Who was asked in each run, how it ended, how long it took and what it cost. */
export function ComparedMembers({ left, right }: { readonly left: RunView; readonly right: RunView }) {
  return <TwoColumns title={c.members} left={<Members run={left} />} right={<Members run={right} />} />
}

function Members({ run }: { readonly run: RunView }) {
  return (
    <Seats value={run.speakers}>
      <ul className="min-w-0">
        {run.speakers.map((speaker) => (
          <li
            key={speaker.id}
            className="grid min-h-8 grid-cols-[1.25rem_minmax(0,1fr)_auto_4.5rem_4.5rem] items-center gap-x-2 border-t border-line first:border-t-0"
          >
            {speaker.role === 'member' ? <Mark number={speaker.number} label={speaker.label} small decorative /> : <span />}
            <span className="truncate" title={firstLine(speaker)}>
              {speaker.label}
            </span>
            <span className={speaker.state === 'failed' ? 'text-12 text-bad' : 'text-12 text-ink-2'}>{m.chat.state[speaker.state]}</span>
            <span className="figures text-right text-12 text-ink-2">
              {speaker.result?.totalMs == null ? m.common.unknown : formatDuration(speaker.result.totalMs)}
            </span>
            <span className="figures text-right text-12">
              {speaker.result && speaker.result.attempts > 0 ? formatMoney(speaker.result.costMicros) : m.common.unknown}
            </span>
          </li>
        ))}
      </ul>
    </Seats>
  )
}

function firstLine({ text, result }: SpeakerView): string {
  return (result?.error ? errorText(result.error) : text).slice(0, 200)
}
