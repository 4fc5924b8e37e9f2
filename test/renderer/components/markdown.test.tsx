import { waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Markdown } from '../../../src/renderer/components/markdown.tsx'
import { renderIn, startSession } from '../support/render-page.tsx'

async function rendered(text: string, streaming = false) {
  const { container } = renderIn(await startSession(), <Markdown text={text} streaming={streaming} />)
  await waitFor(() => expect(container.querySelector('.reading')).not.toBeNull(), { timeout: 4_000 })
  return container
}

describe('F6 text of a model is hostile', () => {
  it('never loads an image: its host stands there as a link', async () => {
    const container = await rendered('Look: ![a chart](https://tracker.example/pixel.png) and ![x](data:image/png;base64,AAAA)')
    expect(container.querySelector('img, picture, [src], [srcset]')).toBeNull()
    expect(container.textContent).toContain('Image “a chart” on tracker.example, not loaded')
  })

  it('shows raw HTML as the text that it is', async () => {
    const container = await rendered(
      'Hello <b onclick="steal()">there</b>\n\n<script>steal()</script>\n\n<iframe src="https://a.example"></iframe>',
    )
    expect(container.querySelector('script, iframe, [onclick], b')).toBeNull()
    expect(container.textContent).toContain('<script>steal()</script>')
  })

  it('makes no link of a script address', async () => {
    const container = await rendered('[click](javascript:alert(1)) [docs](https://a.example/x)')
    const links = [...container.querySelectorAll('a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://a.example/x'])
    expect(container.textContent).toContain('click')
  })
})

describe('Markdown is readable while it streams', () => {
  it('shows lists, tables and code', async () => {
    const container = await rendered('- one\n- two\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n```js\nlet x = 1\n```')
    expect(container.querySelectorAll('li')).toHaveLength(2)
    expect(container.querySelectorAll('td')).toHaveLength(2)
    expect(container.querySelector('pre')?.textContent).toContain('let x = 1')
  })

  it('closes what is still open', async () => {
    const container = await rendered('It is **bold', true)
    expect(container.querySelector('strong')?.textContent).toBe('bold')
    expect(container.querySelector('[data-caret]')).not.toBeNull()
  })
})
