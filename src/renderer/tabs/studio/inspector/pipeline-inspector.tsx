import { z } from 'zod'
import { Pipeline } from '../../../../shared/pipeline.ts'
import { Select } from '../../../components/select.tsx'
import { right } from '../../settings/fields/reading.ts'
import { problemAt } from '../editor/problems.ts'
import { useEditor, useEditorState } from '../editor/use-editor.ts'
import { w } from '../words.ts'
import { InspectorSection } from './inspector-section.tsx'
import { Labelled } from './labelled.tsx'
import { LiveField } from './live-field.tsx'
import { NumberField } from './number-field.tsx'
import { amounts, json, optional, optionalJson } from './readings.ts'
import { WhoAnswers } from './who-answers.tsx'

const t = w.inspect
const Limit = z.number().int().min(1).max(64)
const FAILURES = Pipeline.shape.onFailure.unwrap().options.map((value) => ({ value, label: t.onFailures[value] }))

/** What is the pipeline's as a whole; shown where no stage is selected. */
export function PipelineInspector() {
  const editor = useEditor()
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const check = useEditorState((state) => state.check)
  const whole = check?.problems.filter(({ stage, field }) => stage === null && field !== 'output') ?? []
  const change = (next: Partial<Pipeline>, of?: string) => editor.change({ ...pipeline, ...next }, of)
  return (
    <>
      {whole.length > 0 && (
        <InspectorSection title={t.problems}>
          <ul className="grid gap-1 text-12 text-pretty text-bad">
            {whole.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </InspectorSection>
      )}
      <InspectorSection>
        <LiveField
          rows={3}
          label={t.description}
          value={pipeline.description}
          show={(text) => text}
          read={(text) => right(text.slice(0, 10_000))}
          onChange={(description) => change({ description }, 'description')}
        />
        <WhoAnswers who={pipeline} otherwise={t.byDefault} onChange={(who) => change(who)} />
      </InspectorSection>
      <InspectorSection>
        <LiveField
          mono
          rows={5}
          label={t.inputSchema}
          note={t.schemaNote}
          value={pipeline.input}
          {...optionalJson}
          onChange={(input) => change({ input }, 'input')}
        />
        <LiveField
          mono
          label={t.result}
          note={t.resultNote}
          value={pipeline.output}
          {...optional}
          problem={problemAt(check, null, 'output')}
          onChange={(output) => change({ output }, 'output')}
        />
        <LiveField mono rows={3} label={t.varsJson} value={pipeline.vars} {...json} onChange={(vars) => change({ vars }, 'vars')} />
      </InspectorSection>
      <InspectorSection>
        <NumberField label={t.limit} value={pipeline.limit} schema={Limit} onChange={(limit) => change({ limit }, 'limit')} />
        <Labelled label={t.onFailure}>
          <Select
            label={t.onFailure}
            value={pipeline.onFailure}
            options={FAILURES}
            onChange={(onFailure) => change({ onFailure })}
            className="w-full"
          />
        </Labelled>
        <LiveField
          mono
          rows={2}
          label={t.capacities}
          note={t.capacitiesNote}
          value={pipeline.resources}
          {...amounts}
          onChange={(resources) => change({ resources }, 'resources')}
        />
      </InspectorSection>
    </>
  )
}
