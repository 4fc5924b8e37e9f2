import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ConversationId, MessageId } from '../../../shared/ids.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { isMarkdownLoaded, loadMarkdown } from '../../components/markdown.tsx'
import { useConversation, useRun, useSession } from '../../state/use-session.ts'
import { Composer } from './composer/composer.tsx'
import { useLayout } from './layout-store.ts'
import { ListToggle } from './list/list-toggle.tsx'
import { PageBar } from './page-bar.tsx'
import { PinsDrawer } from './pins-drawer.tsx'
import { pathTo, type Turn, turnsOf } from './tree/branches.ts'
import { TreeDrawer } from './tree/tree-drawer.tsx'
import { Announcer } from './turns/announcer.tsx'
import { useJump } from './turns/jump.ts'
import { TurnList } from './turns/turn-list.tsx'
import { useChatKeys } from './use-chat-keys.ts'
import { WhyDrawer } from './why/why-drawer.tsx'

type ConversationPaneProps = {
  readonly tabId: string
  readonly conversationId: ConversationId
  readonly listOpen: boolean
  readonly onToggleList: () => void
}

/** An open conversation: page bar, questions and answers, composer, and the drawer beside them. */
export function ConversationPane({ tabId, conversationId, listOpen, onToggleList }: ConversationPaneProps) {
  const { conversations, client, attempt } = useSession()
  const entry = useConversation(conversationId)
  const conversation = entry?.state === 'ready' ? entry.conversation : null
  const messages = conversation?.messages
  const headId = conversation?.headId ?? null
  const turns = useMemo(() => turnsOf(pathTo(messages ?? [], headId)), [messages, headId])
  const drawer = useLayout((layout) => layout.drawer)
  const setDrawer = useLayout((layout) => layout.setDrawer)
  const jump = useJump(conversation)
  const [chosenId, setChosenId] = useState<MessageId | null>(null)
  const last = turns.at(-1)
  const subject = turns.find((turn) => turn.answer?.id === chosenId) ?? last
  // Who said what in an answer without names is told after the vote.
  const explained = subject?.answer && subject.answer.blind !== 'hidden' ? subject.answer : null
  const runId = last?.answer?.runId ?? null
  const running = useRun(runId, (run) => run.state === 'running') ?? false
  const pane = useRef<HTMLElement>(null)
  // It comes while the messages are on their way; shown before it is there, they would stand as plain text for a third of a second.
  const [drawable, setDrawable] = useState(isMarkdownLoaded)
  useEffect(() => {
    const ready = () => setDrawable(true)
    loadMarkdown().then(ready, ready)
  }, [])
  const stop = useCallback(() => {
    if (runId !== null) void attempt(client.runs.stop({ id: runId }))
  }, [attempt, client, runId])
  const onWhy = useCallback(
    (turn: Turn) => {
      setChosenId(turn.answer?.id ?? null)
      setDrawer('why')
    },
    [setDrawer],
  )
  const closeDrawer = useCallback(() => setDrawer(null), [setDrawer])
  // A new answer is what the drawer speaks of from then on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the newest run.
  useEffect(() => setChosenId(null), [runId])
  useChatKeys(pane, running ? stop : null)

  if (!conversation || !drawable) {
    return (
      <section ref={pane} aria-label={m.chat.loading} aria-busy={entry?.state !== 'failed'} className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-12 items-center border-b border-line px-4">
          <ListToggle open={listOpen} onToggle={onToggleList} />
        </div>
        {entry?.state === 'failed' && (
          <div className="m-auto max-w-[30rem] p-6">
            <ErrorNote
              role="alert"
              what={m.chat.openFailed}
              kept={entry.error.message}
              action={
                <Button small onClick={() => conversations.open(conversationId)}>
                  {m.common.retry}
                </Button>
              }
            />
          </div>
        )}
      </section>
    )
  }
  return (
    <>
      <section ref={pane} aria-label={conversation.title} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <PageBar conversation={conversation} listOpen={listOpen} onToggleList={onToggleList} canExplain={explained !== null} />
        <TurnList turns={turns} onWhy={onWhy} jump={jump} />
        <Composer
          tabId={tabId}
          conversationId={conversationId}
          parentId={headId}
          running={running ? { runId, stop } : null}
          placeholder={running ? m.chat.writeNext : last ? m.chat.askFollowUp : m.chat.askSomething}
        />
        <Announcer runId={last?.answer?.blind === 'hidden' ? null : runId} />
      </section>
      {drawer === 'why' && explained && <WhyDrawer runId={explained.runId} onClose={closeDrawer} />}
      {drawer === 'branches' && <TreeDrawer conversation={conversation} onClose={closeDrawer} />}
      {drawer === 'pins' && <PinsDrawer conversation={conversation} onClose={closeDrawer} />}
    </>
  )
}
