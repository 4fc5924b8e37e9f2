import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import table from '../scripts/layers.json' with { type: 'json' }
import { checkLayers, importsOf, readSources } from '../scripts/layers.ts'

const check = (path: string, text: string) => checkLayers([{ path, text }], table)

describe('layer rules', () => {
  test('every source file keeps them', () => {
    expect(checkLayers(readSources(join(import.meta.dirname, '..')), table)).toEqual([])
  })

  test.each([
    [
      'a strategy that reaches for a provider',
      'main/orchestrators/advanced/strategies/voting.ts',
      "import { ask } from '../../../models/providers/openai.ts'",
    ],
    ['a page that reaches into the main process', 'renderer/app/shell.tsx', "import type { Journal } from '../../main/kernel/journal.ts'"],
    ['a contract that pulls in a library', 'shared/run.ts', "import { debounce } from 'lodash'"],
    ['Electron outside its host', 'main/models/keys.ts', "import { safeStorage } from 'electron'"],
    ['a room that another room must not see, imported late', 'main/store/rows.ts', "const { x } = await import('../models/adapter.ts')"],
    ['a re-export across rooms', 'main/guard/index.ts', "export { road } from '../store/road.ts'"],
    ['an import over several lines', 'preload/index.ts', "import {\n  a,\n  b,\n} from '../main/app.ts'"],
    ['code where only an interface is allowed', 'main/conversations/chat.ts', "import { SqliteStore } from '../store/sqlite.ts'"],
  ])('refuse %s and say what is allowed', (_what, path, text) => {
    const [violation, ...more] = check(path, text)
    expect(violation).toMatch(new RegExp(`^src/${path} imports \\S+; .+ may import .+\\.$`))
    expect(more).toEqual([])
  })

  test('let an interface through where only that is allowed', () => {
    expect(check('main/conversations/chat.ts', "import type { Store } from '../store/store.ts'")).toEqual([])
  })

  test('refuse a file over 400 lines and a file outside every room', () => {
    expect(check('shared/long.ts', '\n'.repeat(400))).toEqual([
      'src/shared/long.ts has 401 lines; 400 is the most. Split it by what its parts are for.',
    ])
    expect(check('main/somewhere/x.ts', '')[0]).toContain('is in no room')
  })

  test('do not read imports out of comments', () => {
    expect(importsOf("// import 'a'\n/* import 'b' */\nimport 'c'")).toEqual([{ specifier: 'c', typeOnly: false }])
  })
})
