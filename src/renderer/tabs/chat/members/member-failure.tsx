import { RotateCcw, Settings } from 'lucide-react'
import type { ErrorInfo } from '../../../../shared/errors.ts'
import { formatDuration, formatEstimate, formatTokens } from '../../../../shared/format.ts'
import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import type { SentenceId } from '../../../../shared/sentence.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { errorText } from '../../../state/error-words.ts'
import { useApp } from '../../../state/use-session.ts'
import { useOpenSubject } from '../../open-subject.ts'
import { remedyPlace } from './remedy-place.ts'
import { arrivedTokens, retryCost } from './run-figures.ts'

/** These sentences say themselves that what arrived is kept. */
const OF_WHAT_IS_KEPT: ReadonlySet<string> = new Set<SentenceId>(['vendor.cut', 'vendor.slow', 'vendor.silent'])

type MemberFailureProps = {
  readonly member: SpeakerView
  readonly run: RunView
  readonly questionCharacters: number
  readonly onRetry: () => void
}

/** Why a member failed, what of its text was kept, and the way to ask it again. Also an attempt that failed and is made anew. */
export function MemberFailure({ member, run, questionCharacters, onRetry }: MemberFailureProps) {
  const model = useApp((app) => app.models.find((known) => known.ref === member.model))
  const about = retryCost(run, model, questionCharacters)
  const error = member.result?.error
  const open = useOpenSubject()
  if (member.retrying) {
    return <ErrorNote tone="warn" what={m.chat.retryingIn(errorText(member.retrying.error), formatDuration(member.retrying.waitMs))} />
  }
  if (member.state !== 'failed' || !error) return null
  const place = remedyPlace(error.code)
  return (
    <ErrorNote
      what={errorText(error)}
      {...(member.text === '' || saysWhatIsKept(error) ? {} : { kept: m.chat.textKept(formatTokens(arrivedTokens(member))) })}
      action={
        run.state !== 'running' && (
          <>
            <Button small onClick={onRetry}>
              <RotateCcw size={14} aria-hidden />
              {about === null ? m.chat.retryMember : m.chat.retryAbout(formatEstimate(about))}
            </Button>
            {place !== null && (
              <Button small onClick={() => open({ type: 'setting', id: place })}>
                <Settings size={14} aria-hidden />
                {m.shell.settings}
              </Button>
            )}
          </>
        )
      }
    />
  )
}

function saysWhatIsKept({ said }: ErrorInfo): boolean {
  const words = said?.message
  return typeof words === 'object' && 'say' in words && OF_WHAT_IS_KEPT.has(words.say)
}
