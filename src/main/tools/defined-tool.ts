import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { ToolNeed, ToolOptions } from '../../shared/tool.ts'

/** What a tool is told of one call. */
export interface ToolRun {
  readonly signal: AbortSignal
  /** What the user lets tools reach. */
  readonly options: ToolOptions
}

/** A tool that ships. Its result is text, as long as it comes; the registry cuts it. */
export interface DefinedTool {
  readonly name: string
  readonly title: string
  /** For the model: what it does, and what it gives. */
  readonly description: string
  /** JSON Schema of an object. */
  readonly inputSchema: Readonly<Record<string, unknown>>
  readonly readOnly: boolean
  /** A person is asked at every call, whatever is set. */
  readonly asksEachTime: boolean
  /** Its input leaves this computer. */
  readonly leaves: boolean
  /** It computes on its input alone: nothing is read, written, sent or paid, so it may be called until the user switches it off. */
  readonly harmless: boolean
  /** From the call to its result. */
  readonly timeMs: number
  needs(options: ToolOptions): ToolNeed | null
  /** Throws `invalid-input` that names the field of an input that does not fit. */
  run(input: unknown, call: ToolRun): Promise<string>
}

interface Definition<S extends z.ZodType> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: S
  readonly readOnly: boolean
  readonly asksEachTime?: boolean
  readonly leaves?: boolean
  readonly harmless?: boolean
  readonly timeMs: number
  readonly needs?: (options: ToolOptions) => ToolNeed | null
  readonly run: (input: z.output<S>, call: ToolRun) => Promise<string>
}

/** A tool whose input is parsed before it runs. */
export function defineTool<S extends z.ZodType>({
  input,
  asksEachTime = false,
  leaves = false,
  harmless = false,
  needs = () => null,
  run,
  ...rest
}: Definition<S>): DefinedTool {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { io: 'input' })
  return {
    ...rest,
    asksEachTime,
    leaves,
    harmless,
    needs,
    inputSchema,
    run: (given, call) => {
      const parsed = input.safeParse(given)
      if (parsed.success) return run(parsed.data, call)
      const problems = parsed.error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
      return Promise.reject(new TuttiError('invalid-input', `${rest.name} cannot take this input. ${problems.join(' ')}`))
    },
  }
}
