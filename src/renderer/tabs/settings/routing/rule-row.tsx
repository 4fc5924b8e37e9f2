import { Ellipsis } from 'lucide-react'
import type { AutoRule } from '../../../../shared/auto.ts'
import { formatNumber } from '../../../../shared/format.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu, type MenuEntry } from '../../../components/menu.tsx'
import { Switch } from '../../../components/switch.tsx'
import { w } from '../words.ts'
import { actionWords, conditionWords } from './rule-words.ts'

const r = w.rules

type RuleRowProps = {
  readonly rule: AutoRule
  readonly on: boolean
  readonly hits: number
  readonly onChange: (on: boolean) => void
  /** What can be done to it besides, in groups. */
  readonly entries: readonly (readonly MenuEntry[])[]
}

/** When a rule holds, what it does and why; how often it decided something. */
export function RuleRow({ rule, on, hits, onChange, entries }: RuleRowProps) {
  const when = conditionWords(rule.when)
  return (
    <div className="grid min-h-10 grid-cols-[minmax(0,1fr)_5rem_auto_1.75rem] items-center gap-x-4 border-t border-line px-4.5 py-1.5 in-[li:first-child]:border-t-0 @max-[36rem]:px-3">
      <div className={on ? 'min-w-0' : 'min-w-0 text-ink-3'}>
        <p className="text-pretty">
          {when} <span aria-hidden>→</span> <b className="font-medium">{actionWords(rule.action)}</b>
        </p>
        <p className="text-12 text-pretty text-ink-2">{r.because(rule.because)}</p>
      </div>
      <span className="figures text-right text-12 text-ink-2">{r.hits(formatNumber(hits), hits)}</span>
      <Switch label={r.use(when)} checked={on} onChange={onChange} />
      <Menu
        label={r.more(when)}
        align="end"
        trigger={
          <IconButton label={r.more(when)}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        groups={entries.map((group, index) => ({ id: String(index), entries: group }))}
      />
    </div>
  )
}
