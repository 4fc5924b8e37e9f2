import {
  Braces,
  ListChecks,
  type LucideIcon,
  MessageSquare,
  Repeat,
  Split,
  SquareTerminal,
  UserRound,
  Workflow,
  Wrench,
} from 'lucide-react'
import type { Processor } from '../../../../shared/pipeline.ts'

export type StageType = Processor['type']

/** What the palette offers, in its groups. */
export const STAGE_GROUPS = [
  { id: 'models', types: ['prompt'] },
  { id: 'work', types: ['tool', 'transform', 'validate', 'code', 'pipeline'] },
  { id: 'flow', types: ['branch', 'loop', 'ask'] },
] as const satisfies readonly { readonly id: string; readonly types: readonly StageType[] }[]

export const STAGE_ICONS: Readonly<Record<StageType, LucideIcon>> = {
  prompt: MessageSquare,
  tool: Wrench,
  transform: Braces,
  validate: ListChecks,
  code: SquareTerminal,
  pipeline: Workflow,
  branch: Split,
  loop: Repeat,
  ask: UserRound,
}

const TYPES: readonly StageType[] = STAGE_GROUPS.flatMap(({ types }) => types)

/** The type that a dragged text names; null where it names none. */
export function stageTypeOf(text: string): StageType | null {
  return TYPES.find((type) => type === text) ?? null
}
