import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { turnsOf } from '../../../../src/renderer/tabs/chat/tree/branches.ts'
import { TurnView } from '../../../../src/renderer/tabs/chat/turns/turn-view.tsx'
import type { RunView } from '../../../../src/shared/run.ts'
import { renderIn, startSession } from '../../support/render-page.tsx'
import { scriptedCore } from '../../support/scripted-core.ts'
import { agreedRun, message, run, speaker } from '../../support/snapshots.ts'

async function show(view: RunView, answer: Record<string, unknown> = {}) {
  const core = scriptedCore()
  core.runs.set(view.id, view)
  const session = await startSession(core)
  session.runs.put(view)
  const [turn] = turnsOf([message('q1', null, { text: 'When does it arrive?' }), message('a1', 'q1', answer)])
  if (!turn) throw new Error('The script has no turn.')
  renderIn(session, <TurnView turn={turn} before={0} last onWhy={vi.fn()} />)
  const member = (number: number) => screen.getByRole('region', { name: `${number}, Model ${number}` })
  return { core, member }
}

describe('B1 the answer first, and who agrees', () => {
  it('shows the agreed answer, how many agree, and what it took', async () => {
    await show(agreedRun())
    const answer = screen.getByRole('article', { name: 'Agreed answer' })
    await waitFor(() => expect(answer.querySelector('strong')?.textContent).toBe('17:25'))
    for (const words of ['2 of 3 agree', '6.7\u00a0s', '360 tokens', '$0.0051']) expect(answer.textContent).toContain(words)
  })

  it('shows who said what, the dissenting sentence and who was not asked', async () => {
    await show(agreedRun())
    const rows = within(screen.getByRole('region', { name: 'Who said what' }))
      .getAllByRole('listitem')
      .map((row) => row.textContent)
    expect(rows[0]).toMatch(/^17:25.*2$/)
    expect(rows[1]).toMatch(/^16:25.*1$/)
    expect(rows[2]).toMatch(/^Not asked.*–$/)
    expect(screen.getByText('Model 1: “It arrives at 16:25.”')).toBeDefined()
  })

  it('marks each member as agreeing, dissenting or not needed, with the reason', async () => {
    const { member } = await show(agreedRun())
    expect(member(1).textContent).toContain('Dissents')
    expect(member(2).textContent).toContain('Agrees')
    expect(member(4).textContent).toContain('Not needed')
    expect(member(4).textContent).toContain('Could not change the result.')
  })

  it('gives each member its figures', async () => {
    const { member } = await show(agreedRun())
    expect(member(2).textContent).toMatch(/First0\.50\u00a0s.*Total2\.0\u00a0s.*Tokens120.*Cost\$0\.0017/)
  })
})

describe('a failing member never hides what arrived', () => {
  it('keeps the text, says the cause, and asks it again', async () => {
    const text = 'Recommendation: stay for now. A team of 14 rarely has'
    const { core, member } = await show(
      run([speaker(1, 'done'), speaker(2, 'failed', { text })], { state: 'done', outcome: agreedRun().outcome }),
    )
    await waitFor(() => expect(member(2).textContent).toContain(text))
    for (const words of ['Failed, text kept', 'Google closed the connection.', 'The 13 tokens that arrived are kept.']) {
      expect(member(2).textContent).toContain(words)
    }
    fireEvent.click(within(member(2)).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'retryMember', input: { answerId: 'a1', speaker: 'm2' } }))
  })

  it('says who did what where every member failed, and offers to ask again', async () => {
    const error = { code: 'no-answer', message: 'Both members failed.', retryable: true } as const
    const { core } = await show(run([speaker(1, 'failed')], { state: 'failed', error }))
    const answer = screen.getByRole('article', { name: 'No answer' })
    expect(answer.textContent).toContain('Both members failed.')
    fireEvent.click(within(answer).getByRole('button', { name: 'Ask again' }))
    await waitFor(() =>
      expect(core.calls).toContainEqual({ name: 'askAgain', input: { answerId: 'a1', presetId: 'voting', allowNoPrice: false } }),
    )
  })
})

describe('while a run goes on', () => {
  it('keeps the place of the answer with the live score', async () => {
    await show(run([speaker(1, 'done'), speaker(2, 'streaming'), speaker(3, 'queued', { ahead: 1, endpoint: 'Ollama' })]))
    const pending = screen.getByRole('article', { name: 'Agreed answer, not ready yet' })
    expect(pending.textContent).toContain('1 of 3 done.')
    const lanes = within(pending).getByRole('list', { name: 'State of each member' })
    expect(within(lanes).getAllByRole('listitem').at(2)?.textContent).toContain('Queued, 1 ahead')
  })

  it('marks a column that streams as busy, and says who is ahead of one that waits', async () => {
    const { member } = await show(run([speaker(1, 'streaming'), speaker(2, 'queued', { ahead: 1, endpoint: 'Ollama' })]))
    expect(member(1).getAttribute('aria-busy')).toBe('true')
    expect(member(2).textContent).toContain('1 ahead at Ollama.')
  })

  it('stops one member', async () => {
    const { core, member } = await show(run([speaker(1, 'streaming'), speaker(2, 'done')]))
    fireEvent.click(within(member(1)).getByRole('button', { name: 'Stop Model 1' }))
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'stopMember', input: { id: 'run-a1', speaker: 'm1' } }))
  })

  it('says which model answered in place of the one that was asked', async () => {
    const { member } = await show(run([speaker(1, 'streaming', { askedModel: 'demo/steady' })]))
    expect(member(1).textContent).toContain('answered by Demo Steady')
  })
})

describe('answers side by side', () => {
  const outcome = { answer: '', kind: 'side-by-side', by: null, groups: [], agreement: null, summary: '' } as const
  const both = () => run([speaker(1, 'done'), speaker(2, 'done')], { state: 'done', strategy: 'parallel', outcome })

  it('has no agreed answer, and a quiet line to choose the main one', async () => {
    const { core } = await show(both())
    expect(screen.queryByRole('article', { name: 'Agreed answer' })).toBeNull()
    fireEvent.click(within(screen.getByRole('article', { name: 'Side by side' })).getByRole('button', { name: 'Model 2' }))
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'chooseMain', input: { answerId: 'a1', speaker: 'm2' } }))
  })

  it('shows the chosen one as the main answer, with the way back', async () => {
    const { core } = await show(both(), { mainSpeaker: 'm2' })
    const main = screen.getByRole('article', { name: 'Main answer, chosen by you' })
    await waitFor(() => expect(main.textContent).toContain('Text of 2.'))
    fireEvent.click(within(main).getByRole('button', { name: 'Choose another' }))
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'chooseMain', input: { answerId: 'a1', speaker: null } }))
  })
})
