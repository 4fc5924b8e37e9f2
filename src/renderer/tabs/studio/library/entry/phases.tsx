import { useMemo } from 'react'
import { CommandDefinition } from '../../../../../shared/command-definition.ts'
import { InspectorSection } from '../../inspector/inspector-section.tsx'
import { w } from '../words.ts'

const t = w.entry

/** The phases of a definition as its author wrote them, with their steps. */
export function Phases({ text }: { readonly text: string }) {
  const phases = useMemo(() => phasesOf(text), [text])
  if (phases.length === 0) return null
  return (
    <InspectorSection title={t.phases}>
      <ol className="grid gap-2">
        {phases.map(({ id, name, sequential, parallelism, condition, agents }, index) => {
          const isParallel = agents.length > 1 && sequential !== true && parallelism?.enabled !== false
          const how = [
            ...(agents.length > 1 ? [isParallel ? t.together : t.inTurn] : []),
            ...(parallelism?.maxConcurrent == null ? [] : [t.most(parallelism.maxConcurrent)]),
            ...(condition == null || condition === true ? [] : [t.onlyIf(String(condition))]),
          ]
          return (
            <li key={id ?? index} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
              <span aria-hidden className="figures text-12 leading-5 text-ink-3">
                {index + 1}
              </span>
              <span>
                <b className="font-medium">{name ?? id ?? ''}</b>
                {how.length > 0 && <span className="text-12 text-ink-3">{` ${how.join(', ')}`}</span>}
                <span className="block text-12 text-pretty wrap-anywhere text-ink-2">{agents.map((agent) => agent.id).join(', ')}</span>
              </span>
            </li>
          )
        })}
      </ol>
    </InspectorSection>
  )
}

function phasesOf(text: string): CommandDefinition['phases'] {
  try {
    return CommandDefinition.omit({ name: true }).safeParse(JSON.parse(text)).data?.phases ?? []
  } catch {
    return []
  }
}
