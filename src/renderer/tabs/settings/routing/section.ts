import { Route } from 'lucide-react'
import type { Section } from '../section.ts'
import { w } from '../words.ts'
import { RoutingSection } from './routing-section.tsx'

export const routingSection: Section = {
  id: 'routing',
  label: w.routing.title,
  icon: Route,
  page: 'routing',
  Body: RoutingSection,
  settings: [
    { label: w.routing.dial, words: w.find.dial },
    { label: w.rules.title, words: w.find.rules },
    { label: w.routing.judge, words: w.find.judge },
    { label: w.experience.title, words: w.find.experience },
    { label: w.routing.hedge, words: w.find.hedge },
    { label: w.routing.substitute, words: w.find.substitute },
  ],
}
