import { assertNever } from '../../../shared/errors.ts'
import { m } from '../../app/messages.ts'
import { AppearanceSection } from './appearance/appearance-section.tsx'
import { BudgetsSection } from './budgets/budgets-section.tsx'
import { ModelsSection } from './models/models-section.tsx'
import { PresetsSection } from './presets/presets-section.tsx'
import { ProvidersSection } from './providers/providers-section.tsx'
import { SectionList } from './section-list.tsx'
import { SectionSelect } from './section-select.tsx'
import { type PageId, sectionOf } from './sections.ts'
import { usePlace } from './use-place.ts'

/** Providers, models, presets, budgets, appearance. What is changed here applies at once, in every window. */
export default function SettingsTab() {
  const { section } = usePlace()
  const { page } = sectionOf(section)
  return (
    <div className="@container/settings flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 @max-[51rem]/settings:flex-col">
        <SectionList />
        <SectionSelect />
        <div
          key={page}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto px-6 pt-7 @max-[51rem]/settings:px-4 @max-[51rem]/settings:pt-4"
        >
          <h1 className="sr-only">{m.settings.pages[page]}</h1>
          <Page id={page} />
        </div>
      </div>
    </div>
  )
}

function Page({ id }: { readonly id: PageId }) {
  switch (id) {
    case 'access':
      return (
        <>
          <ProvidersSection />
          <BudgetsSection />
        </>
      )
    case 'models':
      return <ModelsSection />
    case 'presets':
      return <PresetsSection />
    case 'appearance':
      return <AppearanceSection />
    default:
      return assertNever(id)
  }
}
