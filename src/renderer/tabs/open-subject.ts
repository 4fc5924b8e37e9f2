import { useCallback } from 'react'
import type { Session } from '../state/session.ts'
import { useSession } from '../state/use-session.ts'
import { kindOf, TAB_KINDS } from './registry.ts'
import type { Subject, TabKind } from './tab-kind.ts'

/** The kinds of tab that can show a subject: what "open this in …" offers. */
export function kindsFor(type: string): readonly TabKind[] {
  return TAB_KINDS.filter((known) => type in known.shows)
}

/** Shows a subject, in a tab of `kind` or of the first kind that can; `another`: in one more tab. false where none can. */
export function openSubject(session: Pick<Session, 'tabs'>, { type, id }: Subject, kind?: string, another = false): boolean {
  const target = kind === undefined ? kindsFor(type)[0] : kindOf(kind)
  const aim = target?.shows[type]?.(id) ?? null
  if (!target || aim === null) return false
  if (aim.conversationId) session.tabs.openConversation(aim.conversationId)
  else if (another) session.tabs.openAnother(target.kind, aim.place)
  else session.tabs.open(target.kind, aim.place)
  return true
}

/** "Open this run in …" for components: `open({ type: 'run', id })`. */
export function useOpenSubject(): (subject: Subject, kind?: string) => boolean {
  const session = useSession()
  return useCallback((subject, kind) => openSubject(session, subject, kind), [session])
}
