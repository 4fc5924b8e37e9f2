import { describe, expect, test } from 'vitest'
import { type AskArguments, parseCommand } from '../../../src/main/hosts/cli/arguments.ts'

const plain: AskArguments = {
  question: 'What is 2+2?',
  preset: null,
  system: null,
  budgetMicros: null,
  allowNoPrice: false,
  json: false,
  events: false,
}

describe('F1 command line: arguments', () => {
  test('a question with or without quotes', () => {
    expect(parseCommand(['ask', 'What is 2+2?'])).toEqual({ name: 'ask', ask: plain })
    expect(parseCommand(['ask', 'What', 'is', '2+2?'])).toEqual({ name: 'ask', ask: plain })
  })

  test('every option of ask, in any order', () => {
    const words = [
      'ask',
      '--json',
      '--preset',
      'voting',
      'What is 2+2?',
      '--budget',
      '$0.05',
      '--allow-no-price',
      '--system',
      'Be brief.',
      '--events',
    ]
    expect(parseCommand(words)).toEqual({
      name: 'ask',
      ask: { ...plain, preset: 'voting', system: 'Be brief.', budgetMicros: 50_000, allowNoPrice: true, json: true, events: true },
    })
  })

  test('a hyphen reads the question from standard input', () => {
    expect(parseCommand(['ask', '-'])).toEqual({ name: 'ask', ask: { ...plain, question: null } })
  })

  test('the other commands', () => {
    expect(parseCommand(['models', '--json'])).toEqual({ name: 'models', json: true })
    expect(parseCommand(['tools'])).toEqual({ name: 'tools', json: false })
    expect(parseCommand(['answer', 'run-1', 'in', '2026'])).toEqual({ name: 'answer', answer: { run: 'run-1', value: 'in 2026' } })
    expect(parseCommand(['stats'])).toEqual({ name: 'stats', stats: { period: 'day', format: 'text' } })
    expect(parseCommand(['stats', '--csv', '--period', 'all'])).toEqual({ name: 'stats', stats: { period: 'all', format: 'csv' } })
    expect(parseCommand(['serve', '--port', '4000'])).toEqual({ name: 'serve', port: 4000, open: false })
    expect(parseCommand(['open'])).toEqual({ name: 'open' })
    expect(parseCommand(['--version'])).toEqual({ name: 'version' })
    for (const words of [[], ['help'], ['--help'], ['ask', '--help']]) expect(parseCommand(words)).toEqual({ name: 'help' })
  })

  test.each([
    [['ask'], 'The question is empty'],
    [['ask', '   '], 'The question is empty'],
    [['ask', 'x', '--budget', 'much'], 'The budget "much" is no amount'],
    [['ask', 'x', '--budget', '0'], 'The budget "0" is no amount'],
    [['ask', 'x', '--budget', '1e3'], 'The budget "1e3" is no amount'],
    [['stats', '--period', 'year'], 'There is no period "year". Choose hour, day, week, month, all'],
    [['stats', '--csv', '--json'], 'Choose one of --json and --csv'],
    [['ask', 'x', '--colour'], "Unknown option '--colour'"],
    [['ask', 'x', '--port', '80'], 'tutti ask does not take --port'],
    [['serve', '--port', '70000'], 'The port "70000" is not between 0 and 65535'],
    [['answer', 'run-1'], 'tutti answer takes a run and what it is told'],
    [['models', 'x'], 'tutti models takes no "x"'],
    [['sing'], 'There is no command "sing"'],
  ])('%j is refused with the reason', (words, reason) => {
    expect(() => parseCommand(words)).toThrow(expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(reason) }))
  })
})
