import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { formatDuration, formatEstimate } from '../../../../shared/format.ts'
import type { DataSet, ExperimentEstimate } from '../../../../shared/lab.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Field } from '../../../components/field.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Segment } from '../../../components/segment.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { type Draft, experimentOf } from './draft.ts'
import { PresetChoice } from './preset-choice.tsx'
import { useEstimate } from './use-estimate.ts'

type NewExperimentPageProps = {
  readonly dataSet: DataSet
  readonly onBack: () => void
  readonly onStarted: (id: string) => void
}

/** What is tried, on how many questions, and what that takes before it is started. */
export function NewExperimentPage({ dataSet, onBack, onStarted }: NewExperimentPageProps) {
  const { client, attempt } = useSession()
  const hasAnswers = dataSet.models.length > 0
  const vote = useApp((app) => app.presets.find(({ id }) => id === 'voting'))
  // The built-in members cost nothing: what shows the most is chosen already.
  const free = vote?.demo === true ? ['models', vote.id] : []
  const [draft, setDraft] = useState<Draft>({
    name: dataSet.name,
    recorded: hasAnswers,
    presets: hasAnswers ? ['models'] : free,
    questions: '',
    budget: '',
  })
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }))
  const asked = experimentOf(draft, dataSet)
  const { estimate, problem } = useEstimate(asked)
  const start = async () => {
    const started = asked === null ? undefined : await attempt(client.lab.start(asked))
    if (started) onStarted(started.id)
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex h-12 flex-none items-center gap-2 border-b border-line pr-4 pl-4 max-narrow:px-3">
        <IconButton label={w.back} onClick={onBack}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className="min-w-0 truncate text-15 font-semibold">{w.newExperimentOn(dataSet.name)}</h1>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-5 pb-10 max-narrow:px-3">
        <Sheet className="lab-form max-w-[46rem]">
          <Row label={w.name}>
            <Field label={w.name} value={draft.name} maxLength={120} onChange={(event) => change({ name: event.target.value })} />
          </Row>
          {hasAnswers && (
            <Row label={w.source}>
              <Segment
                label={w.source}
                value={draft.recorded ? 'recorded' : 'live'}
                options={[
                  { value: 'recorded', label: w.fromRecording },
                  { value: 'live', label: w.live },
                ]}
                onChange={(source) => change({ recorded: source === 'recorded', presets: source === 'recorded' ? ['models'] : [] })}
              />
            </Row>
          )}
          <Row label={w.presets}>
            <PresetChoice recorded={draft.recorded} chosen={draft.presets} onChange={(presets) => change({ presets })} />
          </Row>
          <Row label={w.howMany}>
            <Field
              label={w.howMany}
              inputMode="numeric"
              boxClassName="w-28"
              placeholder={w.all}
              value={draft.questions}
              onChange={(event) => change({ questions: event.target.value.replace(/\D/g, '') })}
            />
          </Row>
          {!draft.recorded && (
            <Row label={w.budget}>
              <Field
                label={w.budget}
                inputMode="decimal"
                boxClassName="w-28"
                before="$"
                placeholder={w.noLimit}
                value={draft.budget}
                onChange={(event) => change({ budget: event.target.value.replace(/[^\d.]/g, '') })}
              />
            </Row>
          )}
          <div className="grid gap-2.5 border-t border-line p-3.5">
            {problem !== null && <ErrorNote what={problem} />}
            <p role="status" className="text-ink-2">
              {draft.presets.length === 0 ? w.choosePreset : estimate === null ? '' : takes(estimate, draft.recorded)}
            </p>
            <Button look="main" className="justify-self-start" disabled={asked === null || problem !== null} onClick={() => void start()}>
              {estimate !== null && (estimate.aboutMicros ?? 0) > 0 ? w.startFor(formatEstimate(estimate.aboutMicros ?? 0)) : w.start}
            </Button>
          </div>
        </Sheet>
      </div>
    </div>
  )
}

function takes({ aboutMicros, aboutMs }: ExperimentEstimate, recorded: boolean): string {
  const time = formatDuration(Math.max(1_000, aboutMs))
  if (recorded) return w.costsNothing(time)
  return aboutMicros === null ? w.costsUnknown(time) : w.costs(formatEstimate(aboutMicros), time)
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line px-3.5 py-3 first:border-t-0 max-narrow:grid-cols-1">
      <span aria-hidden className="pt-1 font-medium">
        {label}
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
