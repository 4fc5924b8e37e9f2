import type { Capability, Parameters } from '../../../shared/model.ts'
import { say, type Words } from '../../../shared/sentence.ts'

export interface Sampling {
  readonly temperature: number | undefined
  readonly topP: number | undefined
  readonly reasoning: Parameters['reasoning']
  readonly notes: readonly Words[]
}

/** The parameters that a model takes, and a note for each that it does not. */
export function samplingFor(label: string, parameters: Parameters, capabilities: readonly Capability[]): Sampling {
  const notes: Words[] = []
  const samples = capabilities.includes('temperature')
  const reasons = capabilities.includes('reasoning')
  if (!samples && parameters.temperature !== undefined) notes.push(say('sent.no-temperature', { who: label }))
  if (!samples && parameters.topP !== undefined) notes.push(say('sent.no-top-p', { who: label }))
  if (!reasons && parameters.reasoning !== undefined && parameters.reasoning !== 'off') {
    notes.push(say('sent.no-reasoning', { who: label }))
  }
  return {
    temperature: samples ? parameters.temperature : undefined,
    topP: samples ? parameters.topP : undefined,
    reasoning: reasons ? parameters.reasoning : undefined,
    notes,
  }
}
