import { memo, useEffect, useMemo } from 'react'
import { Seats, WithoutNames } from '../../../components/mark.tsx'
import { Markdown } from '../../../components/markdown.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useRun, useSession } from '../../../state/use-session.ts'
import { WaitList } from '../../orchestration/waits/wait-list.tsx'
import { AnswerSheet } from '../answer/answer-sheet.tsx'
import { AutoLine } from '../answer/auto-line.tsx'
import { ClaimsView } from '../answer/claims-view.tsx'
import { DemoDeclined } from '../answer/demo-declined.tsx'
import { NoAnswer } from '../answer/no-answer.tsx'
import { PendingAnswer } from '../answer/pending-answer.tsx'
import { anonymousRun } from '../blind/anonymous-run.ts'
import { BlindVote } from '../blind/blind-vote.tsx'
import { Members } from '../members/members.tsx'
import { SideBySide } from '../members/side-by-side.tsx'
import type { Turn } from '../tree/branches.ts'
import { QuestionHeader } from './question-header.tsx'

const NOBODY: readonly never[] = []

type TurnViewProps = { readonly turn: Turn; readonly before: number; readonly last: boolean; readonly onWhy: (turn: Turn) => void }

/** One question with its answer and what each member said. `before`: characters said earlier in the branch. */
export const TurnView = memo(function TurnView({ turn, before, last, onWhy }: TurnViewProps) {
  const { question, answer } = turn
  const { conversations, runs } = useSession()
  const runId = answer?.runId ?? null
  const known = useRun(runId, (view) => view)
  const hidden = answer?.blind === 'hidden'
  const answerId = answer?.id
  const run = useMemo(() => (known && hidden && answerId !== undefined ? anonymousRun(known, answerId) : known), [known, hidden, answerId])
  // Views of older answers and whole texts are asked for when they come into sight; the view of a run has the answer's.
  const missing = runId !== null && run === undefined
  useEffect(() => {
    if (missing) runs.load(runId)
  }, [missing, runs, runId])
  useEffect(() => {
    if (question.characters !== undefined) conversations.complete(question)
    if (answer?.characters !== undefined && answer.runId === null) conversations.complete(answer)
  }, [conversations, question, answer])
  return (
    <WithoutNames value={hidden}>
      <Seats value={run?.speakers ?? NOBODY}>
        <QuestionHeader question={question} presetName={run?.presetName} editable={run === undefined || run.state !== 'running'} />
        {run && !hidden && <AutoLine reason={run.decisions.find(({ kind }) => kind === 'auto')?.reason} />}
        {answer && !run && answer.text !== '' && (
          <Sheet className="max-w-[76ch] px-6 py-4 text-15 max-narrow:px-4">
            <Markdown text={answer.text} lead />
          </Sheet>
        )}
        {answer && run && (
          <>
            {answerPlace()}
            <DemoDeclined run={run} />
            {run.outcome?.claims && !hidden && <ClaimsView run={run} claims={run.outcome.claims} />}
            <Members run={run} answer={answer} questionCharacters={before + question.text.length} />
          </>
        )}
      </Seats>
    </WithoutNames>
  )

  function answerPlace() {
    if (!answer || !run) return null
    const why = last || hidden ? null : () => onWhy(turn)
    if (run.state === 'running') {
      return (
        <>
          <WaitList run={run} />
          <PendingAnswer run={run} />
        </>
      )
    }
    if (!run.outcome && hidden) return <BlindVote run={run} answer={answer} />
    if (!run.outcome) return <NoAnswer run={run} answer={answer} />
    if (hidden) return <BlindVote run={run} answer={answer} />
    if (run.outcome.kind === 'side-by-side' && answer.mainSpeaker === null) return <SideBySide run={run} answer={answer} onWhy={why} />
    return <AnswerSheet run={run} outcome={run.outcome} answer={answer} onWhy={why} />
  }
})
