import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { McpServerView } from '../../../../shared/tool.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { commandLine } from './command-line.ts'
import { ReviewDialog } from './review-dialog.tsx'
import { ToolRow } from './tool-row.tsx'
import { t } from './words.ts'

const TONES = { 'not-approved': 'warn', failed: 'bad', ready: 'accent', starting: 'plain', stopped: 'plain' } as const

/** A server: what it runs, whether it runs, and its tools with their permissions. */
export function ServerItem({ server }: { readonly server: McpServerView }) {
  const { client, attempt, toasts } = useSession()
  const [review, setReview] = useState(false)
  const tools = useApp((app) => app.tools.tools).filter(({ source }) => source.type === 'mcp' && source.server === server.id)
  const { id, name, digest, transport, state, text } = server
  const waits = state === 'not-approved'
  const approve = () => {
    setReview(false)
    void attempt(client.tools.approveServer({ id, digest }))
  }
  const remove = async () => {
    await attempt(client.tools.removeServer({ id }))
    toasts.say(t.removed(name), { label: m.common.undo, run: () => void attempt(client.tools.restoreServer({ id })) })
  }
  return (
    <li className="border-t border-line first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4.5 py-2.5 @max-[36rem]:px-3">
        <div className="min-w-0 flex-1 basis-64">
          <h4 className="flex flex-wrap items-center gap-2 font-medium">
            {name}
            <span role="status">
              <Tag tone={TONES[state]}>{t.states[state]}</Tag>
            </span>
          </h4>
          <p className="font-mono text-12 text-ink-2 wrap-anywhere">
            {transport.type === 'http' ? transport.url : commandLine(transport).replaceAll('\n', ' ')}
          </p>
          {state === 'failed' && <p className="text-12 text-pretty text-bad wrap-anywhere">{text}</p>}
        </div>
        {waits && (
          <Button look="main" onClick={() => setReview(true)}>
            {t.review}
          </Button>
        )}
        {(state === 'failed' || state === 'stopped') && <Button onClick={approve}>{t.tryAgain}</Button>}
        <Menu
          label={t.more(name)}
          align="end"
          trigger={
            <IconButton label={t.more(name)}>
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
          groups={[{ id: 'end', entries: [{ id: 'remove', label: t.remove, danger: true, onSelect: () => void remove() }] }]}
        />
      </div>
      {!waits && (tools.length > 0 || state === 'ready') && (
        <ul aria-label={t.toolsOf(name)} className="border-t border-line bg-chrome/40 pl-4">
          {tools.map((tool) => (
            <ToolRow key={tool.name} tool={tool} />
          ))}
          {tools.length === 0 && <li className="px-4.5 py-2.5 text-12 text-ink-2">{t.noTools}</li>}
        </ul>
      )}
      <ReviewDialog server={server} open={review} onClose={() => setReview(false)} onApprove={approve} />
    </li>
  )
}
