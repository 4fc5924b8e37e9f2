import { Switch as Base } from '@base-ui/react/switch'

type SwitchProps = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** On or off, at once. */
export function Switch({ label, checked, onChange, disabled = false }: SwitchProps) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      className="relative inline-flex h-[1.125rem] w-8 flex-none items-center rounded-full bg-line-strong transition-colors before:absolute before:-inset-1.5 before:content-[''] data-checked:bg-accent data-disabled:opacity-50"
    >
      <Base.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-on-accent transition-transform data-checked:translate-x-4" />
    </Base.Root>
  )
}
