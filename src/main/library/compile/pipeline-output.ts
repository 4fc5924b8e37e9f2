import type { Step } from './definition-steps.ts'
import type { StepLinks } from './link-steps.ts'

/** What the command gives: what its last steps gave that nobody takes further, each under its name where there are several. */
export function outputOf(steps: readonly Step[], links: ReadonlyMap<string, StepLinks>): { output?: string } {
  const used = new Set([...links.values()].flatMap(({ inputs, after }) => [...[...inputs.values()].flat(), ...after]))
  const last = steps.filter(({ id }) => !used.has(id))
  const [only, ...others] = last
  if (only === undefined || (others.length === 0 && only === steps.at(-1))) return {}
  const text = '($type(v) = "string" ? v : $string(v))'
  if (others.length === 0) return { output: `stages.${only.id}` }
  const pieces = last.map(({ id, agent }) => `{"t": ${JSON.stringify(agent.id)}, "v": stages.${id}}`)
  return { output: `$join([${pieces.join(', ')}].($exists(v) ? "## " & t & "\\n\\n" & ${text}), "\\n\\n")` }
}
