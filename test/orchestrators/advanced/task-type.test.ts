import { describe, expect, it } from 'vitest'
import { taskTypeOf } from '../../../src/main/orchestrators/advanced/task-type.ts'

describe('B1 task types', () => {
  it.each([
    ['What is 17 × 23?', 'math'],
    ['How many days lie between 28 February 2024 and 1 May 2024?', 'math'],
    ['Wie viele Tage hat ein Schaltjahr?', 'math'],
    ['Combien font 3 et 4 ?', 'math'],
    ['¿Cuántos días tiene mayo?', 'math'],
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

  it('names the words that decided', () => {
    expect(taskTypeOf('Translate this.').evidence).toBe('“Translate” marks a question of translation.')
    expect(taskTypeOf('Hello').evidence).toBe('“Hello” marks a question of chat.')
    expect(taskTypeOf('').evidence).toBe('Nothing in the question marks a task, so it is taken for chat.')
  })
})
