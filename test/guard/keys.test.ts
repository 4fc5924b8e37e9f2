import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { takeEnvironmentKeys } from '../../src/main/guard/environment-keys.ts'
import { openKeys } from '../../src/main/guard/keys.ts'
import { ProviderId } from '../../src/shared/ids.ts'
import { noKeyring } from './fake-keyring.ts'

const openai = ProviderId.parse('openai')
const google = ProviderId.parse('google')
const none = { state: 'none', ending: null }

function open(env: NodeJS.ProcessEnv) {
  const home = mkdtempSync(join(tmpdir(), 'tutti-keys-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return openKeys({ home, env, keyring: noKeyring })
}

describe('F1 keys of the environment', () => {
  test('are read by vendor and taken out, so that no child inherits one', () => {
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      OPENAI_API_KEY: ' sk-openai ',
      ANTHROPIC_API_KEY: 'sk-ant',
      GEMINI_API_KEY: '',
      GOOGLE_API_KEY: 'AIza-google',
      PERPLEXITY_API_KEY: 'pplx',
      XAI_API_KEY: 'xai',
      GROQ_API_KEY: 'gsk',
      OPENROUTER_API_KEY: 'sk-or',
      MISTRAL_API_KEY: 'mistral',
      DEEPSEEK_API_KEY: 'deep',
      TUTTI_PASSPHRASE: 'correct horse',
    }
    expect(Object.fromEntries(takeEnvironmentKeys(env))).toEqual({
      openai: 'sk-openai',
      anthropic: 'sk-ant',
      google: 'AIza-google',
      perplexity: 'pplx',
      xai: 'xai',
      groq: 'gsk',
      openrouter: 'sk-or',
      mistral: 'mistral',
      deepseek: 'deep',
    })
    const child = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], { env, encoding: 'utf8' })
    expect(child.status).toBe(0)
    expect(child.stdout).not.toMatch(/_API_KEY|PASSPHRASE|sk-/)
  })

  test('count where the vault has none, are shown by their last four characters, and removing forgets them', async () => {
    const keys = await open({ OPENAI_API_KEY: 'sk-0123456789-envX', GOOGLE_API_KEY: 'short' })
    expect(keys.view(openai)).toEqual({ state: 'environment', ending: 'envX' })
    expect(keys.view(google)).toEqual({ state: 'environment', ending: null })
    await keys.set(openai, 'sk-0123456789-mine')
    expect([keys.keyOf(openai), keys.view(openai)]).toEqual(['sk-0123456789-mine', { state: 'memory', ending: 'mine' }])
    expect(keys.secrets()).toEqual(['sk-0123456789-mine', 'sk-0123456789-envX', 'short'])
    await keys.remove(openai)
    expect([keys.keyOf(openai), keys.view(openai)]).toEqual([null, none])
  })

  test('the passphrase of the environment opens a vault', async () => {
    const env: NodeJS.ProcessEnv = { TUTTI_PASSPHRASE: 'correct horse' }
    const keys = await open(env)
    await keys.set(openai, 'sk-0123456789-mine')
    expect([keys.state, keys.view(openai).state, env]).toEqual(['passphrase', 'vault', {}])
  })
})
