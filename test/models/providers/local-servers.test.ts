import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knownProvider } from '../../../src/main/models/providers/known.ts'
import { findLocalServers } from '../../../src/main/models/providers/local-servers.ts'
import { ProviderId } from '../../../src/shared/ids.ts'
import type { Provider } from '../../../src/shared/settings.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())

function at(id: string, baseUrl: string): Provider {
  const known = knownProvider(ProviderId.parse(id))
  if (!known) throw new Error(`No entry ${id}`)
  return { ...known, baseUrl }
}

describe('local servers are found by themselves', () => {
  test('with the models that answer in words', async () => {
    server.models('ollama', [{ id: 'llama3.1:8b' }, { id: 'nomic-embed-text' }])
    const found = await findLocalServers(new AbortController().signal, [at('ollama', server.baseUrl('ollama'))])
    expect(found.map(({ provider, models }) => [provider.name, models.map(({ id }) => id)])).toEqual([['Ollama', ['llama3.1:8b']]])
  })

  test('one that is not there, and one that never answers, hold nobody up', async () => {
    const mute = createServer()
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const address = mute.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const before = performance.now()
    const found = await findLocalServers(new AbortController().signal, [
      at('ollama', `http://127.0.0.1:${port}/v1`),
      at('lm-studio', 'http://127.0.0.1:9/v1'),
    ])
    expect(found).toEqual([])
    expect(performance.now() - before).toBeLessThan(2000)
    mute.close()
  })

  test('a page that something else serves on the port is not a model server', async () => {
    const found = await findLocalServers(new AbortController().signal, [at('ollama', `${server.url}/google/v1beta`)])
    expect(found).toEqual([])
  })
})
