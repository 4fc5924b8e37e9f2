import { Plus } from 'lucide-react'
import { useState } from 'react'
import { AutoRule } from '../../../../shared/auto.ts'
import { StrategyId, TaskType } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Popover } from '../../../components/popover.tsx'
import { Select } from '../../../components/select.tsx'
import { w } from '../words.ts'

const r = w.rules
const { strategies, tasks } = m.settings.presets

/** A rule of the user's own: a kind of question, and how it is to be answered. It comes before those that ship. */
export function AddRule({ onAdd }: { readonly onAdd: (rule: AutoRule) => void }) {
  const [open, setOpen] = useState(false)
  const [task, setTask] = useState<TaskType>('code')
  const [strategy, setStrategy] = useState<StrategyId>('voting')
  const [because, setBecause] = useState('')
  const rule = AutoRule.safeParse({
    id: crypto.randomUUID(),
    when: { taskTypes: [task] },
    action: { strategy },
    because: because.trim() === '' ? r.ownReason : because,
  })
  return (
    <Popover
      title={r.add}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Plus size={14} aria-hidden />
          {r.add}
        </Button>
      }
    >
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!rule.success) return
          onAdd(rule.data)
          setBecause('')
          setOpen(false)
        }}
      >
        <Select
          label={r.when}
          value={task}
          options={TaskType.options.map((value) => ({ value, label: tasks[value] }))}
          onChange={setTask}
        />
        <Select
          label={r.answerBy}
          value={strategy}
          options={StrategyId.options.map((value) => ({ value, label: strategies[value] }))}
          onChange={setStrategy}
        />
        <Field label={r.why} placeholder={r.whyHint} maxLength={200} value={because} onChange={(event) => setBecause(event.target.value)} />
        <Button type="submit" look="main" disabled={!rule.success} className="justify-self-start">
          {r.add}
        </Button>
      </form>
    </Popover>
  )
}
