import type { RunContext } from '../../../kernel/context.ts'
import type { AnswerForm } from '../consensus/normalise.ts'
import { type Count, dissenters } from '../consensus/summary.ts'
import { listed, numbers } from '../wording.ts'

const COMPARED: Record<AnswerForm, string> = {
  number: 'Numbers were compared after normalising.',
  date: 'Dates were compared after normalising.',
  time: 'Times were compared after normalising.',
  choice: 'The letters of the choices were compared.',
  'yes-no': 'Yes and no were compared.',
  list: 'Lists were compared item by item after normalising.',
  json: 'JSON was compared in its canonical form.',
  code: 'Code was compared without blank lines.',
  words: 'Short answers were compared word by word.',
  free: 'Free text was compared word by word.',
}
/** Longer answers are cut in the log. */
const LONGEST = 60

/** Logs how the votes fell, and who was not asked or not waited for. */
export function noteVote(ctx: RunContext, title: string, tally: Count): void {
  const { groups, all } = tally
  const [first] = groups
  if (first === undefined) return
  const camps = groups.map((group) => {
    const camp = all.filter(({ id }) => group.members.includes(id))
    return `${numbers(camp)} ${camp.length === 1 ? 'says' : 'say'} ${short(group.answer)}`
  })
  ctx.note({
    title,
    reason: `${COMPARED[first.form]} ${listed(camps)}.`,
    chosen: [...first.members],
    among: [...first.members, ...dissenters(groups, all)],
  })
  for (const member of tally.notAsked) {
    ctx.note({
      title: `Did not ask ${member.number}`,
      reason: `${member.label} could not change the result.`,
      chosen: [],
      among: [member.id],
    })
  }
}

function short(answer: string): string {
  const line = answer.replace(/\s+/g, ' ').replace(/[.]$/, '')
  return line.length <= LONGEST ? line : `“${line.slice(0, LONGEST).trimEnd()}…”`
}
