import { ModelRef, PresetId } from '../../../../shared/ids.ts'
import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { Labelled } from './labelled.tsx'

export type Who = { readonly model?: ModelRef | undefined; readonly preset?: PresetId | undefined }
type WhoAnswersProps = { readonly who: Who; readonly otherwise: string; readonly onChange: (who: Who) => void }

/** A preset or a model that is on; neither: what `otherwise` says. */
export function WhoAnswers({ who, otherwise, onChange }: WhoAnswersProps) {
  const presets = useApp((app) => app.presets)
  const models = useApp((app) => app.models)
  const value = who.model !== undefined ? `model ${who.model}` : who.preset !== undefined ? `preset ${who.preset}` : ''
  const options = [
    { value: '', label: otherwise },
    ...presets.map(({ id, name }) => ({ value: `preset ${id}`, label: name, hint: w.inspect.presets })),
    ...models
      .filter(({ enabled, ref }) => enabled || ref === who.model)
      .map(({ ref, label }) => ({ value: `model ${ref}`, label, hint: ref })),
  ]
  const known = options.some((option) => option.value === value) ? options : [...options, { value, label: value.replace(/^\w+ /, '') }]
  const choose = (chosen: string) => {
    const model = chosen.startsWith('model ') ? ModelRef.parse(chosen.slice(6)) : undefined
    const preset = chosen.startsWith('preset ') ? PresetId.parse(chosen.slice(7)) : undefined
    onChange({ model, preset })
  }
  return (
    <Labelled label={w.inspect.who}>
      <Select label={w.inspect.who} value={value} options={known} onChange={choose} className="w-full" />
    </Labelled>
  )
}
