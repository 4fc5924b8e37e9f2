import type { Outcome, RunView, SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { Marks } from '../../../components/marks.tsx'
import { members } from '../members/member-state.ts'
import { plainLine, reasonSentence } from '../members/plain-line.ts'

type TallyProps = { readonly run: RunView; readonly outcome: Outcome }

/** Who said what: one row an answer, strongest first, then who failed and who was not asked, and the dissenting sentence. */
export function Tally({ run, outcome }: TallyProps) {
  const all = members(run)
  const named = (ids: readonly string[]) => all.filter((member) => ids.includes(member.id))
  const failed = all.filter((member) => member.state === 'failed')
  const silent = all.filter((member) => member.state === 'not-needed' || member.state === 'waiting' || member.state === 'cancelled')
  const dissenter = named(outcome.groups[1]?.members ?? [])[0]
  const rows = [
    ...outcome.groups.map((group, index) => ({
      key: `${index} ${group.answer}`,
      text: plainLine(group.answer, 120),
      who: named(group.members),
      count: String(group.members.length),
      won: index === 0 && outcome.agreement !== null,
      off: false,
    })),
    ...leftOut('failed', m.chat.failedRow, failed),
    ...leftOut('silent', m.chat.notAsked, silent),
  ]
  return (
    <section
      aria-label={m.chat.whoSaidWhat}
      className="border-l border-line pt-3.5 pr-6 pb-4 pl-4 max-narrow:border-t max-narrow:border-l-0 max-narrow:px-4 max-narrow:py-2.5"
    >
      <h4 className="mb-1.5 text-12 font-medium text-ink-3">{m.chat.whoSaidWhat}</h4>
      <ul>
        {rows.map((row) => (
          <li
            key={row.key}
            className={classNames(
              'grid min-h-8 grid-cols-[minmax(0,1fr)_auto_1rem] items-center gap-3 border-t border-line py-1 first:border-t-0',
              row.off && 'text-ink-3',
            )}
          >
            <span title={row.text} className={classNames('line-clamp-2 wrap-anywhere', row.won && 'font-semibold text-accent')}>
              {row.text}
            </span>
            <Marks members={row.who.map((member) => ({ number: member.number, label: member.label, off: row.off }))} />
            <span className={classNames('figures text-right', row.won && 'font-semibold text-accent')}>{row.count}</span>
          </li>
        ))}
      </ul>
      {dissenter && outcome.agreement !== null && (
        <p className="mt-2 text-12 text-pretty text-ink-2">
          {m.chat.saysInstead(dissenter.label, reasonSentence(dissenter.text, outcome.groups[1]?.answer ?? ''))}
        </p>
      )}
    </section>
  )
}

function leftOut(key: string, text: string, who: readonly SpeakerView[]) {
  return who.length === 0 ? [] : [{ key, text, who, count: m.common.unknown, won: false, off: true }]
}
