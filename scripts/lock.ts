import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Completes package-lock.json after a change of dependencies: a registry that lacks the binaries of other platforms makes npm drop their
 * entries, and then `npm ci` refuses the lock file. Adds what is missing by name, version and platform, and takes addresses out.
 */
const Lock = z.record(z.string(), z.unknown())
const Packages = z.record(z.string(), z.record(z.string(), z.unknown()))
type Packages = z.infer<typeof Packages>
const Versions = z.record(z.string(), z.string()).default({})

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']

/** Reads the platform from a package's name, for example `@scope/tool-linux-x64-musl`. */
export function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.split(/[/-]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  const last = words.at(-1) ?? ''
  const libc = last.includes('musl') ? ['musl'] : os[0] === 'linux' && last.startsWith('gnu') ? ['glibc'] : []
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) }
}

/** Where Node would find `name` from the package at `path`: here, or in a folder above. */
function isInstalledFor(packages: Packages, path: string, name: string): boolean {
  if (packages[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`]) return true
  if (path === '') return false
  const above = path.lastIndexOf('/node_modules/')
  return isInstalledFor(packages, above < 0 ? '' : path.slice(0, above), name)
}

/** Returns the completed packages, sorted as npm sorts them, and the names of those that were added. */
export function completeLock(packages: Packages): { packages: Packages; added: string[] } {
  const complete: Packages = {}
  for (const [path, { resolved: _address, ...entry }] of Object.entries(packages)) complete[path] = entry
  const added: string[] = []
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(Versions.parse(entry.optionalDependencies))) {
      const exact = /^\d+\.\d+\.\d+\S*$/.test(version)
      if (!exact || isInstalledFor(complete, path, name)) continue
      const { os, cpu, libc } = platformOf(name)
      // In npm's own order of keys, so that npm leaves the file as it is.
      const found = {
        version,
        ...(cpu && { cpu }),
        ...(entry.dev === true && { dev: true }),
        ...(libc && { libc }),
        optional: true,
        ...(os && { os }),
      }
      complete[`node_modules/${name}`] = found
      added.push(`${name}@${version}`)
    }
  }
  const sorted = Object.entries(complete).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { packages: Object.fromEntries(sorted), added }
}

if (import.meta.main) {
  const file = join(import.meta.dirname, '..', 'package-lock.json')
  const lock = Lock.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { packages, added } = completeLock(Packages.parse(lock.packages))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  console.log(added.length === 0 ? 'The lock file is complete.' : `Added ${added.length}: ${added.join(', ')}`)
}
