import { z } from 'zod'
import type { Pipeline } from '../../../../shared/pipeline.ts'

const Property = z
  .object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.string()).optional(),
    default: z.unknown().optional(),
  })
  .loose()
const ObjectSchema = z.object({ properties: z.record(z.string(), Property), required: z.array(z.string()).default([]) }).loose()

export type InputKind = 'text' | 'number' | 'switch' | 'choice' | 'json'
export type InputField = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly kind: InputKind
  readonly choices: readonly string[]
  readonly required: boolean
  /** As text of the field. */
  readonly start: string
}

/** The fields of a form for what a pipeline may be given; null where its schema names none: it is given a text or any JSON. */
export function inputFieldsOf({ input }: Pipeline): readonly InputField[] | null {
  const read = ObjectSchema.safeParse(input)
  if (!read.success || Object.keys(read.data.properties).length === 0) return null
  const required = new Set(read.data.required)
  return Object.entries(read.data.properties).map(([name, property]) => ({
    name,
    title: property.title ?? name,
    description: property.description ?? '',
    kind: kindOf(property),
    choices: property.enum ?? [],
    required: required.has(name),
    start: property.default === undefined ? '' : typeof property.default === 'string' ? property.default : JSON.stringify(property.default),
  }))
}

function kindOf({ type, enum: choices }: z.infer<typeof Property>): InputKind {
  if (choices !== undefined) return 'choice'
  switch (Array.isArray(type) ? type[0] : type) {
    case 'string':
      return 'text'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'switch'
    default:
      return 'json'
  }
}
