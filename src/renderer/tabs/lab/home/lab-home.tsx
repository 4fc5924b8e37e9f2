import type { LabView } from '../../../../shared/lab.ts'
import { w } from '../words.ts'
import { DataSetList } from './data-set-list.tsx'
import { ExperimentList } from './experiment-list.tsx'
import { ImportForm } from './import-form.tsx'

type LabHomeProps = { readonly lab: LabView; readonly onOpen: (id: string) => void; readonly onNew: (dataSet: string) => void }

/** What is there: data sets, experiments, and the way to bring in more. */
export function LabHome({ lab, onOpen, onNew }: LabHomeProps) {
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex h-12 flex-none items-center border-b border-line px-6 max-narrow:px-3">
        <h1 className="text-15 font-semibold">{w.title}</h1>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-5 pb-10 max-narrow:px-3">
        <div className="grid max-w-[54rem] gap-7">
          <p className="max-w-[40rem] text-pretty text-ink-2">{w.intro}</p>
          {lab.experiments.length > 0 && <ExperimentList lab={lab} onOpen={onOpen} />}
          {lab.dataSets.length > 0 && <DataSetList dataSets={lab.dataSets} onNew={onNew} />}
          <ImportForm imports={lab.imports} example={lab.dataSets.length === 0} onImported={onNew} />
        </div>
      </div>
    </div>
  )
}
