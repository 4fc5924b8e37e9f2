import { expect, it } from 'vitest'
import { inOneWindow } from '../../../src/renderer/state/one-window.ts'

it('tells of one event in one of the windows that hear of it, and of the next one again', async () => {
  const told: string[] = []
  const windows = ['first', 'second', 'third']
  await Promise.all(windows.map((name) => inOneWindow('note-1', () => told.push(name), navigator.locks, 20)))
  expect(told).toEqual(['first'])
  await inOneWindow('note-1', () => told.push('later'), navigator.locks, 0)
  expect(told).toEqual(['first', 'later'])
})
