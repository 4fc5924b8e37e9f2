import { Copy } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { m } from '../app/messages.ts'
import { useCopy } from '../state/use-copy.ts'
import { IconButton } from './icon-button.tsx'

/** Code with a button that copies it. */
export function CodeBlock({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLPreElement>(null)
  const copy = useCopy()
  return (
    <div className="group relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code wider than the column must scroll by keyboard. */}
      <pre ref={ref} tabIndex={0}>
        {children}
      </pre>
      <IconButton
        small
        label={m.common.copyCode}
        onClick={() => copy(ref.current?.textContent ?? '')}
        className="absolute! top-1.5 right-1.5 bg-paper opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100"
      >
        <Copy size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
