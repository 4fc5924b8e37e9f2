import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LibraryName } from '../src/shared/library.ts'
import { FOREIGN, writeForeignFolder } from '../test/library/foreign-folder.ts'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage } from './support/browser.ts'
import { oneMember } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

let stage: Stage
let server: VendorServer
let client: Client
let page: Page
const folders: string[] = []

beforeAll(async () => {
  stage = await openStage({ vendors: true, prepare: oneMember })
  ;({ server, client, page } = stage)
})
beforeEach(() => server.clear())
afterAll(async () => {
  await stage?.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutti-e2e-library-'))
  folders.push(folder)
  return folder
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const node = (name: string) =>
  page
    .getByRole('group', { name: 'Graph of the pipeline' })
    .locator('[data-stage]')
    .and(page.getByRole('button', { name: new RegExp(`^${name},`) }))
const state = (name: string) => node(name).getAttribute('data-state')
const panel = () => page.getByRole('complementary', { name: 'Inspector' })
const preview = () => page.getByRole('form', { name: 'What would be added' })
/** Takes back what a message at the foot of the page says was done. */
const undo = (said: string | RegExp) => page.getByText(said).locator('xpath=..').getByRole('button', { name: 'Undo', exact: true }).click()
const names = async () => (await client.library.list()).entries.map(({ name }) => name)

async function openLibrary(on = page): Promise<void> {
  await on.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Studio' }).click()
  const back = on.getByRole('button', { name: /^All (?:commands and agents|pipelines)$/ })
  const shown = on.getByRole('radio', { name: 'Commands and agents' })
  await back.or(shown).first().waitFor()
  if (await back.isVisible()) await back.click()
  await shown.click()
  await on.getByRole('region', { name: 'Ship with Tutti' }).waitFor()
}

async function openImport(): Promise<void> {
  await openLibrary()
  await button('Import').click()
  await page.getByRole('heading', { name: 'Import commands and agents' }).waitFor()
}

/** The choosers of the page, in their order: files, then a folder. */
const chooser = (place: 'files' | 'folder') => page.locator('input[type=file]').nth(place === 'files' ? 0 : 1)

const Axe = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

async function expectAccessible(on: Page): Promise<void> {
  await on.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found = Axe.parse(await on.evaluate('axe.run(document.querySelector("main"), { resultTypes: ["violations"] })'))
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}

/** A trip is booked step by step; what was booked is cancelled where paying fails. */
const TRIP = {
  version: '1.0.0',
  name: 'book-trip',
  description: 'Books a trip, all of it or nothing.',
  argumentHint: '<where, when>',
  colour: 'blue',
  saga: { enabled: true, compensationOrder: 'reverse' },
  phases: [
    {
      id: 'reserve',
      name: 'Reserve',
      agents: [
        {
          id: 'flight',
          task: 'Reserve the flight.',
          context: { outputs: ['flight-number'] },
          compensation: 'Cancel the flight.',
          expectedMs: 20_000,
        },
        {
          id: 'hotel',
          task: 'Reserve the hotel.',
          context: { inputs: ['flight-number'], outputs: ['hotel-number'] },
          compensation: { task: 'Cancel the hotel.' },
          expectedMs: 10_000,
        },
        { id: 'weather', task: 'Look up the weather.', context: { outputs: ['forecast'] }, expectedMs: 5_000 },
      ],
    },
    {
      id: 'settle',
      name: 'Settle',
      agents: [
        {
          id: 'pay',
          task: 'Pay for all of it.',
          context: { inputs: ['flight-number', 'hotel-number', 'forecast'], outputs: ['receipt'] },
          retry: { attempts: 1 },
        },
        { id: 'mail', task: 'Write the mail.', context: { inputs: ['receipt'] } },
      ],
    },
  ],
}

describe('E7 a command of several steps', () => {
  test('is imported, shown as a graph and run; after a forced failure what was done is taken back, last first', async () => {
    await openImport()
    await chooser('files').setInputFiles({
      name: 'book-trip.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(TRIP, null, 2)),
    })
    await preview().getByRole('checkbox', { name: 'Add /book-trip' }).waitFor()
    expect(await preview().innerText()).toContain('This field is not known here; the file keeps it.')
    expect(await preview().locator('code').allInnerTexts()).toEqual(['colour'])
    expect(await names()).not.toContain('book-trip')
    await preview().getByRole('button', { name: 'Add 1' }).click()
    await expect.poll(names).toContain('book-trip')

    await button('Open /book-trip').click()
    await node('flight').waitFor()
    await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(4)
    const steps = page.getByRole('list', { name: 'Stages in their order' })
    expect(await steps.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^flight, .*on the longest way, can be taken back/),
      expect.stringMatching(/^hotel, .*after flight, on the longest way, can be taken back/),
      expect.not.stringMatching(/on the longest way|can be taken back/),
      expect.stringMatching(/^pay, .*after flight, hotel, weather/),
      expect.stringMatching(/^mail, .*after pay/),
    ])
    await panel().getByText('2 steps can be taken back').waitFor()
    expect(await panel().innerText()).toMatch(/Reserve at the same time\s+flight, hotel, weather\s+2\s+Settle/)

    server.script({ user: 'Reserve the flight' }, { text: 'Flight LH 1', firstTokenMs: 600 })
    server.script({ user: 'Reserve the hotel' }, { text: 'Hotel 22' })
    server.script({ user: 'Look up the weather' }, { text: 'Sun' })
    server.script({ user: 'Pay for all of it' }, { fault: { type: 'status', status: 400, message: 'The card was declined.' } })
    server.script({ user: 'Cancel the hotel' }, { text: 'The hotel is cancelled.', firstTokenMs: 600 })
    server.script({ user: 'Cancel the flight' }, { text: 'The flight is cancelled.' })
    await button('Run').click()
    await panel().getByRole('textbox', { name: 'Input' }).fill('Lisbon in May')
    await panel().getByRole('button', { name: 'Start the run' }).click()
    await expect.poll(() => state('flight')).toBe('running')
    await expect.poll(() => state('hotel')).toBe('undoing')
    await expect.poll(() => state('flight')).toBe('undone')
    expect(await Promise.all(['hotel', 'weather', 'pay', 'mail'].map(state))).toEqual(['undone', 'done', 'failed', 'skipped'])
    expect(await node('hotel').innerText()).toContain('Undone')
    await panel().getByRole('region', { name: 'Last run' }).getByText('The run failed.').waitFor()
    expect(await panel().getByRole('region', { name: 'Undo' }).getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^hotel\s+Undone$/),
      expect.stringMatching(/^flight\s+Undone$/),
    ])
    await expectAccessible(page)

    const asked = server.requests.map(({ lastUser }) => lastUser)
    expect(asked.filter((text) => text.includes('Reserve the flight'))[0]).toContain('Lisbon in May')
    const undone = asked.filter((text) => text.includes('A later step failed'))
    expect(undone).toEqual([
      expect.stringMatching(/Cancel the hotel\.[\s\S]*Hotel 22/),
      expect.stringMatching(/Cancel the flight\.[\s\S]*Flight LH 1/),
    ])
    const [run] = await client.runs.list({ query: 'book-trip' })
    expect(run?.state).toBe('failed')
    const events = run === undefined ? [] : await client.runs.events({ id: run.id })
    expect(events.flatMap((event) => (event.type === 'compensation' ? [`${event.name} ${event.state}`] : []))).toEqual([
      'hotel started',
      'hotel done',
      'flight started',
      'flight done',
    ])

    await panel().getByRole('button', { name: 'Open in Runs' }).click()
    await page.getByRole('heading', { name: 'book-trip', level: 1 }).waitFor()
    const drawn = page.locator('.run-graph [data-step]')
    await expect
      .poll(() => drawn.evaluateAll((steps) => steps.map((step) => step.getAttribute('data-state'))))
      .toEqual(['undone', 'undone', 'done', 'failed', 'skipped'])
    expect(await drawn.first().innerText()).toContain('Undone')
  })

  test('what cannot be taken back says so and waits for a person', async () => {
    await client.library.save({ text: JSON.stringify({ ...TRIP, name: 'book-again' }) })
    server.script({ user: 'Pay for all of it' }, { fault: { type: 'status', status: 400, message: 'The card was declined.' } })
    server.script({ user: 'Cancel the hotel' }, { fault: { type: 'status', status: 400, message: 'Nobody answers.' } })
    await openLibrary()
    await button('Open /book-again').click()
    await button('Run').click()
    await panel().getByRole('button', { name: 'Start the run' }).click()
    await expect.poll(() => state('hotel'), { timeout: 15_000 }).toBe('not-undone')
    expect(await node('hotel').innerText()).toContain('Could not be undone')
    expect(await state('flight')).toBe('done')
    await expectAccessible(page)
    await panel().getByRole('button', { name: 'I have undone it myself' }).click()
    await expect.poll(() => state('hotel')).toBe('undone')
    await expect.poll(() => state('flight')).toBe('undone')
    await panel().getByText('Settled by you').waitFor()
  })
})

describe('E7 files on their way in', () => {
  test('a folder of odd files is shown with a report for each; what is chosen is added, and can be taken back', async () => {
    const folder = newFolder()
    writeForeignFolder(folder)
    await openImport()
    await chooser('folder').setInputFiles(folder)
    await preview().waitFor()
    const usable = FOREIGN.filter(([, , becomes]) => becomes !== null)
    const [added, neither] = [usable.length, FOREIGN.length - usable.length]
    expect(await preview().getByRole('status').innerText()).toMatch(
      new RegExp(`^${added}\\sfiles can be added, ${neither}\\shold neither a command nor an agent$`),
    )
    const row = (path: string) => preview().getByRole('listitem').filter({ hasText: path }).first()
    expect(await row('agents/huge.md').textContent()).toContain('50 MB; an agent or a command has at most 2.0 MB')
    expect(await row('agents/latin1.md').textContent()).toContain('Windows-1252')
    expect(await row('commands/twice-b.md').textContent()).toContain('Same name as one above')
    expect(await row('commands/twice-b.md').getByRole('checkbox').isChecked()).toBe(false)
    await expectAccessible(page)
    expect(await names()).not.toContain('reviewer')
    await preview().getByRole('radio', { name: 'With remarks' }).click()
    await expect.poll(() => row('agents/inherit.md').count()).toBe(0)
    await preview().getByRole('radio', { name: 'All' }).click()
    await preview().getByRole('checkbox', { name: 'All' }).check()
    await preview().getByRole('checkbox', { name: 'All' }).uncheck()
    expect(await preview().getByRole('button', { name: 'Add', exact: true }).isDisabled()).toBe(true)
    for (const name of ['reviewer', '/commit', '/dangling'])
      await preview()
        .getByRole('checkbox', { name: `Add ${name}`, exact: true })
        .check()
    await preview().getByRole('button', { name: 'Add 3' }).click()
    const yours = page.getByRole('region', { name: 'Yours' })
    await yours.getByRole('button', { name: 'Open reviewer' }).waitFor()
    expect(await yours.getByRole('listitem').filter({ hasText: '/dangling' }).innerText()).toMatch(/\d\sproblem/)
    await yours.getByRole('button', { name: 'Open /dangling' }).click()
    await panel().getByText('There is no step or phase nobody').waitFor()
    expect(await button('Run').isDisabled()).toBe(true)
    await button('All commands and agents').click()
    await undo('3 were added.')
    await expect.poll(names).not.toContain('reviewer')
  })

  test('files that are dropped and texts that are pasted come the same way; a removal is undone', async () => {
    await openImport()
    const dropped = await page.evaluateHandle(() => {
      const files = new DataTransfer()
      files.items.add(new File(['---\ndescription: Says it twice\nargument-hint: <what>\n---\nSay twice: $ARGUMENTS'], 'twice-said.md'))
      return files
    })
    await page.getByRole('heading', { name: 'Import commands and agents' }).dispatchEvent('drop', { dataTransfer: dropped })
    await preview().getByRole('checkbox', { name: 'Add /twice-said' }).waitFor()
    await preview().getByRole('button', { name: 'Discard' }).click()
    const paste = page.getByRole('form', { name: 'Paste a text' })
    await paste.getByRole('textbox', { name: 'Text of the file' }).fill('---\ndescription: Counts\ntools: Nonsense\n---\nYou count.')
    await paste.getByRole('radio', { name: 'Agent' }).click()
    await paste.getByRole('textbox', { name: 'Name' }).fill('Bean Counter')
    await paste.getByRole('button', { name: 'Look inside' }).click()
    await preview().getByRole('button', { name: 'Add 1' }).click()
    await button('Open bean-counter').click()
    await page.getByRole('heading', { name: 'bean-counter', level: 1 }).waitFor()
    await page.getByRole('complementary', { name: 'About' }).getByText('Nonsense').last().waitFor()
    expect(await page.getByRole('region', { name: 'The file' }).innerText()).toContain('You count.')
    await expectAccessible(page)
    const download = page.waitForEvent('download')
    await button('More for this entry').click()
    await page.getByRole('menuitem', { name: 'Export as Markdown' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('bean-counter.md')
    expect(readFileSync(await file.path(), 'utf8')).toContain('description: Counts')
    await button('More for this entry').click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect.poll(names).not.toContain('bean-counter')
    await undo('“bean-counter” was deleted.')
    await button('Open bean-counter').waitFor()
    expect((await client.library.get({ kind: 'agent', name: LibraryName.parse('bean-counter') })).text).toContain('You count.')
  })

  test('arguments that a command names are fields of its form', async () => {
    const text =
      '---\narguments:\n  - { name: title, description: What it is called, required: true }\n  - { name: size, default: small }\n---\nA $size ticket: $title.'
    await openImport()
    const paste = page.getByRole('form', { name: 'Paste a text' })
    await paste.getByRole('textbox', { name: 'Text of the file' }).fill(text)
    await paste.getByRole('textbox', { name: 'Name' }).fill('ticket')
    await paste.getByRole('button', { name: 'Look inside' }).click()
    await preview().getByRole('button', { name: 'Add 1' }).click()
    await button('Open /ticket').click()
    await button('Run').click()
    await panel().getByText('title (needed)').first().waitFor()
    expect(await panel().getByRole('button', { name: 'Start the run' }).isDisabled()).toBe(true)
    await panel().getByRole('textbox', { name: 'title' }).fill('The cart forgets')
    expect(await panel().getByRole('textbox', { name: 'size' }).inputValue()).toBe('small')
    await panel().getByRole('button', { name: 'Start the run' }).click()
    await expect.poll(() => server.requests.map(({ lastUser }) => lastUser)).toContain('A small ticket: The cart forgets.')
  })

  test('a path that is none says so; a folder is used where it stands, edits appear, and it can be let go', async () => {
    await openImport()
    const byPath = page.getByRole('form', { name: 'From a path of this computer' })
    await byPath.getByRole('textbox').fill('/nowhere/at/all')
    await byPath.getByRole('button').click()
    await page.getByRole('alert').getByText('/nowhere/at/all').waitFor()
    const folder = newFolder()
    mkdirSync(join(folder, 'commands'))
    writeFileSync(join(folder, 'commands', 'first.md'), '---\ndescription: The first\n---\nDo it.')
    writeFileSync(join(folder, 'commands', 'empty.md'), '')
    await button('All commands and agents').click()
    await page.getByRole('textbox', { name: 'Full path of a folder' }).fill(folder)
    await button('Add folder').click()
    const own = page.getByRole('region', { name: folder })
    await own.getByRole('button', { name: 'Open /first' }).waitFor()
    await page.getByText(/^1\sfile holds neither$/).click()
    await page.getByText(join(folder, 'commands', 'empty.md')).waitFor()
    writeFileSync(join(folder, 'commands', 'second.md'), 'Do it twice.')
    await own.getByRole('button', { name: 'Open /second' }).waitFor()
    await button(`Do not use ${folder} any more`).click()
    await expect.poll(names).not.toContain('first')
    await undo(`${folder} is not used any more.`)
    await own.getByRole('button', { name: 'Open /first' }).waitFor()
    await client.library.removeFolder({ path: folder })
  })
})

describe('E7 prose becomes phases in the page', () => {
  test('drafted by a model, changed as text, saved when the user says so, and copied to a pipeline', async () => {
    const prose = '---\ndescription: Ship it\n---\n## Check\n- Run the tests\n- Read the notes\n\n## Publish\nPut it out.'
    const { id } = await client.library.inspect({
      files: [{ name: 'commands/ship.md', base64: Buffer.from(prose).toString('base64') }],
    })
    await client.library.confirm({ id })
    const agents = [
      { id: 'tests', task: 'Run the tests.', context: { outputs: ['results'] } },
      { id: 'notes', task: 'Read the notes.', context: { outputs: ['news'] } },
    ]
    const drafted = {
      version: '1',
      name: 'ship',
      phases: [
        { id: 'check', agents },
        { id: 'publish', agents: [{ id: 'publish', task: 'Put it out.' }] },
      ],
    }
    server.script({ user: 'Put it out.' }, { text: JSON.stringify(drafted), firstTokenMs: 300 })
    await openLibrary()
    await button('Open /ship').click()
    await button('Convert to phases').click()
    await page.getByText('Drafting the phases').waitFor()
    await page.getByText('Drafted by GPT-5 mini').waitFor()
    await node('publish').waitFor()
    await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(2)
    await expectAccessible(page)
    const text = page.getByRole('textbox', { name: 'The definition as JSON' })
    await text.fill((await text.inputValue()).replace('"id": "notes"', '"id": "news-notes"'))
    await node('news-notes').waitFor()
    const whole = await text.inputValue()
    await text.fill(whole.slice(0, 40))
    await page.getByRole('status').getByText('no JSON').waitFor()
    expect(await button('Save as phases').isDisabled()).toBe(true)
    await text.fill(whole)
    expect((await client.library.list()).entries.find(({ name }) => name === 'ship')?.format).toBe('markdown')
    await button('Save as phases').click()
    await expect.poll(async () => (await client.library.list()).entries.find(({ name }) => name === 'ship')?.format).toBe('json')
    await panel().getByText('A definition of 3 steps').waitFor()

    await node('tests').click()
    await panel().getByText('Run the tests.').waitFor()
    await button('Edit in Studio').click()
    await expect.poll(() => page.getByRole('textbox', { name: 'Name of the pipeline' }).inputValue()).toBe('ship')
    await node('news-notes').waitFor()
    await expect.poll(async () => (await client.pipelines.list()).some(({ name, builtIn }) => name === 'ship' && !builtIn)).toBe(true)
  })
})

describe('D8 the library for everybody', () => {
  test('by keyboard alone: found, opened, its steps walked through, run', async () => {
    await openLibrary()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Search or run a command' }).getByRole('combobox').fill('security-fort')
    await page.getByRole('option', { name: /security-fortress/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '/security-fortress', level: 1 }).waitFor()
    await openLibrary()
    const switched = page.getByRole('radio', { name: 'Commands and agents' })
    await switched.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.getByRole('radio', { name: 'Pipelines' }).evaluate((each) => each === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => switched.evaluate((each) => each === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.type('review-all')
    await button('Open /review-all').waitFor()
    await button('Open /review-all').focus()
    await page.keyboard.press('Enter')
    const first = page.locator('[data-stage]').first()
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await panel().getByRole('heading', { name: 'What it is asked' }).waitFor()
    await expect.poll(() => panel().evaluate((each) => each.contains(document.activeElement))).toBe(true)
    await first.focus()
    await page.keyboard.press('Delete')
    expect(await page.locator('[data-stage]').count()).toBe(8)
    await button('Run').focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(() =>
        panel()
          .getByRole('textbox', { name: 'Input' })
          .evaluate((each) => each === document.activeElement),
      )
      .toBe(true)
    await page.keyboard.type('The cart forgets its items.')
    const start = panel().getByRole('button', { name: 'Start the run' })
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab')
        return start.evaluate((each) => each === document.activeElement)
      })
      .toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => panel().getByRole('region', { name: 'Last run' }).innerText(), { timeout: 15_000 }).toMatch(/Done/)
    await expect.poll(() => first.getAttribute('data-state')).toBe('done')
    // Where the run was started from, it can be started again.
    expect(
      await panel()
        .getByRole('button', { name: 'Run again' })
        .evaluate((each) => each === document.activeElement),
    ).toBe(true)
  })

  test('nothing stands in the way, in light, dark and narrow', async () => {
    for (const [dark, width] of [
      [false, 1440],
      [true, 1440],
      [false, 720],
    ] as const) {
      const other = await openPage(stage.browser, await stage.tutti.address(), { dark, width })
      await openLibrary(other.page)
      await expectAccessible(other.page)
      await other.page.getByRole('button', { name: 'Import', exact: true }).click()
      await other.page.getByRole('form', { name: 'Paste a text' }).waitFor()
      await expectAccessible(other.page)
      await other.page.getByRole('button', { name: 'All commands and agents' }).click()
      await other.page.getByRole('button', { name: 'Open /migrate' }).click()
      await other.page.getByRole('button', { name: 'Run', exact: true }).waitFor()
      await other.page.locator('[data-stage]').first().waitFor()
      await expectAccessible(other.page)
      await other.page.getByRole('button', { name: 'Run', exact: true }).click()
      await other.page.getByRole('textbox', { name: 'Input' }).waitFor()
      await expectAccessible(other.page)
      expect(other.errors).toEqual([])
      await other.page.context().close()
    }
    expect(stage.errors).toEqual([])
  })
})
