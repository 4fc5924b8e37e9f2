import { stripVTControlCharacters } from 'node:util'
import type { RunView } from '../../../shared/run.ts'
import type { Terminal } from './terminal.ts'

/** Says once what a run waits for from a person, word for word, and how it is answered from here. True where something was said. */
export function waitNotes(terminal: Terminal) {
  const said = new Set<string>()
  return (run: RunView): boolean => {
    const before = said.size
    for (const { path, kind, title, detail, options } of run.waits) {
      if (kind === 'timer' || said.has(path)) continue
      said.add(path)
      const values = options.length === 0 ? '"…"' : options.map(({ value }) => value).join(' | ')
      terminal.note(stripVTControlCharacters(`${title} ${detail}`.trim()))
      for (const { value, label } of options) terminal.note(`  ${value.padEnd(8)}${label}`)
      terminal.note(`Answer on the page, or with: tutti answer ${run.id} ${values}`)
    }
    return said.size > before
  }
}
