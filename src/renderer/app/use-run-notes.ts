import { useEffect } from 'react'
import type { AppSnapshot } from '../../shared/app-state.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { inOneWindow } from '../state/one-window.ts'
import type { Session } from '../state/session.ts'
import { useSession } from '../state/use-session.ts'
import { m } from './messages.ts'

/** A run that takes longer is worth a note when it ends, in ms. */
const LONG_MS = 15_000

/** Tells of long runs that end while the window is not looked at. Leave is asked the first time one goes on that long, not before. */
export function useRunNotes(): void {
  const session = useSession()
  useEffect(() => {
    if (!('Notification' in window)) return
    const since = new Map<ConversationId, number>()
    let asked = false
    const look = () => {
      const { snapshot } = session.app.getState()
      if (!snapshot) return
      for (const { id, title, running, lastState } of snapshot.conversations) {
        const from = since.get(id)
        if (running !== null && from === undefined) since.set(id, Date.now())
        if (running !== null || from === undefined) continue
        since.delete(id)
        if (Date.now() - from >= LONG_MS) tell(session, snapshot, id, title, lastState === 'failed')
      }
    }
    const offer = () => {
      const isLong = [...since.values()].some((from) => Date.now() - from >= LONG_MS)
      if (asked || !isLong || Notification.permission !== 'default') return
      if (session.app.getState().snapshot?.settings.notify !== 'ask') return
      asked = true
      session.toasts.say(m.shell.notify.offer, { label: m.shell.notify.allow, run: () => void allowNotes(session) })
    }
    const stop = session.app.subscribe(look)
    const timer = setInterval(offer, 5_000)
    look()
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [session])
}

/** Asks the browser for leave, which it gives only right after a click, and keeps the answer in the settings. */
export async function allowNotes(session: Session): Promise<void> {
  const permission = await Notification.requestPermission()
  await session.attempt(session.client.settings.update({ notify: permission === 'granted' ? 'on' : 'off' }))
}

function tell(session: Session, { settings }: AppSnapshot, id: ConversationId, title: string, failed: boolean): void {
  if (document.visibilityState === 'visible' || settings.notify === 'off' || Notification.permission !== 'granted') return
  void inOneWindow(`tutti-note-${id}`, () => note(session, id, title, failed))
}

function note(session: Session, id: ConversationId, title: string, failed: boolean): void {
  const shown = new Notification(title === '' ? m.shell.newConversation : title, {
    body: failed ? m.shell.notify.failed : m.shell.notify.done,
    tag: `tutti-${id}`,
  })
  shown.onclick = () => {
    window.focus()
    session.tabs.openConversation(id)
  }
}
