import { Route } from 'lucide-react'

type AutoLineProps = { readonly reason: string | undefined }

/** What Auto chose for a question, and why; nothing where another preset asks. */
export function AutoLine({ reason }: AutoLineProps) {
  if (reason === undefined) return null
  return (
    <p className="mb-3 flex max-w-[76ch] items-start gap-1.5 text-12 leading-[1.0625rem] text-ink-2">
      <Route size={14} aria-hidden className="mt-px shrink-0" />
      <span className="min-w-0 text-pretty wrap-anywhere">{reason}</span>
    </p>
  )
}
