import type { AnswerQuality } from '../../../../shared/quality.ts'
import { say, type Words } from '../../../../shared/sentence.ts'

/** "0.72 calibrated on 140 answers": a figure with how it was found, for the log. */
export function qualityWords({ score, method, basedOn }: AnswerQuality): Words {
  return method === 'calibrated' ? say('quality.calibrated', { score, n: basedOn }) : say(`quality.${method}`, { score })
}

/** What speaks against an answer, or that nothing does. */
export function evidenceOf({ signs }: Pick<AnswerQuality, 'signs'>): readonly Words[] {
  return signs.map(({ evidence, said }) => said?.evidence ?? evidence)
}

/** That an answer is not good enough, and why. */
export function tooLow(quality: AnswerQuality, least: number): readonly Words[] {
  return [say('quality.too-low', { quality: qualityWords(quality), least }), ...evidenceOf(quality)]
}
