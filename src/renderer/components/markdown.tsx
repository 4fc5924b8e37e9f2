import { lazy, memo, Suspense } from 'react'
import { classNames } from './class-names.ts'

const MarkdownBody = lazy(() => import('./markdown-body.tsx'))

type MarkdownProps = { readonly text: string; readonly streaming?: boolean; readonly lead?: boolean; readonly className?: string }

/** Text of a model as Markdown, without raw HTML and without remote images. Until its code is loaded the plain text stands there. */
export const Markdown = memo(function Markdown({ text, streaming = false, lead = false, className }: MarkdownProps) {
  return (
    <Suspense fallback={<div className={classNames('reading-plain', className)}>{text}</div>}>
      <div className={classNames('reading', lead && 'reading-lead', className)} data-caret={streaming || undefined}>
        <MarkdownBody text={text} streaming={streaming} />
      </div>
    </Suspense>
  )
})
