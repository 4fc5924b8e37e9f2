import { describe, expect, it } from 'vitest'
import { directLinks } from '../../../../src/renderer/tabs/studio/graph/direct-links.ts'
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
