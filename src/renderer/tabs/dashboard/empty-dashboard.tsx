import { Button } from '../../components/button.tsx'
import { useSession } from '../../state/use-session.ts'
import { w } from './words.ts'

/** What will be here, and what fills it. */
export function EmptyDashboard() {
  const { tabs } = useSession()
  return (
    <div className="m-auto grid max-w-[26rem] gap-3 px-6 pt-[18vh] text-pretty text-ink-2">
      <p>{w.empty}</p>
      <Button look="main" className="justify-self-start" onClick={tabs.newChat}>
        {w.emptyAction}
      </Button>
    </div>
  )
}
