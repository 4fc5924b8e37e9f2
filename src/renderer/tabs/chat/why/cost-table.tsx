import { formatTokens } from '../../../../shared/format.ts'
import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Mark } from '../../../components/mark.tsx'
import { MoneyExact } from '../../../components/money.tsx'
import { useModelLabel } from '../use-labels.ts'
import { w } from '../words.ts'

const CELL = 'border-t border-line py-1 pl-3 text-right figures'

/** Tokens and cost of each speaker that was asked and of the judge; the sum is exact to the micro-dollar. */
export function CostTable({ run }: { readonly run: RunView }) {
  const rows = run.speakers.filter((speaker) => speaker.result?.usage)
  const { judge } = run
  const labelOf = useModelLabel()
  const sum = (count: (speaker: SpeakerView) => number, judged = 0) => rows.reduce((total, speaker) => total + count(speaker), judged)
  return (
    <table className="w-full border-collapse text-12">
      <thead>
        <tr className="text-right text-ink-3 [&>th]:pb-1 [&>th]:font-medium [&>th+th]:pl-3">
          <th scope="col" className="text-left">
            {m.chat.cost}
          </th>
          <th scope="col">{m.chat.input}</th>
          <th scope="col">{m.chat.output}</th>
          <th scope="col">{m.chat.dollars}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((speaker) => (
          <tr key={speaker.id}>
            <td className="max-w-0 w-full border-t border-line py-1">
              <span className="flex min-w-0 items-center gap-[5px]">
                {speaker.role === 'member' && <Mark number={speaker.number} label={speaker.label} small decorative />}
                <span className="truncate">{speaker.role === 'merge' ? m.chat.merge(speaker.label) : speaker.label}</span>
              </span>
            </td>
            <td className={CELL}>{formatTokens(inputOf(speaker))}</td>
            <td className={CELL}>{formatTokens(outputOf(speaker))}</td>
            <td className={CELL}>
              {speaker.result?.costMicros == null ? m.chat.noPrice : <MoneyExact micros={speaker.result.costMicros} />}
            </td>
          </tr>
        ))}
        {judge && (
          <tr>
            <td className="max-w-0 w-full truncate border-t border-line py-1">{w.quality.judgedBy(labelOf(judge.model))}</td>
            <td className={CELL}>{formatTokens(judge.input)}</td>
            <td className={CELL}>{formatTokens(judge.output)}</td>
            <td className={CELL}>{judge.costMicros === null ? m.chat.noPrice : <MoneyExact micros={judge.costMicros} />}</td>
          </tr>
        )}
        <tr className="font-semibold [&>td]:border-line-strong">
          <td className="border-t py-1">{m.chat.sum}</td>
          <td className={CELL}>{formatTokens(sum(inputOf, judge?.input))}</td>
          <td className={CELL}>{formatTokens(sum(outputOf, judge?.output))}</td>
          <td className={CELL}>
            <MoneyExact micros={sum((speaker) => speaker.result?.costMicros ?? 0, judge?.costMicros ?? 0)} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function inputOf(speaker: SpeakerView): number {
  const usage = speaker.result?.usage
  return usage ? usage.input + usage.cacheRead + usage.cacheWrite : 0
}

function outputOf(speaker: SpeakerView): number {
  const usage = speaker.result?.usage
  return usage ? usage.output + usage.reasoning : 0
}
