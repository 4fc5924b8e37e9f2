import { ListTree, Play, Square } from 'lucide-react'
import { useState } from 'react'
import { formatDuration, formatEstimate, formatMoney } from '../../../../shared/format.ts'
import type { RunId } from '../../../../shared/ids.ts'
import type { Pipeline } from '../../../../shared/pipeline.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Switch } from '../../../components/switch.tsx'
import { errorText } from '../../../state/error-words.ts'
import { useNow } from '../../../state/use-now.ts'
import { useSession } from '../../../state/use-session.ts'
import { useOpenSubject } from '../../open-subject.ts'
import { statusOfView } from '../../orchestration/run-status.ts'
import { RunStatusTag } from '../../orchestration/run-status-tag.tsx'
import { ScrollText } from '../../orchestration/scroll-text.tsx'
import { UndoList } from '../../orchestration/todo/undo-list.tsx'
import { WaitList } from '../../orchestration/waits/wait-list.tsx'
import { useEditorState } from '../editor/use-editor.ts'
import { stageName } from '../stages/stage-name.ts'
import { useStudioPlace } from '../use-studio-place.ts'
import { w } from '../words.ts'
import { InputForm } from './input-form.tsx'
import { usePipelineEstimate } from './use-pipeline-estimate.ts'
import { useRunInput } from './use-run-input.ts'
import { useShownRun } from './use-shown-run.ts'

const t = w.run

type RunPanelProps = {
  readonly start: (asked: {
    readonly pipeline: Pipeline
    readonly input: unknown
    readonly allowNoPrice: boolean
  }) => Promise<{ readonly runId: RunId }>
  /** What may be given, as its author wrote it. */
  readonly hint?: string
  /** Why it cannot run, beyond what the check of the pipeline says. */
  readonly blocked?: string
}

/** What the pipeline is given, what a run would cost and take, and the run that was started last: its waits, its result. */
export function RunPanel({ start, hint, blocked: stopped }: RunPanelProps) {
  const { client, attempt, runs } = useSession()
  const { showRun } = useStudioPlace()
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const problems = useEditorState(({ check }) => check?.problems.filter(({ level }) => level === 'error').length ?? 0)
  const input = useRunInput(pipeline)
  const cost = usePipelineEstimate(pipeline)
  const [starting, setStarting] = useState(false)
  const [unpriced, setUnpriced] = useState(false)
  const run = useShownRun()
  const blocked = stopped ?? (problems > 0 ? w.bar.solveFirst(problems) : input.problem)
  const begin = async () => {
    if (blocked !== null || starting) return
    setStarting(true)
    const started = await attempt(start({ pipeline, input: input.value, allowNoPrice: unpriced }))
    setStarting(false)
    if (!started) return
    runs.watch(started.runId)
    showRun(started.runId)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <form
        aria-label={t.title}
        className="grid grid-cols-[minmax(0,1fr)] gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <InputForm form={input} {...(hint === undefined ? {} : { hint })} />
        <Expectation cost={cost} />
        {cost === null && (
          <div className="flex items-center gap-2 text-12">
            <Switch label={t.allowNoPrice} checked={unpriced} onChange={setUnpriced} />
            <span aria-hidden>{t.allowNoPrice}</span>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="main" disabled={blocked !== null} aria-busy={starting || undefined}>
            <Play size={14} aria-hidden />
            {run === undefined ? t.start : t.again}
          </Button>
          {run?.state === 'running' && (
            <Button onClick={() => void attempt(client.runs.stop({ id: run.id }))}>
              <Square size={14} aria-hidden />
              {t.stop}
            </Button>
          )}
        </div>
        {blocked !== null && <p className="text-12 text-bad">{blocked}</p>}
      </form>
      {run !== undefined && <RunOutcome run={run} />}
    </div>
  )
}

function Expectation({ cost }: { readonly cost: number | null | undefined }) {
  const check = useEditorState((state) => state.check)
  const stages = useEditorState(({ history }) => history.now.pipeline.stages)
  const names = new Map(stages.map((stage) => [stage.id, stageName(stage)]))
  const asks = stages.some(({ processor }) => processor.type === 'prompt' || processor.type === 'loop')
  const free = asks ? t.freeModels : t.free
  const words = cost === undefined ? '' : cost === null ? t.unknownCost : cost === 0 ? free : t.atMost(formatEstimate(cost, true))
  return (
    <div className="grid gap-1 text-12 text-pretty text-ink-2 tabular-nums">
      <p>{words}</p>
      {check !== null && check.expectedMs > 0 && <p>{t.expected(formatDuration(check.expectedMs), formatDuration(check.sequentialMs))}</p>}
      {(check?.criticalPath.length ?? 0) > 1 && <p>{t.critical(check?.criticalPath.map((id) => names.get(id) ?? id).join(' → ') ?? '')}</p>}
    </div>
  )
}

function RunOutcome({ run }: { readonly run: RunView }) {
  const open = useOpenSubject()
  const now = useNow(run.state === 'running')
  const time = formatDuration(Math.max(0, (run.endedAt ?? now) - run.startedAt))
  return (
    <section aria-label={w.inspect.lastRun} className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line pt-4">
      <h2 className="sr-only">{w.inspect.lastRun}</h2>
      <div className="flex flex-wrap items-center gap-2">
        <RunStatusTag status={statusOfView(run)} />
        <span className="figures text-12 text-ink-2">{`${time}, ${formatMoney(run.costMicros)}`}</span>
        <Button small look="bare" className="ml-auto" onClick={() => open({ type: 'run', id: run.id }, 'orchestration')}>
          <ListTree size={14} aria-hidden />
          {t.openRun}
        </Button>
      </div>
      <WaitList run={run} />
      {run.error && <ErrorNote what={t.failed} kept={errorText(run.error)} />}
      {run.compensations.length > 0 && (
        <div className="-mx-5 border-t border-line">
          <UndoList run={run} />
        </div>
      )}
      {run.outcome && run.state === 'done' && (
        <div>
          <h3 className="mb-1.5 text-12 font-medium text-ink-2">{t.result}</h3>
          <ScrollText text={run.outcome.answer} sans className="max-h-96 bg-paper p-2.5" />
        </div>
      )}
      <p role="status" className="sr-only">
        {m.runs.status[statusOfView(run)]}
      </p>
    </section>
  )
}
