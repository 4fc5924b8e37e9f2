import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readDefinition } from '../../src/main/library/read-definition.ts'
import { builtInPipelines } from '../../src/main/pipelines/built-in.ts'
import { readPipeline } from '../../src/main/pipelines/pipeline-text.ts'
import { FILE_SCHEMAS } from '../../src/shared/file-schemas.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const published = (name: string): unknown => JSON.parse(readFileSync(join(RESOURCES, 'schemas', `${name}.schema.json`), 'utf8'))
/** Compiled from the published file, as an editor does it. */
function checkOf(name: keyof typeof FILE_SCHEMAS) {
  const schema = published(name)
  if (typeof schema !== 'object' || schema === null) throw new Error(`${name} is no schema.`)
  return new Ajv2020({ strict: false, allErrors: true }).compile(schema)
}

describe('B6 published schemas of files', () => {
  test.each(['pipeline', 'command'] as const)('%s is what the product reads; npm run schemas writes it', (name) => {
    expect(published(name)).toEqual(JSON.parse(JSON.stringify(FILE_SCHEMAS[name]())))
  })

  test('every shipped pipeline and command fits, and what does not is named by its place', () => {
    const pipeline = checkOf('pipeline')
    for (const shipped of builtInPipelines()) expect([shipped.id, pipeline(shipped)]).toEqual([shipped.id, true])
    expect(pipeline({ id: 'x', name: 'X', stages: [{ id: 'a', processor: { type: 'transform' } }] })).toBe(false)
    expect(pipeline.errors?.map(({ instancePath }) => instancePath)).toContain('/stages/0/processor')
    const command = checkOf('command')
    const folder = join(RESOURCES, 'library', 'commands')
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) expect([file, command(JSON.parse(readFileSync(join(folder, file), 'utf8')))]).toEqual([file, true])
    expect(command({ name: 'x', phases: [] })).toBe(false)
  })

  test('files may name their schema; nobody is told of an unknown field', async () => {
    const $schema = 'pipeline.schema.json'
    const pipeline = { $schema, id: 'a', name: 'A', stages: [{ id: 'a', processor: { type: 'transform', expression: '1' } }] }
    expect(checkOf('pipeline')(pipeline)).toBe(true)
    expect((await readPipeline(JSON.stringify(pipeline))).unknown).toEqual([])
    expect((await readPipeline(`$schema: ${$schema}\nid: a\nname: A\nstages: []\ncolour: red\n`)).unknown).toEqual(['colour'])
    const command = { $schema: 'command.schema.json', name: 'a', phases: [{ agents: [{ id: 'one', task: 'Do it.' }] }] }
    expect(checkOf('command')(command)).toBe(true)
    const { item, problems } = readDefinition(JSON.stringify(command), 'a.json')
    expect([item?.name, problems]).toEqual(['a', []])
  })
})
