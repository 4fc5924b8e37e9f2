import { Wallet } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { BudgetsSection } from './budgets-section.tsx'

const b = m.settings.budgets

export const budgetsSection: Section = {
  id: 'budgets',
  label: m.settings.sections.budgets,
  icon: Wallet,
  page: 'access',
  Body: BudgetsSection,
  settings: [
    { label: b.run, words: w.find.limit },
    { label: b.day, words: w.find.dayLimit },
    { label: b.month, words: w.find.monthLimit },
    { label: w.budgets.atLimit, words: w.find.atLimit },
    { label: b.unpriced, words: w.find.unpriced },
  ],
}
