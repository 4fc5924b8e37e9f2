import { z } from 'zod'
import { SharedScope, type Stage } from '../../../../shared/pipeline.ts'
import { Select } from '../../../components/select.tsx'
import { w } from '../words.ts'
import type { Change, ProblemOf } from './change-fields.ts'
import { InspectorSection } from './inspector-section.tsx'
import { Labelled } from './labelled.tsx'
import { LiveField } from './live-field.tsx'
import { NumberField } from './number-field.tsx'
import { amounts, optional, plain } from './readings.ts'
import { SwitchRow } from './switch-row.tsx'

const t = w.inspect
const Ttl = z.number().int().min(1)
const Priority = z.number().int().min(-100).max(100)
const Expected = z.number().int().min(0)
const SCOPES = SharedScope.options.map((value) => ({ value, label: t.scopes[value] }))

type ReuseFieldsProps = { readonly stage: Stage; readonly problem: ProblemOf; readonly onChange: Change<Stage> }

/** What is done once and used again, and what a stage takes of what is scarce. */
export function ReuseFields({ stage, problem, onChange }: ReuseFieldsProps) {
  const { cache, once } = stage
  return (
    <>
      <InspectorSection title={t.reuse} folded={cache === undefined && once === undefined}>
        <SwitchRow
          label={t.cache}
          on={cache !== undefined}
          onChange={(on) => onChange({ ...stage, cache: on ? { ttlMs: 86_400_000 } : undefined })}
        />
        {cache !== undefined && (
          <>
            <LiveField
              mono
              label={t.cacheKey}
              note={t.cacheKeyNote}
              value={cache.key}
              {...optional}
              problem={problem('cache.key')}
              onChange={(key) => onChange({ ...stage, cache: { ...cache, key } }, 'cache key')}
            />
            <NumberField
              label={t.ttl}
              value={cache.ttlMs}
              schema={Ttl}
              onChange={(ttlMs) => onChange({ ...stage, cache: { ...cache, ttlMs } }, 'cache ttl')}
            />
          </>
        )}
        <SwitchRow
          label={t.once}
          on={once !== undefined}
          onChange={(on) => onChange({ ...stage, once: on ? { key: stage.id, scope: 'run' } : undefined })}
        />
        {once !== undefined && (
          <>
            <LiveField
              mono
              label={t.onceKey}
              note={t.promptNote}
              value={once.key}
              {...plain}
              problem={problem('once.key')}
              onChange={(key) => onChange({ ...stage, once: { ...once, key } }, 'once key')}
            />
            <Labelled label={t.onceScope}>
              <Select
                label={t.onceScope}
                value={once.scope}
                options={SCOPES}
                onChange={(scope) => onChange({ ...stage, once: { ...once, scope } })}
                className="w-full"
              />
            </Labelled>
          </>
        )}
      </InspectorSection>
      <InspectorSection title={t.more} folded>
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            label={t.expected}
            value={stage.expectedMs}
            schema={Expected}
            onChange={(expectedMs) => onChange({ ...stage, expectedMs }, 'expected')}
          />
          <NumberField
            label={t.priority}
            value={stage.priority}
            schema={Priority}
            onChange={(priority) => onChange({ ...stage, priority }, 'priority')}
          />
        </div>
        <LiveField
          mono
          rows={2}
          label={t.resources}
          note={t.resourcesNote}
          value={Object.fromEntries(stage.resources.map(({ name, amount }) => [name, amount]))}
          {...amounts}
          onChange={(next) =>
            onChange({ ...stage, resources: Object.entries(next).map(([name, amount]) => ({ name, amount })) }, 'resources')
          }
        />
      </InspectorSection>
    </>
  )
}
