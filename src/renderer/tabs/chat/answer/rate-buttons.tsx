import { Pin, PinOff, ThumbsDown, ThumbsUp } from 'lucide-react'
import type { Message } from '../../../../shared/conversation.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'

/** What the person thinks of an answer, and whether it stays at hand. */
export function RateButtons({ answer }: { readonly answer: Message }) {
  const { client, conversations, attempt } = useSession()
  const take = (call: Promise<Message>) => void attempt(call).then((changed) => changed && conversations.update(changed))
  const rate = (thumb: 'up' | 'down') => take(client.chat.rate({ answerId: answer.id, thumb: answer.thumb === thumb ? null : thumb }))
  const pinned = answer.pinned ?? false
  const PinIcon = pinned ? PinOff : Pin
  return (
    <>
      <IconButton small label={w.thumbUp} aria-pressed={answer.thumb === 'up'} onClick={() => rate('up')}>
        <ThumbsUp size={14} aria-hidden />
      </IconButton>
      <IconButton small label={w.thumbDown} aria-pressed={answer.thumb === 'down'} onClick={() => rate('down')}>
        <ThumbsDown size={14} aria-hidden />
      </IconButton>
      <IconButton
        small
        label={pinned ? w.unpinMessage : w.pinMessage}
        aria-pressed={pinned}
        onClick={() => take(client.conversations.pinMessage({ id: answer.id, pinned: !pinned }))}
      >
        <PinIcon size={14} aria-hidden />
      </IconButton>
    </>
  )
}
