import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryHome } from '../hosts/support/processes.ts'

const SHIM = join(import.meta.dirname, '../../bin/tutti.js')

/** An installed package: the shim with a build beside it, in a folder of its own. */
function installed(): string {
  const folder = temporaryHome()
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'out', 'host'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  cpSync(SHIM, join(folder, 'bin', 'tutti.js'))
  return folder
}

describe('F1 the tutti program', () => {
  test('starts the build with its arguments and ends with its exit code', () => {
    const folder = installed()
    writeFileSync(join(folder, 'out', 'host', 'index.js'), 'console.log(process.argv.slice(2).join("|")); process.exit(5)')
    const { status, stdout } = spawnSync(process.execPath, [join(folder, 'bin', 'tutti.js'), 'ask', 'a b'], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([5, 'ask|a b\n'])
  })

  test('without a build and without sources it says so in one line', () => {
    const folder = installed()
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'tutti.js')], { encoding: 'utf8' })
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1])
    expect(stderr).toContain('not built')
  })
})
