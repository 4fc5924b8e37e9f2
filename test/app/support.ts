import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import type { AppRouter } from '../../src/main/api/router.ts'
import { createApp } from '../../src/main/app.ts'
import type { RetryPolicy } from '../../src/main/kernel/links/candidates.ts'
import { ConversationId, ModelRef, PresetId, ProviderId, type RunId } from '../../src/shared/ids.ts'
import { Member, type Preset, type PresetSettings } from '../../src/shared/preset.ts'
import type { RunView } from '../../src/shared/run.ts'
import type { VendorServer } from '../support/vendor-server/vendor-server.ts'

export type AppClient = RouterClient<AppRouter>

/** Retries as in the product, but without its waits. */
export const QUICK_RETRY: RetryPolicy = { attempts: 3, baseMs: 5, maxMs: 20, patienceMs: 2_000 }

/** The whole core in this process over a real data folder; vendors are asked at the local server, over sockets. */
export async function openApp(
  options: { home?: string; server?: VendorServer; vendors?: readonly string[]; retry?: RetryPolicy; env?: Record<string, string> } = {},
) {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'tutti-app-'))
  const app = await createApp({ home, env: { ...options.env }, retry: options.retry ?? QUICK_RETRY })
  const client: AppClient = createRouterClient(app.router)
  for (const id of options.vendors ?? []) await connect(client, id, options.server)
  return { home, client, close: () => app.close() }
}

async function connect(client: AppClient, id: string, server: VendorServer | undefined): Promise<void> {
  const ready = (await client.app.snapshot()).providers.find((provider) => provider.id === id)
  if (!ready || !server) throw new Error(`There is no ready entry ${id}, or no server for it.`)
  const { key: _, status: __, models: ___, ...provider } = ready
  await client.providers.save({ ...provider, baseUrl: server.baseUrl(id) })
  await client.providers.setKey({ id: ProviderId.parse(id), key: `key-of-${id}-0000000000` })
}

/** A preset of these models, saved. */
export async function savePreset(
  client: AppClient,
  models: readonly string[],
  settings: PresetSettings,
  change: Partial<Preset> = {},
  each: Partial<Member> = {},
): Promise<PresetId> {
  const members = models.map((model, index) =>
    Member.parse({ id: `m${index + 1}`, model: ModelRef.parse(model), maxOutputTokens: 200, ...each }),
  )
  const id = change.id ?? PresetId.parse(`test-${models.length}-${settings.strategy}`)
  await client.presets.save({ id, name: 'Test', builtIn: false, settings, members, systemPrompt: '', budgetMicros: null, ...change })
  return id
}

/** Asks in a new conversation and waits for the end of the run. */
export async function ask(client: AppClient, text: string, presetId: PresetId, more: { budgetMicros?: number } = {}): Promise<RunView> {
  const { runId } = await send(client, text, presetId, more)
  return ended(client, runId)
}

export async function send(client: AppClient, text: string, presetId: PresetId, more: { budgetMicros?: number } = {}) {
  const { id } = await client.conversations.create({})
  const sent = await client.chat.send({ conversationId: id, parentId: null, text, attachments: [], presetId, allowNoPrice: false, ...more })
  return { ...sent, conversationId: ConversationId.parse(id) }
}

/** Watches a run to its end, as a page does. */
export async function ended(client: AppClient, id: RunId): Promise<RunView> {
  for await (const _ of await client.runs.watch({ id, after: null }));
  return client.runs.get({ id })
}
