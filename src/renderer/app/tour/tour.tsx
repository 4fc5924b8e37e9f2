import { useEffect, useState } from 'react'
import { PresetId, type RunId } from '../../../shared/ids.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { useApp, useConversation, useRun, useSession, useTabs } from '../../state/use-session.ts'
import { sendQuestion } from '../../tabs/chat/composer/send-question.ts'
import { m } from '../messages.ts'
import { rememberTour, type TourStep } from './tour-steps.ts'

const t = m.shell.tour
const PRESET = PresetId.parse('voting')

/** Four cards in a corner; the second asks the built-in members, so that it ends with an answer, offline and free. */
export default function Tour() {
  const session = useSession()
  const [step, setStep] = useState<TourStep>('offer')
  const shown = useTabs((tabs) => tabs.open.find((tab) => tab.id === tabs.activeId))
  const entry = useConversation(shown?.conversationId ?? null)
  const runId: RunId | null =
    entry?.state === 'ready' ? (entry.conversation.messages.findLast((message) => message.runId !== null)?.runId ?? null) : null
  const [opened] = useState(() => Date.now())
  // Only an answer that was asked for since: the tour can be opened again in an old conversation.
  const state = useRun(runId, (run) => (run.startedAt >= opened ? run.state : undefined))
  const agreed = useRun(runId, (run) => (run.outcome?.agreement?.agree ?? 0) > 1) ?? false
  const demo = useApp((app) => app.presets.find((preset) => preset.id === PRESET)?.demo ?? false)
  useEffect(() => {
    if (state === undefined || (step !== 'offer' && step !== 'asked')) return
    // The person may have asked a question of their own instead, and it may have no agreed answer.
    if (state === 'running') setStep('asked')
    else setStep(agreed ? 'answer' : 'why')
  }, [step, state, agreed])

  const end = () => {
    rememberTour()
    session.overlay.show(null)
  }
  const ask = async () => {
    const example = m.chat.tries.find((known) => known.presetId === PRESET)
    if (!example) return end()
    session.tabs.newChat()
    const { activeId } = session.tabs.store.getState()
    if (activeId === null) return
    // Where a question would cost money it is only written down; sending it is the person's own decision.
    if (!demo) {
      session.tabs.change(activeId, { draft: example.question, presetId: PRESET })
      return end()
    }
    const id = await session.attempt(
      sendQuestion(session, {
        conversationId: null,
        parentId: null,
        text: example.question,
        attachments: [],
        presetId: PRESET,
        allowNoPrice: false,
      }),
    )
    if (id === undefined) return end()
    session.tabs.change(activeId, { conversationId: id, draft: '' })
    setStep('asked')
  }
  // Whoever writes wants to see what they write.
  if (shown !== undefined && shown.draft !== '') return null
  const [at, of] = [['offer', 'asked', 'answer', 'why'].indexOf(step) + 1, 4]
  return (
    <section
      aria-label={t.title}
      className={classNames(
        'fixed right-4 z-30 w-[21rem] max-w-[calc(100vw-2rem)] rounded-palette border border-line bg-raised p-4 shadow-float',
        // Above the field in which the next question is written.
        shown?.kind === 'chat' && shown.conversationId !== null ? 'bottom-36' : 'bottom-4',
      )}
    >
      <div aria-live="polite">
        <h2 className="text-15 font-semibold">{t.steps[step].title}</h2>
        <p className="mt-1 text-pretty text-ink-2">{t.steps[step].body}</p>
      </div>
      <div className="mt-3 flex items-center gap-2">
        <span className="figures flex-1 text-12 text-ink-3">{t.progress(at, of)}</span>
        {step !== 'why' && <Button onClick={end}>{t.skip}</Button>}
        {step === 'offer' && (
          <Button look="main" onClick={() => void ask()}>
            {t.askExample}
          </Button>
        )}
        {step === 'answer' && (
          <Button look="main" onClick={() => setStep('why')}>
            {t.next}
          </Button>
        )}
        {step === 'why' && (
          <Button look="main" onClick={end}>
            {t.finish}
          </Button>
        )}
      </div>
    </section>
  )
}
