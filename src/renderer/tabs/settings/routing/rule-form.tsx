import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { AutoAction, type AutoRule, Pattern } from '../../../../shared/auto.ts'
import { StrategyId, TaskType } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Segment } from '../../../components/segment.tsx'
import { Select } from '../../../components/select.tsx'
import { Switch } from '../../../components/switch.tsx'
import { ChoiceList } from '../fields/choice-list.tsx'
import { FieldError } from '../fields/field-error.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { w } from '../words.ts'
import { type Finding, type RuleDraft, readRule, TEXT_LABELS, type TextField } from './rule-draft.ts'

const r = w.rules
const { strategies, tasks } = m.settings.presets

type RuleFormProps = {
  readonly title: string
  readonly id: string
  readonly start: RuleDraft
  readonly onSave: (rule: AutoRule) => void
  readonly onClose: () => void
}

/** All that a rule can ask of a message and do about it, checked while it is typed. What is left empty says nothing. */
export function RuleForm({ title, id, start, onSave, onClose }: RuleFormProps) {
  const [draft, setDraft] = useState(start)
  const form = useRef<HTMLFormElement>(null)
  const wholeId = useId()
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { rule, errors } = readRule(id, draft)
  const set = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part })
  const text = (field: TextField) => ({
    label: TEXT_LABELS[field],
    value: draft[field],
    error: errors[field] ?? null,
    onChange: (value: string) => set({ [field]: value }),
  })
  const finding = (field: Finding, label: string) => (
    <FormRow label={label}>
      <div>
        <Segment
          label={label}
          value={draft[field]}
          options={[
            { value: 'any', label: r.either },
            { value: 'yes', label: r.yes },
            { value: 'no', label: r.no },
          ]}
          onChange={(value) => set({ [field]: value })}
        />
      </div>
    </FormRow>
  )
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (rule !== null) onSave(rule)
  }
  return (
    <form
      ref={form}
      aria-label={title}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      className="border-t border-line bg-chrome first:border-t-0"
    >
      <h4 className="px-4.5 pt-3 font-semibold @max-[36rem]:px-3">{title}</h4>
      <p className="px-4.5 pt-0.5 pb-2 text-12 text-ink-2 @max-[36rem]:px-3">{r.whenAll}</p>
      <FormRow label={r.taskTypes} note={r.anyOf} top>
        <ChoiceList
          label={r.taskTypes}
          options={TaskType.options.map((value) => ({ value, label: tasks[value] }))}
          chosen={draft.taskTypes}
          onChange={(taskTypes) => set({ taskTypes })}
        />
      </FormRow>
      <FormRow label={r.patternsLabel} note={r.anyOf} top>
        <ChoiceList
          label={r.patternsLabel}
          options={Pattern.options.map((value) => ({ value, label: r.patterns[value] }))}
          chosen={draft.patterns}
          onChange={(patterns) => set({ patterns })}
        />
      </FormRow>
      {finding('needsTools', r.needsTools)}
      {finding('freshness', r.fresh)}
      {finding('precision', r.precise)}
      <FormRow label={r.languages} note={r.languagesNote} top>
        <RuleField {...text('languages')} placeholder="de, en" />
      </FormRow>
      <FormRow label={r.complexity} top>
        <Between from={{ ...text('complexityAtLeast'), before: '%' }} to={{ ...text('complexityAtMost'), before: '%' }} />
      </FormRow>
      <FormRow label={r.characters} top>
        <Between from={text('charactersAtLeast')} to={text('charactersAtMost')} />
      </FormRow>
      <FormRow label={r.left} note={r.leftNote} top>
        <RuleField {...text('leftMicrosAtMost')} before="$" />
      </FormRow>
      <p className="border-t border-line px-4.5 pt-3 pb-2 text-12 text-ink-2 @max-[36rem]:px-3">{r.thenSo}</p>
      <FormRow label={r.answerBy}>
        <div>
          <Select
            label={r.answerBy}
            value={draft.strategy}
            options={[{ value: 'any', label: r.asElse }, ...StrategyId.options.map((value) => ({ value, label: strategies[value] }))]}
            onChange={(strategy) => set({ strategy })}
          />
        </div>
      </FormRow>
      <FormRow label={r.maxMembers} top>
        <RuleField {...text('maxMembers')} />
      </FormRow>
      <FormRow label={r.stopOn}>
        <div>
          <Select
            label={r.stopOn}
            value={draft.stopOn}
            options={[
              { value: 'any', label: r.asElse },
              ...AutoAction.shape.stopOn.unwrap().options.map((value) => ({ value, label: r.stops[value] })),
            ]}
            onChange={(stopOn) => set({ stopOn })}
          />
        </div>
      </FormRow>
      <FormRow label={r.localLabel}>
        <Switch label={r.localLabel} checked={draft.localOnly} onChange={(localOnly) => set({ localOnly })} />
      </FormRow>
      <FormRow label={r.why}>
        <Field
          label={r.why}
          placeholder={r.whyHint}
          maxLength={200}
          value={draft.because}
          onChange={(event) => set({ because: event.target.value })}
        />
      </FormRow>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4.5 py-3 @max-[36rem]:px-3">
        <FieldError id={wholeId} text={errors.rule ?? null} className="mr-auto" />
        <Button onClick={onClose}>{m.common.cancel}</Button>
        <Button type="submit" look="main" disabled={rule === null} aria-describedby={wholeId}>
          {r.save}
        </Button>
      </div>
    </form>
  )
}

type RuleFieldProps = {
  readonly label: string
  readonly value: string
  readonly error: string | null
  readonly before?: string
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

function RuleField({ error, onChange, before, ...rest }: RuleFieldProps) {
  const errorId = useId()
  return (
    <div className="grid min-w-0 gap-1">
      <Field
        {...rest}
        {...(before === undefined ? {} : { before })}
        autoComplete="off"
        wrong={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        boxClassName="w-28"
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldError id={errorId} text={error} />
    </div>
  )
}

/** Two bounds; either may be open. */
function Between({ from, to }: { readonly from: RuleFieldProps; readonly to: RuleFieldProps }) {
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
      {[
        { word: r.from, field: from },
        { word: r.to, field: to },
      ].map(({ word, field }) => (
        <div key={word} className="flex min-w-0 items-start gap-2">
          <span aria-hidden className="pt-1 text-12 text-ink-2">
            {word}
          </span>
          <RuleField {...field} />
        </div>
      ))}
    </div>
  )
}
