import { z } from 'zod'
import { CommandDefinition } from './command-definition.ts'
import { Pipeline } from './pipeline.ts'

/** The JSON Schemas (2020-12) of files that people write. `npm run schemas` writes each to resources/schemas. */
export const FILE_SCHEMAS = {
  pipeline: () => published(Pipeline, 'Tutti pipeline', 'Stages that work together. The same fields as YAML or JSON.'),
  command: () => published(CommandDefinition, 'Tutti command', 'A command of several steps, which may run side by side.'),
} as const

function published(schema: z.ZodType, title: string, description: string): Record<string, unknown> {
  const { $schema, properties, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  // A file may name the schema that an editor checks it with.
  return { $schema, title, description, ...rest, properties: { $schema: { type: 'string' }, ...properties } }
}
