import { ModelRef } from '../../../shared/ids.ts'
import type { MetricsFilter, MetricsHistory } from '../../../shared/metrics.ts'
import { Select } from '../../components/select.tsx'
import { dimensionName } from './dimension-name.ts'
import { ExportMenu } from './export-menu.tsx'
import { useModelName } from './model-look.ts'
import { useDashboardPlace } from './use-dashboard-place.ts'
import { useSeenValues } from './use-seen-values.ts'
import { w } from './words.ts'

const ALL = ''

/** What is looked at alone, and the export. */
export function DashboardBar({ history }: { readonly history: MetricsHistory | null }) {
  const { filter, change } = useDashboardPlace()
  const nameOf = useModelName()
  const seen = useSeenValues(history, filter)
  const set = (next: MetricsFilter) => change({ filter: next })
  const options = (all: string, values: readonly string[], label: (value: string) => string) => [
    { value: ALL, label: all },
    ...values.map((value) => ({ value, label: label(value) })),
  ]
  return (
    <div className="flex h-12 flex-none items-center justify-end gap-2 border-b border-line pr-4 pl-6 max-narrow:px-3">
      <h1 className="mr-auto flex-none max-narrow:sr-only text-15 font-semibold">{w.title}</h1>
      <Select
        className="min-w-0"
        label={w.filterModel}
        value={filter.model ?? ALL}
        options={options(w.allModels, seen.model, (ref) => nameOf(ref).label)}
        onChange={(value) => set({ ...filter, model: value === ALL ? undefined : ModelRef.parse(value) })}
      />
      <Select
        className="min-w-0"
        label={w.filterStrategy}
        value={filter.strategy ?? ALL}
        options={options(w.allStrategies, seen.strategy, (key) => dimensionName('strategy', key))}
        onChange={(value) => set({ ...filter, strategy: value === ALL ? undefined : value })}
      />
      <Select
        className="min-w-0"
        label={w.filterTask}
        value={filter.task ?? ALL}
        options={options(w.allTasks, seen.task, (key) => dimensionName('task', key))}
        onChange={(value) => set({ ...filter, task: value === ALL ? undefined : value })}
      />
      <ExportMenu history={history} />
    </div>
  )
}
