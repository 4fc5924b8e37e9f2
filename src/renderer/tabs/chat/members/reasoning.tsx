import { ChevronRight } from 'lucide-react'
import { m } from '../../../app/messages.ts'

type ReasoningProps = { readonly text: string; readonly streaming: boolean }

/** What a model thought before it answered; folded, since it is long and not the answer. */
export function Reasoning({ text, streaming }: ReasoningProps) {
  return (
    <details className="group/reasoning text-12 text-ink-2">
      <summary className="flex min-h-6 cursor-default list-none items-center gap-1 rounded-key font-medium hover:text-ink">
        <ChevronRight size={14} aria-hidden className="group-open/reasoning:rotate-90" />
        {m.chat.reasoning}
      </summary>
      <div className="reading-plain mt-1 border-l-2 border-line pl-2.5 leading-[1.0625rem]" data-caret={streaming || undefined}>
        {text}
      </div>
    </details>
  )
}
