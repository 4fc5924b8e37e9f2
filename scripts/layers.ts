import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import table from './layers.json' with { type: 'json' }

/**
 * Room → what its files may import: rooms or files of ours, packages, `scope/*`, or `*` for any package; after `type `, interfaces alone.
 * The longest room wins.
 */
export type LayerTable = Readonly<Record<string, readonly string[]>>

export interface SourceFile {
  /** Below `src`, with forward slashes. */
  readonly path: string
  readonly text: string
}

const MAX_LINES = 400
const SPECIFIERS = [
  /^\s*import\s+(?:type\s+)?(?:[^'"()]*?\sfrom\s*)?['"]([^'"]+)['"]/gm,
  /^\s*export\s+(?:type\s+)?(?:\*[^'"]*|\{[^}'"]*\}\s*)from\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
]

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

interface Import {
  readonly specifier: string
  /** Erased before it runs: it binds to an interface, not to code. */
  readonly typeOnly: boolean
}

/** Every module that a file names: imports, re-exports and dynamic imports. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  return SPECIFIERS.flatMap((pattern) =>
    [...code.matchAll(pattern)].flatMap(([statement, specifier]) =>
      specifier === undefined ? [] : [{ specifier, typeOnly: /^\s*(import|export)\s+type\s/.test(statement) }],
    ),
  )
}

/** A path below `src` (a file outside it by its own name), or the bare specifier of a package. */
function targetOf(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const joined = posix.normalize(posix.join(posix.dirname(file), specifier))
  return joined.replace(/^(\.\.\/)+/, '')
}

function covers(entry: string, target: string, { specifier, typeOnly }: Import): boolean {
  if (entry.startsWith('type ')) return typeOnly && covers(entry.slice('type '.length), target, { specifier, typeOnly })
  if (specifier.startsWith('.')) return target === entry || target.startsWith(`${entry}/`)
  // "Any package" lets in neither Node's own modules nor Electron, which only its host and the preload may know.
  if (entry === '*') return !target.startsWith('node:') && !/^electron(\/|$)/.test(target)
  if (entry.endsWith('*')) return target.startsWith(entry.slice(0, -1))
  return target === entry || target.startsWith(`${entry}/`)
}

function roomOf(path: string, rules: LayerTable): string | undefined {
  return Object.keys(rules)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** One sentence a violation: which file, what it must not import, and what it may. */
export function checkLayers(files: readonly SourceFile[], rules: LayerTable): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n').length
    const tooLong =
      lines > MAX_LINES ? [`src/${path} has ${lines} lines; ${MAX_LINES} is the most. Split it by what its parts are for.`] : []
    const room = roomOf(path, rules)
    const allowed = room === undefined ? undefined : rules[room]
    if (room === undefined || allowed === undefined)
      return [...tooLong, `src/${path} is in no room of scripts/layers.json. Add its room and what it may import.`]
    const forbidden = importsOf(text).filter((found) => {
      const target = targetOf(path, found.specifier)
      return !allowed.some((entry) => covers(entry, target, found))
    })
    return [...tooLong, ...forbidden.map(({ specifier }) => `src/${path} imports ${specifier}; ${room} may import ${allowed.join(', ')}.`)]
  })
}

/** Reads every source file below `src`. */
export function readSources(root: string): SourceFile[] {
  const src = join(root, 'src')
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(src, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
}

if (import.meta.main) {
  const files = readSources(join(import.meta.dirname, '..'))
  const violations = checkLayers(files, table)
  for (const violation of violations) console.error(violation)
  if (violations.length === 0) console.log(`${files.length} files keep the import rules.`)
  else process.exit(1)
}
