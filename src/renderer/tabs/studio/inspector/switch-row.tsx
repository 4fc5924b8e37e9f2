import { Switch } from '../../../components/switch.tsx'

type SwitchRowProps = { readonly label: string; readonly note?: string; readonly on: boolean; readonly onChange: (on: boolean) => void }

/** A switch beside its words. */
export function SwitchRow({ label, note, on, onChange }: SwitchRowProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
      <span aria-hidden>{label}</span>
      <Switch label={label} checked={on} onChange={onChange} />
      {note !== undefined && <p className="col-span-2 text-12 text-ink-3">{note}</p>}
    </div>
  )
}
