import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, needsBuild, ROOT } from './builder.ts'

/** Runs every benchmark of bench/, one after the other, so that none disturbs another's numbers. */
if (needsBuild() && !build()) process.exit(1)
const folder = join(ROOT, 'bench')
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
const failed = files.filter((file) => spawnSync(process.execPath, [join(folder, file)], { cwd: ROOT, stdio: 'inherit' }).status !== 0)
if (failed.length > 0) {
  console.error(`These did not run to their end: ${failed.join(', ')}`)
  process.exit(1)
}
