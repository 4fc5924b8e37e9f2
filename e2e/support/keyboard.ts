import type { Locator, Page } from 'playwright'
import { z } from 'zod'

/** More presses of Tab than any page takes from its first control to its last. */
const MOST_STOPS = 150

const Focus = z.object({ lost: z.boolean(), shown: z.boolean(), what: z.string() })

/** Somebody who has keys alone. After every press the focus must be somewhere and be seen. */
export class Keyboard {
  readonly #page: Page
  /** Where the focus was when it was lost or not seen. */
  readonly problems: string[] = []

  constructor(page: Page) {
    this.#page = page
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys)
    await this.look(`after ${keys}`)
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  /** Tab after Tab, until something is reached. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.first().waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.first().evaluate((element) => element.contains(document.activeElement))) return
      await this.#page.keyboard.press(key)
      // Behind the last stop comes the browser's own.
      if (!(await this.#page.evaluate(() => document.activeElement === document.body))) await this.look(`after ${key}`)
    }
    throw new Error(`${target} is not reached by ${key}.`)
  }

  /** Goes there and presses Enter. */
  async choose(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.to(target, key)
    await this.press('Enter')
  }

  /** Arrow down until an entry of a menu or list is reached, then Enter. */
  async pick(entry: Locator): Promise<void> {
    await entry.first().waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const reached = await entry
        .first()
        .evaluate((element) => element === document.activeElement || element.hasAttribute('data-highlighted'))
      if (reached) return this.press('Enter')
      await this.press('ArrowDown')
    }
    throw new Error(`${entry} is not reached by arrows.`)
  }

  /** Notes it where the focus is lost (on the page as a whole) or not to be seen. What opens and closes may take a moment. */
  async look(when: string): Promise<void> {
    const deadline = Date.now() + 1_500
    for (;;) {
      const focus = Focus.parse(await this.#page.evaluate(readFocus))
      if (!focus.lost && focus.shown) return
      if (Date.now() > deadline) {
        this.problems.push(`${when}: ${focus.lost ? 'lost' : 'not seen'} ${focus.what}`)
        return
      }
      await this.#page.waitForTimeout(50)
    }
  }
}

/** A ring on the element or on the field around it, a row that is marked, or a caret: something says where the keys go. */
function readFocus(): { lost: boolean; shown: boolean; what: string } {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return { lost: true, shown: false, what: '' }
  const isMarked = (each: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  }
  const isField = element.matches('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, [contenteditable=true]')
  const isRow = element.hasAttribute('data-highlighted') || element.querySelector('[data-highlighted]') !== null
  const isPopup = element.matches('[role=menu], [role=listbox], [role=dialog], [data-popup-open]')
  const { width, height } = element.getBoundingClientRect()
  const around = [element, element.parentElement, element.nextElementSibling].filter((each) => each !== null)
  return {
    lost: false,
    shown: isField || isRow || isPopup || (width > 0 && height > 0 && around.some(isMarked)),
    what: element.outerHTML.slice(0, 160),
  }
}
