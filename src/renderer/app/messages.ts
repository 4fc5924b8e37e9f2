import { en } from './messages/en.ts'

export type { Messages } from './messages/en.ts'

/** Every visible string of what a page loads at first. A tab that is loaded later brings its own, made with `inLanguage`. */
export const m = en
