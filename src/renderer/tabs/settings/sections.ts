import { KeyRound, Layers, type LucideIcon, SunMoon, UsersRound, Wallet } from 'lucide-react'
import { m } from '../../app/messages.ts'
import type { SectionId } from './settings-place.ts'

const s = m.settings

/** A page shows one or two sections. */
export type PageId = keyof typeof s.pages

export type Section = {
  readonly id: SectionId
  readonly page: PageId
  readonly icon: LucideIcon
  /** The settings that stand in it, by the words on the page; and other words that people look for. */
  readonly settings: readonly { readonly label: string; readonly words?: string }[]
}

export const SECTIONS: readonly Section[] = [
  {
    id: 'providers',
    page: 'access',
    icon: KeyRound,
    settings: [
      { label: s.providers.key, words: 'api key secret token password openai anthropic google perplexity vault keychain' },
      { label: s.providers.address, words: 'base url endpoint proxy server ollama lm studio' },
      { label: s.providers.concurrency, words: 'concurrency parallel limit rate' },
      { label: s.providers.add, words: 'vendor xai groq openrouter mistral deepseek compatible' },
      { label: s.providers.test, words: 'connection check' },
    ],
  },
  {
    id: 'models',
    page: 'models',
    icon: Layers,
    settings: [
      { label: s.models.model, words: 'enable disable on off switch list context window' },
      { label: s.models.savePrice, words: 'price cost dollars tokens input output cache' },
      { label: s.models.add, words: 'id custom' },
    ],
  },
  {
    id: 'presets',
    page: 'presets',
    icon: UsersRound,
    settings: [
      { label: s.presets.create, words: 'team ensemble duplicate delete default' },
      {
        label: s.presets.strategy,
        words: 'strategy vote voting cascade parallel sequential expert specialist merge side by side cheap first',
      },
      { label: s.presets.members, words: 'model temperature top-p reasoning output limit fallback' },
      { label: s.presets.systemPrompt, words: 'instructions' },
      { label: s.presets.budget, words: 'limit money dollars' },
    ],
  },
  {
    id: 'budgets',
    page: 'access',
    icon: Wallet,
    settings: [
      { label: s.budgets.run, words: 'limit money dollars cost spend' },
      { label: s.budgets.day, words: 'limit money dollars cost spend daily today' },
      { label: s.budgets.month, words: 'limit money dollars cost spend monthly' },
      { label: s.budgets.unpriced, words: 'no price allow unknown' },
    ],
  },
  {
    id: 'appearance',
    page: 'appearance',
    icon: SunMoon,
    settings: [
      { label: s.appearance.theme, words: 'dark light system colour color mode' },
      { label: s.appearance.textSize, words: 'font zoom large small' },
    ],
  },
]

export function sectionOf(id: SectionId): Section {
  const [first] = SECTIONS
  const section = SECTIONS.find((candidate) => candidate.id === id) ?? first
  if (!section) throw new RangeError('There are no sections.')
  return section
}
