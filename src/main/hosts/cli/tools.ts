import type { ToolView } from '../../../shared/tool.ts'
import type { Seat } from '../core/seat.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

const STATES = { never: 'off', ask: 'asks', always: 'allowed' } as const satisfies Record<ToolView['permission'], string>

/** Lists the tools, what each may do, and the servers that bring some. */
export async function tools(json: boolean, seat: Seat, terminal: Terminal): Promise<number> {
  const client = await seat.connect()
  const state = await client.tools.list()
  if (json) {
    terminal.out(`${JSON.stringify(state)}\n`)
    return EXIT_CODES.answered.code
  }
  const width = Math.max(0, ...state.tools.map(({ name }) => name.length))
  for (const { name, title, permission, needs } of state.tools) {
    const lacks = permission !== 'never' && needs !== null ? ` (needs: ${needs})` : ''
    terminal.out(`${STATES[permission].padEnd(7)}  ${name.padEnd(width)}  ${title}${lacks}\n`)
  }
  for (const server of state.servers) terminal.note(`Server ${server.id}: ${server.state}${server.text === '' ? '' : `, ${server.text}`}`)
  return EXIT_CODES.answered.code
}
