import { Search } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../app/messages.ts'
import { classNames } from '../../components/class-names.ts'
import { Field } from '../../components/field.tsx'
import { findSettings } from './find-settings.ts'
import { sectionOf } from './sections.ts'
import { showSetting } from './show-setting.ts'
import { stepFocus } from './step-focus.ts'
import { usePlace } from './use-place.ts'

/** The sections, and a field that finds settings by their words. Arrows move through the list. */
export function SectionList() {
  const { section, go } = usePlace()
  const current = sectionOf(section).id
  const [query, setQuery] = useState('')
  const found = findSettings(query)
  const count = found.reduce((sum, entry) => sum + entry.labels.length, 0)
  return (
    <nav
      aria-label={m.settings.title}
      onKeyDown={stepFocus}
      className="flex min-h-0 w-62 flex-none flex-col gap-0.5 overflow-y-auto border-r border-line p-2.5 @max-[51rem]/settings:hidden"
    >
      <Field
        label={m.settings.search}
        placeholder={m.settings.search}
        type="search"
        quiet
        before={<Search size={14} aria-hidden />}
        boxClassName="mb-2 flex-none"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
      />
      <p role="status" className={classNames(query.trim() === '' || found.length > 0 ? 'sr-only' : 'px-2 py-1 text-12 text-ink-2')}>
        {query.trim() === '' ? '' : found.length === 0 ? m.settings.foundNothing(query.trim()) : m.settings.found(count)}
      </p>
      {found.map(({ section, labels }) => (
        <div key={section.id} className="contents">
          <button
            type="button"
            aria-current={section.id === current ? 'page' : undefined}
            onClick={() => go(section.id)}
            className="group flex min-h-[1.875rem] flex-none cursor-default items-center gap-2 rounded-control px-2 text-left hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium"
          >
            <section.icon size={16} aria-hidden className="text-ink-3 group-aria-[current]:text-accent" />
            {section.label}
          </button>
          {labels.map((label) => (
            <button
              key={label}
              type="button"
              onClick={() => {
                go(section.id)
                showSetting(label)
              }}
              className="flex min-h-6 flex-none cursor-default items-center rounded-control pr-2 pl-8 text-left text-12 text-ink-2 hover:bg-hover"
            >
              {label}
            </button>
          ))}
        </div>
      ))}
    </nav>
  )
}
