import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { oneMember } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'

let stage: Stage
let server: VendorServer
let page: Page

beforeAll(async () => {
  stage = await openStage({ vendors: true, prepare: oneMember })
  ;({ server, page } = stage)
  await composer().waitFor()
})
afterAll(() => stage?.close())

const composer = () => page.getByRole('textbox', { name: /^Ask/ })
const options = () => page.getByRole('listbox').getByRole('option')

describe('E7 commands in the chat', () => {
  test('a command is found with a slash, called with what follows, and its result is the answer', async () => {
    server.script({}, { text: 'What a step found.' })
    server.script({ user: 'Join the findings into one list' }, { text: 'Change **two things**.' })
    await composer().fill('/review-a')
    await expect.poll(() => options().allInnerTexts()).toEqual([expect.stringContaining('/review-all')])
    await composer().press('Enter')
    await expect.poll(() => composer().inputValue()).toBe('/review-all ')
    await composer().pressSequentially('The cart forgets its items.')
    await expect.poll(() => options().allInnerTexts()).toEqual([expect.stringContaining('Run /review-all')])
    await composer().press('Enter')
    await page.getByRole('heading', { name: '/review-all The cart forgets its items.', level: 2 }).waitFor()
    await page.getByRole('article', { name: 'Result' }).getByText('two things').waitFor()
    const asked = server.requests.map(({ lastUser }) => lastUser).filter((text) => text.includes('The cart forgets its items.'))
    expect(asked).toHaveLength(8)
  })

  test('says what it would cost and how long it takes, and takes files along', async () => {
    server.clear()
    server.requests.length = 0
    server.script({}, { text: 'What a step found.' })
    const form = page.getByRole('form', { name: 'Ask' })
    const cart = { name: 'cart.txt', mimeType: 'text/plain', buffer: Buffer.from('The cart forgets its items.') }
    await form.locator('input[type=file]').setInputFiles(cart)
    await composer().fill('/review-all Look at the file.')
    await expect.poll(() => form.innerText()).toMatch(/This command about \$[\d.]+, \d.*(s|min).*, at most \$[\d.]+/)
    await composer().press('Enter')
    await page.getByRole('heading', { name: '/review-all Look at the file.', level: 2 }).waitFor()
    await page.getByRole('article', { name: 'Result' }).last().getByText('What a step found.').first().waitFor()
    const asked = server.requests.filter(({ lastUser }) => lastUser.includes('Look at the file.'))
    expect(asked.length).toBeGreaterThan(3)
    for (const { body } of asked) expect(JSON.stringify(body)).toContain('The cart forgets its items.')
    expect(await form.getByText('cart.txt').count()).toBe(0)
    expect(await page.getByText('cart.txt').count()).toBeGreaterThan(0)
  })

  test('one over several lines is called as well, and what is no command is a question', async () => {
    server.clear()
    await composer().fill('/explain one\ntwo lines')
    await composer().press('Enter')
    await page.getByRole('heading', { name: /^\/explain one/, level: 2 }).waitFor()
    await expect.poll(() => server.requests.at(-1)?.lastUser).toMatch(/Explain the following[\s\S]*one\ntwo lines/)
    await page.getByRole('button', { name: 'Ask', exact: true }).waitFor()
    await composer().fill('/etc/hosts is what kind of file?')
    await composer().press('Enter')
    await expect.poll(() => server.requests.at(-1)?.lastUser).toBe('/etc/hosts is what kind of file?')
    expect(stage.errors).toEqual([])
  })
})
