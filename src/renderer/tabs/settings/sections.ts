import { appearanceSection } from './appearance/section.ts'
import { budgetsSection } from './budgets/section.ts'
import { dataSection } from './data/section.ts'
import { diagnosticsSection } from './diagnostics/section.ts'
import { languageSection } from './language/section.ts'
import { modelsSection } from './models/section.ts'
import { policiesSection } from './policies/section.ts'
import { presetsSection } from './presets/section.ts'
import { providersSection } from './providers/section.ts'
import { routingSection } from './routing/section.ts'
import type { Section } from './section.ts'
import { shortcutsSection } from './shortcuts/section.ts'
import { strategiesSection } from './strategies/section.ts'
import { toolsSection } from './tools/section.ts'
import { transferSection } from './transfer/section.ts'

/** Every section, in the order of the list. A new one is a folder here and a line. */
export const SECTIONS: readonly Section[] = [
  providersSection,
  modelsSection,
  presetsSection,
  strategiesSection,
  budgetsSection,
  routingSection,
  toolsSection,
  policiesSection,
  shortcutsSection,
  appearanceSection,
  languageSection,
  transferSection,
  dataSection,
  diagnosticsSection,
]

/** The section of this id; of an unknown one, the first. */
export function sectionOf(id: string): Section {
  const [first] = SECTIONS
  const section = SECTIONS.find((candidate) => candidate.id === id) ?? first
  if (!section) throw new RangeError('There are no sections.')
  return section
}

/** The sections that stand on one page. */
export function sectionsOn(page: string): readonly Section[] {
  return SECTIONS.filter((section) => section.page === page)
}
