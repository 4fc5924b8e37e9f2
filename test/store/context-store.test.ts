import { describe, expect, onTestFinished, test } from 'vitest'
import type { MemoryEntry } from '../../src/main/kernel/memory/memory-entry.ts'
import { MemorySpaces } from '../../src/main/kernel/memory/memory-spaces.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { PURGE_AFTER_MS } from '../../src/main/store/purge.ts'
import { ConversationId } from '../../src/shared/ids.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'
import { effectRecord, runRecord } from './records.ts'

async function open(home = temporaryFolder(), clock = standingClock()) {
  const store = await openStore({ home, clock, appVersion: '0.1.0' })
  onTestFinished(() => store.close())
  return { ...store, home, clock }
}

const PLACE = { scope: 'project', id: 'p1' } as const
const entry = (key: string, version: number, change: Partial<MemoryEntry> = {}): MemoryEntry => ({
  ...{ place: PLACE, key, version, value: { text: `${key} ${version}` }, producedBy: 'r1/put:project/0', from: ['global:seed@3'] },
  ...{ at: version, expiresAt: null, bytes: 20 },
  ...change,
})

describe('shared context in the database', () => {
  test('is there again after a restart, word for word, with its provenance, also a large value', async () => {
    const first = await open()
    const large = entry('large', 1, { value: 'x'.repeat(100_000), bytes: 100_002 })
    await first.context.save(entry('plan', 1))
    await first.context.save(entry('plan', 2))
    await first.context.save(large)
    await first.close()
    const { entries, latest } = await (await open(first.home)).context.load(PLACE)
    expect(entries).toEqual([large, entry('plan', 1), entry('plan', 2)])
    expect(latest).toEqual(
      new Map([
        ['large', 1],
        ['plan', 2],
      ]),
    )
  })

  test('an expired version is not handed out, and its number never names another value', async () => {
    const clock = standingClock()
    const first = await open(temporaryFolder(), clock)
    const spaces = (context: typeof first.context) => new MemorySpaces({ clock, store: context }).open({ project: 'p1' })
    const memory = await spaces(first.context)
    await memory.put({ key: 'k', value: 'short-lived', scope: 'project', producedBy: 'a', ttlMs: 1000 })
    await first.close()
    clock.move(2000)
    const second = await open(first.home, clock)
    const again = await spaces(second.context)
    expect(again.get('k', undefined, 'project')).toBeNull()
    expect((await again.put({ key: 'k', value: 'next', scope: 'project', producedBy: 'b' })).version).toBe(2)
  })

  test('what makes room leaves the database too', async () => {
    const store = await open()
    const limits = { entryBytes: 100, spaceBytes: 250 }
    const all = { run: limits, conversation: limits, project: limits, global: limits }
    const memory = await new MemorySpaces({ clock: store.clock, store: store.context, limits: all }).open({ project: 'p1' })
    for (const value of ['a', 'b', 'c', 'd']) await memory.put({ key: 'k', value: value.repeat(90), scope: 'project', producedBy: 'a' })
    await expect.poll(async () => (await store.context.load(PLACE)).entries.map(({ version }) => version)).toEqual([3, 4])
    expect((await store.context.load(PLACE)).latest.get('k')).toBe(4)
  })

  test('goes with its conversation', async () => {
    const clock = standingClock()
    const first = await open(temporaryFolder(), clock)
    const id = ConversationId.parse('c1')
    const place = { scope: 'conversation', id } as const
    await first.conversations.create({ id, title: '', at: clock.now() })
    await first.context.save(entry('k', 1, { place }))
    await first.conversations.remove(id, clock.now())
    await first.close()
    clock.move(PURGE_AFTER_MS + 1)
    const second = await open(first.home, clock)
    expect(await second.context.load(place)).toEqual({ entries: [], latest: new Map() })
  })

  test('a purge leaves the large values of other runs and of the context alone', async () => {
    const clock = standingClock()
    const first = await open(temporaryFolder(), clock)
    const id = ConversationId.parse('c1')
    const input = { turns: 'y'.repeat(100_000) }
    await first.journal.createRun(runRecord('r1'), [])
    await first.journal.commit({ runId: runRecord('r1').id, effect: { ...effectRecord('m1/model/0'), input } })
    await first.context.save(entry('large', 1, { value: 'z'.repeat(100_000), bytes: 100_002 }))
    await first.conversations.create({ id, title: '', at: clock.now() })
    await first.conversations.remove(id, clock.now())
    await first.close()
    clock.move(PURGE_AFTER_MS + 1)
    const second = await open(first.home, clock)
    expect((await second.journal.history(runRecord('r1').id))?.effects[0]?.input).toEqual(input)
    expect((await second.context.load(PLACE)).entries).toHaveLength(1)
  })
})
