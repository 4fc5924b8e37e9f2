import { Stethoscope } from 'lucide-react'
import type { Section } from '../section.ts'
import { DiagnosticsSection } from './diagnostics-section.tsx'
import { g } from './words.ts'

export const diagnosticsSection: Section = {
  id: 'diagnostics',
  label: g.title,
  icon: Stethoscope,
  page: 'diagnostics',
  Body: DiagnosticsSection,
  settings: [
    { label: g.traces, words: g.find },
    { label: g.endpoint, words: g.find },
    { label: g.content, words: g.find },
    { label: g.report, words: g.find },
  ],
}
