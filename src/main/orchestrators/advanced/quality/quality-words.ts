import type { AnswerQuality } from '../../../../shared/quality.ts'

const BY = { checks: 'by hard checks', agreement: 'by agreement', samples: 'by agreement of samples', judge: 'by a judge' } as const

/** "0.72, calibrated on 140 answers": a figure with how it was found, for the log. */
export function qualityWords({ score, method, basedOn }: AnswerQuality): string {
  return `${score.toFixed(2)} ${method === 'calibrated' ? `calibrated on ${basedOn} answers` : BY[method]}`
}

/** What speaks against an answer, or that nothing does. */
export function evidenceOf({ signs }: AnswerQuality): string {
  return signs.flatMap(({ evidence }) => evidence).join(' ')
}
