import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { askVendor, VENDORS } from './ask-vendor.ts'

const main = fileURLToPath(new URL('../support/vendor-server/main.ts', import.meta.url))
const Log = z.array(z.object({ vendor: z.string(), model: z.string(), lastUser: z.string() }))

describe('the vendor server as a process of its own', () => {
  test('prints its address, takes a script, gives its log and ends when told', async () => {
    const child = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const [line] = await once(child.stdout, 'data')
      const { url } = z.object({ url: z.url() }).parse(JSON.parse(String(line)))
      const rule = { match: { user: 'sky' }, replies: [{ text: 'It is blue.' }] }
      await fetch(`${url}/__script`, { method: 'POST', body: JSON.stringify(rule) })
      const [openai] = VENDORS
      if (!openai) throw new Error('No vendor')
      const { answer } = await askVendor({ baseUrl: (vendor) => `${url}/${vendor}/v1` }, openai)
      expect(answer?.text).toBe('It is blue.')
      const log = Log.parse(await (await fetch(`${url}/__requests`)).json())
      expect(log).toEqual([{ vendor: 'openai', model: 'gpt-5', lastUser: 'Why is the sky blue?' }])
    } finally {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    }
  })
})
