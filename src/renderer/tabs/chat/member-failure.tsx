import { RotateCcw } from 'lucide-react'
import { formatDuration, formatTokens } from '../../../shared/format.ts'
import type { SpeakerView } from '../../../shared/run.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { arrivedTokens } from './run-figures.ts'

type MemberFailureProps = { readonly member: SpeakerView; readonly canRetry: boolean; readonly onRetry: () => void }

/** Why a member failed, what of its text was kept, and the way to ask it again. Also an attempt that failed and is made anew. */
export function MemberFailure({ member, canRetry, onRetry }: MemberFailureProps) {
  const error = member.result?.error
  if (member.retrying) {
    return <ErrorNote tone="warn" what={m.chat.retryingIn(member.retrying.error.message, formatDuration(member.retrying.waitMs))} />
  }
  if (member.state !== 'failed' || !error) return null
  return (
    <ErrorNote
      what={error.message}
      {...(member.text === '' || error.message.includes('kept') ? {} : { kept: m.chat.textKept(formatTokens(arrivedTokens(member))) })}
      action={
        canRetry && (
          <Button small onClick={onRetry}>
            <RotateCcw size={14} aria-hidden />
            {m.chat.retryMember}
          </Button>
        )
      }
    />
  )
}
