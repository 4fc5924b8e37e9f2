import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/main/kernel/clock.ts'
import { digestOf } from '../../src/main/kernel/digest.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { openSeal } from '../../src/main/tools/open-seal.ts'
import { Pipeline } from '../../src/shared/pipeline.ts'
import { KeptTools } from '../../src/shared/tool.ts'
import { type AppClient, ended, openApp } from './support.ts'

const RUDE = new URL('../tools/support/rude-server.ts', import.meta.url).pathname
const SECRET = 'tkn-0123456789-abcdefgh-wxyz'
const env = { TUTTI_PASSPHRASE: 'correct horse' }
const transport = { type: 'stdio' as const, command: process.execPath, args: [RUDE], env: { API_TOKEN: SECRET, MODE: 'read' } }

const environment = Pipeline.parse({
  id: 'environment',
  name: 'Environment',
  stages: [{ id: 'it', processor: { type: 'tool', tool: 'rude/environment' } }],
})

/** What the server sees when a run calls it. */
async function seen(client: AppClient): Promise<string> {
  await client.tools.setPermission({ name: 'rude/environment', permission: 'always' })
  const { runId } = await client.pipelines.run({ pipeline: environment, input: null })
  const view = await ended(client, runId)
  return view.outcome?.answer ?? view.error?.message ?? ''
}

function filesWith(home: string, secret: string): string[] {
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((file) => join(file.parentPath, file.name)).filter((path) => readFileSync(path).includes(secret))
}

describe('F1 variables of servers of tools', () => {
  test('are kept like keys: in no file, no answer to a page and no report, and there after a restart', async () => {
    const app = await openApp({ env })
    await app.client.tools.saveServer({ id: 'rude', name: 'Rude', transport })
    const [shown] = (await app.client.tools.list()).servers
    await app.client.tools.approveServer({ id: 'rude', digest: shown?.digest ?? '' })
    expect(shown?.transport).toMatchObject({
      variables: [
        { name: 'API_TOKEN', ending: 'wxyz', known: true },
        { name: 'MODE', ending: null, known: true },
      ],
    })
    const told = [await app.client.app.snapshot(), await app.client.tools.list(), await app.client.app.diagnostics()]
    expect(JSON.stringify(told)).not.toContain(SECRET)
    expect(filesWith(app.home, SECRET)).toEqual([])
    await app.close()
    expect(filesWith(app.home, SECRET)).toEqual([])

    const again = await openApp({ home: app.home, env })
    expect((await again.client.tools.list()).servers).toMatchObject([{ id: 'rude', state: 'stopped' }])
    // The server tells all that it was given: what it says belongs to the run.
    expect(await seen(again.client)).toContain(SECRET)
    await again.close()
  })

  test('that an older version kept beside the servers move to the vault; what was approved stays approved', async () => {
    const home = mkdtempSync(join(tmpdir(), 'tutti-variables-'))
    const store = await openStore({ home, clock: systemClock, appVersion: '0.1.0' })
    const seal = await openSeal(home)
    const server = { id: 'rude', name: 'Rude', transport, approved: digestOf(transport), offered: [] }
    const allowed = { permissions: {}, options: KeptTools.parse({}).options, servers: [{ id: 'rude', approved: server.approved }] }
    await store.settings.saveTools(KeptTools.parse({ servers: [server], seal: seal(allowed) }))
    await store.close()
    expect(filesWith(home, SECRET)).not.toEqual([])

    const app = await openApp({ home, env })
    const [shown] = (await app.client.tools.list()).servers
    expect(shown).toMatchObject({ state: 'stopped', transport: { variables: [{ name: 'API_TOKEN', known: true }, { name: 'MODE' }] } })
    await app.client.tools.approveServer({ id: 'rude', digest: shown?.digest ?? '' })
    await app.close()
    expect(filesWith(home, SECRET)).toEqual([])

    const again = await openApp({ home, env })
    expect(await seen(again.client)).toContain(SECRET)
    await again.close()
  })
})
