import { Search } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { Field } from '../../../components/field.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import { useEdits } from '../editor/use-edits.ts'
import { w } from '../words.ts'
import { STAGE_GROUPS, STAGE_ICONS } from './stage-kind.ts'
import { StartFrom } from './start-from.tsx'

/** The nine kinds of stage: clicked, a stage comes behind the selected one; dragged, it stands where it is let go. */
export function StagePalette({ search }: { readonly search: RefObject<HTMLInputElement | null> }) {
  const edits = useEdits()
  const [query, setQuery] = useState('')
  const words = query.trim().toLowerCase()
  const groups = STAGE_GROUPS.map(({ id, types }) => ({
    id,
    types: types.filter((type) => w.kinds[type].toLowerCase().includes(words)),
  })).filter(({ types }) => types.length > 0)
  const [first] = groups.flatMap(({ types }) => types)
  return (
    <nav aria-label={w.palette.title} className="w-47 flex-none overflow-y-auto border-r border-line px-2.5 py-3 max-narrow:hidden">
      <div className="relative">
        <Field
          ref={search}
          quiet
          label={w.palette.search}
          placeholder={w.palette.search}
          before={<Search size={14} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || first === undefined) return
            edits.add(first)
            setQuery('')
          }}
          className="pr-6"
        />
        <span aria-hidden className="pointer-events-none absolute top-1 right-1.5">
          <KeyCap>A</KeyCap>
        </span>
      </div>
      {groups.map(({ id, types }) => (
        <section key={id} aria-label={w.palette.groups[id]}>
          <h2 className="px-2 pt-3 pb-1 text-12 font-medium text-ink-3">{w.palette.groups[id]}</h2>
          {types.map((type) => {
            const Icon = STAGE_ICONS[type]
            return (
              <button
                key={type}
                type="button"
                draggable
                aria-label={w.palette.add(w.kinds[type])}
                onDragStart={(event) => event.dataTransfer.setData('text/plain', type)}
                onClick={() => edits.add(type)}
                className="flex h-7.5 w-full cursor-default items-center gap-2.5 rounded-control px-2 text-left hover:bg-hover"
              >
                <Icon size={16} aria-hidden className="flex-none text-ink-2" />
                <span className="truncate">{w.kinds[type]}</span>
              </button>
            )
          })}
        </section>
      ))}
      {groups.length === 0 && <p className="px-2 pt-3 text-12 text-ink-2">{w.palette.nothing}</p>}
      <section aria-label={w.palette.groups.start}>
        <h2 className="px-2 pt-3 pb-1 text-12 font-medium text-ink-3">{w.palette.groups.start}</h2>
        <StartFrom />
      </section>
    </nav>
  )
}
