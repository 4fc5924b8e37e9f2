import { useEffect, useRef, useState } from 'react'
import type { Claim, Claims } from '../../../../shared/claims.ts'
import type { RunView } from '../../../../shared/run.ts'
import { classNames } from '../../../components/class-names.ts'
import { Marks } from '../../../components/marks.tsx'
import './claims.css'
import { members } from '../members/member-state.ts'
import { plainLine } from '../members/plain-line.ts'
import { w } from '../words.ts'
import { markSentences } from './mark-sentences.ts'

type ClaimsViewProps = { readonly run: RunView; readonly claims: Claims }

/** In each part that many are shown before the rest is asked for. */
const FIRST = 5

/** What answers in free text agree on, where they contradict each other and what only one says; a claim marks its sentences below. */
export function ClaimsView({ run, claims }: ClaimsViewProps) {
  const ref = useRef<HTMLElement>(null)
  const [chosen, setChosen] = useState<Claim | null>(null)
  const all = members(run)
  useEffect(() => {
    const root = ref.current?.parentElement ?? null
    const mark = () => markSentences(root, chosen, all)
    mark()
    if (root === null || chosen === null) return
    // Markdown is drawn a moment after its plain text: then the marks are set anew.
    const redrawn = new MutationObserver(mark)
    redrawn.observe(root, { childList: true, subtree: true, characterData: true })
    return () => {
      redrawn.disconnect()
      markSentences(root, null, all)
    }
  })
  const parts = [
    {
      id: 'agree',
      title: w.claims.agree,
      list: claims.list.filter(({ supports, contradicts }) => contradicts.length === 0 && supports.length > 1),
    },
    { id: 'conflict', title: w.claims.conflict, list: claims.list.filter(({ contradicts }) => contradicts.length > 0) },
    {
      id: 'alone',
      title: w.claims.alone,
      list: claims.list.filter(({ supports, contradicts }) => contradicts.length === 0 && supports.length === 1),
    },
  ].filter(({ list }) => list.length > 0)
  if (parts.every(({ id }) => id === 'alone')) return null
  return (
    <section ref={ref} aria-label={w.claims.title} className="mt-3 rounded-sheet border border-line bg-sheet px-6 py-3 max-narrow:px-4">
      <h3 className="text-13 font-semibold">{w.claims.title}</h3>
      <div className="mt-2 grid gap-3">
        {parts.map((part) => (
          <Part key={part.id} title={part.title} list={part.list} chosen={chosen} all={all} onChoose={setChosen} />
        ))}
      </div>
      <p className="mt-2 text-12 text-pretty text-ink-3">{claims.method === 'overlap' ? w.claims.byWords : w.claims.byJudge}</p>
    </section>
  )
}

type PartProps = {
  readonly title: string
  readonly list: readonly Claim[]
  readonly chosen: Claim | null
  readonly all: ReturnType<typeof members>
  readonly onChoose: (claim: Claim | null) => void
}

function Part({ title, list, chosen, all, onChoose }: PartProps) {
  const [open, setOpen] = useState(false)
  const marksOf = (places: Claim['supports']) => all.filter(({ id }) => places.some(({ speaker }) => speaker === id))
  return (
    <div>
      <h4 className="mb-1 text-12 font-medium text-ink-3">{title}</h4>
      <ul>
        {(open ? list : list.slice(0, FIRST)).map((claim) => (
          <li
            key={`${claim.text} ${claim.supports[0]?.speaker} ${claim.supports[0]?.from}`}
            className="border-t border-line first:border-t-0"
          >
            <button
              type="button"
              aria-pressed={claim === chosen}
              title={w.claims.show}
              onClick={() => onChoose(claim === chosen ? null : claim)}
              className={classNames(
                'grid w-full cursor-default grid-cols-[minmax(0,1fr)_auto] items-center gap-3 py-1 text-left text-13',
                claim === chosen && 'font-medium text-accent',
              )}
            >
              <span className="line-clamp-2 wrap-anywhere">{plainLine(claim.text, 240)}</span>
              <span className="flex items-center gap-1.5">
                <Marks members={marksOf(claim.supports)} />
                {claim.contradicts.length > 0 && (
                  <>
                    <span className="text-12 text-warn">{w.claims.against}</span>
                    <Marks members={marksOf(claim.contradicts)} />
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {list.length > FIRST && (
        <button type="button" onClick={() => setOpen(!open)} className="mt-1 text-12 text-ink-2 underline underline-offset-2">
          {open ? w.claims.fewer : w.claims.more(list.length - FIRST)}
        </button>
      )}
    </div>
  )
}
