import { m } from './messages.ts'

/** Stands for a tab of a kind that this version does not know; what is in it stays. */
export function UnknownTab() {
  return <p className="m-auto max-w-[30rem] p-6 text-15 text-pretty text-ink-2">{m.shell.unknownTab}</p>
}
