import type { StrategySettings } from '../src/shared/preset.ts'
import type { ServedModel } from '../test/support/vendor-server/model-list.ts'
import type { Matcher, ScriptedReply } from '../test/support/vendor-server/script.ts'

/** Vendors of the pictures, with keys in their forms (null: a server on this computer) and what each lists. */
export const SCRIPTED: readonly { readonly id: string; readonly key: string | null; readonly models: readonly ServedModel[] }[] = [
  {
    id: 'anthropic',
    key: 'sk-ant-api03-pictureKey000000000000004f2a',
    models: [
      { id: 'claude-sonnet-4-5', display_name: 'Claude Sonnet 4.5' },
      { id: 'claude-haiku-4-5', display_name: 'Claude Haiku 4.5' },
    ],
  },
  { id: 'openai', key: 'sk-proj-pictureKey00000000000000000000b81c', models: [{ id: 'gpt-5' }, { id: 'gpt-5-mini' }, { id: 'gpt-4.1' }] },
  {
    id: 'google',
    key: 'AIzaSyPictureKey000000000000000000031ab',
    models: [
      { id: 'gemini-2.5-pro', displayName: 'Gemini 2.5 Pro' },
      { id: 'gemini-2.5-flash', displayName: 'Gemini 2.5 Flash' },
    ],
  },
  { id: 'deepseek', key: 'sk-0123456789abcdef0123456789ab77e0', models: [{ id: 'deepseek-chat' }] },
  { id: 'mistral', key: 'pictureKeyPictureKeyPictureKe9c1d', models: [{ id: 'mistral-medium-latest', name: 'Mistral Medium' }] },
  { id: 'ollama', key: null, models: [{ id: 'qwen3:32b' }, { id: 'gemma3:12b' }, { id: 'llama3.1:8b' }] },
]

export const WRONG_KEY = 'AIzaSyPictureKey000000000000000000007dd'

export interface Scene {
  readonly title: string
  readonly question: string
  readonly models: readonly string[]
  readonly settings: StrategySettings
  readonly replies: readonly (readonly [Matcher, ScriptedReply])[]
}

/** Three of the four members that are asked agree. */
export const LEASE: Scene = {
  title: 'Notice period of the lease',
  question:
    'Our lease says “three months’ notice to the end of a calendar quarter”. If the landlord receives my notice on 2 July, when does the lease end?',
  models: [
    'anthropic/claude-sonnet-4-5',
    'openai/gpt-5',
    'google/gemini-2.5-flash',
    'deepseek/deepseek-chat',
    'mistral/mistral-medium-latest',
  ],
  settings: { strategy: 'voting', earlyStop: true },
  replies: [
    [
      { model: 'claude-sonnet-4-5', user: 'lease' },
      {
        text: 'The lease ends on **31 December**.\n\nThree full months must lie between the notice and the end of a quarter. From 2 July they run to 2 October, so 30 September is two days too early.\n\nAnswer: 31 December',
        usage: { input: 1284, output: 318 },
        firstTokenMs: 820,
        chunkMs: 120,
      },
    ],
    [
      { model: 'gpt-5', user: 'lease' },
      {
        text: '**31 December.**\n\n30 September would need notice by 30 June. With receipt on 2 July the next possible date is the end of the fourth quarter.\n\nAnswer: 31 December',
        usage: { input: 1198, output: 540 },
        firstTokenMs: 1900,
        chunkMs: 140,
      },
    ],
    [
      { model: 'gemini-2.5-flash', user: 'lease' },
      {
        text: '**30 September.**\n\nJuly, August and September are **three months**, and 30 September is the end of the third quarter.\n\nAnswer: 30 September',
        usage: { input: 1226, output: 241 },
        firstTokenMs: 410,
        chunkMs: 110,
      },
    ],
    [
      { model: 'deepseek-chat', user: 'lease' },
      {
        text: '**31 December.**\n\nNotice on 2 July misses the third quarter by two days, so it takes effect at the end of the fourth.\n\nAnswer: 31 December',
        usage: { input: 1247, output: 287 },
        firstTokenMs: 600,
        chunkMs: 130,
      },
    ],
  ],
}

/** One done, one in the middle of its answer, one cut off, one behind another question at a local server. */
export const MOVE: Scene = {
  title: 'Heroku or our own cluster',
  question:
    'Should a team of 14 move a six-year-old Rails monolith from Heroku to its own Kubernetes cluster? Give the strongest arguments on each side.',
  models: ['openai/gpt-5', 'anthropic/claude-sonnet-4-5', 'google/gemini-2.5-pro', 'ollama/qwen3:32b'],
  settings: { strategy: 'parallel', merge: 'model' },
  replies: [
    [{ model: 'qwen3:32b' }, { fault: { type: 'hang' } }],
    [
      { model: 'gpt-5', user: 'Rails' },
      {
        text: '**Stay, unless the bill hurts.**\n\n- A cluster needs about one engineer in seven. That is two of your 14.\n- Heroku’s price premium is smaller than one salary until roughly $15,000 a month.\n- Move the two workloads that do not fit, not the monolith.',
        usage: { input: 412, output: 602 },
        firstTokenMs: 900,
        chunkMs: 60,
      },
    ],
    [
      { model: 'claude-sonnet-4-5', user: 'Rails' },
      {
        text: '**It depends on why you want to leave.**\n\n- For: private networking, cheaper background workers, and no forced stack upgrades.\n- For: review apps that match production.\n- Against: on-call for the control plane, ingress and certificates falls to the people who ship features, and a cluster of this size is never quiet for long. Upgrades come three times a year and each one asks for a rehearsal.\n- Against: hiring for it takes a quarter, and the first year goes into parity rather than into the product that your customers pay for.',
        firstTokenMs: 500,
        chunkMs: 280,
      },
    ],
    [
      { model: 'gemini-2.5-pro', user: 'Rails' },
      {
        text: '**Recommendation: stay for now.**\n\n- A 14-person team rarely has the slack to run a platform.\n- Kubernetes pays off with many services, and you have one monolith that deploys in four minutes.',
        firstTokenMs: 700,
        chunkMs: 60,
        fault: { type: 'cut', afterChunks: 12 },
      },
    ],
  ],
}
