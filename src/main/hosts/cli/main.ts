import { join } from 'node:path'
import { TuttiError } from '../../../shared/errors.ts'
import { takeEnvironmentKeys } from '../../guard/environment-keys.ts'
import { APP_VERSION } from '../../version.ts'
import { errorOfCall } from '../core/remote-error.ts'
import { type Command, parseCommand } from './arguments.ts'
import { EXIT_CODES, exitCodeOfError } from './exit-codes.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/** Runs one command and returns the exit code. Errors become one line on standard error. */
export async function main(args: readonly string[]): Promise<number> {
  const env = { ...process.env }
  // From here on no child of this process can inherit a vendor's key.
  takeEnvironmentKeys(process.env)
  const terminal = processTerminal(env)
  // Whoever reads the output may stop early (`tutti ask … | head -1`); that is no fault.
  process.stdout.on('error', () => undefined)
  const interruption = interruptedBySignals()
  try {
    return await run(parseCommand(args), terminal, interruption)
  } catch (thrown) {
    if (interruption.aborted) return EXIT_CODES.cancelled.code
    const error = errorOfCall(thrown)
    terminal.note(env.TUTTI_DEBUG ? String(error.stack) : error.message)
    return exitCodeOfError(error)
  }
}

async function run(command: Command, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  if (command.name === 'version') {
    terminal.out(`${APP_VERSION}\n`)
    return EXIT_CODES.answered.code
  }
  if (command.name === 'help') {
    const { HELP } = await import('./help.ts')
    terminal.out(HELP)
    return EXIT_CODES.answered.code
  }
  const { dataFolder } = await import('../core/data-folder.ts')
  const options = { home: dataFolder(terminal.env), env: terminal.env, version: APP_VERSION, signal: interrupted }
  return command.name === 'serve' || command.name === 'open'
    ? runPage(command, options, terminal, interrupted)
    : runOnce(command, options, terminal, interrupted)
}

interface SeatBasics {
  readonly home: string
  readonly env: Terminal['env']
  readonly version: string
  readonly signal: AbortSignal
}

type PageCommand = Extract<Command, { name: 'serve' | 'open' }>
type OnceCommand = Extract<Command, { name: 'ask' | 'run' | 'commands' | 'answer' | 'models' | 'tools' | 'lab' | 'stats' | 'files' }>

async function runPage(command: PageCommand, basics: SeatBasics, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const [{ takePageSeat }, { openPage, serve }] = await Promise.all([import('../web/page-seat.ts'), import('./show-page.ts')])
  const seat = await takePageSeat({ ...basics, rendererDir: rendererDir() })
  try {
    return command.name === 'serve'
      ? await serve(seat, command.port, command.open, terminal, interrupted)
      : await openPage(seat, terminal, interrupted)
  } finally {
    await seat.close()
  }
}

async function runOnce(command: OnceCommand, basics: SeatBasics, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const [{ takeSeat }, { finishOtherRuns }] = await Promise.all([import('../core/seat.ts'), import('./finish-other-runs.ts')])
  const seat = await takeSeat(basics)
  try {
    if (command.name === 'tools') return await (await import('./tools.ts')).tools(command.json, seat, terminal)
    if (command.name === 'models') return await (await import('./models.ts')).models(command.json, seat, terminal)
    if (command.name === 'commands') return await (await import('./commands.ts')).commands(command.json, seat, terminal)
    if (command.name === 'run') return await (await import('./run.ts')).run(command.run, seat, terminal, interrupted)
    if (command.name === 'answer') return await (await import('./answer-wait.ts')).answerWait(command.answer, seat, terminal)
    if (command.name === 'lab') return await (await import('./lab.ts')).lab(command.lab, seat, terminal, interrupted)
    if (command.name === 'stats') return await (await import('./stats.ts')).stats(command.stats, seat, terminal)
    if (command.name === 'files') return await (await import('./data-files.ts')).dataFiles(command.files, seat, terminal, interrupted)
    return await (await import('./ask.ts')).ask(command.ask, seat, terminal, interrupted)
  } finally {
    await finishOtherRuns(seat, terminal, interrupted).catch(() => undefined)
    await seat.close()
  }
}

/** Built, the page lies beside this bundle; run from the sources, in `out`. */
function rendererDir(): string {
  const built = import.meta.dirname.endsWith(join('out', 'host'))
  return built ? join(import.meta.dirname, '../renderer') : join(import.meta.dirname, '../../../../out/renderer')
}

/** The first Ctrl-C asks for an orderly end, the second does not wait for it. */
function interruptedBySignals(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.cancelled.code)
    controller.abort(new TuttiError('cancelled', 'Stopped.'))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
