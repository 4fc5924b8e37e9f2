import { formatTokens } from '../../../../shared/format.ts'
import type { Member, PresetStrategy } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'

const t = m.settings.presets

/** "OpenAI · Mathematics, Code · temperature 0.7 · 2,048 tokens": whose it is, what differs from the vendor's own, the output limit. */
export function memberSummary(member: Member, provider: string, strategy: PresetStrategy): string {
  const { parameters, maxOutputTokens, fallbacks, specialities } = member
  const { temperature, topP, reasoning } = parameters
  return [
    provider,
    strategy === 'expert' ? specialities.map((task) => t.tasks[task]).join(', ') || t.everythingElse : '',
    temperature === undefined ? '' : t.temperatureIs(temperature),
    topP === undefined ? '' : t.topPIs(topP),
    reasoning === undefined ? '' : t.reasoningIs(t.reasoningLevels[reasoning].toLowerCase()),
    t.tokens(formatTokens(maxOutputTokens)),
    fallbacks.length === 0 ? '' : t.fallbacksAre(fallbacks.length),
  ]
    .filter(Boolean)
    .join(' · ')
}
