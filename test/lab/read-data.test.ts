import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ProblemList } from '../../src/main/lab/data/problem-list.ts'
import { readAnswers, recordedRef } from '../../src/main/lab/data/read-answers.ts'
import { readQuestions } from '../../src/main/lab/data/read-questions.ts'
import { extractAnswer } from '../../src/main/orchestrators/advanced/consensus/extract-answer.ts'

const { signal } = new AbortController()

function fileOf(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tutti-lab-')), 'data')
  writeFileSync(path, content)
  return path
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = []
  for await (const item of items) read.push(item)
  return read
}

async function questionsOf(content: string | Uint8Array) {
  const problems = new ProblemList('questions')
  const read = await all(readQuestions(fileOf(content), problems, signal))
  return { questions: read.map(({ question }) => question), problems: problems.kept }
}

async function answersOf(content: string, price: { input: number; output: number } | null = null) {
  const problems = new ProblemList('answers')
  const read = await all(readAnswers(fileOf(content), () => price, recordedRef, problems, signal))
  return { answers: read.map(({ answer }) => answer), problems: problems.kept }
}

describe('F4 reading a data set', () => {
  test('JSONL and CSV of any usual kind are the same questions', async () => {
    const jsonl = '{"id":"a","question":"One\\nand more?","expected":1,"task_type":"math"}\n{"id":"b","question":"Two?","expected":"2"}\n'
    const csv = '\ufeffID;Question;Expected answer;taskType\r\na;"One\nand more?";1;math\r\nb;Two?;2;\r\n'
    const { questions, problems } = await questionsOf(jsonl)
    expect(questions).toEqual([
      { id: 'a', question: 'One\nand more?', expected: '1', taskType: 'math' },
      { id: 'b', question: 'Two?', expected: '2', taskType: '' },
    ])
    expect(problems).toEqual([])
    expect(await questionsOf(csv)).toEqual({ questions, problems: [] })
    expect(await questionsOf(Buffer.from(`\ufeff${csv.slice(1)}`, 'utf16le'))).toEqual({ questions, problems: [] })
  })

  test('a JSON list, in one line or many, is read item by item with the line of each', async () => {
    const rows = [
      { question: 'What does `[{"a": "}"}]` say \\" twice?', expected: ['x', 2] },
      { question: 'Two?', expected: '2' },
    ]
    for (const text of [JSON.stringify(rows), JSON.stringify(rows, null, 2)]) {
      const { questions, problems } = await questionsOf(text)
      expect(problems).toEqual([])
      expect(questions.map(({ question, expected }) => [question, expected])).toEqual([
        [rows[0]?.question, '["x",2]'],
        ['Two?', '2'],
      ])
    }
    const inOneLine = await questionsOf(JSON.stringify(rows))
    expect(inOneLine.questions.map(({ id }) => id)).toEqual(['line-1', 'line-2'])
    const { questions, problems } = await questionsOf(
      '[\n{"question":"One?","expected":1},\n{"question":broken},\n{"question":"Three?","expected":3}\n]',
    )
    expect(questions.map(({ id }) => id)).toEqual(['line-2', 'line-4'])
    expect(problems).toMatchObject([{ line: 3 }])
  })

  test('UTF-16 with its mark and semicolons is read as any other table', async () => {
    const text = '\ufeffid;question;expected\n1;"Hauptstadt von Österreich; bitte?";Wien\n2;日本の首都は？;東京\n'
    const { questions, problems } = await questionsOf(Buffer.from(text, 'utf16le'))
    expect(problems).toEqual([])
    expect(questions.map(({ question, expected }) => [question, expected])).toEqual([
      ['Hauptstadt von Österreich; bitte?', 'Wien'],
      ['日本の首都は？', '東京'],
    ])
  })

  test('a file without the columns is refused with what it has', async () => {
    await expect(questionsOf('{"q":"One?","a":"1"}\n')).rejects.toThrow(
      /Line 1 has no column “question” and no column “expected”; it has “q”, “a”/,
    )
    await expect(questionsOf('')).rejects.toThrow('The file is empty.')
  })

  test('lines that cannot be used are told by their number, and the others are read', async () => {
    const lines = ['question,expected', 'One?,1', '"Two', 'lines?",2', 'Nothing?,', 'Too few', ',5', 'Six?,6']
    const { questions, problems } = await questionsOf(`${lines.join('\n')}\n`)
    expect(questions.map(({ id }) => id)).toEqual(['line-2', 'line-3', 'line-8'])
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '5 The line has no expected answer.',
      '6 The line has 1 values and the first line 2.',
      '7 The line has no question.',
    ])
  })

  test('a line in another encoding is read all the same, and told', async () => {
    const bytes = Buffer.concat([Buffer.from('question,expected\nZürich?,ja\nGen'), Buffer.from([0xe8]), Buffer.from('ve?,oui\n')])
    const { questions, problems } = await questionsOf(bytes)
    expect(questions.map(({ question }) => question)).toEqual(['Zürich?', 'Genève?'])
    expect(problems).toMatchObject([{ line: 3, leftOut: false, message: expect.stringContaining('Windows-1252') }])
  })

  test('a quote that is never closed ends the reading with a word, not the process', async () => {
    const { questions, problems } = await questionsOf('question,expected\nOne?,1\n"Two?,2\nThree?,3\n')
    expect(questions).toHaveLength(1)
    expect(problems).toMatchObject([{ line: 3, message: expect.stringContaining('cannot be read') }])
  })
})

describe('F4 reading recorded answers', () => {
  test('an answer alone is read as such, blanks, quotes and nothing at all included', async () => {
    const said = ['18', '', '  two blanks', "it's", '**']
    const { answers } = await answersOf(said.map((answer) => JSON.stringify({ id: 'a', model: 'm', answer })).join('\n'))
    expect(answers.map(({ text }) => extractAnswer(text ?? '').text).slice(0, 4)).toEqual(['18', '""', '"  two blanks"', "it's"])
    const { answers: none } = await answersOf('{"id":"a","model":"m","answer":null}\n')
    expect(none).toMatchObject([{ text: null, model: 'recorded/m' }])
  })

  test('cost comes in micro-dollars, dollars, or from tokens and a price', async () => {
    const rows = [
      { cost_micros: 5 },
      { cost: 0.001 },
      { input_tokens: 100, output_tokens: 10, input_price: 1, output_price: 2 },
      { input_tokens: 100, output_tokens: 10 },
    ]
    const text = rows.map((row) => JSON.stringify({ id: 'a', model: 'openai/gpt-5', answer: '1', ...row })).join('\n')
    expect((await answersOf(text)).answers.map(({ costMicros }) => costMicros)).toEqual([5, 1000, 120, null])
    expect((await answersOf(text, { input: 3, output: 4 })).answers.at(-1)?.costMicros).toBe(340)
    const { answers: german } = await answersOf('question_id;model;answer;cost\n1;m;x;0,001\n')
    expect(german[0]?.costMicros).toBeCloseTo(1_000)
  })

  test('what is neither true nor false is told, and the answer is compared instead', async () => {
    const { answers, problems } = await answersOf('question_id,model,text,right\na,m,Yes,maybe\na,m,Yes,TRUE\na,m,No,0\n')
    expect(answers.map(({ right }) => right)).toEqual([undefined, true, false])
    expect(problems).toMatchObject([{ line: 2, field: 'right', leftOut: false }])
  })
})
