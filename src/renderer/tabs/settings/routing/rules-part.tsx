import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AutoRule } from '../../../../shared/auto.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import type { MenuEntry } from '../../../components/menu.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { type RuleDraft, ruleDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleRow } from './rule-row.tsx'
import { useRules } from './use-rules.ts'

const r = w.rules

/** By which rules Auto chooses, how often each decided something, and the way to change or forget that. */
export function RulesPart() {
  const { toasts } = useSession()
  const rules = useRules()
  const [edited, setEdited] = useState<{ readonly id: string; readonly start: RuleDraft } | null>(null)
  const editNew = (start: RuleDraft) => setEdited({ id: crypto.randomUUID(), start })
  const forget = () => {
    const { learned } = rules
    rules.setHits({})
    toasts.say(r.forgotten, { label: m.common.undo, run: () => rules.setHits(learned) })
  }
  const row = (rule: AutoRule, entries: readonly (readonly MenuEntry[])[]) => (
    <RuleRow
      rule={rule}
      on={!rules.off.has(rule.id)}
      hits={rules.hits(rule.id)}
      onChange={(on) => rules.setOn(rule.id, on)}
      entries={entries}
    />
  )
  const form = (title: string) =>
    edited && (
      <RuleForm
        key={edited.id}
        title={title}
        {...edited}
        onClose={() => setEdited(null)}
        onSave={(rule) => {
          rules.save(rule)
          setEdited(null)
        }}
      />
    )
  return (
    <section aria-label={r.title} data-setting={r.title} className="mt-6 rounded-sheet">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">{r.title}</h3>
          <p className="text-12 text-pretty text-ink-2">{r.intro}</p>
        </div>
        {rules.anyHits && <Button onClick={forget}>{r.forget}</Button>}
        <Button onClick={() => editNew(ruleDraft())}>
          <Plus size={14} aria-hidden />
          {r.add}
        </Button>
      </div>
      <Sheet className="overflow-clip">
        {edited !== null && !rules.own.some(({ id }) => id === edited.id) && form(r.add)}
        <ul>
          {rules.own.map((rule, place) => (
            <li key={rule.id}>
              {row(rule, [
                [{ id: 'edit', label: r.edit, onSelect: () => setEdited({ id: rule.id, start: ruleDraft(rule) }) }],
                [
                  { id: 'up', label: w.presets.moveUp, disabled: place === 0, onSelect: () => rules.put(rule, place - 1) },
                  {
                    id: 'down',
                    label: w.presets.moveDown,
                    disabled: place === rules.own.length - 1,
                    onSelect: () => rules.put(rule, place + 1),
                  },
                ],
                [
                  {
                    id: 'remove',
                    label: r.remove,
                    danger: true,
                    onSelect: () => {
                      rules.remove(rule.id)
                      toasts.say(r.removed, { label: m.common.undo, run: () => rules.put(rule, place) })
                    },
                  },
                ],
              ])}
              {edited?.id === rule.id && form(r.editTitle)}
            </li>
          ))}
          {rules.shipped.map((rule) => (
            <li key={rule.id}>
              {row(rule, [[{ id: 'copy', label: r.copy, onSelect: () => editNew(ruleDraft({ when: rule.when, action: rule.action })) }]])}
            </li>
          ))}
        </ul>
      </Sheet>
    </section>
  )
}
