import { z } from 'zod'

const KEY = 'tutti-folded'
const Names = z.array(z.string()).max(1000)

/** Names of the groups that are folded in the list, kept by the browser: what one sees of a list is each computer's own. */
export function readFolds(): ReadonlySet<string> {
  try {
    return new Set(Names.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]')).data)
  } catch {
    return new Set()
  }
}

export function keepFolds(names: ReadonlySet<string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...names]))
  } catch {
    // A page that may keep nothing shows every group after a reload.
  }
}
