import { type Sentence, say } from '../../../../shared/sentence.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { type Count, dissenters } from '../consensus/summary.ts'
import { numbers } from '../wording.ts'

/** Longer answers are cut in the log. */
const LONGEST = 60

/** Logs how the votes fell, and who was not asked or not waited for. */
export function noteVote(ctx: RunContext, title: Sentence, tally: Count): void {
  const { groups, all } = tally
  const [first] = groups
  if (first === undefined) return
  const camps = groups.map((group) => {
    const camp = all.filter(({ id }) => group.members.includes(id))
    return say('vote.camp', { who: numbers(camp), n: camp.length, answer: short(group.answer) })
  })
  ctx.note({
    title,
    reason: say('vote.fell', { compared: say(`compared.${first.form}`), camps }),
    chosen: [...first.members],
    among: [...first.members, ...dissenters(groups, all)],
  })
  for (const member of tally.notAsked) {
    ctx.note({
      title: say('asked.not', { who: `${member.number}` }),
      reason: say('asked.not.why', { who: member.label }),
      chosen: [],
      among: [member.id],
    })
  }
}

function short(answer: string): string {
  const line = answer.replace(/\s+/g, ' ').replace(/[.]$/, '')
  return line.length <= LONGEST ? line : `“${line.slice(0, LONGEST).trimEnd()}…”`
}
