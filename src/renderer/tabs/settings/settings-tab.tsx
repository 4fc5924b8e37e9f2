import { useTabScroll } from '../use-tab-scroll.ts'
import { SectionList } from './section-list.tsx'
import { SectionSelect } from './section-select.tsx'
import { sectionOf, sectionsOn } from './sections.ts'
import { usePlace } from './use-place.ts'
import './settings.css'

/** Everything that can be set, a page of one or two sections at a time. What is changed here applies at once, in every window. */
export default function SettingsTab() {
  const { section } = usePlace()
  const { page } = sectionOf(section)
  const shown = sectionsOn(page)
  const scroller = useTabScroll<HTMLDivElement>(page)
  return (
    <div className="@container/settings flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 @max-[51rem]/settings:flex-col">
        <SectionList />
        <SectionSelect />
        <div
          key={page}
          ref={scroller}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto px-6 pt-7 @max-[51rem]/settings:px-4 @max-[51rem]/settings:pt-4"
        >
          <h1 className="sr-only">{shown.map(({ label }) => label).join(', ')}</h1>
          {shown.map(({ id, Body }) => (
            <Body key={id} />
          ))}
        </div>
      </div>
    </div>
  )
}
