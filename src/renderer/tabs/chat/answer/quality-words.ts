import { formatNumber } from '../../../../shared/format.ts'
import type { AnswerQuality, QualitySign } from '../../../../shared/quality.ts'
import { w } from '../words.ts'

/** The quality of an answer in a few words: a percentage only where it is calibrated, else what was counted or checked. */
export function qualityLine(quality: AnswerQuality): string {
  if (quality.method === 'calibrated') return w.quality.calibrated(percent(quality.score), quality.basedOn)
  const checks = quality.signs.find(({ method }) => method === 'checks')
  if (checks !== undefined && checks.value < 1) return w.quality.flawed
  const sign = quality.signs.find(({ method }) => method === quality.method)
  return sign === undefined ? '' : signLine(sign)
}

/** One sign in a few words. */
export function signLine({ method, value, share }: QualitySign): string {
  switch (method) {
    case 'checks':
      return value < 1 ? w.quality.flawed : w.quality.checked
    case 'agreement':
      return share === undefined ? '' : w.quality.agree(share.count, share.of)
    case 'samples':
      return share === undefined ? '' : w.quality.samples(share.count, share.of)
    case 'judge':
      return share === undefined ? '' : w.quality.judge(formatNumber(share.count), share.of)
  }
}

function percent(share: number): string {
  return `${formatNumber(Math.round(share * 100))} %`
}
