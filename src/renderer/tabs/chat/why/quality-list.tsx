import type { RunView } from '../../../../shared/run.ts'
import { Mark } from '../../../components/mark.tsx'
import { qualityLine, signLine } from '../answer/quality-words.ts'
import { members } from '../members/member-state.ts'
import { w } from '../words.ts'

/** Why an answer is thought to be good: each sign with its evidence, then a line a member. */
export function QualityList({ run }: { readonly run: RunView }) {
  const { quality, qualities = [] } = run.outcome ?? {}
  const rows = members(run).flatMap((member) => {
    const found = qualities.find(({ speaker }) => speaker === member.id)
    return found === undefined ? [] : [{ member, quality: found.quality }]
  })
  return (
    <div className="grid gap-2 text-12">
      {quality && (
        <>
          {quality.method === 'calibrated' && <p className="font-medium">{qualityLine(quality)}</p>}
          <dl className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
            {quality.signs.map((sign) => (
              <div key={sign.method}>
                <dt className="font-medium">{signLine(sign)}</dt>
                {sign.evidence.map((sentence) => (
                  <dd key={sentence} className="text-pretty text-ink-2">
                    {sentence}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </>
      )}
      {rows.length > 1 && (
        <ul aria-label={w.quality.ofMembers} className="grid gap-1">
          {rows.map((row) => (
            <li key={row.member.id} className="grid grid-cols-[1.125rem_minmax(0,1fr)_auto] items-center gap-2">
              <Mark number={row.member.number} label={row.member.label} decorative />
              <span className="truncate">{row.member.label}</span>
              <span className="text-ink-2">{qualityLine(row.quality)}</span>
            </li>
          ))}
        </ul>
      )}
      {quality?.method !== 'calibrated' && <p className="text-pretty text-ink-3">{w.quality.noPercentage}</p>}
    </div>
  )
}
