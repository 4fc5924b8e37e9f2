import { ArrowLeft, Download, Pause, Play, Route, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { formatDate } from '../../../../shared/format.ts'
import type { DataSet, Experiment } from '../../../../shared/lab.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { Meter } from '../../../components/meter.tsx'
import { errorText } from '../../../state/error-words.ts'
import { fileName, saveFile } from '../../../state/save-file.ts'
import { useSession } from '../../../state/use-session.ts'
import { RemoveDialog } from '../remove-dialog.tsx'
import { w } from '../words.ts'
import { reportOf } from './report.ts'
import { Results } from './results.tsx'
import { useResults } from './use-results.ts'

type ExperimentPageProps = { readonly experiment: Experiment; readonly dataSet: DataSet; readonly onBack: () => void }

const FORMATS = [
  { format: 'csv', label: w.exportCsv, type: 'text/csv' },
  { format: 'json', label: w.exportJson, type: 'application/json' },
] as const

/** An experiment while it runs and afterwards. */
export function ExperimentPage({ experiment, dataSet, onBack }: ExperimentPageProps) {
  const { client, attempt, toasts } = useSession()
  const { id, name, state, done, total, recorded } = experiment
  const { results, problem } = useResults(experiment)
  const [learning, setLearning] = useState(false)
  const [removing, setRemoving] = useState(false)
  const save = async ({ format, type }: (typeof FORMATS)[number]) => {
    const exported = await attempt(client.lab.export({ id, format }))
    if (exported) saveFile(`${fileName(name)}.${format}`, exported.text, type)
  }
  const report = () => results && saveFile(`${fileName(name)}.md`, reportOf(experiment, dataSet, results), 'text/markdown')
  const learn = async () => {
    setLearning(true)
    if ((await attempt(client.lab.learnRouting({ id }).then(() => true))) === true) toasts.say(w.learned(dataSet.name))
    setLearning(false)
  }
  const text = w.progress(done, total)
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-12 flex-none flex-wrap items-center gap-2 border-b border-line py-1.5 pr-4 pl-4 max-narrow:px-3">
        <IconButton label={w.back} onClick={onBack}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className="min-w-0 truncate text-15 font-semibold">{name}</h1>
        <span className="figures mr-auto text-12 text-ink-3">
          {experiment.endedAt === null ? w.state[state] : w.finished(formatDate(experiment.endedAt))}
        </span>
        <IconButton label={w.removeDataSet(name)} onClick={() => setRemoving(true)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
        <Menu
          label={w.export}
          align="end"
          trigger={
            <Button look="bare">
              <Download size={14} aria-hidden />
              {w.export}
            </Button>
          }
          groups={[
            {
              id: 'formats',
              entries: [
                { id: 'report', label: w.exportReport, disabled: results === null, onSelect: report },
                ...FORMATS.map((each) => ({ id: each.format, label: each.label, onSelect: () => void save(each) })),
              ],
            },
          ]}
        />
        {recorded && state === 'done' && (
          <Button look="main" disabled={learning} onClick={() => void learn()}>
            <Route size={14} aria-hidden />
            {learning ? w.learning : w.useForRouting}
          </Button>
        )}
      </div>
      <div className="lab @container min-h-0 flex-1 overflow-y-auto px-6 pt-4 pb-10 max-narrow:px-3">
        {state !== 'done' && (
          <div className="mb-4 flex items-center gap-3">
            <Meter accent className="max-w-96 flex-1" label={name} value={done} max={total} text={text} />
            <span role="status" className="figures text-12 text-ink-2">
              {text}
            </span>
            {state === 'running' ? (
              <Button small onClick={() => void attempt(client.lab.pause({ id }))}>
                <Pause size={12} aria-hidden />
                {w.pause}
              </Button>
            ) : (
              <Button small onClick={() => void attempt(client.lab.resume({ id }))}>
                <Play size={12} aria-hidden />
                {w.resume}
              </Button>
            )}
          </div>
        )}
        {experiment.error && (
          <div className="mb-4">
            <ErrorNote role="alert" what={errorText(experiment.error)} />
          </div>
        )}
        {problem !== null && <ErrorNote role="alert" what={`${w.resultsFailed} ${problem}`} />}
        {results === null && problem === null && done > 0 && (
          <p role="status" className="text-ink-2">
            {w.reading}
          </p>
        )}
        {results && done > 0 && <Results experiment={experiment} dataSet={dataSet} results={results} />}
      </div>
      {removing && (
        <RemoveDialog
          name={name}
          body={w.removeExperimentBody}
          onClose={() => setRemoving(false)}
          onRemove={() => void attempt(client.lab.remove({ id })).then(onBack)}
        />
      )}
    </div>
  )
}
