import { ModelRef, PresetId, ProviderId } from '../../src/shared/ids.ts'
import { Member, type Preset, type StrategySettings } from '../../src/shared/preset.ts'
import type { VendorServer } from '../../test/support/vendor-server/vendor-server.ts'
import type { Client } from './tutti.ts'

/** One model of each of the four vendors and of a compatible endpoint; cheap to dear is groq, google, openai, perplexity, anthropic. */
export const ENSEMBLE = [
  ['anthropic', 'claude-sonnet-4-5'],
  ['openai', 'gpt-5-mini'],
  ['google', 'gemini-2.5-flash'],
  ['perplexity', 'sonar'],
  ['groq', 'llama-3.3-70b-versatile'],
] as const

/** Keys in the vendors' forms; none is anybody's. */
export const KEYS: Readonly<Record<string, string>> = {
  anthropic: 'sk-ant-api03-e2eTestKey0000000000000000aa11',
  openai: 'sk-proj-e2eTestKey00000000000000000000bb22',
  google: 'AIzaSyE2eTestKey000000000000000000cc33x',
  perplexity: 'pplx-e2eTestKey00000000000000000000dd44',
  groq: 'gsk_e2eTestKey0000000000000000000000ee55',
}

/** Points every vendor at the local server and gives it a key. */
export async function connectVendors(client: Client, server: VendorServer): Promise<void> {
  server.models('groq', [{ id: 'llama-3.3-70b-versatile' }])
  const { providers } = await client.app.snapshot()
  for (const [id] of ENSEMBLE) {
    const ready = providers.find((provider) => provider.id === id)
    if (!ready) throw new Error(`There is no ready entry for ${id}.`)
    const { key: _, status: __, models: ___, ...provider } = ready
    await client.providers.save({ ...provider, baseUrl: server.baseUrl(id) })
    const view = await client.providers.setKey({ id: ProviderId.parse(id), key: KEYS[id] ?? '' })
    if (view.status.state !== 'ok') throw new Error(`${id}: ${view.status.text}`)
  }
}

export function members(change: Partial<Member> = {}): Member[] {
  return ENSEMBLE.map(([provider, model], index) =>
    Member.parse({ id: `m${index + 1}`, model: ModelRef.parse(`${provider}/${model}`), maxOutputTokens: 400, ...change }),
  )
}

export function presetOf(id: string, settings: StrategySettings, own: Member[] = members()): Preset {
  return {
    id: PresetId.parse(id),
    name: `Test ${id}`,
    builtIn: false,
    settings,
    members: own,
    systemPrompt: '',
    tools: [],
    budgetMicros: null,
  }
}

/** Makes one member alone the default: what it says is the answer. */
export async function oneMember(client: Client): Promise<void> {
  const preset = presetOf('one', { strategy: 'parallel', merge: 'none' }, members().slice(1, 2))
  await client.presets.save(preset)
  await client.settings.update({ defaultPreset: preset.id })
}
