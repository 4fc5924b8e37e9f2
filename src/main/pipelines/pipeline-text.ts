import { TuttiError } from '../../shared/errors.ts'
import { Pipeline, type PipelineReading } from '../../shared/pipeline.ts'
import { unknownFields } from '../../shared/unknown-fields.ts'

/** References to an anchor in a YAML text; a bomb of nested ones needs many. */
const MOST_ALIASES = 100

/** Reads a pipeline from JSON or YAML. Throws `invalid-input` naming each field that does not hold. */
export async function readPipeline(text: string): Promise<PipelineReading> {
  const raw = await parse(text)
  const read = Pipeline.safeParse(raw)
  if (!read.success) {
    const places = read.error.issues.map((issue) => `${issue.path.map(String).join('.') || 'pipeline'}: ${issue.message}`)
    throw new TuttiError('invalid-input', `This is not a pipeline that can be read. ${places.slice(0, 20).join('; ')}`, {
      data: { field: read.error.issues[0]?.path.map(String).join('.') ?? '', problems: places.length },
    })
  }
  return { pipeline: read.data, unknown: unknownFields(raw, read.data) }
}

/** A pipeline as a text that `readPipeline` reads back. */
export async function writePipeline(pipeline: Pipeline, format: 'json' | 'yaml'): Promise<string> {
  if (format === 'json') return `${JSON.stringify(pipeline, null, 2)}\n`
  const { stringify } = await import('yaml')
  return stringify(pipeline, { lineWidth: 120 })
}

async function parse(text: string): Promise<unknown> {
  if (/^\s*\{/.test(text)) {
    try {
      return JSON.parse(text)
    } catch (thrown) {
      throw new TuttiError('invalid-input', `This is no JSON: ${TuttiError.from(thrown).message}`, { cause: thrown })
    }
  }
  const { parse: parseYaml } = await import('yaml')
  try {
    return parseYaml(text, { maxAliasCount: MOST_ALIASES })
  } catch (thrown) {
    throw new TuttiError('invalid-input', `This is no YAML: ${TuttiError.from(thrown).message}`, { cause: thrown })
  }
}
