import type { AutoRule } from '../../../../shared/auto.ts'
import { say } from '../../../../shared/sentence.ts'
import { told } from '../../../../shared/sentences/told.ts'

/** The rules that ship. The first of those that hold, and that says something about a thing, decides it. */
export const BUILT_IN_RULES: readonly AutoRule[] = [
  { id: 'nearly-spent', when: { leftMicrosAtMost: 2000 }, action: { maxMembers: 1 }, ...told({ because: say('rule.nearly-spent') }) },
  { id: 'long-request', when: { charactersAtLeast: 60_000 }, action: { maxMembers: 2 }, ...told({ because: say('rule.long-request') }) },
  {
    id: 'tools',
    when: { needsTools: true },
    action: { strategy: 'expert' },
    ...told({ because: say('rule.tools') }),
  },
  {
    id: 'exact',
    when: { patterns: ['exact-answer'] },
    action: { strategy: 'voting' },
    ...told({ because: say('rule.exact') }),
  },
  { id: 'precise', when: { precision: true }, action: { strategy: 'voting' }, ...told({ because: say('rule.precise') }) },
  { id: 'code', when: { taskTypes: ['code'] }, action: { strategy: 'expert' }, ...told({ because: say('rule.code') }) },
  {
    id: 'translation',
    when: { taskTypes: ['translation'] },
    action: { strategy: 'expert' },
    ...told({ because: say('rule.translation') }),
  },
  {
    id: 'talk',
    when: { patterns: ['small-talk', 'unclear'] },
    action: { strategy: 'sequential', maxMembers: 2 },
    ...told({ because: say('rule.talk') }),
  },
  {
    id: 'open',
    when: { patterns: ['open-ended'] },
    action: { strategy: 'parallel', maxMembers: 3 },
    ...told({ because: say('rule.open') }),
  },
  {
    id: 'given-text',
    when: { patterns: ['given-text'] },
    action: { strategy: 'cascade', stopOn: 'quality' },
    ...told({ because: say('rule.given-text') }),
  },
  {
    id: 'knowledge',
    when: {},
    action: { strategy: 'cascade', stopOn: 'quality' },
    ...told({ because: say('rule.knowledge') }),
  },
]
