import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FILE_SCHEMAS } from '../src/shared/file-schemas.ts'

/** Writes the JSON Schemas of files that people write. A test says when they are out of date. */
const folder = join(import.meta.dirname, '..', 'resources', 'schemas')

mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(FILE_SCHEMAS)) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema(), null, 2)}\n`)
}
