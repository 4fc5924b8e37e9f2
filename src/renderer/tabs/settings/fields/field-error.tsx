import { CircleAlert } from 'lucide-react'
import { classNames } from '../../../components/class-names.ts'

type FieldErrorProps = { readonly id: string; readonly text: string | null; readonly className?: string }

/** What is wrong with the field above, said politely while it is typed. */
export function FieldError({ id, text, className }: FieldErrorProps) {
  return (
    <p
      id={id}
      aria-live="polite"
      className={classNames('text-12 text-pretty text-bad wrap-anywhere', text === null ? 'hidden' : 'flex gap-1.5', className)}
    >
      {text !== null && <CircleAlert size={14} aria-hidden className="mt-px" />}
      {text}
    </p>
  )
}
