import { createEngine } from 'tutti'
import { scriptedProvider } from 'tutti/testing'

// One question, three members, one answer that most of them agree on.
const provider = await scriptedProvider({ one: 'Answer: 42', two: 'It is 41.\nAnswer: 41', three: 'Answer: 42' })
const engine = await createEngine({ providers: [provider] })

engine.advanced.setStrategy('voting')
await engine.advanced.setMembers(['one', 'two', 'three'])
const result = await engine.advanced.execute('What is 6 × 7?', { unit: 'none' })
console.log(`${result.answer} (${result.agreement?.agree} of ${result.agreement?.of})`)
for (const { title, reason } of result.decisions) console.log(`- ${title}: ${reason}`)

await engine.close()
await provider.close()
