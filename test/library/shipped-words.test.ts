import { readdirSync } from 'node:fs'
import { parse } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtInPipelines } from '../../src/main/pipelines/built-in.ts'
import { shippedWords as french } from '../../src/renderer/state/shipped-words/french.ts'
import { shippedWords as german } from '../../src/renderer/state/shipped-words/german.ts'

const shipped = (folder: string) => readdirSync(`resources/library/${folder}`).map((file) => parse(file).name)

describe.each([
  ['German', german],
  ['French', french],
])('what ships is described in %s', (_, words) => {
  test('every template, command and agent, and nothing that does not ship', () => {
    expect(Object.keys(words.pipelines).toSorted()).toEqual(
      builtInPipelines()
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(Object.keys(words.commands).toSorted()).toEqual(shipped('commands').toSorted())
    expect(Object.keys(words.agents).toSorted()).toEqual(shipped('agents').toSorted())
  })
})
