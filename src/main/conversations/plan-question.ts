import type { AutoReason } from '../../shared/auto.ts'
import { type ModelRef, type ProviderId, splitModelRef } from '../../shared/ids.ts'
import type { ModelInfo, Turn } from '../../shared/model.ts'
import type { Decision } from '../../shared/run.ts'
import type { OfferedTool } from '../../shared/tool.ts'
import { advanced } from '../orchestrators/advanced/advanced.ts'
import { requestOf } from '../orchestrators/advanced/ask-member.ts'
import { type AdvancedInput, questionText } from '../orchestrators/advanced/input.ts'
import type { OrchestratorEntry } from '../orchestrators/orchestrator-entry.ts'
import { ASKED } from '../orchestrators/registry.ts'
import { planAuto } from '../orchestrators/unified/plan-auto.ts'
import type { Candidate } from '../orchestrators/unified/select/candidate.ts'
import { UNIFIED } from '../orchestrators/unified/unified.ts'
import type { Costing } from './estimate.ts'
import { fitContext, leftOutDecisions } from './fit-context.ts'
import type { NarrowedPreset } from './narrow-preset.ts'
import { questionInput } from './question.ts'
import { type Experienced, knownOf, withExperience } from './with-experience.ts'
import { type FindLearned, withLearned } from './with-learned.ts'

export interface Planning extends Costing {
  /** Whether an endpoint rests after failures. */
  readonly resting?: (provider: ProviderId) => boolean
  /** What members are offered of these tools. */
  readonly offer?: (tools: readonly string[]) => OfferedTool[]
  readonly learned?: FindLearned
  readonly experience?: Experienced
}

/** A question with who answers it and how; for a preset that leaves it to Auto, with what Auto chose and why. */
export interface PlannedQuestion {
  readonly orchestrator: Pick<OrchestratorEntry, 'id' | 'version'>
  readonly input: AdvancedInput
  /** Made before the first call. */
  readonly decisions: readonly Decision[]
  readonly auto: AutoReason | null
  /** Ids of Auto's rules that decided something. */
  readonly hits: readonly string[]
}

interface Asked {
  readonly preset: NarrowedPreset
  readonly systemPrompt: string
  readonly turns: Turn[]
  readonly budgetMicros: number | null
  readonly allowNoPrice: boolean
}

/** What a question is turned into. The same question, prices, health and settings give the same plan. */
export function planQuestion({ preset, systemPrompt, turns, budgetMicros, allowNoPrice }: Asked, planning: Planning): PlannedQuestion {
  const models = planning.models()
  const tools = planning.offer?.(preset.tools) ?? []
  const { settings } = preset
  if (settings.strategy !== 'auto') {
    const fitting = fitContext(questionInput({ ...preset, settings }, systemPrompt, turns, models, tools), planning)
    const explore = preset.seats === undefined && !isShort(leftMicros(budgetMicros, planning), candidatesOf(fitting, models, planning))
    const { input: learned, decisions } = withLearned(fitting, planning.learned, false)
    const input = withExperience(learned, experienceFor(learned, models, planning, explore))
    return { orchestrator: advanced, input, decisions: [...decisions, ...leftOutDecisions(input)], auto: null, hits: [] }
  }
  // Any strategy will do for what is the same in all of them: members, words and system prompt.
  const open = questionInput({ ...preset, settings: { strategy: 'sequential', minCharacters: 1 } }, systemPrompt, turns, models, tools)
  const { auto, strategies, dial, budgets } = planning.settings()
  const left = leftMicros(budgetMicros, planning)
  const asked = candidatesOf(open, models, planning)
  const words = questionText(open.turns)
  // Nothing is tried where the user chose whom to ask, or where the money is needed for what is sure.
  const explore = preset.seats === undefined && !isShort(left, asked)
  const planned = planAuto(
    open,
    {
      candidates: asked.map((candidate) => ({ ...candidate, known: knownOf(planning.experience, candidate.info.ref, words, explore) })),
      dial,
      leftMicros: left,
      allowNoPrice: allowNoPrice || budgets.allowNoPrice,
      options: auto,
      strategies,
      orchestrators: ASKED.filter(({ id }) => id !== UNIFIED.id),
    },
    models,
  )
  if (planned === null) return { orchestrator: advanced, input: open, decisions: [], auto: null, hits: [] }
  const { input: fitting, decisions: learned } = withLearned(fitContext(planned.input, planning), planning.learned, true)
  // Auto has put its members in order already.
  const { order: _, ...input } = withExperience(fitting, experienceFor(fitting, models, planning, explore))
  const chosen = planned.input.auto === undefined ? [] : [planned.input.auto.decision]
  const decisions = [...chosen, ...learned, ...leftOutDecisions(input)]
  return { orchestrator: UNIFIED, input, decisions, auto: planned.reason, hits: planned.hits }
}

function experienceFor(input: AdvancedInput, models: readonly ModelInfo[], planning: Planning, explore: boolean) {
  const micros = (member: AdvancedInput['members'][number]) => costOf(input, member, planning)?.aboutMicros ?? 0
  return { experience: planning.experience, models, judge: planning.settings().judge, explore, costOf: micros }
}

/** True where what is left does not pay for two calls of the dearest. */
function isShort(left: number | null, candidates: readonly Candidate[]): boolean {
  return left !== null && left < 2 * Math.max(0, ...candidates.map(({ cost }) => cost?.atMostMicros ?? 0))
}

function candidatesOf(question: AdvancedInput, models: readonly ModelInfo[], planning: Planning): Candidate[] {
  const known = new Map<ModelRef, ModelInfo>(models.map((model) => [model.ref, model]))
  return question.members.flatMap((member): Candidate[] => {
    const info = known.get(member.model)
    if (info === undefined) return []
    return [
      {
        member,
        info,
        cost: costOf(question, member, planning),
        local: info.price?.source === 'free',
        resting: planning.resting?.(splitModelRef(member.model).provider) ?? false,
      },
    ]
  })
}

/** Null also where the model cannot be asked: the call itself says why. */
function costOf(question: AdvancedInput, member: AdvancedInput['members'][number], { cost }: Planning): Candidate['cost'] {
  try {
    return cost(requestOf(question, member))
  } catch {
    return null
  }
}

/** The least of what is left of run, day and month; null where nothing bounds it. */
function leftMicros(budgetMicros: number | null, { ledger, settings }: Planning): number | null {
  const { dayMicros, monthMicros } = settings().budgets
  const left = [
    ledger.runLimit(budgetMicros),
    dayMicros === null ? null : Math.max(0, dayMicros - ledger.todayMicros),
    monthMicros === null ? null : Math.max(0, monthMicros - ledger.monthMicros),
  ].filter((limit) => limit !== null)
  return left.length === 0 ? null : Math.min(...left)
}
