import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableName } from '../../../src/main/models/catalogue/readable-name.ts'

test.each([
  ['qwen3:32b', 'Qwen3 32B'],
  ['llama3.3:latest', 'Llama 3.3'],
  ['llama3.1:8b-instruct-q4_K_M', 'Llama 3.1 8B Instruct Q4_K_M'],
  ['gpt-oss:20b', 'GPT OSS 20B'],
  ['deepseek-r1:14b', 'DeepSeek R1 14B'],
  ['mixtral:8x7b', 'Mixtral 8x7B'],
  ['qwen3:30b-a3b', 'Qwen3 30B A3B'],
  ['hf.co/bartowski/Qwen2.5-7B-Instruct-GGUF:Q4_K_M', 'Qwen2.5 7B Instruct GGUF Q4_K_M'],
  ['mistral-nemo', 'Mistral Nemo'],
  ['gemma3', 'Gemma 3'],
  ['phi4:14b', 'Phi 4 14B'],
])('%s is read as %s', (id, name) => {
  expect(readableName(id)).toBe(name)
})

test('every id has a name', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), (id) => readableName(id).length > 0))
})
