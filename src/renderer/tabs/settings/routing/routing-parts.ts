import type { ComponentType } from 'react'
import { ExperiencePart } from './experience-part.tsx'
import { LearnedPart } from './learned-part.tsx'
import { RulesPart } from './rules-part.tsx'

/** What stands below the dial: rules, tables, learned state. A new one is a file here and a line. */
export const ROUTING_PARTS: readonly { readonly id: string; readonly Part: ComponentType }[] = [
  { id: 'rules', Part: RulesPart },
  { id: 'learned', Part: LearnedPart },
  { id: 'experience', Part: ExperiencePart },
]
