import type { Capability, Parameters } from '../../../shared/model.ts'

export interface Sampling {
  readonly temperature: number | undefined
  readonly topP: number | undefined
  readonly reasoning: Parameters['reasoning']
  readonly notes: readonly string[]
}

/** The parameters that a model takes, and a note for each that it does not. */
export function samplingFor(label: string, parameters: Parameters, capabilities: readonly Capability[]): Sampling {
  const notes: string[] = []
  const samples = capabilities.includes('temperature')
  const reasons = capabilities.includes('reasoning')
  if (!samples && parameters.temperature !== undefined) notes.push(`${label} takes no temperature; it was asked without.`)
  if (!samples && parameters.topP !== undefined) notes.push(`${label} takes no top-p; it was asked without.`)
  if (!reasons && parameters.reasoning !== undefined && parameters.reasoning !== 'off') {
    notes.push(`${label} has no reasoning setting; it was asked without.`)
  }
  return {
    temperature: samples ? parameters.temperature : undefined,
    topP: samples ? parameters.topP : undefined,
    reasoning: reasons ? parameters.reasoning : undefined,
    notes,
  }
}
