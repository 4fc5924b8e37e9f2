import type { LucideIcon } from 'lucide-react'
import type { ComponentType, LazyExoticComponent } from 'react'
import type { AppSnapshot, Tab } from '../../shared/app-state.ts'
import type { RunId } from '../../shared/ids.ts'
import type { RunView } from '../../shared/run.ts'
import type { Session } from '../state/session.ts'

/** What the strip says about a tab beside its title. */
export type TabState = 'quiet' | 'running' | 'waiting' | 'failed'

/** What titles and states are made of: the shell's state, and the runs that this page follows. */
export type Look = { readonly app: AppSnapshot; readonly runs: ReadonlyMap<RunId, RunView> }

/** A thing that tabs can show: `{ type: 'run', id }`. Types are open, a tab says which it knows. */
export type Subject = { readonly type: string; readonly id: string }

/** Where in a tab a subject is shown. */
export type TabAim = Partial<Pick<Tab, 'place' | 'conversationId'>>

/** Something to be done, in the palette, in menus and with keys. */
export type Command = {
  /** Stable, "chat.new": shortcuts are set by it. */
  readonly id: string
  readonly label: string
  /** Other words by which it is found. */
  readonly words?: string
  readonly icon?: LucideIcon
  /** The keys that ship, "Mod+Shift+K"; Mod is ⌘ on a Mac and Ctrl elsewhere. */
  readonly keys?: string
  readonly run: (session: Session) => void
}

export type TabPageProps = { readonly tabId: string }

/** What a tab's folder tells the shell: `tab.ts` of each folder exports one, `registry.ts` lists them. */
export type TabKind = {
  readonly kind: string
  readonly label: string
  readonly icon: LucideIcon
  /** The end of the rail at which it stands, there in the order of the registry. */
  readonly rail: 'head' | 'foot'
  /** Whether there may be several tabs of this kind; else opening goes to the one. */
  readonly many: boolean
  readonly Page: LazyExoticComponent<ComponentType<TabPageProps>>
  readonly title: (tab: Tab, look: Look) => string
  readonly state: (tab: Tab, look: Look) => TabState
  /** By type of subject: where in this tab it is; null where the id cannot be one. */
  readonly shows: Readonly<Record<string, (id: string) => TabAim | null>>
  readonly commands: readonly Command[]
  /** What the palette finds in this tab for a query of at least one letter, best first, at most ten. */
  readonly search?: (query: string, session: Session, signal: AbortSignal) => Promise<readonly Found[]>
}

/** Something that the palette found. */
export type Found = {
  /** Unique within its tab. */
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly icon?: LucideIcon
  /** What is shown; in a tab of its own where that is asked for. */
  readonly subject: Subject
}
