import { Keyboard } from 'lucide-react'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { ShortcutsSection } from './shortcuts-section.tsx'

export const shortcutsSection: Section = {
  id: 'shortcuts',
  label: w.shortcuts.title,
  icon: Keyboard,
  page: 'shortcuts',
  Body: ShortcutsSection,
  settings: [{ label: w.shortcuts.title, words: w.find.shortcuts }],
}
