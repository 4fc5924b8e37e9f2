import { Wrench } from 'lucide-react'
import type { Section } from '../section.ts'
import { ToolsSection } from './tools-section.tsx'
import { t } from './words.ts'

export const toolsSection: Section = {
  id: 'tools',
  label: t.title,
  icon: Wrench,
  page: 'tools',
  Body: ToolsSection,
  settings: [
    ...Object.values(t.groups).map((label) => ({ label, words: t.find })),
    { label: t.folder, words: t.find },
    { label: t.database, words: t.find },
    { label: t.search, words: t.find },
    { label: t.hosts, words: t.find },
    { label: t.trusted, words: t.find },
    { label: t.servers, words: t.find },
  ],
}
