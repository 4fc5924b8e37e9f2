import { z } from 'zod'
import { type Processor, type Stage, StageRetry } from '../../../../shared/pipeline.ts'
import { Select } from '../../../components/select.tsx'
import { newProcessor } from '../edit/new-stage.ts'
import { STAGE_GROUPS } from '../stages/stage-kind.ts'
import { w } from '../words.ts'
import type { Change, ProblemOf } from './change-fields.ts'
import { InspectorSection } from './inspector-section.tsx'
import { Labelled } from './labelled.tsx'
import { LiveField } from './live-field.tsx'
import { NumberField } from './number-field.tsx'
import { ProcessorFields } from './processor-fields.tsx'
import { errorCodes } from './readings.ts'
import { SwitchRow } from './switch-row.tsx'

const t = w.inspect
const { attempts, delayMs, jitter } = StageRetry.shape
const Delay = delayMs.unwrap()
const Jitter = jitter.unwrap()
const Timeout = z.number().int().min(1).max(86_400_000).optional()
/** What undoes a stage is one step of its own. */
const UNDOES: readonly Processor['type'][] = STAGE_GROUPS.flatMap(({ types }) => [...types]).filter(
  (type) => type !== 'loop' && type !== 'branch',
)

type FailureFieldsProps = { readonly stage: Stage; readonly problem: ProblemOf; readonly onChange: Change<Stage> }

/** What happens when a stage fails: further attempts, the time it may take, how it is undone. */
export function FailureFields({ stage, problem, onChange }: FailureFieldsProps) {
  const { retry, compensation } = stage
  const start = (type: string) => {
    const kind = UNDOES.find((known) => known === type)
    const asked = { after: 'result', tool: 'calculator', pipeline: 'pipeline', question: w.palette.question }
    onChange({ ...stage, compensation: kind === undefined ? undefined : newProcessor({ type: kind, ...asked }) })
  }
  return (
    <InspectorSection title={t.failure} folded={retry === undefined && compensation === undefined && stage.timeoutMs === undefined}>
      <SwitchRow
        label={t.retry}
        on={retry !== undefined}
        onChange={(on) => onChange({ ...stage, retry: on ? StageRetry.parse({ attempts: 3 }) : undefined })}
      />
      {retry !== undefined && (
        <>
          <div className="grid grid-cols-2 gap-3">
            <NumberField
              label={t.attempts}
              value={retry.attempts}
              schema={attempts}
              onChange={(next) => onChange({ ...stage, retry: { ...retry, attempts: next } }, 'attempts')}
            />
            <NumberField
              label={t.delay}
              value={retry.delayMs}
              schema={Delay}
              onChange={(next) => onChange({ ...stage, retry: { ...retry, delayMs: next } }, 'delay')}
            />
          </div>
          <NumberField
            label={t.jitter}
            value={retry.jitter}
            schema={Jitter}
            onChange={(next) => onChange({ ...stage, retry: { ...retry, jitter: next } }, 'jitter')}
          />
          <LiveField
            label={t.retryOn}
            note={t.retryOnNote}
            value={retry.on}
            {...errorCodes}
            onChange={(on) => onChange({ ...stage, retry: { ...retry, on } }, 'retry on')}
          />
        </>
      )}
      <NumberField
        label={t.timeout}
        value={stage.timeoutMs}
        schema={Timeout}
        optional={{ empty: undefined }}
        onChange={(timeoutMs) => onChange({ ...stage, timeoutMs }, 'timeout')}
      />
      <Labelled label={t.compensation} note={t.compensationNote}>
        <Select
          label={t.compensation}
          value={compensation?.type ?? ''}
          options={[{ value: '', label: '–' }, ...UNDOES.map((type) => ({ value: `${type}`, label: w.kinds[type] }))]}
          onChange={start}
          className="w-full"
        />
      </Labelled>
      {compensation !== undefined && (
        <ProcessorFields
          processor={compensation}
          problem={(field) => problem(`compensation.${field}`)}
          onChange={(next, of) => onChange({ ...stage, compensation: next }, of === undefined ? undefined : `undo ${of}`)}
        />
      )}
    </InspectorSection>
  )
}
