import { Languages } from 'lucide-react'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { LanguageSection } from './language-section.tsx'

export const languageSection: Section = {
  id: 'language',
  label: w.language.title,
  icon: Languages,
  page: 'appearance',
  Body: LanguageSection,
  settings: [{ label: w.language.title, words: w.find.language }],
}
