import { describe, expect, it } from 'vitest'
import { draftDefinition } from '../../../../src/main/library/draft-definition.ts'
import { readMarkdown } from '../../../../src/main/library/read-markdown.ts'
import { directLinks } from '../../../../src/renderer/tabs/studio/graph/direct-links.ts'
import { definitionAsMarkdown } from '../../../../src/renderer/tabs/studio/library/definition-as-markdown.ts'
import { canHold } from '../../../../src/renderer/tabs/studio/library/import/chosen-files.ts'
import { formatStudioPlace, parseStudioPlace } from '../../../../src/renderer/tabs/studio/studio-place.ts'
import { PipelineId, RunId } from '../../../../src/shared/ids.ts'
import { LibraryName } from '../../../../src/shared/library.ts'

describe('a link into the Studio', () => {
  const runId = RunId.parse('run-1')
  it.each([
    [{ pipelineId: null, library: null, runId: null }, ''],
    [{ pipelineId: PipelineId.parse('p-1'), library: null, runId: null }, 'p-1'],
    [{ pipelineId: PipelineId.parse('p-1'), library: null, runId }, 'p-1/run-1'],
    [{ pipelineId: null, library: { view: 'list' }, runId: null }, 'library:'],
    [{ pipelineId: null, library: { view: 'import' }, runId: null }, 'library:/import'],
    [
      { pipelineId: null, library: { view: 'entry', kind: 'command', name: LibraryName.parse('prüfen') }, runId },
      'library:/command/prüfen/run-1',
    ],
  ] as const)('leads there and back: %j', (place, text) => {
    expect(formatStudioPlace(place)).toBe(text)
    expect(parseStudioPlace(text)).toEqual(place)
  })

  it('that says nothing of the library leads to all of it', () => {
    expect(parseStudioPlace('library:/tool/x').library).toEqual({ view: 'list' })
    expect(parseStudioPlace('library:/command/No Name').library).toEqual({ view: 'list' })
  })
})

describe('E7 the picture of a command', () => {
  it('leaves out links that follow from others, and none that does not', () => {
    expect(directLinks({ a: [], b: ['a'], c: ['a', 'b'], d: ['c', 'a', 'b'] })).toEqual({ a: [], b: ['a'], c: ['b'], d: ['c'] })
    expect(directLinks({ a: [], b: [], c: ['a', 'b'] })).toEqual({ a: [], b: [], c: ['a', 'b'] })
    expect(directLinks({ a: ['b'], b: ['a'] })).toEqual({ a: ['b'], b: ['a'] })
  })
})

describe('E7 files to import', () => {
  it('keep their path within the folder that was chosen, which may be a hidden one', () => {
    expect(canHold('.assistant/commands/a.md')).toBe(true)
    expect(canHold('work/commands/a.JSON')).toBe(true)
    expect(canHold('work/.git/a.md')).toBe(false)
    expect(canHold('work/node_modules/x/readme.md')).toBe(false)
    expect(canHold('.hidden.md')).toBe(false)
    expect(canHold('work/picture.png')).toBe(false)
  })
})

describe('E7 a definition as Markdown', () => {
  const definition = {
    name: 'book-trip',
    description: 'Books a "trip": all of it or nothing.',
    argumentHint: '<where>',
    phases: [
      {
        name: 'Reserve',
        agents: [
          { id: 'flight', type: 'planner', task: 'Reserve\n the flight.', context: { outputs: ['number'] }, compensation: 'Cancel it.' },
          { id: 'hotel', task: 'Reserve the hotel.' },
        ],
      },
      {
        id: 'settle',
        sequential: true,
        condition: 'number != ""',
        agents: [{ id: 'pay', task: 'Pay.', context: { inputs: ['number'] } }],
      },
    ],
  }

  it('says phases, steps, agents, needs and undoing in words', () => {
    expect(definitionAsMarkdown(JSON.stringify(definition))).toBe(`---
name: "book-trip"
description: "Books a \\"trip\\": all of it or nothing."
argument-hint: "<where>"
---

## Reserve

- **flight** (planner): Reserve the flight. Gives number. If a later step fails: Cancel it.
- **hotel**: Reserve the hotel.

## settle

Only if number != "".

1. **pay**: Pay. Needs number.

## Arguments

$ARGUMENTS
`)
  })

  it('is read back as a command whose phases can be drafted', async () => {
    const { item } = await readMarkdown(definitionAsMarkdown(JSON.stringify(definition)) ?? '', 'commands/book-trip.md')
    expect(item).toMatchObject({ name: 'book-trip', description: definition.description, hint: '<where>', problems: [] })
    if (item?.kind !== 'command' || item.format !== 'markdown') throw new Error('It is no command.')
    const { phases } = draftDefinition(item, ['planner'])
    expect(phases.map(({ name, agents }) => [name, agents.map(({ id }) => id)])).toEqual([
      ['Reserve', ['flight', 'hotel']],
      ['settle', ['settle']],
    ])
  })

  it('is none of what is no definition', () => {
    expect(definitionAsMarkdown('{"name": "x"}')).toBeNull()
    expect(definitionAsMarkdown('no JSON')).toBeNull()
  })
})
