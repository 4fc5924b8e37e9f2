import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { completeLock, platformOf } from '../../scripts/lock.ts'

const lock = z
  .object({ packages: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../..', 'package-lock.json'), 'utf8')))

describe('package-lock.json', () => {
  test('names the binaries of every platform, so that npm ci works on each', () => {
    expect(completeLock(lock.packages).added).toEqual([])
  })

  test('records no addresses', () => {
    expect(Object.keys(lock.packages).filter((path) => 'resolved' in (lock.packages[path] ?? {}))).toEqual([])
  })

  test('is completed by platform where an entry was dropped', () => {
    const packages = { 'node_modules/tool': { version: '1.0.0', dev: true, optionalDependencies: { '@tool/cli-linux-x64-musl': '1.0.0' } } }
    expect(completeLock(packages)).toMatchObject({
      added: ['@tool/cli-linux-x64-musl@1.0.0'],
      packages: {
        'node_modules/@tool/cli-linux-x64-musl': {
          version: '1.0.0',
          os: ['linux'],
          cpu: ['x64'],
          libc: ['musl'],
          dev: true,
          optional: true,
        },
      },
    })
  })

  test('reads a platform from a name', () => {
    expect(platformOf('@tool/binding-win32-arm64-msvc')).toEqual({ os: ['win32'], cpu: ['arm64'] })
    expect(platformOf('@tool/cli-linux-arm-gnueabihf')).toEqual({ os: ['linux'], cpu: ['arm'], libc: ['glibc'] })
    expect(platformOf('@tool/oxide-wasm32-wasi')).toEqual({ cpu: ['wasm32'] })
  })
})
