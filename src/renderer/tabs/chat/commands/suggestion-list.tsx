import { useEffect, useRef } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { Mark } from '../../../components/mark.tsx'
import { w } from '../words.ts'
import type { Suggestions } from './use-suggestions.ts'

type SuggestionListProps = {
  readonly suggestions: Suggestions
  /** On the first page there is more room below the composer. */
  readonly below: boolean
}

/** What fits, at the composer; the focus stays in the text. */
export function SuggestionList({ suggestions, below }: SuggestionListProps) {
  const { items, active, listId, optionId, title } = suggestions
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the active entry.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, items.length])
  return (
    <>
      {items.length > 0 && (
        <div
          className={classNames(
            'float-in absolute inset-x-0 z-30 overflow-hidden rounded-sheet border border-line bg-raised shadow-float',
            below ? 'top-full mt-1.5' : 'bottom-full mb-1.5',
          )}
        >
          <div ref={list} id={listId} role="listbox" aria-label={title} className="max-h-72 overflow-y-auto p-1">
            {items.map((item, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field, which keeps the focus.
              <div
                key={item.id}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseMove={() => suggestions.setActive(index)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={item.run}
                className={classNames('flex min-h-8 items-center gap-2.5 rounded-control px-2', index === active && 'bg-accent-soft')}
              >
                {item.member !== undefined && <Mark number={item.member} label={item.label} decorative />}
                {item.icon !== undefined && <item.icon size={14} aria-hidden className="flex-none text-ink-3" />}
                <span className="flex-none font-medium">{item.label}</span>
                {item.detail !== undefined && <span className="min-w-0 truncate text-ink-2">{item.detail}</span>}
              </div>
            ))}
          </div>
          <p className="border-t border-line px-3 py-1 text-12 text-ink-3">{w.commandsKeys}</p>
        </div>
      )}
      <p role="status" className="sr-only">
        {items.length > 0 ? w.suggestions(items.length) : ''}
      </p>
    </>
  )
}
