import { Languages } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import type { Section } from '../section.ts'
import { LanguageSection } from './language-section.tsx'

const a = m.settings.appearance

export const languageSection: Section = {
  id: 'language',
  label: a.language,
  icon: Languages,
  page: 'appearance',
  Body: LanguageSection,
  settings: [{ label: a.language, words: a.findLanguage }],
}
