import { expect, test } from 'vitest'
import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { APP_VERSION } from '../../../src/main/version.ts'
import { Budgets } from '../../../src/shared/settings.ts'
import { temporaryHome } from '../support/processes.ts'
import { startTutti, tutti } from '../support/tutti.ts'
import { withVendorPreset } from '../support/vendor-preset.ts'

test('B11 a run that waits at a limit says so on the terminal, is answered from another one, and goes on', async () => {
  const home = temporaryHome()
  const server = await withVendorPreset(home, 100)
  for (const model of ['one', 'two', 'three']) server.script({ model }, { text: `Answer of ${model}.` })
  const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
  const client = await seat.connect()
  await client.settings.update({ budgets: Budgets.parse({ runMicros: 1, atRunLimit: 'ask' }) })
  await seat.close()

  const asking = startTutti(home, ['ask', 'Who?', '--preset', 'three', '--json'])
  await asking.said('Answer on the page, or with: tutti answer')
  const other = await takeSeat({ home, env: {}, version: APP_VERSION })
  const [run] = await (await other.connect()).runs.list({ filter: 'waiting' })
  await other.close()

  const wrong = await tutti(home, ['answer', run?.id ?? '', 'maybe'])
  expect([wrong.code === 0, wrong.err]).toEqual([false, expect.stringContaining('Choose one of: call, run, no')])
  const said = await tutti(home, ['answer', run?.id ?? '', 'run'])
  expect([said.code, said.err]).toEqual([0, expect.stringContaining('Allow for the rest of the run')])
  const { code, out, err } = await asking.finished
  expect(code).toBe(0)
  expect(err).toContain('is left for this run')
  expect(out).toMatch(/Answer of one\.[\s\S]*Answer of two\.[\s\S]*Answer of three\./)
  expect((await tutti(home, ['answer', run?.id ?? '', 'call'])).err).toContain('waits for nobody')
})
