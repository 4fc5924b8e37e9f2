import { DEMO_DECLINES } from '../../shared/demo-declines.ts'
import type { DemoMember } from './demo-members.ts'
import { draw } from './draw.ts'
import { languageOf } from './in-english.ts'
import { inLanguage } from './in-language.ts'
import type { Working } from './solution.ts'
import { solve } from './solve.ts'

/** What a simulated member answers: it computes the result, and by its error rate makes a plausible slip. The same question, member and sample give the same words. */
export function demoAnswer(member: DemoMember, question: string, sample: number, answerLine: boolean): string {
  const found = solve(question)
  if (found === null) return DEMO_DECLINES[languageOf(question)]
  const same = question.toLowerCase().replace(/\s+/g, ' ').trim()
  const errs = found.slips.length > 0 && draw('errs', same, member.id, sample) < member.errs
  const slip = errs ? found.slips[Math.floor(draw('slip', same, member.id, sample) * found.slips.length)] : undefined
  const text = inStyle(member.style, slip ?? found.right)
  return inLanguage(answerLine ? `${text}\n\nAnswer: ${(slip ?? found.right).result}` : text, languageOf(question))
}

function inStyle(style: DemoMember['style'], { sentence, steps }: Working): string {
  switch (style) {
    case 'terse':
      return sentence
    case 'steps':
      return `${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}\n\n${sentence}`
    case 'explains':
      return `${sentence}\n\nThis is how it comes about:\n\n${steps.map((step) => `- ${step}`).join('\n')}`
  }
}
