import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openPage } from './support/browser.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

let stage: Stage
let client: Client
let page: Page

beforeAll(async () => {
  stage = await openStage()
  ;({ client, page } = stage)
})
afterAll(() => stage?.close())

const openStudio = () => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Studio' }).click()
const graph = () => page.getByRole('group', { name: 'Graph of the pipeline' })
const button = (name: string) => page.getByRole('button', { name: new RegExp(`^${name},`) })
const node = (name: string) => graph().locator('[data-stage]').and(button(name))
const add = (kind: string) => page.getByRole('button', { name: `Add ${kind}`, exact: true }).click()
const inspector = () => page.getByRole('complementary', { name: 'Inspector' })
const field = (name: string) => inspector().getByRole('textbox', { name, exact: true })
const text = () => page.getByRole('textbox', { name: 'The pipeline as text' })
const undo = () => page.getByRole('button', { name: 'Undo', exact: true })
/** The one pipeline of the user's that is called this, as the core has it. */
async function saved(name: string) {
  const found = (await client.pipelines.list()).find((pipeline) => pipeline.name === name && !pipeline.builtIn)
  return found && client.pipelines.get({ id: found.id })
}
const links = async (name: string) => {
  const pipeline = await saved(name)
  return pipeline && (await client.pipelines.check(pipeline)).links
}

async function openList(): Promise<void> {
  await openStudio()
  const back = page.getByRole('button', { name: 'All pipelines' })
  await back
    .or(page.getByRole('region', { name: 'Pipelines' }))
    .first()
    .waitFor()
  if (await back.isVisible()) await back.click()
}

async function newPipeline(name: string): Promise<void> {
  await openList()
  await page.getByRole('button', { name: 'New pipeline', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name of the pipeline' }).fill(name)
}

/** From the mark at the right of one stage to the mark at the left of another. */
async function drawLink(from: string, to: string): Promise<void> {
  const source = graph()
    .locator('.react-flow__node', { has: button(from) })
    .locator('.react-flow__handle.source')
  const target = graph()
    .locator('.react-flow__node', { has: button(to) })
    .locator('.react-flow__handle.target')
  await source.dragTo(target)
}

const Axe = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

async function expectAccessible(on: Page): Promise<void> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await on.evaluate(source)
  const found = Axe.parse(await on.evaluate('axe.run(document.querySelector("main"), { resultTypes: ["violations"] })'))
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}

describe('A4 pipelines are built and run in the Studio', () => {
  test('five stages with a condition, a parallel pair and a tool, by mouse from an empty canvas, then run', async () => {
    await newPipeline('Party')
    await page.getByText('Click or drag a stage from the left to begin.').waitFor()
    // A stage that is dragged stands where it is let go.
    await page.getByRole('button', { name: 'Add Transform' }).dragTo(graph(), { targetPosition: { x: 100, y: 160 } })
    await field('Name').fill('Guests')
    await field('Expression').fill('input.guests')
    // Two that read the same stage, side by side.
    await add('Tool')
    await field('Name').fill('Bottles')
    await field('Arguments: expression').fill('$string(transform) & " / 4"')
    await node('Guests').click()
    await add('Transform')
    await field('Name').fill('Chairs')
    await field('Expression').fill('transform + 2')
    // Joined by a line that is drawn.
    await graph().click({ position: { x: 8, y: 8 } })
    await add('Transform')
    await field('Name').fill('Shopping')
    await drawLink('Bottles', 'Shopping')
    await drawLink('Chairs', 'Shopping')
    await expect
      .poll(() => links('Party'))
      .toEqual({
        transform: [],
        tool: ['transform'],
        transform_2: ['transform'],
        transform_3: ['tool', 'transform_2'],
      })
    await node('Shopping').click()
    await field('Expression').fill('{ "chairs": transform_2, "bottles": tool }')
    await add('Transform')
    await field('Name').fill('Bigger flat')
    await field('Only if').fill('stages.transform_2 > 20')
    await expect
      .poll(async () => (await saved('Party'))?.stages.map(({ id }) => id))
      .toEqual(['transform', 'tool', 'transform_2', 'transform_3', 'transform_4'])

    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await inspector().getByRole('textbox', { name: 'Input' }).fill('{ "guests": 10 }')
    await inspector().getByText('Asks no model; costs nothing.').waitFor()
    await inspector().getByRole('button', { name: 'Start the run' }).click()
    await expect.poll(() => node('Shopping').getAttribute('data-state'), { timeout: 15_000 }).toBe('done')
    expect(await node('Bigger flat').getAttribute('data-state')).toBe('skipped')
    expect(await node('Bottles').innerText()).toContain('Done')
    await expect.poll(() => inspector().getByRole('region', { name: 'Last run' }).innerText()).toMatch(/"chairs":\s*12/)
    await node('Bottles').click()
    await inspector().getByRole('radio', { name: 'Stage' }).click()
    await expect.poll(() => inspector().innerText()).toMatch(/Last run: Done/)
    await node('Shopping').click()
    await expect.poll(() => inspector().locator('details[open]', { hasText: 'Value' }).innerText()).toMatch(/"chairs":\s*12/)
    await inspector().getByRole('radio', { name: 'Run' }).click()
    await inspector().getByRole('button', { name: 'Open in Runs' }).click()
    await page.getByRole('heading', { name: 'Party', level: 1 }).waitFor()
  })

  test('undo and redo go through graph, fields and text alike; a reload keeps all of it', async () => {
    await newPipeline('Undone')
    await add('Transform')
    await field('Expression').fill('1 + 1')
    await add('Prompt')
    await expect.poll(() => text().inputValue()).toContain('id: prompt')
    await page.keyboard.press('Control+z')
    await expect.poll(() => node('Prompt').count()).toBe(0)
    await expect.poll(() => text().inputValue()).not.toContain('id: prompt')
    await page.keyboard.press('Control+Shift+Z')
    await node('Prompt').waitFor()
    await expect.poll(() => text().inputValue()).toContain('id: prompt')
    // In the text, and back in the graph.
    await text().fill((await text().inputValue()).replace('1 + 1', '2 + 2'))
    await node('Transform').click()
    await expect.poll(() => field('Expression').inputValue()).toBe('2 + 2')
    await undo().click()
    await expect.poll(() => field('Expression').inputValue()).toBe('1 + 1')
    await expect.poll(() => text().inputValue()).toContain('expression: 1 + 1')

    // A text that cannot be read keeps the graph, says where it does not hold, and is there again after a reload.
    const broken = (await text().inputValue()).replace('expression: 1 + 1', 'expression: [1 + 1')
    await text().fill(broken)
    await expect.poll(() => page.getByRole('region', { name: 'The pipeline as text' }).getByRole('status').innerText()).toMatch(/line \d+/)
    await node('Prompt').waitFor()
    await page.reload()
    await expect.poll(() => text().inputValue()).toBe(broken)
    await node('Prompt').waitFor()
    expect((await saved('Undone'))?.stages).toHaveLength(2)
  })

  test('a cycle is named, and a pipeline with a problem does not run', async () => {
    await newPipeline('Round')
    await add('Transform')
    await add('Transform')
    await drawLink('Transform 2', 'Transform')
    const status = page.getByRole('region', { name: 'The pipeline as text' }).getByRole('status')
    await expect.poll(() => status.innerText()).toMatch(/transform.*→.*transform_2|transform_2.*→.*transform/)
    await expect.poll(() => page.getByRole('button', { name: 'Run', exact: true }).isDisabled()).toBe(true)
    // The line is chosen and taken away.
    await undo().click()
    await expect.poll(() => page.getByRole('button', { name: 'Run', exact: true }).isDisabled()).toBe(false)
    await field('Expression').fill('stages.nobody')
    await expect.poll(() => inspector().innerText()).toContain('There is no stage nobody')
    await expect.poll(() => node('Transform 2').getAttribute('data-bad')).toBe('true')
    await expect.poll(async () => (await saved('Round'))?.stages.length).toBe(2)
  })

  test('by keyboard alone: add, connect, edit, move, delete, undo, run', async () => {
    await newPipeline('By keys')
    await page.getByRole('textbox', { name: 'Name of the pipeline' }).press('Enter')
    await graph()
      .focus()
      .catch(() => {})
    await page.keyboard.press('a')
    await page.keyboard.type('code')
    await page.keyboard.press('Enter')
    await page.keyboard.type('transform')
    await page.keyboard.press('Enter')
    await node('Transform').waitFor()
    await expect.poll(() => links('By keys')).toEqual({ code: [], transform: ['code'] })
    await page.keyboard.type('validate')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await links('By keys'))?.validate).toEqual(['transform'])
    await node('Validate').focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => node('Transform').evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('c')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await links('By keys'))?.validate).toEqual(['transform', 'code'])
    await page.keyboard.press('Delete')
    await expect.poll(() => node('Validate').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await node('Validate').waitFor()
    await node('Transform').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await saved('By keys'))?.stages[1]?.at).toBeDefined()
    await page.keyboard.press('Enter')
    await expect.poll(() => field('Name').evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('Second')
    await node('Second').waitFor()
  })

  test('a template is a start of one’s own; files come in and go out; deleting is undone', async () => {
    await openList()
    await page.getByRole('button', { name: 'Start from Research in parallel' }).click()
    await node('Join').waitFor()
    await page.getByRole('button', { name: 'More for this pipeline' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Export as YAML' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('research-in-parallel.yaml')
    const yaml = readFileSync(await file.path(), 'utf8')
    await page.getByRole('button', { name: 'All pipelines' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'mine.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(yaml.replace('Research in parallel', 'From a file')),
    })
    await expect.poll(() => page.getByRole('textbox', { name: 'Name of the pipeline' }).inputValue()).toBe('From a file')
    await page.getByRole('button', { name: 'More for this pipeline' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect.poll(() => saved('From a file')).toBeUndefined()
    await undo().click()
    await expect.poll(async () => (await saved('From a file'))?.stages.length).toBe(4)
  })

  test('a question to a person is answered in place', async () => {
    await newPipeline('Asks')
    await add('Ask a person')
    await field('Answers to choose from').fill('Yes\nNo')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await inspector().getByRole('button', { name: 'Start the run' }).click()
    await expect.poll(() => node('Ask').getAttribute('data-state')).toBe('you')
    await inspector().getByRole('button', { name: 'No', exact: true }).click()
    await expect.poll(() => node('Ask').getAttribute('data-state')).toBe('done')
    await expect.poll(() => inspector().getByRole('region', { name: 'Last run' }).innerText()).toContain('No')
  })

  test('nothing stands in the way of people with disabilities, in light, dark and narrow', async () => {
    await expectAccessible(page)
    for (const [dark, width] of [
      [true, 1440],
      [false, 640],
    ] as const) {
      const other = await openPage(stage.browser, await stage.tutti.address(), { dark, width })
      await other.page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Studio' }).click()
      await other.page
        .getByRole('region', { name: 'The pipeline as text' })
        .or(other.page.getByRole('region', { name: 'Pipelines' }))
        .first()
        .waitFor()
      await expectAccessible(other.page)
      expect(other.errors).toEqual([])
      await other.page.context().close()
    }
    expect(stage.errors).toEqual([])
  })
})
