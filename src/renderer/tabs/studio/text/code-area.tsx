import { useEffect, useRef } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { colouredLine } from './coloured-line.tsx'
import './code-area.css'
import type { Lines } from './stage-lines.ts'

/** Beyond this, lines are not coloured: typing stays quick. */
const MOST_COLOURED = 1_500

type CodeAreaProps = {
  readonly label: string
  readonly text: string
  /** Lines that belong to what is selected. */
  readonly on: Lines | null
  /** The line that does not hold. */
  readonly bad: number | null
  readonly onChange: (text: string) => void
  /** The line, from 1, in which the caret is put. */
  readonly onLine: (line: number) => void
  readonly onBlur: () => void
}

/** Text with line numbers and marked lines: a plain text area over its coloured copy, so that it is edited as every text is. */
export function CodeArea({ label, text, on, bad, onChange, onLine, onBlur }: CodeAreaProps) {
  const frame = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const lines = text.split('\n')
  const coloured = lines.length <= MOST_COLOURED
  const from = on?.from ?? null
  useEffect(() => {
    // Who types here sees the place already.
    if (from === null || document.activeElement === area.current) return
    frame.current?.querySelector(`[data-line="${from}"]`)?.scrollIntoView?.({ block: 'center' })
  }, [from])
  const lineAt = (element: HTMLTextAreaElement) => onLine(element.value.slice(0, element.selectionStart).split('\n').length)
  return (
    <div ref={frame} className="code-area min-h-0 flex-1 overflow-auto">
      <div className="relative min-w-max">
        <pre aria-hidden className="code-lines">
          {lines.map((line, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
              key={index}
              data-line={index + 1}
              className={classNames(
                on !== null && index + 1 >= on.from && index + 1 <= on.to && 'code-on',
                bad === index + 1 && 'code-bad',
              )}
            >
              {coloured ? colouredLine(line) : line}
              {'\n'}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          aria-label={label}
          value={text}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => onChange(event.target.value)}
          onClick={(event) => lineAt(event.currentTarget)}
          onKeyUp={(event) => event.key.startsWith('Arrow') && lineAt(event.currentTarget)}
          onBlur={onBlur}
          className="code-text"
        />
      </div>
    </div>
  )
}
