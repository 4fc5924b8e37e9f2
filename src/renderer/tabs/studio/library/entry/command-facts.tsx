import { formatEstimate } from '../../../../../shared/format.ts'
import type { LibraryDetail } from '../../../../../shared/library.ts'
import type { Pipeline, PipelineCheck } from '../../../../../shared/pipeline.ts'
import { usePipelineEstimate } from '../../run/use-pipeline-estimate.ts'
import { w } from '../words.ts'
import { expectedWords } from './expected-words.ts'
import { Fact } from './fact.tsx'

const t = w.entry

type CommandFactsProps = { readonly detail: LibraryDetail; readonly pipeline: Pipeline; readonly check: PipelineCheck }

/** What a command takes, calls, costs and can take back. */
export function CommandFacts({ detail, pipeline, check }: CommandFactsProps) {
  const cost = usePipelineEstimate(pipeline)
  const { entry, arguments: named } = detail
  const ofSteps = entry.format === 'json' ? [...new Set(pipeline.stages.flatMap(({ tools }) => tools))] : []
  const undoable = pipeline.stages.filter(({ compensation }) => compensation !== undefined).length
  return (
    <>
      <Fact label={t.arguments}>
        {named.length === 0 ? (
          entry.hint === '' ? (
            t.noArguments
          ) : (
            <code className="text-12">{entry.hint}</code>
          )
        ) : (
          <ul>
            {named.map(({ name, description, required, default: otherwise }) => (
              <li key={name}>
                <code className="text-12">{name}</code>
                {[
                  ...(required ? [t.required] : []),
                  ...(otherwise === undefined ? [] : [t.byDefault(otherwise)]),
                  ...(description === '' ? [] : [description]),
                ]
                  .map((part) => `, ${part}`)
                  .join('')}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={t.tools}>{ofSteps.join(', ')}</Fact>
      <Fact label={t.time}>{expectedWords(check)}</Fact>
      <Fact label={t.cost}>{cost === undefined ? '–' : cost === null ? t.noCost : t.costOf(formatEstimate(cost, true))}</Fact>
      <Fact label={t.undo}>{undoable === 0 ? '' : t.undoOf(undoable)}</Fact>
    </>
  )
}
