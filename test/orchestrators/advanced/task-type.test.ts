import { describe, expect, it } from 'vitest'
import { taskTypeOf } from '../../../src/main/orchestrators/advanced/task-type.ts'
import { inEnglish } from '../../../src/shared/sentences/told.ts'

describe('B1 task types', () => {
  it.each([
    ['What is 17 × 23?', 'math'],
    ['How many days lie between 28 February 2024 and 1 May 2024?', 'math'],
    ['Wie viel ist 17 mal 23?', 'math'],
    ['Combien font 3 et 4 ?', 'math'],
    ['¿Cuánto es 17 por 23?', 'math'],
    ['Write a Python function that reverses a list.', 'code'],
    ['Schreibe eine Funktion in Rust.', 'code'],
    ['Translate “good morning” into French.', 'translation'],
    ['Übersetze das ins Englische: Guten Morgen', 'translation'],
    ['Traduis cette phrase en anglais.', 'translation'],
    ['Summarise this text in three sentences.', 'summary'],
    ['Fasse den Text zusammen.', 'summary'],
    ['Resume este artículo.', 'summary'],
    ['Ann is taller than Ben. Who is the shortest?', 'reasoning'],
    ['Solve this riddle: what has keys and no locks', 'reasoning'],
    ['Write a poem about the sea.', 'writing'],
    ['Schreibe einen Brief an den Vermieter.', 'writing'],
    ['Écris une lettre à ma banque.', 'writing'],
    ['Who wrote Faust?', 'facts'],
    ['Was ist die Hauptstadt von Peru?', 'facts'],
    ['¿Quién pintó el Guernica?', 'facts'],
    ['Hello', 'chat'],
    ['', 'chat'],
  ])('%j is %s', (question, type) => {
    expect(taskTypeOf(question).type).toBe(type)
  })

  it('says by what it was recognised, in one sentence', () => {
    expect(inEnglish(taskTypeOf('Translate this.').evidence)).toMatch(/translation\.$/)
    expect(inEnglish(taskTypeOf('Hello').evidence)).toMatch(/chat\.$/)
    expect(inEnglish(taskTypeOf('').evidence)).toMatch(/chat\.$/)
  })
})
