import { Equal, Eye } from 'lucide-react'
import type { Message } from '../../../../shared/conversation.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Mark } from '../../../components/mark.tsx'
import { useSession } from '../../../state/use-session.ts'
import { members } from '../members/member-state.ts'
import { useModelLabel } from '../use-labels.ts'
import { w } from '../words.ts'

type BlindVoteProps = {
  /** As it is shown, without names. */
  readonly run: RunView
  readonly answer: Message
}

/** Which answer is best? Names come after the vote, and the vote can be taken back. */
export function BlindVote({ run, answer }: BlindVoteProps) {
  const { client, conversations, attempt, toasts } = useSession()
  const label = useModelLabel()
  const complete = members(run).filter((member) => member.state === 'done' && member.text !== '')
  const take = (call: Promise<Message>, said: string | null) =>
    void attempt(call).then((message) => {
      if (!message) return
      conversations.update(message)
      if (said !== null) toasts.say(said, { label: m.common.undo, run: withdraw })
    })
  const withdraw = () => take(client.votes.withdraw({ answerId: answer.id }), null)
  const vote = (best: (typeof complete)[number] | null) => {
    const others = complete.length - 1
    const said = best ? w.voted(label(best.model), others) : w.votedTie((complete.length * others) / 2)
    take(client.votes.cast({ answerId: answer.id, best: best?.id ?? null }), said)
  }
  return (
    <article aria-label={w.blindTitle} className="rounded-sheet border border-line bg-sheet">
      <header className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-6 py-1.5 max-narrow:px-4">
        <h3 className="text-13 font-semibold">{w.blindTitle}</h3>
        <span className="ml-auto text-12 text-ink-2">{complete.length < 2 ? w.tooFew : w.blindWaiting}</span>
      </header>
      <div className="flex flex-wrap items-center gap-2 px-6 py-2 pr-2.5 max-narrow:px-4">
        {complete.length > 1 && (
          <>
            {complete.map((member) => (
              <Button key={member.id} onClick={() => vote(member)}>
                <Mark number={member.number} label={member.label} small decorative />
                {member.label}
              </Button>
            ))}
            <Button onClick={() => vote(null)}>
              <Equal size={14} aria-hidden />
              {w.allEqual}
            </Button>
          </>
        )}
        <span className="ml-auto" />
        <Button look="bare" small onClick={() => take(client.votes.reveal({ answerId: answer.id }), null)}>
          <Eye size={14} aria-hidden />
          {w.showNames}
        </Button>
      </div>
    </article>
  )
}
