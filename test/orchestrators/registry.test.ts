import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ASKED, ORCHESTRATORS } from '../../src/main/orchestrators/registry.ts'
import { UNIFIED } from '../../src/main/orchestrators/unified/unified.ts'

const ROOM = new URL('../../src/main/orchestrators/', import.meta.url)

describe('B8 the registry of orchestrators', () => {
  it('has each folder with an entry once', () => {
    const folders = readdirSync(ROOM, { withFileTypes: true }).filter((each) => each.isDirectory())
    const entries = folders.filter(({ name }) => readdirSync(new URL(`${name}/`, ROOM)).includes('entry.ts')).map(({ name }) => name)
    expect(ORCHESTRATORS.map(({ id }) => id).toSorted()).toEqual(entries.toSorted())
  })

  it('gives Auto only what a question can start', () => {
    const ids = ASKED.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['advanced', UNIFIED.id]))
    expect(ids).not.toContain('pipeline')
  })
})
