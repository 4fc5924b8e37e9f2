import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'

type SelectProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[]
  readonly onChange: (value: T) => void
  readonly className?: string
}

/** One of several words from a list. */
export function Select<T extends string>({ label, value, options, onChange, className }: SelectProps<T>) {
  return (
    <Base.Root
      value={value}
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      modal={false}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Base.Trigger aria-label={label} className={classNames(buttonClass('plain', false), 'max-w-full justify-between!', className)}>
        <Base.Value className="truncate" />
        <ChevronDown size={14} aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-40 outline-none">
          <Base.Popup className="float-in max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-sheet border border-line bg-raised p-1 shadow-float outline-none">
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                className="grid min-h-7 cursor-default grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-2 rounded-control px-2 outline-none data-highlighted:bg-hover"
              >
                <Base.ItemIndicator className="col-start-1">
                  <Check size={14} aria-hidden />
                </Base.ItemIndicator>
                <Base.ItemText className="col-start-2 truncate">{option.label}</Base.ItemText>
                {option.hint !== undefined && <span className="text-12 text-ink-3">{option.hint}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
