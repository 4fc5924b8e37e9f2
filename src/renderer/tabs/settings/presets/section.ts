import { UsersRound } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { PresetsSection } from './presets-section.tsx'

const t = m.settings.presets

export const presetsSection: Section = {
  id: 'presets',
  label: m.settings.sections.presets,
  icon: UsersRound,
  page: 'presets',
  Body: PresetsSection,
  settings: [
    { label: t.create, words: w.find.newPreset },
    { label: w.presets.importFile, words: w.find.newPreset },
    { label: t.strategy, words: w.find.strategy },
    { label: t.members, words: w.find.members },
    { label: t.systemPrompt, words: w.find.systemPrompt },
    { label: t.budget, words: w.find.limit },
  ],
}
