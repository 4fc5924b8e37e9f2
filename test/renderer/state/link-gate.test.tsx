import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Link } from '../../../src/renderer/components/link.tsx'
import { LinkDialog } from '../../../src/renderer/components/link-dialog.tsx'
import { linkTarget } from '../../../src/renderer/state/link-gate.ts'
import { renderIn, startSession } from '../support/render-page.tsx'

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(window, 'desktop')
})

const clickLink = async (href: string) => {
  renderIn(
    await startSession(),
    <>
      <Link href={href}>the docs</Link>
      <LinkDialog />
    </>,
  )
  fireEvent.click(screen.getByText('the docs'))
}

describe('D8 every link goes through one gate', () => {
  it('offers http, https and mailto alone', () => {
    expect(linkTarget('https://a.example/x')?.host).toBe('a.example')
    expect(linkTarget('mailto:me@a.example')?.host).toBe('me@a.example')
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'tutti://x', '/relative', 'JaVaScRiPt:x'])
      expect(linkTarget(bad)).toBeNull()
  })

  it('shows the host and the whole address first, and opens nothing before that', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    await clickLink('https://evil.example/login?next=bank')
    expect(open).not.toHaveBeenCalled()
    expect(screen.getByRole('heading', { name: 'Open evil.example?' })).toBeDefined()
    expect(screen.getByText('https://evil.example/login?next=bank')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Open evil.example' }))
    expect(open).toHaveBeenCalledWith('https://evil.example/login?next=bank', '_blank', 'noopener,noreferrer')
  })

  it('opens nothing when it is cancelled', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    await clickLink('https://a.example/')
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(open).not.toHaveBeenCalled()
  })

  it('leaves the question to the desktop where there is one: its dialog cannot be drawn over', async () => {
    const openExternal = vi.fn()
    Object.defineProperty(window, 'desktop', { value: { openExternal }, configurable: true })
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    await clickLink('https://a.example/')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(openExternal).toHaveBeenCalledWith('https://a.example/')
    expect(open).not.toHaveBeenCalled()
  })

  it('shows a script address as plain text', async () => {
    await clickLink('javascript:alert(1)')
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
