import { CircleAlert, Info, TriangleAlert, WifiOff, X } from 'lucide-react'
import { useStore } from 'zustand/react'
import { classNames } from '../components/class-names.ts'
import { IconButton } from '../components/icon-button.tsx'
import { useApp, useSession } from '../state/use-session.ts'
import { m } from './messages.ts'

const LOOKS = {
  info: { Icon: Info, tone: 'bg-accent-soft', ink: 'text-accent' },
  warn: { Icon: TriangleAlert, tone: 'bg-warn-soft', ink: 'text-warn' },
  bad: { Icon: CircleAlert, tone: 'bg-bad-soft', ink: 'text-bad' },
}

/** Facts that must be seen once, and a lost connection while it is lost. */
export function Notices() {
  const { client, connection, attempt } = useSession()
  const notices = useApp((app) => app.notices)
  const lost = useStore(connection, (state) => state.state === 'lost')
  if (notices.length === 0 && !lost) return null
  return (
    <section aria-label={m.shell.notices} className="flex-none">
      {lost && (
        <p role="status" className="flex min-h-9 items-center gap-2 border-b border-line bg-warn-soft px-6 py-1.5 max-narrow:px-3">
          <WifiOff size={16} aria-hidden className="text-warn" />
          {m.shell.lost}
        </p>
      )}
      {notices.map((notice) => {
        const { Icon, tone, ink } = LOOKS[notice.level]
        return (
          <div
            key={notice.id}
            role={notice.level === 'info' ? 'status' : 'alert'}
            className={classNames('flex min-h-9 items-center gap-2 border-b border-line py-1 pr-2.5 pl-6 max-narrow:pl-3', tone)}
          >
            <Icon size={16} aria-hidden className={ink} />
            <p className="min-w-0 flex-1 text-pretty wrap-anywhere">{notice.text}</p>
            <IconButton label={m.shell.dismiss} onClick={() => void attempt(client.app.dismissNotice({ id: notice.id }))}>
              <X size={16} aria-hidden />
            </IconButton>
          </div>
        )
      })}
    </section>
  )
}
