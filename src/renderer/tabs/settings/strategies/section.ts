import { SlidersHorizontal } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { StrategiesSection } from './strategies-section.tsx'

const t = m.settings.presets

export const strategiesSection: Section = {
  id: 'strategies',
  label: w.strategies.title,
  icon: SlidersHorizontal,
  page: 'strategies',
  Body: StrategiesSection,
  settings: [
    { label: t.minCharacters, words: w.find.shortest },
    { label: t.earlyStop, words: w.find.earlyStop },
    { label: t.stopOn, words: `${w.find.stopOn} ${w.find.threshold}` },
  ],
}
