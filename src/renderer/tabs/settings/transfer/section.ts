import { ArrowDownUp } from 'lucide-react'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { TransferSection } from './transfer-section.tsx'

export const transferSection: Section = {
  id: 'transfer',
  label: w.transfer.title,
  icon: ArrowDownUp,
  page: 'transfer',
  Body: TransferSection,
  settings: [
    { label: w.transfer.exportButton, words: w.find.transfer },
    { label: w.transfer.importTitle, words: w.find.transfer },
  ],
}
