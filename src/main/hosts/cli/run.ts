import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { TuttiError } from '../../../shared/errors.ts'
import { PipelineId, type RunId } from '../../../shared/ids.ts'
import { LibraryName } from '../../../shared/library.ts'
import type { CoreClient } from '../core/core-connection.ts'
import type { Seat } from '../core/seat.ts'
import type { RunArguments } from './arguments.ts'
import { showRun } from './show-run.ts'
import type { Terminal } from './terminal.ts'

/** Runs a command, a saved pipeline, or a pipeline of a file, shows how it goes and prints what it gives. Returns the exit code. */
export async function run(asked: RunArguments, seat: Seat, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const runId = await start(asked, await seat.connect())
  return showRun(runId, asked, seat, terminal, interrupted)
}

async function start(asked: RunArguments, client: CoreClient): Promise<RunId> {
  const { name, budgetMicros, allowNoPrice } = asked
  const typed = asked.words.join(' ')
  const input = asked.input === null ? typed : await readInput(asked.input)
  const limits = { budgetMicros, allowNoPrice }
  if (/\.(?:json|ya?ml)$/i.test(name)) {
    const { pipeline } = await client.pipelines.read({ text: await readText(name) })
    return (await client.pipelines.run({ pipeline, input, ...limits })).runId
  }
  const [{ entries }, { pipelines }] = await Promise.all([client.library.list(), client.app.snapshot()])
  const command = LibraryName.safeParse(name.replace(/^\//, ''))
  if (command.success && entries.some((entry) => entry.kind === 'command' && entry.name === command.data)) {
    return (await client.library.run({ name: command.data, arguments: typed, input, ...limits })).runId
  }
  const saved = pipelines.find((each) => each.id === name || each.name === name)
  if (saved === undefined) {
    throw new TuttiError('not-found', `There is no command and no pipeline "${name}"; tutti commands lists the commands.`)
  }
  const pipeline = await client.pipelines.get({ id: PipelineId.parse(saved.id) })
  return (await client.pipelines.run({ pipeline, input, ...limits })).runId
}

/** JSON where the file is called so, else text. */
async function readInput(file: string): Promise<unknown> {
  const text = await readText(file)
  if (!/\.json$/i.test(file)) return text
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new TuttiError('invalid-input', `${file} is no JSON: ${TuttiError.from(thrown).message}`)
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), 'utf8')
  } catch (thrown) {
    throw new TuttiError('not-found', `${file} cannot be read: ${TuttiError.from(thrown).message}`)
  }
}
