import { KeyRound } from 'lucide-react'
import { isDemoDecline } from '../../../../shared/demo-declines.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { useSession } from '../../../state/use-session.ts'
import { members } from '../members/member-state.ts'
import { w } from '../words.ts'

/** Under an answer that no demo member could give: how the question gets one. */
export function DemoDeclined({ run }: { readonly run: RunView }) {
  const { tabs } = useSession()
  const said = members(run).filter((member) => member.text !== '')
  if (run.state === 'running' || said.length === 0 || !said.every((member) => isDemoDecline(member.text))) return null
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-2">
      <p className="text-pretty">{w.demoDeclined}</p>
      <Button onClick={() => tabs.open('settings', 'providers')}>
        <KeyRound size={14} aria-hidden />
        {m.chat.addKey}
      </Button>
    </div>
  )
}
