import { describe, expect, test } from 'vitest'
import type { RunContext } from '../../../src/main/kernel/context.ts'
import { type KernelOptions, openKernel, request } from '../support/kernel.ts'

const say = async () => ({ text: 'said' })
const hang = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
const PROJECT = { projectId: 'p1' }

type Kernel = ReturnType<typeof openKernel>

function reopen(kernel: Kernel, options: Omit<KernelOptions, 'home'>): Kernel {
  kernel.close()
  return openKernel({ ...options, home: kernel.home })
}

async function answerOf(kernel: Kernel, id: Awaited<ReturnType<Kernel['start']>>) {
  await kernel.runner.ended(id)
  const view = await kernel.runner.view(id)
  return view.outcome?.answer ?? view.error?.message
}

const put = (value: unknown) => async (ctx: RunContext) => {
  await ctx.memory.put('tone', value, { scope: 'project' })
  return 'put'
}
const read = async (ctx: RunContext) => JSON.stringify((await ctx.memory.read('tone', 'project'))?.value ?? null)

describe('E3 context that outlives a run', () => {
  test('what one run puts for its project, the next one reads, also after a restart; another project does not', async () => {
    const first = openKernel({ script: say, run: put({ voice: 'plain' }) })
    await answerOf(first, await first.start(PROJECT))
    await first.runner.close()
    const second = reopen(first, { script: say, run: read })
    expect(await answerOf(second, await second.start(PROJECT))).toBe('{"voice":"plain"}')
    expect(await answerOf(second, await second.start({ projectId: 'p2' }))).toBe('null')
    second.close()
  })

  test('is shown with its scope and its provenance in the runs that put and read it', async () => {
    const run = async (ctx: RunContext) => {
      const tone = await ctx.memory.read('tone', 'project')
      if (tone === null) return String((await ctx.memory.put('tone', 'plain', { scope: 'project' })).version)
      await ctx.memory.put('style', 'short', { scope: 'global', from: ['project:tone@1'] })
      return 'read'
    }
    const kernel = openKernel({ script: say, run })
    const writer = await kernel.start(PROJECT)
    expect(await answerOf(kernel, writer)).toBe('1')
    const reader = await kernel.start(PROJECT)
    expect(await answerOf(kernel, reader)).toBe('read')
    const written = { scope: 'project', key: 'tone', version: 1, producedBy: `${writer}/put:project/0`, preview: '"plain"' }
    expect((await kernel.runner.view(writer)).context.entries).toMatchObject([written])
    expect((await kernel.runner.view(reader)).context.entries).toMatchObject([
      written,
      { scope: 'global', key: 'style', from: ['project:tone@1'] },
    ])
    kernel.close()
  })

  test('a resumed run reads what it read before, whatever was put since, and puts nothing twice', async () => {
    const run = async (ctx: RunContext) => {
      const before = await ctx.memory.read('tone', 'project')
      const own = await ctx.memory.put('seen', before?.value ?? null, { scope: 'project' })
      const said = (await ctx.model(request('a'))).text
      return `${String(before?.value)} ${own.version} ${said}`
    }
    const first = openKernel({ script: (call) => hang(call.signal), run })
    const [writer] = [openKernel({ home: first.home, script: say, run: put('old') })]
    await answerOf(writer, await writer.start(PROJECT))
    writer.close()
    const id = await first.start(PROJECT)
    await expect.poll(() => first.calls.length).toBe(1)
    await first.runner.close()
    const between = reopen(first, { script: say, run: put('new') })
    await answerOf(between, await between.start(PROJECT))
    await between.runner.close()
    const second = reopen(between, { script: say, run })
    await second.runner.resumeAll()
    expect(await answerOf(second, id)).toBe('old 1 said')
    expect((await second.runner.view(id)).context.entries.map(({ key, version }) => `${key}@${version}`)).toEqual(['tone@1', 'seen@1'])
    const forked = await second.start({ ...PROJECT, forkOf: id }, (await second.journal.history(id))?.effects)
    expect(await answerOf(second, forked)).toBe('old 1 said')
    expect(second.calls).toHaveLength(1)
    second.close()
  })

  test('an entry that was put right before the process died is not put again', async () => {
    const run = async (ctx: RunContext) => String((await ctx.memory.put('tone', 'plain', { scope: 'project' })).version)
    const first = openKernel({ script: say, run: () => new Promise<never>(() => {}) })
    const id = await first.start(PROJECT)
    const entry = { place: { scope: 'project', id: 'p1' }, key: 'tone', version: 1, value: 'plain' } as const
    await first.context.save({ ...entry, producedBy: `${id}/put:project/0`, from: [], at: 1, expiresAt: null, bytes: 7 })
    // The process dies here: nothing of the effect itself was committed.
    const second = reopen(first, { script: say, run })
    await second.runner.resumeAll()
    expect(await answerOf(second, id)).toBe('1')
    expect((await second.context.load(entry.place)).entries).toHaveLength(1)
    second.close()
  })

  test('work is done once for all runs of a project, and who uses it has it in its own journal', async () => {
    let made = 0
    const run = async (ctx: RunContext) => {
      const branches = ['x', 'y'].map((key) => ({
        key,
        run: (branch: RunContext) => branch.memory.once('outline', async () => `outline ${++made}`, { scope: 'project' }),
      }))
      const settled = await ctx.all(branches)
      return settled.map((one) => (one.state === 'done' ? one.value : one.state)).join()
    }
    const kernel = openKernel({ script: say, run })
    const ids = await Promise.all([kernel.start(PROJECT), kernel.start(PROJECT)])
    for (const id of ids) expect(await answerOf(kernel, id)).toBe('outline 1,outline 1')
    expect(await answerOf(kernel, await kernel.start({ projectId: 'p2' }))).toBe('outline 2,outline 2')
    for (const id of ids) expect((await kernel.journal.history(id))?.effects.map(({ path }) => path)).toContain('once:project:outline/0')
    kernel.close()
  })

  test('a run that waits for another’s work does it itself where the other one is stopped', async () => {
    const run = async (ctx: RunContext) =>
      ctx.memory.once('outline', async () => (await ctx.model(request('a'))).text, { scope: 'project' })
    const kernel = openKernel({ script: (call) => (kernel.calls.length === 1 ? hang(call.signal) : say()), run })
    const stopped = await kernel.start(PROJECT)
    await expect.poll(() => kernel.calls.length).toBe(1)
    const waits = await kernel.start(PROJECT)
    kernel.runner.stop(stopped)
    expect(await answerOf(kernel, waits)).toBe('said')
    expect((await kernel.runner.view(stopped)).state).toBe('cancelled')
    kernel.close()
  })

  test('a scope that the run is not in is refused by name', async () => {
    const kernel = openKernel({ script: say, run: read })
    expect(await answerOf(kernel, await kernel.start())).toContain('no shared context of scope “project”. It is in: global.')
    kernel.close()
  })
})
