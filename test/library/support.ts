import { type AppClient, savePreset } from '../app/support.ts'

/** Every step asks one model of the local vendor server, which repeats what it is asked. */
export async function askOneModel(client: AppClient): Promise<void> {
  const defaultPreset = await savePreset(
    client,
    ['openai/gpt-5-mini'],
    { strategy: 'parallel', merge: 'none' },
    {},
    { maxOutputTokens: 4096 },
  )
  await client.settings.update({ defaultPreset })
}
