import { z } from 'zod'
import { ModelRef } from '../../../shared/ids.ts'
import type { ModelInfo } from '../../../shared/model.ts'
import { Turn } from '../../../shared/model.ts'
import { Member, type StrategyId, type StrategyOf, StrategySettings } from '../../../shared/preset.ts'
import { QualityCalibration } from '../../../shared/quality.ts'
import { Words } from '../../../shared/sentence.ts'
import { OfferedTool } from '../../../shared/tool.ts'
import { CascadePolicy } from './routing/cascade-policy.ts'

/** A member with its place in this run. */
export const SeatedMember = Member.extend({
  /** 1 …, its place in the preset. */
  number: z.number().int().positive(),
  label: z.string(),
  /** 0 for a model's first seat, 1 for its second: two seats of one model are sampled apart. */
  sample: z.number().int().nonnegative(),
  /** Settles ties, the higher wins: dollars per million output tokens. Equal ones: the later seat wins. */
  strength: z.number().nonnegative().default(0),
  /** The oldest turns that it is not told of, because its context window is too small. */
  skip: z.number().int().nonnegative().optional(),
  /** The run did not list it at its start: it joins when it is asked. */
  joins: z.boolean().optional(),
  /** Its model can call tools. */
  callsTools: z.boolean().optional(),
})
export type SeatedMember = z.infer<typeof SeatedMember>

/** All that the five strategies need to know of one question. */
export const AdvancedInput = z.object({
  settings: StrategySettings,
  members: z
    .array(SeatedMember)
    .min(1, 'A question needs at least one member.')
    .max(40)
    .refine((members) => new Set(members.map(({ id }) => id)).size === members.length, 'Each member needs an id of its own.'),
  system: z.string().default(''),
  /** The branch of the conversation that ends with the question. */
  turns: z.array(Turn).min(1),
  /** Ids of members that are asked in any case, before the others: one that the user asks again, and those whose answers are kept. */
  mustAsk: z.array(z.string()).default([]),
  /** What the Lab has learned about these members, for a calibrated cascade. */
  policy: CascadePolicy.optional(),
  /** The kind of task where it is known; else it is read from the question. */
  taskType: z.string().optional(),
  /** How signs of quality go with being right in such tasks, where enough is known. */
  calibration: QualityCalibration.optional(),
  /** The model that judges answers; left out: none does. */
  judge: ModelRef.optional(),
  /** What members may call, and what was allowed when the run started. */
  tools: z.array(OfferedTool).default([]),
  /** By model: how often it is right at such tasks, where that is known. */
  chances: z.record(z.string(), z.number().min(0).max(1)).optional(),
  /** For the expert strategy: members by what is known of them, best first, each with why. */
  order: z.array(z.object({ id: z.string(), why: Words })).optional(),
  mergeMaxOutputTokens: z.number().int().positive().default(4096),
})
export type AdvancedInput = z.infer<typeof AdvancedInput>

/** The input of one strategy. */
export type StrategyQuestion<S extends StrategyId = StrategyId> = Omit<AdvancedInput, 'settings'> & {
  readonly settings: StrategyOf<S>
}

/** Gives each member its number, label, sample number and strength; a model that is not in the list is named by its id. */
export function seatMembers(members: readonly Member[], models: readonly ModelInfo[]): SeatedMember[] {
  const known = new Map(models.map((model) => [model.ref, model]))
  const seats = new Map<ModelRef, number>()
  return members.map((member, index) => {
    const info = known.get(member.model)
    const sample = seats.get(member.model) ?? 0
    seats.set(member.model, sample + 1)
    const label = info?.label ?? member.model.slice(member.model.indexOf('/') + 1)
    const callsTools = info?.capabilities.includes('tools') ?? false
    return {
      ...member,
      number: index + 1,
      label,
      sample,
      strength: info?.price?.outputPerMillion ?? 0,
      ...(callsTools ? { callsTools } : {}),
    }
  })
}

/** The model that merges, or null where nothing is merged. Its speaker id is `merge`. */
export function mergeModelOf(settings: StrategySettings, members: readonly Member[]): ModelRef | null {
  if (settings.strategy !== 'parallel' || settings.merge !== 'model') return null
  return settings.mergeModel ?? members[0]?.model ?? null
}

/** The members that are asked in any case, in their order. */
export function mustAskOf({ members, mustAsk }: Pick<AdvancedInput, 'members' | 'mustAsk'>): SeatedMember[] {
  return members.filter(({ id }) => mustAsk.includes(id))
}

/** The words of the last user turn. */
export function questionText(turns: readonly Turn[]): string {
  const last = turns.findLast((turn) => turn.role === 'user')
  return (last?.parts ?? [])
    .flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join('\n')
    .trim()
}
