import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../src/main/kernel/clock.ts'
import { compileCommand } from '../src/main/library/compile/compile-command.ts'
import type { CompileGround } from '../src/main/library/compile/compile-ground.ts'
import type { CommandItem } from '../src/main/library/library-item.ts'
import { readDefinition } from '../src/main/library/read-definition.ts'
import { scanFolder } from '../src/main/library/scan-folder.ts'
import { planPipeline } from '../src/main/pipelines/plan-pipeline.ts'
import { readExpression } from '../src/main/sandbox/read-expression.ts'
import { Sandbox } from '../src/main/sandbox/sandbox.ts'
import { ModelRef } from '../src/shared/ids.ts'
import { Pipeline } from '../src/shared/pipeline.ts'
import { isRecord } from '../src/shared/unknown-fields.ts'
import { openPipelines } from './support/pipeline-runner.ts'
import { type Measurement, report } from './support/report.ts'
import { simulateCommand } from './support/simulate-command.ts'

/**
 * Commands against the sum of their nodes' durations: each definition of a folder runs through the real orchestrator and scheduler, its
 * calls take as long as the definition or --latency says, in virtual time.
 */

const FAULTS = 0.1
const FAULTY_RUNS = 40
/** Percent less wall time; of the others 60, where their graph allows it. */
const GOALS: Readonly<Record<string, number>> = {
  'orchestrate-complex': 63,
  'performance-surge': 64,
  'security-fortress': 61,
  'auto-scale': 63,
}

const { values } = parseArgs({ options: { dir: { type: 'string' }, latency: { type: 'string' } }, allowPositionals: false })
const shipped = join(import.meta.dirname, '..', 'resources', 'library')
const folder = resolve(values.dir ?? shipped)
const latency: unknown = values.latency === undefined ? {} : JSON.parse(readFileSync(values.latency, 'utf8'))

const { files } = await scanFolder(folder)
const items = [...files.values()].map(({ reading }) => reading)
const agents = new Set(items.flatMap(({ item }) => (item?.kind === 'agent' ? [item.name] : [])))
const ground: CompileGround = { hasAgent: (name) => agents.has(name), tool: () => null, model: () => null }

const measurements: Measurement[] = []
const totals = { asks: 0, hits: 0, calls: 0, redundant: 0, faulty: 0, survived: 0 }
for (const { item, file, problems } of items) {
  if (item === null) console.log(`${file}  left out: ${problems.find(({ level }) => level === 'error')?.message ?? 'no command'}`)
  else if (item.kind === 'command' && item.format === 'json') await measure(item, file)
}
const share = (part: number, whole: number) => (whole === 0 ? 100 : percent(part / whole))
measurements.push(
  { name: 'context hit rate', value: share(totals.hits, totals.asks), unit: '%', goal: 85, least: true },
  { name: 'redundant calls', value: percent(totals.calls === 0 ? 0 : totals.redundant / totals.calls), unit: '%', goal: 5 },
  { name: 'success with 10 % injected faults', value: share(totals.survived, totals.faulty), unit: '%', goal: 98, least: true },
  { name: '100 stages validate', value: validateMs(), unit: 'ms', goal: 20 },
  { name: 'cached pipeline', value: await cachedRate(), unit: 'runs/s', goal: 1_000, least: true },
)
report('commands', measurements)
process.exit(0)

async function measure(item: CommandItem, file: string): Promise<void> {
  const compiled = compileCommand(item, ground)
  const { problems: flaws } = planPipeline(compiled.pipeline, readExpression)
  const [broken] = [...compiled.problems, ...flaws].filter(({ level }) => level === 'error')
  if (broken) return console.log(`${file}  left out: ${broken.message}`)
  const pipeline = withLatencies(compiled.pipeline, item.name)
  const run = await simulateCommand(pipeline)
  if (!run.done) return console.log(`${file}  did not end: ${run.error}`)
  const { sequentialMs, wallMs, criticalMs } = run
  const allowed = sequentialMs === 0 ? 0 : percent(1 - criticalMs / sequentialMs)
  const saved = sequentialMs === 0 ? 0 : percent(1 - wallMs / sequentialMs)
  const goal = values.dir === undefined ? (GOALS[item.name] ?? Math.min(60, allowed)) : Math.min(60, allowed)
  measurements.push({ name: `${item.name}, less time than one after another`, value: saved, unit: '%', goal, least: true })
  if (allowed > 0) {
    const rate = percent((sequentialMs - wallMs) / (sequentialMs - criticalMs))
    measurements.push({ name: `${item.name}, of what its critical path allows`, value: rate, unit: '%', goal: 75, least: true })
  }
  totals.asks += run.asks
  totals.hits += run.hits
  totals.calls += run.calls
  totals.redundant += run.redundant
  const random = randomFrom(item.name.length + pipeline.stages.length)
  for (let runs = 0; runs < FAULTY_RUNS; runs += 1) {
    totals.faulty += 1
    const survived = await simulateCommand(pipeline, FAULTS, random)
    if (survived.done) totals.survived += 1
    else console.log(`${item.name}  failed in spite of its retries: ${survived.error}`)
  }
}

/** Durations of --latency: by node, or by command and node; in any unit, as long as it is one. */
function withLatencies(pipeline: Pipeline, command: string): Pipeline {
  const own = isRecord(latency) ? (latency[command] ?? latency[`/${command}`]) : undefined
  const stages = pipeline.stages.map((stage) => {
    const [inCommand, overall] = [own, latency].map((table) =>
      isRecord(table) ? (table[stage.label ?? ''] ?? table[stage.id]) : undefined,
    )
    const ms = Number(inCommand ?? overall)
    return Number.isFinite(ms) && ms >= 0 ? { ...stage, expectedMs: Math.round(ms) } : stage
  })
  return { ...pipeline, stages }
}

/**
 * The check of a definition with 100 agents, from its text to the plan, whose expressions were never seen before. Of five the least: whatever
 * else runs on the machine can only add to it.
 */
function validateMs(): number {
  return Math.min(...[1, 2, 3, 4, 5].map(validateOnce))
}

function validateOnce(round: number): number {
  const agents = Array.from({ length: 100 }, (_, at) => ({
    id: `step-${round}-${at}`,
    task: `Do part ${at}.`,
    dependencies: at > 10 ? [`step-${round}-${at - 10}`] : [],
    context: { inputs: at > 3 ? [`result-${round}-${at - 3}`] : [], outputs: [`result-${round}-${at}`] },
    ...(at % 7 === 6 ? { condition: `context.result-${round}-${at - 1} == 'yes' && context.result-${round}-${at - 2} > ${at}` } : {}),
  }))
  const text = JSON.stringify({ version: '1.0.0', name: 'hundred', phases: [{ id: 'all', agents }] })
  const begun = performance.now()
  const { item } = readDefinition(text, 'hundred.json')
  if (item === null) throw new Error('The definition of 100 steps was not read.')
  const { pipeline, problems } = compileCommand(item, ground)
  const check = planPipeline(pipeline, readExpression)
  const ms = performance.now() - begun
  const flaws = [...problems, ...check.problems].filter(({ level }) => level === 'error')
  if (pipeline.stages.length !== 100 || flaws.length > 0) throw new Error(`The 100 steps do not hold: ${flaws[0]?.message}`)
  return Math.round(ms * 10) / 10
}

/** Runs a second of a pipeline whose one model call is cached, with expressions in their own thread. */
async function cachedRate(): Promise<number> {
  const sandbox = new Sandbox()
  const { pipelines, runner } = await openPipelines({ clock: systemClock, computing: sandbox, answer: async () => 'An answer.' })
  const pipeline = Pipeline.parse({
    id: 'cached',
    name: 'Cached',
    model: ModelRef.parse('simulated/model'),
    stages: [{ id: 'ask', processor: { type: 'prompt', prompt: 'Say something of {{ input }}' }, cache: {} }],
  })
  const some = async (count: number) => {
    for (let left = count; left > 0; left -= 1) {
      const { runId } = await pipelines.start({ pipeline, input: 'rain', allowNoPrice: true })
      await runner.ended(runId)
    }
  }
  const all = (runs: number) => Promise.all(Array.from({ length: 16 }, () => some(runs / 16)))
  await all(800)
  const begun = performance.now()
  await all(4_000)
  const seconds = (performance.now() - begun) / 1_000
  await sandbox.close()
  return Math.round(4_000 / seconds)
}

function percent(value: number): number {
  return Math.round(value * 1_000) / 10
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
