import type { Appearance } from '../../../shared/settings.ts'
import type { Session } from '../../state/session.ts'

/** Changes a part of the appearance, in every window. */
export function changeAppearance(session: Session, change: (now: Appearance) => Partial<Appearance>): void {
  const now = session.app.getState().snapshot?.settings.appearance
  if (now) void session.attempt(session.client.settings.update({ appearance: { ...now, ...change(now) } }))
}
