import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

/** A setting by the words on the page, and other words that people look for. */
export type SettingEntry = { readonly label: string; readonly words?: string }

/** What a section's folder tells the Settings tab: `section.ts` of each folder exports one, `sections.ts` lists them. */
export type Section = {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  /** Sections with the same page stand below each other on it. */
  readonly page: string
  readonly Body: ComponentType
  readonly settings: readonly SettingEntry[]
}
