import { describe, expect, it } from 'vitest'
import { demoAnswer } from '../../src/main/demo/demo-answer.ts'
import { DEMO_MEMBERS } from '../../src/main/demo/demo-members.ts'

/** Words of English sentences; none may be left in another language. */
const ENGLISH = /\b(?:is|the|of|by|from|to|days?|and|this|counted|each)\b/i

describe('F6 demo members answer in the language of the question', () => {
  it.each([
    ['Ein Zug fährt um 14:47 ab und braucht 2 h 38 min. Wann kommt er an?', 'Es ist dann **17:25**.', '17:25'],
    [
      'Wie viele Tage sind es vom 28. Februar 2024 bis zum 1. Mai 2024?',
      '**63 Tage** liegen zwischen dem 28. Februar 2024 und dem 1. Mai',
      '63 Tage',
    ],
    ['Rechne 68 °F, 5 lb 3 oz und 12 fl oz in metrische Einheiten um.', '5 lb 3 oz ist **2,353 kg**', '20 °C, 2,353 kg, 354,9 ml'],
    ['Welcher Wochentag war der 14. Juli 1789?', 'Der 14. Juli 1789 ist ein **Dienstag**.', 'Dienstag'],
    ['Ist 1900 ein Schaltjahr?', '**Nein**, 1900 ist kein Schaltjahr.', 'Nein'],
    ['Combien de jours y a-t-il du 28 février 2024 au 1er mai 2024 ?', 'entre le 28 février 2024 et le 1er mai 2024.', '63 jours'],
    ['Combien font 17 % de 2 340 ?', '17 % × 2340 est **397,8**.', '397,8'],
    ['Quel jour était le 14 juillet 1789 ?', 'Le 14 juillet 1789 est un **mardi**.', 'mardi'],
  ])('%s', (question, sentence, result) => {
    for (const member of DEMO_MEMBERS) {
      // Of nine samples at least one makes no slip.
      const answers = Array.from({ length: 9 }, (_, sample) => demoAnswer(member, question, sample, true))
      expect(answers.some((answer) => answer.includes(sentence))).toBe(true)
      expect(answers.some((answer) => answer.endsWith(`Answer: ${result}`))).toBe(true)
      for (const answer of answers) expect(answer.replace('Answer:', '')).not.toMatch(ENGLISH)
    }
  })
})
