import type { Seat } from '../core/seat.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Lists the commands and agents of the library. */
export async function commands(json: boolean, seat: Seat, terminal: Terminal): Promise<number> {
  const client = await seat.connect()
  const view = await client.library.list()
  if (json) {
    terminal.out(`${JSON.stringify(view)}\n`)
    return EXIT_CODES.answered.code
  }
  const width = Math.max(0, ...view.entries.map(({ name }) => name.length + 1))
  for (const kind of ['command', 'agent'] as const) {
    const entries = view.entries.filter((entry) => entry.kind === kind)
    terminal.out(`${kind === 'command' ? 'Commands' : '\nAgents'}\n`)
    for (const { name, description, problems } of entries) {
      const broken = problems.find(({ level }) => level === 'error')
      const called = kind === 'command' ? `/${name}` : name
      terminal.out(`  ${called.padEnd(width)}  ${broken === undefined ? description : `Cannot be used: ${broken.message}`}\n`)
    }
  }
  for (const { file, problems } of view.unread) terminal.note(`${file}: ${problems.find(({ level }) => level === 'error')?.message ?? ''}`)
  return EXIT_CODES.answered.code
}
