import { afterEach, describe, expect, it, test } from 'vitest'
import { formatIn } from '../../../src/shared/format.ts'
import { say, type Words } from '../../../src/shared/sentence.ts'
import { de } from '../../../src/shared/sentences/de.ts'
import { en } from '../../../src/shared/sentences/en.ts'
import { fr } from '../../../src/shared/sentences/fr.ts'
import { inWords } from '../../../src/shared/sentences/in-words.ts'
import { inEnglish, told } from '../../../src/shared/sentences/told.ts'

const LANGUAGES = { de, fr } as const
const SLOT = /\{(\w+)(?::(\w+)|\|[^|{}]*\|[^|{}]*)?\}/g
const FORMATS = new Set(
  'list commas semicolons dots Start count Count money estimate share duration latency bytes tokens plain one two'.split(' '),
)
/** Names, signs and words that the languages share. */
const ALIKE = /^(?:stage\.case|limit\.asks|verdict\.cause|vote\.fell|mark\..*|complex\..*|error\..*|judge\.no|auto\.passed\..*)$/

const slotsOf = (template: string) => [...template.matchAll(SLOT)].map(([, slot]) => slot)

afterEach(() => formatIn('en'))

describe('B15 sentences of the core', () => {
  test.each(Object.entries({ en, de: de.sentences, fr: fr.sentences }))(
    '%s: every slot is one that is known how to fill',
    (_, sentences) => {
      for (const [id, template] of Object.entries(sentences)) {
        expect(template.replace(SLOT, ''), id).not.toMatch(/[{}|]/)
        for (const [, , format] of template.matchAll(SLOT))
          if (format !== undefined) expect(FORMATS.has(format), `${id}: ${format}`).toBe(true)
      }
    },
  )

  test.each(Object.entries(LANGUAGES))(
    '%s: has every sentence, with no slot that English lacks, and in its own words',
    (_, { sentences }) => {
      for (const [id, english] of Object.entries(en)) {
        const own = sentences[id] ?? ''
        expect(slotsOf(english), id).toEqual(expect.arrayContaining(slotsOf(own)))
        if (/[a-z]{4}/.test(english.replace(SLOT, '')) && !ALIKE.test(id)) expect(own, id).not.toBe(english)
        expect(own, id).not.toMatch(/!(?!`)/)
      }
    },
  )

  it('writes numbers, money and lists as the language does', () => {
    const words = say('budget.checked.why', { cost: 1_250_000, limit: 20_000_000 })
    expect(inEnglish(words)).toBe('At most $1.25 of $20.00 for this run. Each call reserves its share before it leaves.')
    formatIn('de')
    expect(inWords(words, de)).toContain('Höchstens 1,25\u00a0$ von 20,00\u00a0$')
    expect(inWords(say('asked', { who: ['1', '2', '4'] }), de)).toBe('1, 2 und 4 gefragt')
    expect(inWords(say('verdict.lost', { n: 1 }), de)).toBe('Ein Mitglied ohne brauchbare Antwort.')
    expect(inWords(say('verdict.lost', { n: 3 }), de)).toBe('Drei Mitglieder ohne brauchbare Antwort.')
    formatIn('fr')
    expect(inWords(say('verdict.most', { n: 3, of: 14 }), fr)).toBe('Trois des 14 membres ont donné la même réponse.')
  })

  it('says sentences within sentences, and several behind each other', () => {
    const why = say('error.vendor-error', { message: 'Overloaded' })
    const words: Words = [say('verdict.alone', { who: 'Claude' }), '', say('verdict.cause', { who: 'GPT', why })]
    expect(inEnglish(words)).toBe('Only Claude answered. GPT: Overloaded')
    expect(inWords(words, de)).toBe('Nur Claude hat geantwortet. GPT: Beim Anbieter ist ein Fehler aufgetreten. (Overloaded)')
  })

  it('leaves the text that is there to do where a version has no such sentence, or lacks what it speaks of', () => {
    expect(inWords({ say: 'of.another.version' }, de)).toBeNull()
    expect(inWords({ say: 'asked' }, de)).toBeNull()
    expect(inWords([{ say: 'of.another.version' }], de)).toBeNull()
  })

  it('keeps no words behind a name', () => {
    expect(told({ title: 'Claude', reason: say('answered') })).toEqual({
      title: 'Claude',
      reason: 'Answered',
      said: { reason: say('answered') },
    })
    expect(told({ title: 'Claude' })).toEqual({ title: 'Claude' })
  })
})
