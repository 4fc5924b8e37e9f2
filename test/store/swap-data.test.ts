import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { completeSwap, planSwap } from '../../src/main/store/swap-data.ts'
import { temporaryFolder } from './fixtures.ts'

const PLAN = { from: 'incoming/new', to: 'set-aside/old' }

function prepared(): string {
  const home = temporaryFolder()
  for (const [folder, text] of [
    [home, 'old'],
    [join(home, 'incoming/new'), 'new'],
  ] as const) {
    mkdirSync(join(folder, 'attachments'), { recursive: true })
    writeFileSync(join(folder, 'tutti.db'), text)
    writeFileSync(join(folder, 'attachments', text), text)
  }
  writeFileSync(join(home, 'keys.json'), 'keys')
  return home
}

function expectSwapped(home: string): void {
  expect(readFileSync(join(home, 'tutti.db'), 'utf8')).toBe('new')
  expect(readdirSync(join(home, 'attachments'))).toEqual(['new'])
  expect(readFileSync(join(home, 'set-aside/old/tutti.db'), 'utf8')).toBe('old')
  expect(readdirSync(join(home, 'set-aside/old/attachments'))).toEqual(['old'])
  expect(readFileSync(join(home, 'keys.json'), 'utf8')).toBe('keys')
  expect(existsSync(join(home, 'swap.json'))).toBe(false)
}

test('other data take the place of the present ones, which are set aside; without a plan nothing happens', () => {
  const home = prepared()
  expect(completeSwap(home)).toBe(false)
  planSwap(home, PLAN)
  expect(completeSwap(home)).toBe(true)
  expectSwapped(home)
})

test('a swap that was killed between any two renames is completed at the next start', () => {
  const begun = prepared()
  planSwap(begun, PLAN)
  const mark = readFileSync(join(begun, 'swap.json'), 'utf8')
  const away = (home: string, name: string) => renameSync(join(home, name), join(home, 'set-aside/old', name))
  const come = (home: string, name: string) => renameSync(join(home, 'incoming/new', name), join(home, name))
  const coming = (home: string) => writeFileSync(join(home, 'swap.json'), mark.replace('"out"', '"in"'))
  const steps: ((home: string) => void)[] = [
    (home) => mkdirSync(join(home, 'set-aside/old'), { recursive: true }),
    (home) => away(home, 'tutti.db'),
    (home) => away(home, 'attachments'),
    coming,
    (home) => come(home, 'tutti.db'),
    (home) => come(home, 'attachments'),
  ]
  for (let killedAfter = 0; killedAfter <= steps.length; killedAfter += 1) {
    const home = temporaryFolder()
    cpSync(begun, home, { recursive: true })
    for (const step of steps.slice(0, killedAfter)) step(home)
    completeSwap(home)
    expectSwapped(home)
  }
})
