import { KeyRound } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { ProvidersSection } from './providers-section.tsx'

const p = m.settings.providers

export const providersSection: Section = {
  id: 'providers',
  label: m.settings.sections.providers,
  icon: KeyRound,
  page: 'access',
  Body: ProvidersSection,
  settings: [
    { label: p.key, words: w.find.key },
    { label: p.address, words: w.find.address },
    { label: p.concurrency, words: w.find.concurrency },
    { label: w.providers.perMinute, words: w.find.perMinute },
    { label: p.add, words: w.find.addProvider },
    { label: p.test, words: w.find.test },
  ],
}
