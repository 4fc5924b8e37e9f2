import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/main/store/open-store.ts'
import { ModelPreference } from '../../src/main/store/settings-store.ts'
import { Tab } from '../../src/shared/app-state.ts'
import { ModelRef, PresetId, ProviderId } from '../../src/shared/ids.ts'
import { Preset } from '../../src/shared/preset.ts'
import { inEnglish } from '../../src/shared/sentences/told.ts'
import { Provider, Settings } from '../../src/shared/settings.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'

async function open(home = temporaryFolder()) {
  const store = await openStore({ home, clock: standingClock(), appVersion: '0.1.0' })
  onTestFinished(() => store.close())
  return { ...store, home }
}

/** Changes the database behind Tutti's back. */
function change(home: string, sql: string) {
  const db = new DatabaseSync(join(home, 'tutti.db'))
  db.exec(sql)
  const damaged = () => db.prepare('SELECT table_name, key, body FROM damaged_rows ORDER BY number').all()
  onTestFinished(() => db.close())
  return damaged
}

function provider(id: string, concurrency = 4): Provider {
  return Provider.parse({ id, kind: 'compatible', name: id, baseUrl: null, concurrency, local: false, enabled: true })
}

const preset = Preset.parse({
  id: 'mine',
  name: 'Mine',
  settings: { strategy: 'voting' },
  members: [{ id: 'm1', model: 'openai/gpt-5', parameters: { temperature: 0.2 } }],
})

describe('settings', () => {
  test('are the defaults until they are changed, and are there after a restart', async () => {
    const store = await open()
    expect(await store.settings.settings()).toEqual(Settings.parse({}))
    const changed = Settings.parse({ defaultPreset: 'mine', appearance: { theme: 'dark' }, budgets: { runMicros: null } })
    await store.settings.saveSettings(changed)
    await store.settings.saveProvider(provider('mine'))
    await store.settings.saveProvider(provider('another'))
    await store.settings.saveProvider(provider('mine', 9))
    await store.settings.savePreset(preset)
    const local = ModelPreference.parse({ ref: 'mine/llama', typed: true, price: { inputPerMillion: 1.5, outputPerMillion: 0 } })
    await store.settings.saveModelPreferences([local, ModelPreference.parse({ ref: 'openai/gpt-5', enabled: false })])
    const list = { provider: ProviderId.parse('mine'), models: [{ id: 'llama', contextWindow: 8192 }] }
    await store.settings.saveModelList({ ...list, models: [] })
    await store.settings.saveModelList(list)
    await store.close()

    const again = await open(store.home)
    expect(await again.settings.settings()).toEqual(changed)
    expect(await again.settings.modelLists()).toEqual([list])
    expect(await again.settings.providers()).toEqual([provider('mine', 9), provider('another')])
    expect(await again.settings.presets()).toEqual([preset])
    expect(await again.settings.modelPreferences()).toEqual([local, { ref: 'openai/gpt-5', enabled: false, typed: false, price: null }])
    expect(again.notices).toEqual([])
    await again.settings.removeProvider(ProviderId.parse('mine'))
    await again.settings.removePreset(PresetId.parse('mine'))
    await again.settings.removeModelPreference(ModelRef.parse('mine/llama'))
    expect(await again.settings.providers()).toEqual([provider('another')])
    expect(await again.settings.presets()).toEqual([])
    expect(await again.settings.modelPreferences()).toHaveLength(1)
    expect(await again.settings.modelLists()).toEqual([])
  })

  test('tabs keep their order, their drafts and which one is shown', async () => {
    const store = await open()
    const one = { closed: [], besideId: null, side: 'left' as const, share: 0.5 }
    expect(await store.settings.tabs()).toEqual({ ...one, open: [], activeId: null })
    const [first, second, third] = ['t1', 't2', 't3'].map((id) => Tab.parse({ id, kind: 'chat', draft: `draft of ${id}` }))
    if (first === undefined || second === undefined || third === undefined) throw new Error('three tabs')
    await store.settings.saveTabs({ ...one, open: [first, second], activeId: 't2' })
    const three = { ...one, open: [third, second, { ...first, draft: 'more' }], activeId: 't1' }
    await store.settings.saveTabs(three)
    expect(await store.settings.tabs()).toEqual(three)
    const split = { open: [second], closed: [third, first], activeId: 't2', besideId: 't2', side: 'right' as const, share: 0.3 }
    await store.settings.saveTabs(split)
    expect(await store.settings.tabs()).toEqual(split)
    await store.settings.saveTabs({ ...one, open: [second], activeId: 't2' })
    expect(await store.settings.tabs()).toEqual({ ...one, open: [second], activeId: 't2' })
  })

  test('damaged ones are set aside and told; the rest is used', async () => {
    const store = await open()
    await store.settings.saveSettings(Settings.parse({ defaultPreset: 'mine', appearance: { theme: 'dark' } }))
    await store.settings.saveProvider(provider('mine'))
    await store.settings.saveProvider(provider('broken'))
    await store.close()
    const damaged = change(
      store.home,
      `UPDATE settings SET body = '{"theme":"pink"}' WHERE key = 'appearance';
       UPDATE providers SET body = '{"id":' WHERE key = 'broken';
       INSERT INTO settings VALUES ('fromLater', '{"kept":true}')`,
    )

    const again = await open(store.home)
    expect(again.notices).toHaveLength(2)
    expect(inEnglish(again.notices)).toMatch(/setting "appearance".*provider "broken"/)
    expect(await again.settings.settings()).toEqual(Settings.parse({ defaultPreset: 'mine' }))
    expect(await again.settings.providers()).toEqual([provider('mine')])
    expect(damaged()).toEqual([
      { table_name: 'settings', key: 'appearance', body: '{"theme":"pink"}' },
      { table_name: 'providers', key: 'broken', body: '{"id":' },
    ])
    await again.close()
    expect((await open(store.home)).notices).toEqual([])
  })
})
