import { createHmac, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TuttiError } from '../../shared/errors.ts'
import { digestOf } from '../kernel/digest.ts'

const FILE = 'tools.key'
const BYTES = 32

/** Tells what was allowed here from what came from elsewhere: the same value has the same seal in this data folder alone. */
export type Seal = (value: unknown) => string

/** The seal's secret is a file of its own, which no backup holds: data that are restored elsewhere allow nothing. */
export async function openSeal(home: string): Promise<Seal> {
  const file = join(home, FILE)
  const known = await readFile(file).catch(() => null)
  const secret = known?.length === BYTES ? known : randomBytes(BYTES)
  if (secret !== known) {
    await writeFile(file, secret, { mode: 0o600 }).catch((cause: unknown) => {
      throw new TuttiError('internal', `${FILE} could not be written to the data folder.`, { cause })
    })
  }
  return (value) => createHmac('sha256', secret).update(digestOf(value)).digest('hex')
}
