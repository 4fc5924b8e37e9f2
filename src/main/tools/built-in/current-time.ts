import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import { type DefinedTool, defineTool } from '../defined-tool.ts'

const Zone = z.string().refine(isZone, 'Name a time zone of the IANA database, such as Europe/Paris.')

export function currentTime(clock: Pick<Clock, 'now'>): DefinedTool {
  return defineTool({
    name: 'current-time',
    title: 'Current time',
    description: 'Gives the date, the time and the day of the week, in a time zone or the user’s own.',
    input: z.object({ timeZone: Zone.optional().describe('IANA name, such as Asia/Tokyo. Left out: the user’s own.') }),
    readOnly: true,
    harmless: true,
    timeMs: 1_000,
    run: async ({ timeZone }) => {
      const now = new Date(clock.now())
      const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
      const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone: zone }).format(now)
      return `${local} (${zone})\n${now.toISOString()}`
    },
  })
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
