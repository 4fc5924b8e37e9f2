import { type Found, weigh } from './cue.ts'
import { now, reach, volatile } from './cues/world.ts'
import type { SplitRequest } from './split-request.ts'
import type { Task } from './task.ts'

interface Finding {
  readonly value: boolean
  readonly evidence: string
}

const ADDRESS = /https?:\/\/\S+|\bwww\.\S+/u
/** A file that is named is somewhere; one that is pasted is not named with a verb. */
const OWN_FILE = /(?:^|[\s„“"'(/])[\w-]+\.(?:pdf|docx?|xlsx?|csv|txt|md|log|ya?ml|json|sh|py|zip)\b/u
const FILE_VERB =
  /(?:^|[.!?,;:\n]\s*|\s)(?:open|read|run|edit|summari[sz]e|list|change|execute|öffne|lies|führe|starte|ändere|bearbeite|ouvre|lis|exécute|lance|modifie|résume)(?![\p{L}])/iu

const TOLD = 2.75

/** Whether the answer changes from day to day: something volatile, asked about now. */
export function freshnessOf({ ask }: SplitRequest, task: Task): Finding {
  const changing = volatile(ask)
  const when = now(ask)
  // A poem about today's weather is no question about the weather.
  const elsewhere = task.type === 'translation' || task.type === 'chat' || (task.type !== 'facts' && task.weight >= 3)
  // What is told has happened today is no question about today.
  const asks = /\?/.test(ask) || (task.type === 'facts' && task.weight >= 1)
  const value = changing.length > 0 && weigh(changing) + weigh(when) >= (asks ? 2 : TOLD) && !elsewhere
  return { value, evidence: value ? `${quoted([...changing, ...when])} changes from day to day.` : '' }
}

/** Whether something has to be looked up, reached or done that no model can by itself. */
export function toolsNeedOf(request: SplitRequest, task: Task, freshness: Finding): Finding {
  const { ask } = request
  if (freshness.value) return freshness
  const address = ADDRESS.exec(ask)?.[0]
  if (address !== undefined && task.type !== 'translation') return { value: true, evidence: `${address.slice(0, 80)} has to be fetched.` }
  if (OWN_FILE.test(ask) && FILE_VERB.test(ask) && !/(?:write|schreib\w*|écri\w*) (?:a|an|ein\w*|une?)\s/iu.test(ask))
    return { value: true, evidence: 'A file is named that has to be read.' }
  const reached = reach(ask)
  const value = weigh(reached) >= 2
  return { value, evidence: value ? `${quoted(reached)} needs a tool.` : '' }
}

function quoted(found: readonly Found[]): string {
  return found
    .slice(0, 2)
    .map(({ text }) => `“${text.trim().slice(0, 40)}”`)
    .join(', ')
}
