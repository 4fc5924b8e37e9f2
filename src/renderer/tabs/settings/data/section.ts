import { HardDrive } from 'lucide-react'
import type { Section } from '../section.ts'
import { DataSection } from './data-section.tsx'
import { d } from './words.ts'

export const dataSection: Section = {
  id: 'data',
  label: d.title,
  icon: HardDrive,
  page: 'data',
  Body: DataSection,
  settings: [
    { label: d.place, words: d.find },
    { label: d.keep, words: d.find },
    { label: d.exportRow, words: d.find },
    { label: d.backupRow, words: d.find },
    { label: d.restoreRow, words: d.find },
    { label: d.importRow, words: d.find },
    { label: d.deleteRow, words: d.find },
  ],
}
