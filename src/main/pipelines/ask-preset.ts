import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { ModelRef, PresetId } from '../../shared/ids.ts'
import { userTurn } from '../../shared/model.ts'
import type { PresetView } from '../../shared/preset.ts'
import type { OfferedTool } from '../../shared/tool.ts'
import { type PlannedQuestion, type Planning, planQuestion } from '../conversations/plan-question.ts'
import type { RunContext } from '../kernel/context.ts'
import { digestOf } from '../kernel/digest.ts'
import type { Runnable } from '../kernel/runner.ts'
import type { PresetQuestion } from '../orchestrators/pipeline/services.ts'

/** What it takes to know what a preset would do. */
export interface PresetPlanning extends Planning {
  readonly preset: (id: PresetId) => PresetView
  readonly defaultPreset: () => PresetId
}

export interface AskPresetParts extends PresetPlanning {
  readonly orchestrators: () => readonly Runnable[]
  /** Makes prices ready where these models may have one. */
  readonly prepare: (models: readonly ModelRef[]) => Promise<void>
}

const Planned = z.object({ orchestrator: z.string(), input: z.unknown() })

/** Asks a preset within a run. Who is asked, and how, is decided once and journaled: settings may change until the run is resumed. */
export async function askPreset(ctx: RunContext, parts: AskPresetParts, question: PresetQuestion): Promise<string> {
  const planned = Planned.parse(await ctx.step('preset', () => plan(ctx, parts, question)))
  const orchestrator = parts.orchestrators().find(({ id }) => id === planned.orchestrator)
  if (!orchestrator) throw new TuttiError('not-found', `There is no orchestrator “${planned.orchestrator}”.`)
  return (await orchestrator.run(ctx, planned.input)).answer
}

async function plan(ctx: RunContext, parts: AskPresetParts, question: PresetQuestion) {
  const preset = parts.preset(question.presetId ?? parts.defaultPreset())
  await parts.prepare(preset.asked.flatMap((member) => [member.model, ...member.fallbacks]))
  const { budgetMicros, allowNoPrice } = ctx.run
  const { input, orchestrator } = planPresetQuestion(parts, question, { budgetMicros, allowNoPrice })
  // The run does not list them at its start, and several stages may ask the same models.
  const members = input.members.map((member) => ({ ...member, label: `${question.label} · ${member.label}`, joins: true }))
  return { orchestrator: orchestrator.id, input: { ...input, members } }
}

/** What a preset would do with a question of a stage. */
export function planPresetQuestion(
  parts: PresetPlanning,
  { presetId, system, prompt, attachments, speaker, tools }: Omit<PresetQuestion, 'label'>,
  limits: { readonly budgetMicros: number | null; readonly allowNoPrice: boolean },
): PlannedQuestion {
  const preset = parts.preset(presetId ?? parts.defaultPreset())
  const prefix = prefixOf(speaker)
  return planQuestion(
    {
      ...limits,
      preset: { ...preset, asked: preset.asked.map((member, index) => ({ ...member, id: `${prefix}-${index + 1}` })) },
      systemPrompt: system,
      turns: [userTurn(prompt, attachments)],
    },
    { ...parts, offer: (names) => uniqueTools([...tools, ...(parts.offer?.(names) ?? [])]) },
  )
}

/** A member's id has 40 characters at most, and no two stages may share it. */
function prefixOf(speaker: string): string {
  const plain = speaker.replace(/[^a-z0-9]+/g, '-')
  return plain.length <= 30 ? plain : `${plain.slice(0, 21)}-${digestOf(speaker).slice(0, 8)}`
}

function uniqueTools(tools: readonly OfferedTool[]): OfferedTool[] {
  return [...new Map(tools.map((tool) => [tool.name, tool])).values()]
}
