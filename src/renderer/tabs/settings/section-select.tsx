import { m } from '../../app/messages.ts'
import { Select } from '../../components/select.tsx'
import { SECTIONS, sectionOf } from './sections.ts'
import { usePlace } from './use-place.ts'

/** The sections where there is no room for their list: in a narrow window, or with large text. */
export function SectionSelect() {
  const { section, go } = usePlace()
  return (
    <div className="flex h-12 flex-none items-center border-b border-line px-4 @min-[51rem]/settings:hidden">
      <Select
        label={m.settings.section}
        value={sectionOf(section).id}
        options={SECTIONS.map(({ id, label }) => ({ value: id, label }))}
        onChange={(id) => go(id)}
        className="min-w-48"
      />
    </div>
  )
}
