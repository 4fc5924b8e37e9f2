import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateJob } from './sandbox-job.ts'

/** Where and why the value does not fit its schema, all places at once; empty where it fits. Throws for a schema that is none. */
export function validate({ schema, value }: ValidateJob): string[] {
  const check = new Ajv2020({ allErrors: true, strict: false }).compile(schema)
  if (check(value)) return []
  return (check.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath === '' ? 'The value' : instancePath} ${message ?? 'does not fit'}.`,
  )
}
