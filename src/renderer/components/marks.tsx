import { Mark } from './mark.tsx'

type MarksProps = { readonly members: readonly { readonly number: number; readonly label: string; readonly off?: boolean }[] }

/** Marks of several members in a row. */
export function Marks({ members }: MarksProps) {
  return (
    <span className="inline-flex flex-wrap gap-[3px]">
      {members.map((member) => (
        <Mark key={member.number} number={member.number} label={member.label} off={member.off ?? false} />
      ))}
    </span>
  )
}
