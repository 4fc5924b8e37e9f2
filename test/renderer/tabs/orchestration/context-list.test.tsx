import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ContextList } from '../../../../src/renderer/tabs/orchestration/context-list.tsx'
import { RunId } from '../../../../src/shared/ids.ts'
import { runViewOf } from '../../../../src/shared/run-view.ts'

const empty = runViewOf(RunId.parse('run-1'), [])

test('what branches shared is shown with who made it from what, and how often it was there already', () => {
  const entry = {
    scope: 'run' as const,
    key: 'analysis',
    version: 2,
    producedBy: 'plan',
    from: ['run:notes@1'],
    bytes: 12,
    preview: '{"risk":"low"}',
  }
  render(<ContextList run={{ ...empty, context: { entries: [entry], hits: 49, misses: 1 } }} />)
  const text = screen.getByRole('region', { name: 'Shared context' }).textContent
  expect(text).not.toContain('·')
  for (const words of ['49 of 50', 'analysis, version 2', 'From plan, made of run:notes@1', '{"risk":"low"}']) expect(text).toContain(words)
})

test('an entry that outlives the run says for whom it is', () => {
  const entry = { version: 1, producedBy: 'r/put:conversation/0', from: [], bytes: 2, preview: '""' }
  const entries = [
    { ...entry, scope: 'conversation' as const, key: 'tone' },
    { ...entry, scope: 'global' as const, key: 'tone' },
  ]
  const { container } = render(<ContextList run={{ ...empty, context: { entries, hits: 0, misses: 0 } }} />)
  expect(container.textContent).toMatch(/tone · for this conversation.*tone · for every run/)
})

test('a run that shared nothing has no such part', () => {
  const { container } = render(<ContextList run={empty} />)
  expect(container.textContent).toBe('')
})
