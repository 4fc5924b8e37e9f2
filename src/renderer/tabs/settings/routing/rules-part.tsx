import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { AddRule } from './add-rule.tsx'
import { RuleRow } from './rule-row.tsx'
import { useRules } from './use-rules.ts'

const r = w.rules

/** By which rules Auto chooses, how often each decided something, and the way to forget that. */
export function RulesPart() {
  const { toasts } = useSession()
  const rules = useRules()
  const forget = () => {
    const { learned } = rules
    rules.setHits({})
    toasts.say(r.forgotten, { label: m.common.undo, run: () => rules.setHits(learned) })
  }
  return (
    <section aria-label={r.title} data-setting={r.title} className="mt-6 rounded-sheet">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">{r.title}</h3>
          <p className="text-12 text-pretty text-ink-2">{r.intro}</p>
        </div>
        {rules.anyHits && <Button onClick={forget}>{r.forget}</Button>}
        <AddRule onAdd={rules.add} />
      </div>
      <Sheet>
        <ul>
          {rules.own.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              on={!rules.off.has(rule.id)}
              hits={rules.hits(rule.id)}
              onChange={(on) => rules.setOn(rule.id, on)}
              onRemove={() => {
                rules.remove(rule.id)
                toasts.say(r.removed, { label: m.common.undo, run: () => rules.add(rule) })
              }}
            />
          ))}
          {rules.shipped.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              on={!rules.off.has(rule.id)}
              hits={rules.hits(rule.id)}
              onChange={(on) => rules.setOn(rule.id, on)}
            />
          ))}
        </ul>
      </Sheet>
    </section>
  )
}
