import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'

type SegmentProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** A choice of a few words in a row. */
export function Segment<T extends string>({ label, value, options, onChange }: SegmentProps<T>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) onChange(chosen.value)
      }}
      className="inline-flex rounded-control border border-line bg-chrome p-0.5"
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          nativeButton
          render={<button type="button" />}
          className="h-6 cursor-default rounded-key px-2.5 text-12 font-medium whitespace-nowrap text-ink-2 data-checked:bg-raised data-checked:text-ink data-checked:shadow-[0_0_0_1px_var(--color-line)]"
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
