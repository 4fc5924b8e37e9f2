import { expect, test } from 'vitest'
import { AtMostEvery } from '../../src/main/api/at-most-every.ts'
import { systemClock } from '../../src/main/kernel/clock.ts'

test('the first is done at once, many more become one, and the last is never forgotten', async () => {
  let asked = 0
  const done: number[] = []
  const paced = new AtMostEvery(30, () => done.push(asked))
  for (asked = 1; asked <= 50; asked += 1) paced.ask()
  expect(done).toEqual([1])
  asked = 50
  await expect.poll(() => done).toEqual([1, 50])
  await systemClock.sleep(60)
  expect(done).toEqual([1, 50])
  paced.ask()
  paced.ask()
  paced.stop()
  await systemClock.sleep(60)
  expect(done).toEqual([1, 50, 50])
})
