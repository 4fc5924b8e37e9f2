import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { PresetId } from '../../../../shared/ids.ts'
import type { RunView } from '../../../../shared/run.ts'
import type { Replay } from '../../../../shared/run-inspection.ts'
import { Button } from '../../../components/button.tsx'
import { Markdown } from '../../../components/markdown.tsx'
import { Select } from '../../../components/select.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { presetName } from '../../chat/composer/preset-name.ts'
import { DecisionList } from '../../chat/why/decision-list.tsx'
import { w } from '../words.ts'

const r = w.replay
const SAME = 'same'

/** The run once more over its own recording, or another preset over the same answers, beside what it was. Nothing is asked or paid. */
export function OnceMore({ run }: { readonly run: RunView }) {
  const { client, attempt } = useSession()
  const presets = useApp((app) => app.presets)
  const [chosen, setChosen] = useState<PresetId | typeof SAME>(SAME)
  const [busy, setBusy] = useState(false)
  const [replay, setReplay] = useState<Replay | null>(null)
  const start = async () => {
    setBusy(true)
    const done = await attempt(client.runs.replay({ id: run.id, presetId: chosen === SAME ? null : chosen }))
    setBusy(false)
    if (done) setReplay(done)
  }
  return (
    <section aria-label={r.onceMore} className="mt-6 max-w-[60rem]">
      <h3 className="font-semibold">{r.onceMore}</h3>
      <p className="text-12 text-pretty text-ink-2">{r.onceMoreNote}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Select
          label={r.preset}
          value={chosen}
          options={[{ value: SAME, label: r.asItWas }, ...presets.map((preset) => ({ value: preset.id, label: presetName(preset) }))]}
          onChange={(value) => setChosen(presets.find(({ id }) => id === value)?.id ?? SAME)}
          className="min-w-44"
        />
        <Button onClick={() => void start()} disabled={busy} aria-busy={busy}>
          <RotateCcw size={14} aria-hidden />
          {r.run}
        </Button>
      </div>
      <div role="status">{replay && <Result run={run} replay={replay} />}</div>
    </section>
  )
}

function Result({ run, replay }: { readonly run: RunView; readonly replay: Replay }) {
  const { view } = replay
  const verdict = replay.same ? r.same : replay.answerSame ? r.sameAnswer : r.differs
  return (
    <div className="mt-3 grid gap-3">
      <p className={replay.answerSame ? 'font-medium' : 'font-medium text-warn'}>{verdict}</p>
      {replay.notRecorded.length > 0 && <p className="text-ink-2">{r.notRecorded(replay.notRecorded.join(', '))}</p>}
      {!replay.same && (
        <div className="grid grid-cols-2 gap-4 @max-[46rem]/run-main:grid-cols-1">
          <Side title={r.was} view={run} />
          <Side title={r.now} view={view} />
        </div>
      )}
    </div>
  )
}

function Side({ title, view }: { readonly title: string; readonly view: RunView }) {
  return (
    <Sheet className="grid min-w-0 content-start gap-3 px-4 py-3">
      <h4 className="text-12 font-semibold text-ink-2">{title}</h4>
      <Markdown text={view.outcome?.answer ?? view.error?.message ?? ''} />
      <p className="text-pretty text-ink-2">{view.outcome?.summary}</p>
      <DecisionList decisions={view.decisions} startedAt={view.startedAt} />
    </Sheet>
  )
}
