import type { AutoRule } from '../../../../shared/auto.ts'

/** The rules that ship. The first of those that hold, and that says something about a thing, decides it. */
export const BUILT_IN_RULES: readonly AutoRule[] = [
  { id: 'nearly-spent', when: { leftMicrosAtMost: 2000 }, action: { maxMembers: 1 }, because: 'hardly any budget is left' },
  { id: 'long-request', when: { charactersAtLeast: 60_000 }, action: { maxMembers: 2 }, because: 'reading so long a text is what costs' },
  {
    id: 'tools',
    when: { needsTools: true },
    action: { strategy: 'expert' },
    because: 'it needs a tool, and one member that can use it is enough',
  },
  {
    id: 'exact',
    when: { patterns: ['exact-answer'] },
    action: { strategy: 'voting' },
    because: 'it has one short right answer, by which members can be compared',
  },
  { id: 'precise', when: { precision: true }, action: { strategy: 'voting' }, because: 'the answer has to be right' },
  { id: 'code', when: { taskTypes: ['code'] }, action: { strategy: 'expert' }, because: 'code is best written by one strong member' },
  {
    id: 'translation',
    when: { taskTypes: ['translation'] },
    action: { strategy: 'expert' },
    because: 'a translation is best made by one strong member',
  },
  {
    id: 'talk',
    when: { patterns: ['small-talk', 'unclear'] },
    action: { strategy: 'sequential', maxMembers: 2 },
    because: 'one cheap member is enough for it',
  },
  {
    id: 'open',
    when: { patterns: ['open-ended'] },
    action: { strategy: 'parallel', maxMembers: 3 },
    because: 'there are many good answers, and several views make a better one',
  },
  {
    id: 'given-text',
    when: { patterns: ['given-text'] },
    action: { strategy: 'cascade', stopOn: 'quality' },
    because: 'a cheap member usually can, and its answer can be checked against the text',
  },
  {
    id: 'knowledge',
    when: {},
    action: { strategy: 'cascade', stopOn: 'quality' },
    because: 'a cheap member usually knows, and a stronger one is asked where it does not',
  },
]
