import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { type Components, defaultRemarkPlugins, Streamdown } from 'streamdown'
import { CodeBlock } from './code-block.tsx'
import { htmlAsText } from './html-as-text.ts'
import { Link } from './link.tsx'
import { markdownChunks } from './markdown-chunks.ts'
import { RemoteImage } from './remote-image.tsx'

const REMARK = [...Object.values(defaultRemarkPlugins), htmlAsText]

// Each element is named, because the defaults bring another design and load images.
const COMPONENTS: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  img: ({ src, alt }) => <RemoteImage src={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
  pre: ({ children }) => <CodeBlock>{children}</CodeBlock>,
  code: ({ children }) => <code>{children}</code>,
  inlineCode: ({ children }) => <code>{children}</code>,
  table: ({ children }) => (
    <div className="table-scroll">
      <table>{children}</table>
    </div>
  ),
  thead: ({ children }) => <thead>{children}</thead>,
  tbody: ({ children }) => <tbody>{children}</tbody>,
  tr: ({ children }) => <tr>{children}</tr>,
  th: ({ children, style }) => (
    <th scope="col" style={style}>
      {children}
    </th>
  ),
  td: ({ children, style }) => <td style={style}>{children}</td>,
  // A page has its own headings; those of an answer lie below them.
  h1: ({ children }) => <h5>{children}</h5>,
  h2: ({ children }) => <h5>{children}</h5>,
  h3: ({ children }) => <h6>{children}</h6>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
  p: ({ children }) => <p>{children}</p>,
  ul: ({ children }) => <ul>{children}</ul>,
  ol: ({ children, start }) => <ol start={start}>{children}</ol>,
  li: ({ children }) => <li>{children}</li>,
  strong: ({ children }) => <strong>{children}</strong>,
  em: ({ children }) => <em>{children}</em>,
  del: ({ children }) => <del>{children}</del>,
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  hr: () => <hr />,
  sup: ({ children }) => <sup>{children}</sup>,
  sub: ({ children }) => <sub>{children}</sub>,
}

type MarkdownBodyProps = { readonly text: string; readonly streaming: boolean }

/**
 * Loaded at first use. What has settled is kept; only the last chunk is parsed again. The text is deferred, so that several members
 * that stream at once are rendered in slices and keys are never waited for.
 */
export default function MarkdownBody({ text, streaming }: MarkdownBodyProps) {
  const shown = useDeferredValue(text)
  const cut = useRef<readonly string[]>([])
  const chunks = useMemo(() => markdownChunks(shown, cut.current), [shown])
  useEffect(() => {
    cut.current = chunks
  }, [chunks])
  return chunks.map((chunk, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: chunks are only appended, and each keeps its place.
    <Chunk key={index} text={chunk} streaming={streaming && index === chunks.length - 1} />
  ))
}

const Chunk = memo(function Chunk({ text, streaming }: MarkdownBodyProps) {
  return (
    <Streamdown
      mode={streaming ? 'streaming' : 'static'}
      parseIncompleteMarkdown={streaming}
      controls={false}
      components={COMPONENTS}
      remarkPlugins={REMARK}
      rehypePlugins={[]}
    >
      {text}
    </Streamdown>
  )
})
