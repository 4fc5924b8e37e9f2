import { afterAll, describe, expect, test } from 'vitest'
import { compileDefinition } from '../../src/main/library/compile/compile-definition.ts'
import { compilePrompt } from '../../src/main/library/compile/compile-prompt.ts'
import { readDuration } from '../../src/main/library/durations.ts'
import { compileGround } from '../../src/main/library/ground.ts'
import { readDefinition } from '../../src/main/library/read-definition.ts'
import { readMarkdown } from '../../src/main/library/read-markdown.ts'
import { planPipeline } from '../../src/main/pipelines/plan-pipeline.ts'
import { readExpression } from '../../src/main/sandbox/read-expression.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { ModelRef } from '../../src/shared/ids.ts'
import { Pipeline } from '../../src/shared/pipeline.ts'
import { echo, runPipeline, sandbox } from '../orchestrators/pipeline/support.ts'

afterAll(() => sandbox.close())

const ground = compileGround({
  tools: () => ['read-file', 'web-fetch', 'files/read'],
  models: () => [],
  hasAgent: (name) => name === 'known',
})
type Agent = Record<string, unknown>
const agent = (id: string, more: Agent = {}): Agent => ({ id, task: `Do ${id}.`, ...more })
const io = (inputs: string[], outputs: string[] = []) => ({ context: { inputs, outputs } })

/** A definition of these phases, compiled for the model that echoes. */
function compiled(phases: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) {
  const { item, problems } = readDefinition(JSON.stringify({ version: '1', name: 'made', phases, ...more }), 'made.json')
  if (item === null) throw new Error(problems.map(({ message }) => message).join(' '))
  const { pipeline, problems: found } = compileDefinition(item, ground)
  return {
    pipeline: Pipeline.parse({ ...pipeline, model: ModelRef.parse('demo/echo') }),
    problems: found,
    links: planPipeline(pipeline, readExpression).links,
  }
}

async function prompted(text: string, input: unknown): Promise<unknown> {
  const { item } = await readMarkdown(text, 'commands/made.md')
  if (item?.kind !== 'command' || item.format !== 'markdown') throw new Error('This is no Markdown command.')
  const { pipeline } = compilePrompt(item, ground)
  const { view, value } = await runPipeline({ ...pipeline, model: ModelRef.parse('demo/echo') }, { input })
  if (view.error !== null) throw new Error(view.error.message)
  return value
}

describe('E7 a definition becomes a graph', () => {
  test('what a step needs is its order; one that says nothing waits for the phase before', () => {
    const { links } = compiled([
      { id: 'one', agents: [agent('a', io([], ['x'])), agent('b')] },
      { id: 'two', agents: [agent('c', io(['x'])), agent('d'), agent('e', { dependencies: ['b'] })] },
      { id: 'three', sequential: true, agents: [agent('f', { dependencies: ['two'] }), agent('g')] },
    ])
    expect(links).toEqual({ a: [], b: [], c: ['a'], d: ['a', 'b'], e: ['b'], f: ['c', 'd', 'e'], g: expect.arrayContaining(['f']) })
  })

  test('a step refines what an earlier one gave', () => {
    const { links } = compiled([
      { id: 'p', agents: [agent('draft', io([], ['text'])), agent('edit', io(['text'], ['text'])), agent('print', io(['text']))] },
    ])
    expect(links).toEqual({ draft: [], edit: ['draft'], print: ['draft', 'edit'] })
  })

  test.each([
    ['context.score > 3 && scan.status == "completed"', '((stages.scan.score > 3) and $exists(stages.scan))'],
    ["!(scan.severity === 'high') || input.force", '($not($boolean((stages.scan.severity = "high"))) or $boolean(input.force))'],
    ['outputs.score >= 1.5 and not false', '((stages.scan.score >= 1.5) and $not($boolean(false)))'],
    ['step-2.status == "completed"', '$exists(stages.step_2)'],
    ['{{ context.score != null }}', '(stages.scan.score != null)'],
  ])('the condition %s is an expression', (condition, expression) => {
    const { pipeline } = compiled([
      { id: 'p', agents: [agent('scan', io([], ['score'])), agent('next', { condition, dependencies: ['scan'] }), agent('step-2')] },
    ])
    expect(pipeline.stages[1]?.condition).toBe(expression)
    expect(readExpression(expression).problem).toBeNull()
  })

  test('a condition in words is told to the agent, and one of a phase holds for all of it', async () => {
    const { pipeline } = compiled([{ id: 'p', condition: 'if the code is public', agents: [agent('a')] }])
    expect(pipeline.stages[0]?.condition).toBeUndefined()
    expect((await runPipeline(pipeline)).value).toContain(
      'Do this only where the following holds; otherwise answer “Not needed” with the reason: if the code is public',
    )
  })

  test('who is read by a condition answers with fields, and the steps behind it see them', async () => {
    const { pipeline } = compiled([
      {
        id: 'p',
        agents: [
          agent('scan', io([], ['risk', 'notes'])),
          agent('deep', { condition: "risk == 'high'", ...io(['notes']) }),
          agent('light', { condition: "risk == 'low'", dependencies: ['scan'] }),
        ],
      },
    ])
    const { value, view } = await runPipeline(pipeline, {
      script: async (call) =>
        call.request.speaker === 'scan' ? { text: '```json\n{"risk": "high", "notes": "An open door."}\n```' } : echo(call),
    })
    expect(view.plan?.nodes.map(({ state }) => state)).toEqual(['done', 'done', 'skipped'])
    expect(value).toContain('An open door.')
  })

  test('shared context with a task is worked out once for all; what is shared longer is kept for its time', () => {
    const shared = [
      { key: 'facts', task: 'Find the facts.', expectedMs: 10 },
      { key: 'plan', ttl: '1h', scope: 'global' },
    ]
    const { pipeline, links } = compiled(
      [{ id: 'p', agents: [agent('a', io(['facts'], ['plan'])), agent('b', io(['facts'])), agent('c', io(['plan']))] }],
      { context: { shared } },
    )
    expect(links).toEqual({ facts: [], a: ['facts'], b: ['facts'], c: ['a'] })
    expect(pipeline.stages.map(({ id, cache }) => [id, cache?.ttlMs])).toEqual([
      ['facts', undefined],
      ['a', 3_600_000],
      ['b', undefined],
      ['c', undefined],
    ])
  })

  test('steps that would ask the same ask once', async () => {
    const same = { task: 'List the files.', type: 'explorer' }
    const { pipeline, problems } = compiled([{ id: 'p', agents: [agent('a', same), agent('b', same), agent('c')] }])
    expect(problems.map(({ message }) => message)).toContain('b would ask the same as a; it is done once for all.')
    expect((await runPipeline(pipeline)).calls).toBe(2)
  })

  test('locks and the most of a phase at a time are resources', () => {
    const { pipeline } = compiled(
      [
        {
          id: 'p',
          parallelism: { enabled: true, maxConcurrent: 2 },
          agents: [
            agent('a', { locks: ['db'] }),
            agent('b', { locks: [{ resourceId: 'db', mode: 'write' }] }),
            agent('c', { locks: { resourceId: 'log', mode: 'read' } }),
          ],
        },
      ],
      { resourceManagement: { globalLocks: [{ resourceId: 'db', maxConcurrent: 3 }] } },
    )
    expect(pipeline.resources).toEqual({ db: 3, log: 64, 'made, p': 2 })
    expect(pipeline.stages.map(({ resources }) => resources.map(({ name, amount }) => `${amount} ${name}`))).toEqual([
      ['1 db', '1 made, p'],
      ['3 db', '1 made, p'],
      ['1 log', '1 made, p'],
    ])
  })

  test('what is done is undone in words where a later step fails', async () => {
    const { pipeline } = compiled(
      [
        {
          id: 'p',
          agents: [
            agent('make', { compensation: { action: 'Take it back' } }),
            agent('fail', { dependencies: ['make'], retry: { attempts: 1 } }),
          ],
        },
      ],
      { saga: { enabled: true } },
    )
    const asked: string[] = []
    const { view } = await runPipeline(pipeline, {
      script: async (call) => {
        if (call.request.speaker === 'fail') throw new TuttiError('refused', 'No.')
        const { text } = await echo(call)
        asked.push(text)
        return { text }
      },
    })
    expect(view.state).toBe('failed')
    expect(asked.at(-1)).toMatch(/Take it back[\s\S]*Do make\./)
  })

  test('unknown agents and tools are said and do without', () => {
    const { pipeline, problems } = compiled([
      { id: 'p', agents: [agent('a', { type: 'stranger', tools: ['Read', 'Grep', 'mcp__files__read'] }), agent('b', { type: 'known' })] },
    ])
    expect(pipeline.stages.map(({ agent: by, tools }) => [by, tools])).toEqual([
      [undefined, ['read-file', 'files/read']],
      ['known', []],
    ])
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('no agent stranger'),
      'Not here, or switched off in Settings: Grep. It runs without.',
    ])
  })
})

describe('E7 a Markdown command is one prompt', () => {
  test.each([
    ['Say $ARGUMENTS twice.', 'one "two three"', 'Say one "two three" twice.'],
    ['From $1 to $2$3.', 'one "two three"', 'From one to two three.'],
    ['---\narguments: [topic, depth]\n---\nOn $topic, $depth deep.', 'tea 3', 'On tea, 3 deep.'],
    ['---\narguments:\n  - { name: topic, default: tea }\n---\nOn $topic.', '', 'On tea.'],
    ['Keep {{ this }} and $HOME of $ARGUMENTS', 'x', 'Keep {{ this }} and $HOME of x'],
    ['Nothing asked for.', 'still said', 'Nothing asked for.\n\nstill said'],
  ])('%s', async (text, input, said) => {
    expect(await prompted(text, input)).toBe(said)
  })

  test('that names its arguments takes them by their names as well, and misses those that it needs', async () => {
    const front = '---\narguments:\n  - { name: topic, required: true }\n  - { name: depth, default: deep }\n---\n'
    expect(await prompted(`${front}On $topic, $depth; $1; all of it: $ARGUMENTS`, { topic: 'green tea' })).toBe(
      'On green tea, deep; green tea; all of it: green tea',
    )
    expect(await prompted(`${front}On $topic, $depth: $ARGUMENTS`, { topic: 'tea', depth: 'three cups' })).toBe(
      'On tea, three cups: tea three cups',
    )
    await expect(prompted(`${front}On $topic.`, { depth: 'three' })).rejects.toThrow(/topic/)
  })
})

describe('E7 times as people write them', () => {
  test.each([
    ['90s', 90_000],
    ['5 min', 300_000],
    ['5-10 minutes', 600_000],
    ['~2 hours', 7_200_000],
    ['250ms', 250],
    [30, 30_000],
    ['45', 45_000],
    [60_000, 60_000],
    ['soon', null],
  ])('%s', (written, ms) => {
    expect(readDuration(written)).toBe(ms)
  })
})
