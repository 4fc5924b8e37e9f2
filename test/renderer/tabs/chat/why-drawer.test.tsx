import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { WhyDrawer } from '../../../../src/renderer/tabs/chat/why/why-drawer.tsx'
import { renderIn, startSession } from '../../support/render-page.tsx'
import { agreedRun } from '../../support/snapshots.ts'

async function drawer() {
  const run = agreedRun()
  const session = await startSession()
  session.runs.put(run)
  const onClose = vi.fn()
  renderIn(session, <WhyDrawer runId={run.id} onClose={onClose} />)
  return { drawer: screen.getByRole('complementary', { name: 'Why this answer' }), onClose }
}

describe('B14 why this answer', () => {
  it('says in one sentence how it came about, then decision by decision with times since the start', async () => {
    const { drawer: place } = await drawer()
    expect(place.textContent).toContain('Two of the three members gave the same time.')
    const decision = within(place).getByText('Vote decided').closest('li')
    expect(decision?.textContent).toContain('6.66\u00a0s')
    expect(decision?.textContent).toContain('Times were compared after normalising.')
  })

  it('shows the score with when it was decided', async () => {
    const { drawer: place } = await drawer()
    expect(within(place).getByRole('list', { name: 'When each member waited and answered' }).children).toHaveLength(4)
    expect(place.textContent).toContain('Decided 6.7\u00a0s')
  })

  it('adds up to the micro-dollar', async () => {
    const { drawer: place } = await drawer()
    const rows = within(place).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      'CostInOut$',
      ...[1, 2, 3].map((number) => `${number}Model ${number}100200.001700`),
      'Total300600.005100',
    ])
  })

  it('closes with Esc and with its button', async () => {
    const { drawer: place, onClose } = await drawer()
    fireEvent.keyDown(within(place).getByRole('button', { name: 'Close' }), { key: 'Escape' })
    fireEvent.click(within(place).getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledTimes(2)
  })
})
