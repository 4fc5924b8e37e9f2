import { m } from '../../app/messages.ts'
import { Select } from '../../components/select.tsx'
import { SECTIONS } from './sections.ts'
import { usePlace } from './use-place.ts'

/** The sections where there is no room for their list: in a narrow window, or with large text. */
export function SectionSelect() {
  const { section, go } = usePlace()
  return (
    <div className="flex h-12 flex-none items-center border-b border-line px-4 @min-[51rem]/settings:hidden">
      <Select
        label={m.settings.section}
        value={section}
        options={SECTIONS.map(({ id }) => ({ value: id, label: m.settings.sections[id] }))}
        onChange={(id) => go(id)}
        className="min-w-48"
      />
    </div>
  )
}
