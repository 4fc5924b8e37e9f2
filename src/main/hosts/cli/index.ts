import './spare-memory.ts'
import { main } from './main.ts'

const code = await main(process.argv.slice(2))
// Output may still be on its way through a pipe; nothing else may keep the process.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
