import { useApp } from '../../../state/use-session.ts'
import { w } from '../words.ts'

type PresetChoiceProps = {
  readonly recorded: boolean
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Places of the dial at which a calibrated cascade is tried. */
const DIALS = [
  { value: 'calibrated:0.4', word: w.thrifty },
  { value: 'calibrated:0.5', word: w.balanced },
  { value: 'calibrated:0.7', word: w.careful },
] as const

/** What is tried: models alone, presets, and, on recorded answers, a cascade that is calibrated on them. */
export function PresetChoice({ recorded, chosen, onChange }: PresetChoiceProps) {
  const presets = useApp((app) => app.presets)
  const options = [
    { value: 'models', label: w.eachModel },
    ...presets
      .filter(
        ({ settings }) => settings.strategy !== 'auto' && !(recorded && settings.strategy === 'parallel' && settings.merge === 'model'),
      )
      .map(({ id, name }) => ({ value: String(id), label: name })),
    ...(recorded ? DIALS.map(({ value, word }) => ({ value: String(value), label: `${w.calibrated}, ${word}` })) : []),
  ]
  return (
    <fieldset className="grid gap-0.5" aria-label={w.presets}>
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={chosen.includes(value)}
            onChange={({ target }) => onChange(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))}
          />
          {label}
        </label>
      ))}
      {recorded && <p className="text-12 text-ink-2">{w.calibratedNote}</p>}
    </fieldset>
  )
}
