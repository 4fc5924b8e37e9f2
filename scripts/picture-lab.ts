import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Models of the Lab's picture: micro-dollars a question, and of a hundred questions how many each answers wrong, easy and hard ones. */
const MODELS = [
  { model: 'openai/gpt-5-mini', cost: 150, easy: 6, hard: 30 },
  { model: 'deepseek/deepseek-chat', cost: 320, easy: 5, hard: 22 },
  { model: 'google/gemini-2.5-flash', cost: 450, easy: 5, hard: 24 },
  { model: 'anthropic/claude-sonnet-4-5', cost: 2_700, easy: 3, hard: 11 },
  { model: 'openai/gpt-5', cost: 2_200, easy: 2, hard: 12 },
] as const
const QUESTIONS = 400

/** A data set of sums and what five models are taken to have answered: the same at every run. */
export function writeLabFiles(): { questions: string; answers: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tutti-pictures-'))
  const draw = drawer(11)
  const all = Array.from({ length: QUESTIONS }, (_, place) => {
    const [a, b] = [Math.floor(draw() * 90) + 10, Math.floor(draw() * 90) + 10]
    return { id: `q${place + 1}`, text: `What is ${a} × ${b}?`, right: a * b, type: place % 3 === 0 ? 'hard' : 'easy' } as const
  })
  const questions = join(folder, 'sums.csv')
  const answers = join(folder, 'sums-answers.jsonl')
  writeFileSync(
    questions,
    ['id,question,expected,task_type', ...all.map(({ id, text, right, type }) => `${id},${text},${right},${type}`)].join('\n'),
  )
  const rows = all.flatMap(({ id, right, type }) =>
    MODELS.map((each) => {
      const wrong = draw() * 100 < each[type]
      const answer = wrong ? right + 1 + Math.floor(draw() * 9) : right
      const latency = 300 + each.cost * (0.6 + draw())
      return JSON.stringify({
        question_id: id,
        model: each.model,
        answer: `Answer: ${answer}`,
        cost: each.cost / 1_000_000,
        latency_ms: Math.round(latency),
      })
    }),
  )
  writeFileSync(answers, rows.join('\n'))
  return { questions, answers }
}

function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
