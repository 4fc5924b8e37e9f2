import { createEngine } from 'tutti'
import { scriptedProvider } from 'tutti/testing'

// Three models, each with its own task; every one sees the input and what those before it found.
// The answers are scripted here, so that this runs without a key. With keys: createEngine({ keys: { openai: '…', anthropic: '…', google: '…' } }).
const provider = await scriptedProvider({
  'gpt-4': 'Sales fell in the north and rose in the south.',
  'claude-3': ({ prompt }) => `In short: ${/Sales[^.]*\./.exec(prompt)?.[0] ?? 'nothing'}`,
  'gemini-pro': ({ prompt }) => `Checked. ${/In short:[^<]*/.exec(prompt)?.[0].trim() ?? 'nothing'}`,
})
const engine = await createEngine({ providers: [provider] })

const pipeline = await engine.createPipeline([
  { model: 'gpt-4', task: 'analysis' },
  { model: 'claude-3', task: 'synthesis' },
  { model: 'gemini-pro', task: 'validation' },
])
const result = await pipeline.execute({ north: [10, 7], south: [5, 9] })
console.log(result.answer)

await engine.close()
await provider.close()
