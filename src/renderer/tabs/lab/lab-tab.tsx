import { ErrorNote } from '../../components/error-note.tsx'
import { useTabPlace } from '../use-tab-place.ts'
import { ExperimentPage } from './experiment/experiment-page.tsx'
import { NewExperimentPage } from './experiment/new-experiment-page.tsx'
import { LabHome } from './home/lab-home.tsx'
import { useLab } from './use-lab.ts'
import { w } from './words.ts'
import './lab.css'

const NEW = 'new/'

/** The lists, an experiment, or the form of a new one. */
export default function LabTab() {
  const { place, go } = useTabPlace('lab')
  const { lab, failed } = useLab()
  if (lab === null)
    return failed ? (
      <div className="p-6">
        <ErrorNote role="alert" what={w.connecting} />
      </div>
    ) : null
  const experiment = lab.experiments.find(({ id }) => id === place)
  const dataSet = lab.dataSets.find(({ id }) => id === (experiment?.dataSet ?? (place.startsWith(NEW) ? place.slice(NEW.length) : '')))
  const home = () => go('')
  if (experiment && dataSet) return <ExperimentPage experiment={experiment} dataSet={dataSet} onBack={home} />
  if (dataSet) return <NewExperimentPage dataSet={dataSet} onBack={home} onStarted={go} />
  return <LabHome lab={lab} onOpen={go} onNew={(id) => go(`${NEW}${id}`)} />
}
