import { say, type Words } from '../../../../shared/sentence.ts'
import { markWords } from './mark-words.ts'
import { ADDRESS } from './marks.ts'
import type { Verdicts } from './model/classify.ts'
import type { SplitRequest } from './split-request.ts'
import type { Task } from './task.ts'

interface Finding {
  readonly value: boolean
  readonly evidence: Words
}

const NONE: Finding = { value: false, evidence: '' }

/** Whether something has to be looked up, reached or done that no model can by itself, and whether it changes from day to day. */
export function toolsNeedOf({ ask }: SplitRequest, task: Task, { need }: Verdicts): { needsTools: Finding; freshness: Finding } {
  // A phrase about today is as well translated tomorrow, and a poem about the weather needs no forecast.
  const elsewhere = task.type === 'translation' || (need.value === 'fresh' && (task.type === 'writing' || task.answer === 'exact'))
  const address = ADDRESS.exec(ask)?.[0]
  if (address !== undefined && task.type !== 'translation')
    return { needsTools: { value: true, evidence: say('seen.address', { address: address.slice(0, 80) }) }, freshness: NONE }
  if (elsewhere || need.value === null) return { needsTools: NONE, freshness: NONE }
  const marks = need.because.map(markWords)
  if (need.value === 'reach')
    return {
      needsTools: { value: true, evidence: marks.length > 0 ? say('seen.reach-by', { marks }) : say('seen.reach') },
      freshness: NONE,
    }
  const fresh = { value: true, evidence: marks.length > 0 ? say('seen.fresh-by', { marks }) : say('seen.fresh') }
  return { needsTools: fresh, freshness: fresh }
}
