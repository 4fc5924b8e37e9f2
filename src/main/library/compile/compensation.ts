import type { CommandDefinition } from '../../../shared/command-definition.ts'
import type { CompileGround } from './compile-ground.ts'
import type { Step } from './definition-steps.ts'
import { templateText } from './template-text.ts'

/** How a step is undone: by a tool where the definition names one that there is, else in words. */
export function compensationOf({ agent }: Step, { saga }: CommandDefinition, ground: CompileGround) {
  const { compensation } = agent
  if (compensation === null || compensation === undefined || saga?.enabled === false) return {}
  const words = [
    compensation.task,
    'action' in compensation ? compensation.action : undefined,
    'description' in compensation ? compensation.description : undefined,
  ]
  const tool = 'tool' in compensation && compensation.tool !== undefined ? ground.tool(compensation.tool) : null
  if (tool !== null && 'arguments' in compensation) {
    const given = Object.entries(compensation.arguments ?? {}).map(([name, value]) => [name, JSON.stringify(value)])
    return { compensation: { type: 'tool', tool, arguments: Object.fromEntries(given) } }
  }
  const task = words.filter((each) => each !== undefined && each !== '').join(': ')
  if (task === '') return {}
  const prompt = `A later step failed, so the following is to be undone.\n\n# What to do\n\n${templateText(task)}\n\n# What had been done\n\n{{ result }}`
  return { compensation: { type: 'prompt', prompt, maxOutputTokens: 2048 } }
}
