import { SunMoon } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { AppearanceSection } from './appearance-section.tsx'

const a = m.settings.appearance

export const appearanceSection: Section = {
  id: 'appearance',
  label: m.settings.sections.appearance,
  icon: SunMoon,
  page: 'appearance',
  Body: AppearanceSection,
  settings: [
    { label: a.theme, words: w.find.theme },
    { label: w.appearance.contrast, words: w.find.contrast },
    { label: a.textSize, words: w.find.textSize },
    { label: w.appearance.motion, words: w.find.motion },
    { label: a.notes, words: a.findNotes },
  ],
}
