import { Layers } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { ModelsSection } from './models-section.tsx'

export const modelsSection: Section = {
  id: 'models',
  label: m.settings.sections.models,
  icon: Layers,
  page: 'models',
  Body: ModelsSection,
  settings: [
    { label: m.settings.models.model, words: w.find.models },
    { label: m.settings.models.savePrice, words: w.find.price },
    { label: m.settings.models.add, words: w.find.addModel },
  ],
}
