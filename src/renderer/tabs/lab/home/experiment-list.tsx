import { formatDate, formatShare } from '../../../../shared/format.ts'
import type { LabView } from '../../../../shared/lab.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { Tag } from '../../../components/tag.tsx'
import { w } from '../words.ts'

/** Experiments, newest first. */
export function ExperimentList({ lab, onOpen }: { readonly lab: LabView; readonly onOpen: (id: string) => void }) {
  return (
    <section aria-labelledby="lab-experiments">
      <h2 id="lab-experiments" className="mb-1.5 font-semibold">
        {w.experiments}
      </h2>
      <Sheet>
        <ul>
          {lab.experiments.map((experiment) => (
            <li key={experiment.id} className="border-t border-line first:border-t-0">
              <button
                type="button"
                className="flex min-h-11 w-full cursor-default flex-wrap items-center gap-x-3 px-3 py-1.5 text-left hover:bg-hover"
                onClick={() => onOpen(experiment.id)}
              >
                <span className="min-w-0 flex-1 basis-48 truncate font-medium">{experiment.name}</span>
                <span className="figures text-12 text-ink-2">
                  {lab.dataSets.find(({ id }) => id === experiment.dataSet)?.name} · {formatDate(experiment.startedAt)}
                </span>
                <Tag tone={experiment.state === 'failed' ? 'bad' : experiment.state === 'running' ? 'accent' : 'plain'}>
                  {experiment.state === 'running' ? formatShare(experiment.done / experiment.total) : w.state[experiment.state]}
                </Tag>
              </button>
            </li>
          ))}
        </ul>
      </Sheet>
    </section>
  )
}
