import type { PipelineCheck, Processor, Stage } from '../../../../../shared/pipeline.ts'
import { ScrollText } from '../../../orchestration/scroll-text.tsx'
import { aboutTime } from '../../../orchestration/steps/about-time.ts'
import { InspectorSection } from '../../inspector/inspector-section.tsx'
import { LastRun } from '../../run/last-run.tsx'
import { stageName } from '../../stages/stage-name.ts'
import { w } from '../words.ts'
import { Fact } from './fact.tsx'

const t = w.step

type StepFactsProps = { readonly stage: Stage; readonly stages: readonly Stage[]; readonly check: PipelineCheck }

/** What one step of a command does, what it waits for, how it is taken back, and what it gave last. */
export function StepFacts({ stage, stages, check }: StepFactsProps) {
  const names = new Map(stages.map((each) => [each.id, stageName(each)]))
  const before = (check.links[stage.id] ?? []).map((id) => names.get(id) ?? id)
  const { agent, condition, tools, retry, resources, expectedMs, compensation } = stage
  return (
    <section aria-label={stageName(stage)} tabIndex={-1} className="outline-none">
      <header className="grid gap-1 border-b border-line px-5 py-3">
        <h2 className="truncate text-15 font-semibold">{stageName(stage)}</h2>
        <LastRun key={stage.id} stageId={stage.id} />
      </header>
      <InspectorSection>
        <dl>
          <Fact label={t.agent}>{agent ?? ''}</Fact>
          <Fact label={t.after}>{before.length === 0 ? t.nobody : before.join(', ')}</Fact>
          <Fact label={t.condition}>{condition === undefined ? '' : <code className="text-12">{condition}</code>}</Fact>
          <Fact label={t.tools}>{tools.join(', ')}</Fact>
          <Fact label={t.locks}>{resources.map(({ name }) => name).join(', ')}</Fact>
          <Fact label={t.time}>{aboutTime(expectedMs)}</Fact>
          <Fact label={t.attempts}>{retry === undefined ? '' : String(retry.attempts)}</Fact>
        </dl>
      </InspectorSection>
      <InspectorSection title={t.asked}>
        <ScrollText sans text={wordsOf(stage.processor)} className="max-h-72 bg-paper p-2.5" />
      </InspectorSection>
      {compensation !== undefined && (
        <InspectorSection title={t.undo}>
          <ScrollText sans text={wordsOf(compensation)} className="max-h-60 bg-paper p-2.5" />
        </InspectorSection>
      )}
    </section>
  )
}

/** Commands are compiled to prompts, and to tools that undo. */
function wordsOf(processor: Processor): string {
  if (processor.type === 'prompt') return processor.prompt
  if (processor.type !== 'tool') return processor.type
  return [processor.tool, ...Object.entries(processor.arguments).map(([name, value]) => `${name}: ${value}`)].join('\n')
}
