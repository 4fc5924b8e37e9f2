import { spawnSync } from 'node:child_process'
import { systemClock } from '../src/main/kernel/clock.ts'
import { buildGraph } from '../src/main/kernel/dag/build.ts'
import { type DagNode, NODE_DEFAULTS } from '../src/main/kernel/dag/node.ts'
import { schedule } from '../src/main/kernel/dag/schedule.ts'
import { median, report } from './support/report.ts'

const PROCESSES = 5
const SIZES = [1_000, 10_000, 100_000] as const

/** What a process of its own measured: the first run as it comes, the median of further ones once the code is warm. */
interface Figures {
  readonly coldMs: number
  readonly warmMs: number
  /** Of the first run, what the thread itself has used: on a busy machine the better figure. */
  readonly cpuMs: number
  /** The most memory that was resident until the end of the first run, Node itself included, in MB. */
  readonly megabytes: number
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Every node consumes up to four values of random earlier ones. */
function randomNodes(size: number): DagNode[] {
  const random = randomFrom(size)
  return Array.from({ length: size }, (_, place) => ({
    ...NODE_DEFAULTS,
    id: `n${place}`,
    inputs: place === 0 ? [] : Array.from({ length: Math.floor(random() * 5) }, () => `v${Math.floor(random() * place)}`),
    outputs: [`v${place}`],
    priority: Math.floor(random() * 3),
  }))
}

/** From a list of nodes to the result of the last one, in ms. */
async function run(nodes: readonly DagNode[]): Promise<number> {
  const begun = performance.now()
  const result = await schedule(buildGraph(nodes), async (node) => ({ [node.outputs[0] ?? '']: 1 }), {
    clock: systemClock,
    signal: new AbortController().signal,
  })
  const ms = performance.now() - begun
  if (result.state !== 'done' || result.nodes.size !== nodes.length) throw new Error('The graph did not run to its end.')
  return ms
}

async function measureHere(size: number): Promise<Figures> {
  const nodes = randomNodes(size)
  const before = process.threadCpuUsage()
  const coldMs = await run(nodes)
  const { user, system } = process.threadCpuUsage(before)
  const megabytes = process.resourceUsage().maxRSS / 1024
  const warm: number[] = []
  for (let runs = Math.max(3, 50_000 / size); runs > 0; runs -= 1) warm.push(await run(nodes))
  return { coldMs, warmMs: median(warm), cpuMs: (user + system) / 1_000, megabytes }
}

/**
 * Several processes, so that neither earlier runs nor their memory count. Of times the least: whatever else runs on the machine can only
 * add to them. Of memory the most.
 */
function measure(size: number): Figures {
  const runs = Array.from({ length: PROCESSES }, (): Figures => {
    const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) throw new Error(`The run of ${size} nodes failed.`)
    return JSON.parse(stdout)
  })
  return {
    coldMs: Math.min(...runs.map(({ coldMs }) => coldMs)),
    warmMs: Math.min(...runs.map(({ warmMs }) => warmMs)),
    cpuMs: Math.min(...runs.map(({ cpuMs }) => cpuMs)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  }
}

const size = Number(process.argv[2])
if (size > 0) console.log(JSON.stringify(await measureHere(size)))
else {
  const [small, middle, large] = SIZES.map(measure)
  if (!small || !middle || !large) throw new Error('A size is missing.')
  const perNode = [small, middle, large].map(({ warmMs }, place) => (1_000 * warmMs) / (SIZES[place] ?? 1))
  for (const [place, { coldMs, cpuMs }] of [small, middle, large].entries()) {
    const cold = `first run ${Math.round(coldMs)} ms (${Math.round(cpuMs)} ms of processor)`
    console.log(`dag ${SIZES[place]} nodes  ${cold}, then ${perNode[place]?.toFixed(1)} µs a node`)
  }
  report('dag', [
    { name: 'dag 10,000 nodes', value: Math.round(middle.coldMs), unit: 'ms', goal: 150 },
    { name: 'dag 10,000 nodes, peak memory', value: Math.round(middle.megabytes), unit: 'MB', goal: 170 },
    {
      name: 'dag, time a node at 100,000 over that at 1,000 or 10,000',
      value: Number(((perNode[2] ?? 0) / Math.max(perNode[0] ?? 0, perNode[1] ?? 0)).toFixed(2)),
      unit: '×',
      goal: 2,
    },
  ])
}
