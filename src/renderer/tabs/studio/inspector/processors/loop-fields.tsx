import { X } from 'lucide-react'
import { z } from 'zod'
import type { Stage } from '../../../../../shared/pipeline.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { problemAt } from '../../editor/problems.ts'
import { useEditorState } from '../../editor/use-editor.ts'
import { stageName } from '../../stages/stage-name.ts'
import { w } from '../../words.ts'
import { AddInner } from '../add-inner.tsx'
import { LiveField } from '../live-field.tsx'
import { NumberField } from '../number-field.tsx'
import { expression } from '../readings.ts'
import { StageFields } from '../stage-fields.tsx'
import type { ProcessorProps } from './processor-props.ts'

const Rounds = z.number().int().min(1).max(1000)

/** The stages of a round, each opened in place, and when the rounds end. */
export function LoopFields({ processor, problem, onChange }: ProcessorProps<'loop'>) {
  const check = useEditorState((state) => state.check)
  const { body } = processor
  const put = (place: number, stage: Stage, of?: string) =>
    onChange(
      { ...processor, body: body.map((each, index) => (index === place ? stage : each)) },
      of === undefined ? undefined : `${place} ${of}`,
    )
  return (
    <>
      <div className="grid gap-1.5">
        <h3 className="text-12 font-medium text-ink-2">{w.inspect.body}</h3>
        {body.map((stage, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ids change while they are typed; places do not.
          <details key={place} className="rounded-control border border-line">
            <summary className="flex min-h-8 cursor-default items-center gap-2 px-2.5">
              <b className="min-w-0 truncate">{stageName(stage)}</b>
              <span className="text-12 text-ink-3">{w.kinds[stage.processor.type]}</span>
              <IconButton
                small
                className="ml-auto"
                label={w.inspect.removeNamed(stageName(stage))}
                disabled={body.length === 1}
                onClick={() => onChange({ ...processor, body: body.filter((_, index) => index !== place) })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </summary>
            <div className="-mx-px border-t border-line">
              <StageFields
                stage={stage}
                others={body.filter((other) => other !== stage)}
                problem={(field) => problemAt(check, stage.id, field)}
                onChange={(next, of) => put(place, next, of)}
                onRename={(id) => put(place, { ...stage, id })}
              />
            </div>
          </details>
        ))}
        <AddInner stages={body} onAdd={(stage) => onChange({ ...processor, body: [...body, stage] })} />
      </div>
      <LiveField
        mono
        label={w.inspect.until}
        note={w.inspect.untilNote}
        value={processor.until}
        {...expression}
        problem={problem('until')}
        onChange={(until) => onChange({ ...processor, until }, 'until')}
      />
      <NumberField
        label={w.inspect.most}
        value={processor.most}
        schema={Rounds}
        onChange={(most) => onChange({ ...processor, most }, 'most')}
      />
    </>
  )
}
