import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { DataSet } from '../../../../shared/lab.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useSession } from '../../../state/use-session.ts'
import { RemoveDialog } from '../remove-dialog.tsx'
import { w } from '../words.ts'
import { ProblemTable } from './problem-table.tsx'

/** Data sets, each with what is wrong with its files. */
export function DataSetList({ dataSets, onNew }: { readonly dataSets: readonly DataSet[]; readonly onNew: (id: string) => void }) {
  const { client, attempt } = useSession()
  const [removing, setRemoving] = useState<DataSet | null>(null)
  return (
    <section aria-labelledby="lab-data-sets">
      <h2 id="lab-data-sets" className="mb-1.5 font-semibold">
        {w.dataSets}
      </h2>
      <Sheet>
        <ul>
          {dataSets.map((dataSet) => (
            <li key={dataSet.id} className="border-t border-line px-3 py-2 first:border-t-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="truncate font-medium">{dataSet.name}</p>
                  <p className="figures text-12 text-ink-2">
                    {w.questions(dataSet.questions)} · {w.recordedModels(dataSet.models.length)}
                  </p>
                </div>
                <Button aria-label={w.newExperimentOn(dataSet.name)} onClick={() => onNew(dataSet.id)}>
                  {w.newExperiment}
                </Button>
                <IconButton label={w.removeDataSet(dataSet.name)} onClick={() => setRemoving(dataSet)}>
                  <Trash2 size={14} aria-hidden />
                </IconButton>
              </div>
              {dataSet.problemCount > 0 && <ProblemTable dataSet={dataSet} />}
            </li>
          ))}
        </ul>
      </Sheet>
      {removing && (
        <RemoveDialog
          name={removing.name}
          body={w.removeDataSetBody}
          onClose={() => setRemoving(null)}
          onRemove={() => void attempt(client.lab.removeDataSet({ id: removing.id }))}
        />
      )}
    </section>
  )
}
