import { z } from 'zod'
import { type DefinedTool, defineTool } from '../defined-tool.ts'

const TIME_MS = 5_000

export interface Calculating {
  /** Throws `invalid-input` for what is no expression. */
  calculate(job: { readonly expression: string; readonly timeMs: number }, signal: AbortSignal): Promise<string>
}

export function calculator(computing: Calculating): DefinedTool {
  return defineTool({
    name: 'calculator',
    title: 'Calculator',
    description:
      'Evaluates one expression exactly and gives its value: arithmetic, powers (2^10), roots, logarithms, trigonometry in radians (sin(30 deg) for degrees), factorials, matrices, statistics (mean, std), units (5 km to mile).',
    input: z.object({ expression: z.string().trim().min(1).max(2_000).describe('For example: (17.5 * 4)^2 / sqrt(2)') }),
    readOnly: true,
    harmless: true,
    timeMs: TIME_MS + 4_000,
    run: ({ expression }, { signal }) => computing.calculate({ expression, timeMs: TIME_MS }, signal),
  })
}
