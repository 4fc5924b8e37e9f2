import { m } from '../app/messages.ts'
import { useSession } from './use-session.ts'

/** Copies text to the clipboard and says so. */
export function useCopy(): (text: string) => void {
  const { toasts } = useSession()
  return (text) => {
    void navigator.clipboard.writeText(text).then(
      () => toasts.say(m.common.copied),
      () => toasts.say(m.common.copyFailed, null, 'bad'),
    )
  }
}
