type SliderProps = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The value in words, for whoever does not see it. */
  readonly text: string
  readonly onChange: (value: number) => void
}

/** A choice along a line; arrow keys move it a step. */
export function Slider({ label, value, min, max, step, text, onChange }: SliderProps) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={text}
      min={min}
      max={max}
      step={step}
      value={value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      className="h-7 w-full accent-accent"
    />
  )
}
