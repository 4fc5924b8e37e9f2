import { ModelRef, PresetId } from '../../../../shared/ids.ts'
import { StrategyId, TaskType } from '../../../../shared/preset.ts'
import { Button } from '../../../components/button.tsx'
import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { dimensionName } from '../../dashboard/dimension-name.ts'
import { spanText } from '../../dashboard/span-words.ts'
import { orchestratorName } from '../orchestrator-name.ts'
import { w } from '../words.ts'
import { isNarrowed, LAB, type Narrowing, NOT_NARROWED, TIME_SPANS, type TimeSpan } from './narrowing.ts'

const f = w.filters
const ANY = ''
const CALLS = 'calls'

type ListFiltersProps = {
  readonly narrowing: Narrowing
  readonly orchestrators: readonly string[]
  readonly onChange: (narrowing: Narrowing) => void
}

/** Narrows the list by time, preset, model, strategy, kind of task and orchestrator. */
export function ListFilters({ narrowing, orchestrators, onChange }: ListFiltersProps) {
  const presets = useApp((app) => app.presets)
  const models = useApp((app) => app.models)
  const { orchestrator, presetId, model, strategy, task, time, calls } = narrowing
  return (
    <section aria-label={f.more} className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-6 py-2 max-narrow:px-3">
      <Select<TimeSpan | typeof CALLS>
        label={f.time}
        value={calls ? CALLS : time}
        options={[
          ...TIME_SPANS.map((value) => ({ value, label: f.times[value] })),
          ...(calls ? [{ value: CALLS, label: f.callsIn(spanText(calls)) } as const] : []),
        ]}
        onChange={(next) => next !== CALLS && onChange({ ...narrowing, time: next, calls: null })}
      />
      <Select<string>
        label={f.preset}
        value={presetId ?? ANY}
        options={[{ value: ANY, label: f.anyPreset }, ...presets.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id) => onChange({ ...narrowing, presetId: PresetId.safeParse(id).data ?? null })}
      />
      <Select<string>
        label={f.model}
        value={model ?? ANY}
        options={[{ value: ANY, label: f.anyModel }, ...models.map(({ ref, label, provider }) => ({ value: ref, label, hint: provider }))]}
        onChange={(ref) => onChange({ ...narrowing, model: ModelRef.safeParse(ref).data ?? null })}
      />
      <Select<string>
        label={f.strategy}
        value={strategy ?? ANY}
        options={[
          { value: ANY, label: f.anyStrategy },
          ...StrategyId.options.map((value) => ({ value, label: dimensionName('strategy', value) })),
        ]}
        onChange={(next) => onChange({ ...narrowing, strategy: next || null })}
      />
      <Select<string>
        label={f.task}
        value={task ?? ANY}
        options={[{ value: ANY, label: f.anyTask }, ...TaskType.options.map((value) => ({ value, label: dimensionName('task', value) }))]}
        onChange={(next) => onChange({ ...narrowing, task: next || null })}
      />
      {orchestrators.length > 1 && (
        <Select<string>
          label={f.orchestrator}
          value={orchestrator ?? ANY}
          options={[
            { value: ANY, label: f.anyOrchestrator },
            ...orchestrators.map((id) => ({ value: id, label: orchestratorName(id) })),
            { value: LAB, label: f.ofTheLab },
          ]}
          onChange={(id) => onChange({ ...narrowing, orchestrator: id === ANY ? null : id })}
        />
      )}
      {isNarrowed(narrowing) && (
        <Button look="bare" onClick={() => onChange(NOT_NARROWED)}>
          {f.clear}
        </Button>
      )}
    </section>
  )
}
