import { Shield } from 'lucide-react'
import type { Section } from '../section.ts'
import { PoliciesSection } from './policies-section.tsx'
import { p } from './words.ts'

export const policiesSection: Section = {
  id: 'policies',
  label: p.title,
  icon: Shield,
  page: 'policies',
  Body: PoliciesSection,
  settings: [
    { label: p.reach, words: p.find },
    { label: p.secrets, words: p.find },
    { label: p.phrases, words: p.find },
  ],
}
