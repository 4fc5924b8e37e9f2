/** Words whose letters are written in a way of their own. */
const WRITTEN = new Map([
  ['gpt', 'GPT'],
  ['oss', 'OSS'],
  ['gguf', 'GGUF'],
  ['vl', 'VL'],
  ['deepseek', 'DeepSeek'],
  ['smollm', 'SmolLM'],
  ['starcoder', 'StarCoder'],
  ['tinyllama', 'TinyLlama'],
  ['llava', 'LLaVA'],
])
/** Their number stands apart: Llama 3.3, Gemma 3, Phi 4. */
const NUMBERED = /^(llama|gemma|phi|mistral|granite|command|falcon|yi|olmo)(\d+(?:\.\d+)*)$/i
const SIZE = /^\d+(?:\.\d+)?[bm]$/i
/** "8x7b", "a3b": experts, and what of a model is active. */
const EXPERTS = /^(?:\d+x\d+b|a\d+(?:\.\d+)?b|e\d+b)$/i

/** A name that people read for the id under which a local server offers a model: "qwen3:32b" is Qwen3 32B. */
export function readableName(id: string): string {
  const file = id.slice(id.lastIndexOf('/') + 1)
  const [name = '', tag = ''] = file.split(':', 2)
  const words = [...name.split(/[-_]/), ...(tag === '' || tag === 'latest' ? [] : tag.split('-'))].filter((word) => word !== '')
  return words.length === 0 ? id : words.map(readableWord).join(' ')
}

function readableWord(word: string): string {
  const written = WRITTEN.get(word.toLowerCase())
  if (written !== undefined) return written
  if (SIZE.test(word) || EXPERTS.test(word)) return word.toUpperCase().replace('X', 'x')
  const [, family, number] = NUMBERED.exec(word) ?? []
  const text = family !== undefined && number !== undefined ? `${family} ${number}` : word
  return text.charAt(0).toUpperCase() + text.slice(1)
}
