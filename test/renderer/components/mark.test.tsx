import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Mark, Seats, WithoutNames } from '../../../src/renderer/components/mark.tsx'
import { modelHue } from '../../../src/renderer/components/model-hue.ts'

const hueOf = (seats: readonly { number: number; model: string }[], number: number, nameless = false) => {
  const { container } = render(
    <WithoutNames value={nameless}>
      <Seats value={seats}>
        <Mark number={number} label="Member" />
      </Seats>
    </WithoutNames>,
  )
  return /\bhue-\d\b/.exec(container.firstElementChild?.className ?? '')?.[0]
}

test('D8 a model has one hue on whatever place it sits, the same as in the dashboard', () => {
  const first = hueOf([{ number: 1, model: 'a/one' }], 1)
  const other = hueOf([{ number: 1, model: 'a/two' }], 1)
  expect(hueOf([{ number: 3, model: 'a/one' }], 3)).toBe(first)
  expect(other).not.toBe(first)
  expect(first).toBe(`hue-${modelHue('a/one')}`)
})

test('D8 hues are kept over a reload, and a ninth model has one too', () => {
  const hues = Array.from({ length: 9 }, (_, at) => modelHue(`b/${at}`))
  expect(hues.every((hue) => hue >= 1 && hue <= 8)).toBe(true)
  expect(JSON.parse(localStorage.getItem('tutti-hues') ?? '')).toContain('b/8')
})

test('A5 a member without a name has no hue', () => {
  expect(hueOf([{ number: 1, model: 'a/one' }], 1, true)).toBe('hue-9')
})
