import { ModelRef, PresetId } from '../../../../shared/ids.ts'
import { Button } from '../../../components/button.tsx'
import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { orchestratorName } from '../orchestrator-name.ts'
import { w } from '../words.ts'
import { isNarrowed, type Narrowing, NOT_NARROWED, TIME_SPANS } from './narrowing.ts'

const f = w.filters
const ANY = ''

type ListFiltersProps = {
  readonly narrowing: Narrowing
  readonly orchestrators: readonly string[]
  readonly onChange: (narrowing: Narrowing) => void
}

/** Narrows the list by orchestrator, preset, model and time. */
export function ListFilters({ narrowing, orchestrators, onChange }: ListFiltersProps) {
  const presets = useApp((app) => app.presets)
  const models = useApp((app) => app.models)
  const { orchestrator, presetId, model, time } = narrowing
  return (
    <section aria-label={f.more} className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-6 py-2 max-narrow:px-3">
      <Select
        label={f.time}
        value={time}
        options={TIME_SPANS.map((value) => ({ value, label: f.times[value] }))}
        onChange={(next) => onChange({ ...narrowing, time: next })}
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
      {orchestrators.length > 1 && (
        <Select<string>
          label={f.orchestrator}
          value={orchestrator ?? ANY}
          options={[{ value: ANY, label: f.anyOrchestrator }, ...orchestrators.map((id) => ({ value: id, label: orchestratorName(id) }))]}
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
