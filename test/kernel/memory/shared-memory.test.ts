import { describe, expect, test } from 'vitest'
import type { MemoryEntry, MemoryPlace } from '../../../src/main/kernel/memory/memory-entry.ts'
import { refOf } from '../../../src/main/kernel/memory/memory-entry.ts'
import type { Eviction } from '../../../src/main/kernel/memory/memory-space.ts'
import { MemorySpaces, type MemorySpacesParts } from '../../../src/main/kernel/memory/memory-spaces.ts'
import { type MemoryStore, noMemoryStore } from '../../../src/main/kernel/memory/memory-store.ts'

const small = { entryBytes: 100, spaceBytes: 250 }
const SMALL = { run: small, conversation: small, project: small, global: small }

function setUp(parts: Partial<MemorySpacesParts> = {}) {
  const time = { now: 1000 }
  const evictions: Eviction[] = []
  const spaces = new MemorySpaces({ clock: { now: () => time.now }, onEvict: (eviction) => evictions.push(eviction), ...parts })
  return { time, evictions, spaces, open: (run = 'r1') => spaces.open({ run, conversation: 'c1' }) }
}

const by = (producedBy: string) => ({ producedBy })
const never = () => new Promise<never>(() => {})

describe('E3 shared context: entries', () => {
  test('a change is a new version, and every version can still be read', async () => {
    const memory = await setUp().open()
    const first = await memory.put({ key: 'plan', value: { steps: 1 }, ...by('a') })
    const second = await memory.put({ key: 'plan', value: { steps: 2 }, ...by('b'), from: [refOf(first)] })
    expect([first.version, second.version]).toEqual([1, 2])
    expect(memory.get('plan')).toBe(second)
    expect(memory.get('plan', 1)?.value).toEqual({ steps: 1 })
    expect(memory.history('plan')).toEqual([first, second])
    expect(memory.get('other')).toBeNull()
  })

  test('what is read cannot be changed, nor by whoever put it', async () => {
    const memory = await setUp().open()
    const mine = { deep: { list: [1] } }
    const entry = await memory.put({ key: 'k', value: mine, ...by('a') })
    mine.deep.list.push(2)
    expect(entry.value).toEqual({ deep: { list: [1] } })
    expect(() => Object.assign(Object(entry.value).deep, { list: [] })).toThrow(TypeError)
    expect(() => Object.assign(entry, { version: 9 })).toThrow(TypeError)
  })

  test('is no longer handed out when its time is over, and an older version does not come back', async () => {
    const { open, time, evictions } = setUp()
    const memory = await open()
    await memory.put({ key: 'k', value: 'old', ...by('a') })
    await memory.put({ key: 'k', value: 'new', ...by('a'), ttlMs: 50 })
    time.now += 49
    expect(memory.get('k')?.value).toBe('new')
    time.now += 1
    expect(memory.get('k')).toBeNull()
    expect(memory.get('k', 1)?.value).toBe('old')
    expect(evictions).toMatchObject([{ ref: 'run:k@2', reason: 'expired' }])
    expect((await memory.put({ key: 'k', value: 'newer', ...by('a') })).version).toBe(3)
  })

  test('says from what it was made, back to the first source', async () => {
    const memory = await setUp().open()
    const a = await memory.put({ key: 'a', value: 1, ...by('m1') })
    const b = await memory.put({ key: 'b', value: 2, ...by('m2'), from: [refOf(a)] })
    const c = await memory.put({ key: 'c', value: 3, ...by('m3'), from: [refOf(b), refOf(a)] })
    expect(memory.lineage(c)).toEqual([b, a])
    await expect(memory.put({ key: 'd', value: 4, ...by('m4'), from: ['run:a@2'] })).rejects.toThrow(
      '“d” names “run:a@2” as its source, which was never put.',
    )
  })

  test.each([
    ['undefined', undefined, /undefined is not JSON\. Put null/],
    ['a big integer', 1n, /“k” cannot be shared: its value is not JSON/],
    ['more than an entry may hold', 'x'.repeat(99), /“k” has 101 bytes; the shared context takes 100 an entry/],
  ])('%s is refused by name', async (_, value, message) => {
    const memory = await setUp({ limits: SMALL }).open()
    await expect(memory.put({ key: 'k', value, ...by('a') })).rejects.toThrow(message)
    expect(memory.get('k')).toBeNull()
  })

  test('what was used longest ago makes room, and that is reported', async () => {
    const { open, evictions } = setUp({ limits: SMALL })
    const memory = await open()
    for (const key of ['a', 'b']) await memory.put({ key, value: 'x'.repeat(90), ...by('n') })
    memory.get('a')
    await memory.put({ key: 'c', value: 'x'.repeat(90), ...by('n') })
    expect(memory.list().map((entry) => entry.key)).toEqual(['a', 'c'])
    expect(evictions).toEqual([{ ref: 'run:b@1', place: { scope: 'run', id: 'r1' }, bytes: 92, reason: 'size' }])
    expect(memory.stats()).toMatchObject({ entries: 2, bytes: 184, evicted: 1 })
  })

  test('expired entries make room before any that is still good', async () => {
    const { open, time, evictions } = setUp({ limits: SMALL })
    const memory = await open()
    await memory.put({ key: 'good', value: 'x'.repeat(90), ...by('n') })
    await memory.put({ key: 'stale', value: 'x'.repeat(90), ...by('n'), ttlMs: 5 })
    time.now += 5
    await memory.put({ key: 'new', value: 'x'.repeat(90), ...by('n') })
    expect(evictions.map((each) => [each.ref, each.reason])).toEqual([['run:stale@1', 'expired']])
    expect(memory.list().map((entry) => entry.key)).toEqual(['good', 'new'])
  })
})

describe('E3 shared context: scopes', () => {
  test('a run sees its own entry before the conversation’s, and the next run sees the conversation’s', async () => {
    const { open } = setUp()
    const one = await open('r1')
    await one.put({ key: 'tone', value: 'plain', scope: 'conversation', ...by('a') })
    await one.put({ key: 'tone', value: 'short', ...by('a') })
    const two = await open('r2')
    expect(one.get('tone')?.value).toBe('short')
    expect(two.get('tone')?.value).toBe('plain')
    await expect(one.put({ key: 'k', value: 1, scope: 'project', ...by('a') })).rejects.toThrow('no shared context of scope “project”')
  })

  test('what was stored is there again in the next process; what could not be stored is not there', async () => {
    const rows: MemoryEntry[] = []
    const disk = { full: false }
    const store: MemoryStore = {
      load: async (place: MemoryPlace) => {
        const entries = rows.filter((row) => row.place.scope === place.scope && row.place.id === place.id)
        return { entries, latest: new Map(entries.map(({ key, version }) => [key, version])) }
      },
      save: async (entry) => {
        if (disk.full) throw new Error('no space left')
        rows.push(entry)
      },
      drop: async () => {},
    }
    const conversation = { scope: 'conversation', ...by('a') } as const
    const before = await setUp({ store }).open()
    await before.put({ key: 'k', value: 1, ...conversation })
    await before.put({ key: 'k', value: 2, ...conversation })
    disk.full = true
    await expect(before.put({ key: 'k', value: 3, ...conversation })).rejects.toThrow('no space left')
    expect(before.get('k')?.value).toBe(2)
    expect(before.get('k', 3, 'conversation')).toBeNull()
    disk.full = false
    const after = await setUp({ store }).open()
    expect(after.get('k')?.value).toBe(2)
    expect((await after.put({ key: 'k', value: 4, ...conversation })).version).toBe(3)
  })

  test('a conversation’s space leaves memory with the last run that holds it', async () => {
    const { spaces } = setUp()
    const one = await spaces.open({ run: 'r1', conversation: 'c1' })
    await spaces.open({ run: 'r2', conversation: 'c1' })
    await one.put({ key: 'k', value: 1, scope: 'conversation', ...by('a') })
    spaces.close({ run: 'r1', conversation: 'c1' })
    expect((await spaces.open({ run: 'r3', conversation: 'c1' })).get('k')?.value).toBe(1)
    spaces.close({ run: 'r2', conversation: 'c1' })
    spaces.close({ run: 'r3', conversation: 'c1' })
    expect((await spaces.open({ run: 'r4', conversation: 'c1' })).get('k')).toBeNull()
  })
})

describe('E3 shared context: once', () => {
  test('fifty who ask at the same time make one call; the hit rate is told', async () => {
    const memory = await setUp().open()
    let calls = 0
    const ask = async () => {
      calls += 1
      await new Promise(setImmediate)
      return { answer: 42 }
    }
    const answers = await Promise.all(Array.from({ length: 50 }, () => memory.once('analysis', ask, by('n'))))
    expect(calls).toBe(1)
    expect(answers).toEqual(Array.from({ length: 50 }, () => ({ answer: 42 })))
    expect(memory.stats()).toMatchObject({ hits: 49, misses: 1, hitRate: 0.98 })
    expect(await memory.once('analysis', ask, by('n'))).toEqual({ answer: 42 })
    expect(memory.get('analysis')).toMatchObject({ version: 1, producedBy: 'n', value: { answer: 42 } })
    await memory.once('another sample', ask, by('n'))
    expect(calls).toBe(2)
  })

  test('branches of a run share it, and so do runs where the scope is wider', async () => {
    const { open } = setUp()
    const [one, two] = [await open('r1'), await open('r2')]
    let calls = 0
    const ask = async () => ++calls
    const shared = { ...by('n'), scope: 'conversation' } as const
    expect(await Promise.all([one.once('k', ask, shared), two.once('k', ask, shared), one.fork().once('k', ask, shared)])).toEqual([
      1, 1, 1,
    ])
    expect(await two.once('k', ask, by('n'))).toBe(2)
  })

  test('a failure is told to all who wait, and the next one tries again', async () => {
    const memory = await setUp().open()
    let calls = 0
    const ask = async () => {
      calls += 1
      if (calls === 1) throw new Error('the vendor is down')
      return 'fine'
    }
    const both = await Promise.allSettled([memory.once('k', ask, by('a')), memory.once('k', ask, by('b'))])
    expect(both.map((each) => each.status)).toEqual(['rejected', 'rejected'])
    expect(await memory.once('k', ask, by('c'))).toBe('fine')
    expect(calls).toBe(2)
  })

  test('is done again when its time is over', async () => {
    const { open, time } = setUp()
    const memory = await open()
    let calls = 0
    const ask = () => memory.once('k', async () => ++calls, { ...by('a'), ttlMs: 10 })
    expect([await ask(), await ask()]).toEqual([1, 1])
    time.now += 10
    expect(await ask()).toBe(2)
  })

  test('who gives up does not stop the work for the others; the last one does', async () => {
    const memory = await setUp().open()
    const [first, second] = [new AbortController(), new AbortController()]
    const stopped: unknown[] = []
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => stopped.push(signal.reason))
      return never()
    }
    const waits = [first, second].map(({ signal }) => memory.once('k', work, { ...by('a'), signal }).catch((reason) => reason))
    await Promise.resolve()
    first.abort('first left')
    expect(await waits[0]).toBe('first left')
    expect(stopped).toEqual([])
    second.abort('second left')
    expect(await waits[1]).toBe('second left')
    expect(stopped).toEqual(['second left'])
    expect(await memory.once('k', async () => 'anew', by('b'))).toBe('anew')
  })

  test('a result that is too large to be kept is handed on all the same', async () => {
    const { open, evictions } = setUp({ limits: SMALL })
    const memory = await open()
    const long = 'x'.repeat(500)
    expect(await memory.once('k', async () => long, by('a'))).toBe(long)
    expect(memory.get('k')).toBeNull()
    expect(evictions).toMatchObject([{ reason: 'too-large', bytes: 502 }])
  })
})

describe('E3 shared context: fork and merge', () => {
  test('branches do not see each other until they are merged', async () => {
    const memory = await setUp().open()
    await memory.put({ key: 'shared', value: 0, ...by('root') })
    const [left, right] = [memory.fork(), memory.fork()]
    await left.put({ key: 'left', value: 1, ...by('l') })
    await right.put({ key: 'right', value: 2, ...by('r') })
    await memory.put({ key: 'later', value: 3, ...by('root') })
    expect(left.list().map((entry) => entry.key)).toEqual(['left', 'shared'])
    expect((await memory.merge(left, by('join'))).conflicts).toEqual([])
    expect((await memory.merge(right, by('join'))).merged).toMatchObject([{ key: 'right', version: 1, producedBy: 'r' }])
    expect(memory.list().map((entry) => entry.key)).toEqual(['later', 'left', 'right', 'shared'])
  })

  test('a key that both sides changed is named with both versions and who put them; ours stands', async () => {
    const memory = await setUp().open()
    await memory.put({ key: 'k', value: 'start', ...by('root') })
    const branch = memory.fork()
    const ours = await memory.put({ key: 'k', value: 'ours', ...by('root') })
    const theirs = await branch.put({ key: 'k', value: 'theirs', ...by('branch') })
    const report = await memory.merge(branch, by('join'))
    expect(report).toEqual({ merged: [], conflicts: [{ key: 'k', base: 1, ours, theirs }] })
    expect([ours.version, theirs.version]).toEqual([2, 3])
    expect(memory.get('k')).toBe(ours)
    expect(memory.get('k', 3)).toBe(theirs)
  })

  test('a conflict can be settled, and the settled value says from what', async () => {
    const memory = await setUp().open()
    const branch = memory.fork()
    await memory.put({ key: 'k', value: [1], ...by('root') })
    await branch.put({ key: 'k', value: [2], ...by('branch') })
    const report = await memory.merge(branch, { ...by('join'), settle: ({ ours, theirs }) => [ours.value, theirs.value].flat() })
    expect(report.conflicts).toEqual([])
    expect(memory.get('k')).toMatchObject({ value: [1, 2], version: 3, producedBy: 'join', from: ['run:k@1', 'run:k@2'] })
  })

  test('the same value on both sides is no conflict', async () => {
    const memory = await setUp().open()
    const branch = memory.fork()
    await memory.put({ key: 'k', value: { a: 1 }, ...by('root') })
    await branch.put({ key: 'k', value: { a: 1 }, ...by('branch') })
    expect(await memory.merge(branch, by('join'))).toEqual({ merged: [], conflicts: [] })
  })

  test('a run’s own entries are not stored: they come back as the run comes by them again', async () => {
    const saved: string[] = []
    const store: MemoryStore = { ...noMemoryStore, save: async (entry) => void saved.push(refOf(entry)) }
    const memory = await setUp({ store }).open()
    await memory.put({ key: 'k', value: 1, ...by('a') })
    await memory.put({ key: 'k', value: 2, scope: 'conversation', ...by('a') })
    expect(saved).toEqual(['conversation:k@1'])
  })
})
