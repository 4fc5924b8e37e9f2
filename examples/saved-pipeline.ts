import { createEngine } from 'tutti'
import { scriptedProvider } from 'tutti/testing'

// A saved pipeline: validate, transform, execute. The second time the result comes out of the cache.
const provider = await scriptedProvider({ writer: ({ prompt, call }) => `${prompt} (asked ${call} time)` })
const engine = await createEngine({ providers: [provider] })

await engine.pipelines.save({
  id: 'greeting',
  name: 'Greeting',
  model: 'scripted/writer',
  stages: [
    {
      id: 'validate',
      processor: {
        type: 'validate',
        value: 'input',
        schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      },
    },
    { id: 'transform', processor: { type: 'transform', expression: '$uppercase(stages.validate.name)' } },
    { id: 'execute', cache: {}, processor: { type: 'prompt', prompt: '{{ vars.greeting }}, {{ stages.transform }}' } },
  ],
})
for (const _ of [1, 2]) {
  const result = await engine.pipelines.execute('greeting', { name: 'Ann' }, { greeting: 'Good morning' })
  console.log(result.answer)
}

await engine.close()
await provider.close()
