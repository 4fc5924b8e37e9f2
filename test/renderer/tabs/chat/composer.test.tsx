import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useTabs } from '../../../../src/renderer/state/use-session.ts'
import { Composer } from '../../../../src/renderer/tabs/chat/composer/composer.tsx'
import { MAX_ATTACHMENT_BYTES } from '../../../../src/shared/limits.ts'
import { renderIn, startSession } from '../../support/render-page.tsx'
import { scriptedCore } from '../../support/scripted-core.ts'

function ActiveComposer() {
  const id = useTabs((tabs) => tabs.activeId)
  return id === null ? null : <Composer tabId={id} conversationId={null} parentId={null} running={null} placeholder="Ask something" />
}

async function composer(core = scriptedCore()) {
  const session = await startSession(core)
  renderIn(session, <ActiveComposer />)
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')
  const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
  const sent = () => core.calls.filter((call) => call.name === 'send')
  return { core, session, field, type, sent }
}
const paste = (field: HTMLElement, text: string, files: File[] = []) =>
  fireEvent.paste(field, { clipboardData: { files, getData: () => text } })

describe('A1 asking', () => {
  it('sends with Enter, and clears the draft once the core has taken it', async () => {
    const { core, session, field, type, sent } = await composer()
    type('When does it arrive?')
    fireEvent.keyDown(field(), { key: 'Enter' })
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]?.input).toMatchObject({ text: 'When does it arrive?', presetId: 'voting', parentId: null, allowNoPrice: false })
    await waitFor(() => expect(session.tabs.store.getState().open[0]?.conversationId).toBe('new-1'))
    expect(session.tabs.store.getState().open[0]?.draft).toBe('')
    expect(core.calls.map((call) => call.name)).toContain('create')
  })

  it('starts a new line with Shift and Enter, and waits for an input method', async () => {
    const { field, type, sent } = await composer()
    type('konnichiwa')
    expect(fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })).toBe(true)
    expect(fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })).toBe(true)
    expect(sent()).toHaveLength(0)
  })

  it('sends nothing where nothing is written', async () => {
    const { core, field, type, sent } = await composer()
    type('   ')
    fireEvent.keyDown(field(), { key: 'Enter' })
    type('now')
    fireEvent.keyDown(field(), { key: 'Enter' })
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(core.calls.filter((call) => call.name === 'create')).toHaveLength(1)
  })

  it('keeps the text where the core refuses it, says why, and takes the empty conversation back', async () => {
    const core = scriptedCore()
    core.refuseSend = 'This message could cost $0.31; each run may cost $0.25.'
    const { field, type } = await composer(core)
    type('A dear question')
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect((await screen.findByRole('alert')).textContent).toContain('each run may cost $0.25')
    expect(field().value).toBe('A dear question')
    expect(core.calls.at(-1)).toEqual({ name: 'remove', input: { id: 'new-1' } })
  })

  it('says that a question is too long, and what to do', async () => {
    const { field, type, sent } = await composer()
    type('x'.repeat(1_000_001))
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toContain('1,000,001 characters')
    expect(sent()).toHaveLength(0)
  })
})

describe('B9 the cost of the next message stands there before it is sent', () => {
  it('says about and at most', async () => {
    const core = scriptedCore()
    core.estimate = { ...core.estimate, free: false, aboutMicros: 18_600, atMostMicros: 47_960 }
    await composer(core)
    await waitFor(() => expect(screen.getByRole('form').textContent).toContain('Next message about $0.019, at most $0.048'))
  })

  it('says that demo members are free and work offline', async () => {
    await composer()
    await waitFor(() => expect(screen.getByRole('form').textContent).toContain('Free, works offline'))
  })

  it('asks before a model without a price is called', async () => {
    const core = scriptedCore()
    core.estimate = { ...core.estimate, free: false, noPrice: ['Model X'] }
    const { field, type, sent } = await composer(core)
    type('Go')
    const anyway = await screen.findByRole('button', { name: 'Ask anyway' })
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(sent()).toHaveLength(0)
    expect(screen.getByRole('form').textContent).toContain('No price for Model X')
    fireEvent.click(anyway)
    await waitFor(() => expect(sent()[0]?.input).toMatchObject({ allowNoPrice: true }))
  })

  it('does not send what would pass a limit, and says which', async () => {
    const core = scriptedCore()
    core.estimate = { ...core.estimate, free: false, blocked: 'Today’s limit of $5.00 is reached.' }
    const { field, type, sent } = await composer(core)
    type('Go')
    await screen.findByText('Today’s limit of $5.00 is reached.')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Ask' }).disabled).toBe(true)
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(sent()).toHaveLength(0)
  })
})

describe('files', () => {
  it('attaches what is pasted and sends it with the question', async () => {
    const { core, field, type, sent } = await composer()
    paste(field(), '', [new File(['%PDF-1.7'], 'lease.pdf', { type: 'application/pdf' })])
    await screen.findByText('lease.pdf')
    type('When does it end?')
    fireEvent.keyDown(field(), { key: 'Enter' })
    await waitFor(() => expect(sent()[0]?.input).toMatchObject({ attachments: [{ name: 'lease.pdf', bytes: 8 }] }))
    expect(core.calls[0]).toEqual({ name: 'attach', input: { name: 'lease.pdf', mediaType: 'application/pdf' } })
  })

  it('turns a very long paste into a file, and back into text on request', async () => {
    const { session, field } = await composer()
    const long = 'word '.repeat(5_000)
    paste(field(), long)
    await screen.findByText('Pasted text.txt')
    expect(field().value).toBe('')
    session.toasts.store.getState()[0]?.action?.run()
    await waitFor(() => expect(field().value).toBe(long))
    expect(screen.queryByText('Pasted text.txt')).toBeNull()
  })

  it('takes source code without a media type as text', async () => {
    const { core, field } = await composer()
    paste(field(), '', [new File(['let x = 1'], 'x.zig', { type: '' })])
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'attach', input: { name: 'x.zig', mediaType: 'text/plain' } }))
  })

  it('refuses what no model reads, what is too big and what is empty, with the remedy', async () => {
    const { core, field } = await composer()
    const big = new File(['x'], 'scan.pdf', { type: 'application/pdf' })
    Object.defineProperty(big, 'size', { value: MAX_ATTACHMENT_BYTES + 1 })
    for (const [file, words] of [
      [new File([new Uint8Array([80, 75, 0, 0])], 'a.zip', { type: 'application/zip' }), 'neither image, text nor PDF'],
      [big, 'a file may have 20 MB'],
      [new File([], 'none.txt', { type: 'text/plain' }), 'is empty'],
    ] as const) {
      paste(field(), '', [file])
      await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words))
    }
    expect(core.calls.filter((call) => call.name === 'attach')).toHaveLength(0)
  })
})
