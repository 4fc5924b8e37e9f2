import { type ComponentType, lazy, memo, Suspense, useState } from 'react'
import { classNames } from './class-names.ts'

type Body = ComponentType<{ readonly text: string; readonly streaming: boolean }>

let loaded: Body | null = null

/** Begins to load what Markdown is drawn with, where it is needed soon. */
export async function loadMarkdown(): Promise<{ readonly default: Body }> {
  const module = await import('./markdown-body.tsx')
  loaded = module.default
  return module
}

export const isMarkdownLoaded = () => loaded !== null

const LazyBody = lazy(loadMarkdown)

type MarkdownProps = { readonly text: string; readonly streaming?: boolean; readonly lead?: boolean; readonly className?: string }

/** Text of a model as Markdown, without raw HTML and without remote images. Until its code is loaded the plain text stands there. */
export const Markdown = memo(function Markdown({ text, streaming = false, lead = false, className }: MarkdownProps) {
  // What is lazy shows its fallback first even where it is loaded, and React keeps a fallback for a third of a second.
  const [MarkdownBody] = useState<Body>(() => loaded ?? LazyBody)
  return (
    <Suspense fallback={<div className={classNames('reading-plain', className)}>{text}</div>}>
      <div className={classNames('reading', lead && 'reading-lead', className)} data-caret={streaming || undefined}>
        <MarkdownBody text={text} streaming={streaming} />
      </div>
    </Suspense>
  )
})
