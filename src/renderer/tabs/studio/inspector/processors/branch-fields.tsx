import { Plus, X } from 'lucide-react'
import { Button } from '../../../../components/button.tsx'
import { IconButton } from '../../../../components/icon-button.tsx'
import { w } from '../../words.ts'
import { LiveField } from '../live-field.tsx'
import { expression, needed } from '../readings.ts'
import type { ProcessorProps } from './processor-props.ts'

/** Cases in the order in which they are tried; later stages compare the name. */
export function BranchFields({ processor, problem, onChange }: ProcessorProps<'branch'>) {
  const { cases } = processor
  const put = (place: number, change: Partial<(typeof cases)[number]>, of: string) =>
    onChange({ ...processor, cases: cases.map((each, index) => (index === place ? { ...each, ...change } : each)) }, of)
  return (
    <div className="grid gap-1.5">
      <div className="flex h-6 items-center">
        <h3 className="text-12 font-medium text-ink-2">{w.inspect.cases}</h3>
        <Button
          small
          look="bare"
          className="ml-auto"
          onClick={() => onChange({ ...processor, cases: [...cases, { name: `case_${cases.length + 1}`, when: 'true' }] })}
        >
          <Plus size={14} aria-hidden />
          {w.inspect.addCase}
        </Button>
      </div>
      {cases.map(({ name, when }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed; places do not.
        <div key={place} className="grid grid-cols-[5.5rem_minmax(0,1fr)_1.5rem] items-start gap-1.5">
          <LiveField
            bare
            label={`${w.inspect.caseName} ${place + 1}`}
            value={name}
            {...needed}
            onChange={(next) => put(place, { name: next.slice(0, 60) }, `case ${place} name`)}
          />
          <LiveField
            bare
            mono
            label={`${w.inspect.caseWhen}: ${name}`}
            value={when}
            {...expression}
            problem={problem(`cases.${name}`)}
            onChange={(next) => put(place, { when: next }, `case ${place}`)}
          />
          <IconButton
            small
            label={w.inspect.removeNamed(name)}
            disabled={cases.length === 1}
            onClick={() => onChange({ ...processor, cases: cases.filter((_, index) => index !== place) })}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <LiveField
        label={w.inspect.otherwise}
        value={processor.otherwise}
        {...needed}
        onChange={(otherwise) => onChange({ ...processor, otherwise: otherwise.slice(0, 60) }, 'otherwise')}
      />
    </div>
  )
}
